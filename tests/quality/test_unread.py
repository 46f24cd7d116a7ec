"""Labels made apart from the program: their words stand beside the project, their places here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tests.checklists  # noqa: F401 - the scripts of quality/ are found through it
from tests.shared import needs_shared

import unread  # isort: skip - found through tests.checklists

TEXT = "KAMPALA - Kenya and Uganda signed a border treaty on Monday.\nShare this"
LABELS = {
    "id": "x1",
    "mask": ["Share this"],
    "dates": [["Monday", "2017-03-13"]],
    "agreements": [{"key": "A", "parties": ["KEN", "UGA"], "names": ["border treaty"]}],
    "acts": [{"agreement": "A", "act": "signature", "by": ["KEN"], "near": "signed a border"}],
    "provisions": [],
    "statements": [{"speaker": "KEN", "form": "indirect", "first": "Kenya", "last": "treaty on"}],
    "claims": [],
}


def test_labels_keep_places_and_give_the_words_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = unread.placed(LABELS, TEXT)
    assert "border" not in json.dumps(held)
    (tmp_path / "x1.json").write_text(json.dumps(held), encoding="utf-8")
    monkeypatch.setattr(unread, "LABELS", tmp_path)
    assert unread.label("x1", TEXT) == LABELS


def test_no_label_holds_words_of_a_report() -> None:
    for path in unread.LABELS.glob("*.json"):
        for layer in unread.LAYERED:
            for row in json.loads(path.read_text(encoding="utf-8"))[layer]:
                assert all(
                    not isinstance(row.get(key), str) or not row[key] for key in unread.WORDED
                )


def test_without_the_reports_nothing_is_scored(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(unread, "TEXTS", tmp_path / "absent")
    monkeypatch.setattr("sys.argv", ["unread.py"])
    assert unread.main() == 0
    assert "skipped" in capsys.readouterr().out


@needs_shared
def test_every_label_has_its_report_and_every_report_read_its_labels() -> None:
    known = {path.stem for path in unread.LABELS.glob("*.json")}
    assert set(unread.documents()) == known
    assert unread.read_since() <= known
    assert sorted(n for batch in unread.batches() for n in batch["reports"]) == sorted(known)
