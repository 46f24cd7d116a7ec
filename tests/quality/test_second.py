"""Labels of a second person: scored against themselves they agree, and no words are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tests.checklists  # noqa: F401 - the scripts of quality/ are found through it
from tests.shared import needs_shared

import scores  # isort: skip - found through tests.checklists
import second  # isort: skip - found through tests.checklists
import unread  # isort: skip - found through tests.checklists

TEXT = """KAMPALA - Kenya and Uganda signed a border treaty on Monday. It will last ten years.
"We are content with what was signed," minister Joan Okello said.
Share this"""
LABELS = {
    "id": "x1",
    "origins": ["KBC"],
    "mask": ["Share this"],
    "dates": [["Monday", "2017-03-13"]],
    "agreements": [{"key": "A", "parties": ["KEN", "UGA"], "names": ["border treaty"]}],
    "acts": [
        {
            "agreement": "A",
            "act": "signature",
            "by": ["KEN", "UGA"],
            "date": "2017-03-13",
            "status": "occurred",
            "near": "signed a border",
        }
    ],
    "provisions": [
        {
            "agreement": "A",
            "kind": "duration",
            "bearers": ["KEN", "UGA"],
            "force": "will",
            "near": "will last ten",
        }
    ],
    "statements": [
        {
            "speaker": "Joan Okello",
            "form": "direct",
            "first": "We are content",
            "last": "was signed",
        }
    ],
    "claims": [],
}


@needs_shared
def test_labels_agree_with_themselves() -> None:
    score = scores.scorer()
    tally = score.Tally()
    score.score_report(TEXT, LABELS, second.as_reading(LABELS, TEXT), tally, [])
    figures = {layer: row["f1"] for layer, row in tally.table().items() if layer in second.LAYERS}
    assert figures == dict.fromkeys(second.LAYERS, 1.0)


def test_no_second_label_holds_words_of_a_report() -> None:
    for path in second.LABELS.glob("*.json"):
        labels = json.loads(path.read_text(encoding="utf-8"))
        rows = [row for layer in unread.LAYERED for row in labels[layer]]
        assert all(
            not isinstance(row.get(key), str) or not row[key]
            for row in rows
            for key in unread.WORDED
        )


def test_without_the_reports_nothing_is_compared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(unread, "TEXTS", tmp_path / "absent")
    monkeypatch.setattr("sys.argv", ["second.py"])
    assert second.main() == 0
    assert "skipped" in capsys.readouterr().out
