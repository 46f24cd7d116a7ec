"""Labelled reports read and scored: by layer, language and part; as the labels' own scorer does."""

from __future__ import annotations

import importlib.util
import json
import shutil
import tomllib
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.shared import SHARED, needs_shared
from traktat.errors import InputError, ReaderError, UnreadableDocument
from traktat.model.findings import reading_json
from traktat.pipeline import evaluate, read
from traktat.pipeline.evaluation import Figures, Layer, Mistake
from traktat.pipeline.readers import Reader

GOLD = Path(__file__).parent / "gold"
SPLIT = Path(__file__).resolve().parents[2] / "quality" / "split.toml"
NAMES = {
    Layer.ACTS_STRICT: "acts strict",
    Layer.DIRECT: "direct statements",
    Layer.INDIRECT: "indirect statements",
}
"""The names the labels' own scorer has for layers, where they are not ours."""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Give a copy of the two labelled reports, to be changed at will."""
    return Path(shutil.copytree(GOLD, tmp_path / "gold"))


def relabel(gold: Path, name: str, **changes: Any) -> None:
    path = gold / "labels" / f"{name}.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**labels, **changes}), encoding="utf-8")


def test_every_layer_is_scored_in_every_language_and_in_all() -> None:
    found = evaluate(GOLD)
    assert [(s.part, s.language, s.reports) for s in found.scores] == [
        *(("all", "all", 2), ("all", "en", 1), ("all", "id", 1))
    ]
    assert all(set(scores.figures) == set(Layer) for scores in found.scores)
    labelled = {layer: found.of(layer).labelled for layer in Layer}
    assert labelled == {
        Layer.DATES: 7,
        Layer.AGREEMENTS: 2,
        Layer.ACTS: 4,
        Layer.ACTS_STRICT: 4,
        Layer.DIRECT: 2,
        Layer.INDIRECT: 3,
        Layer.PROVISIONS: 1,
        Layer.CLAIMS: 1,
        Layer.ORIGINS: 2,
        Layer.MASK: 2,
        Layer.OUTLET: 2,
        Layer.PUBLISHED: 2,
    }


def test_all_languages_are_the_sum_of_each() -> None:
    found = evaluate(GOLD)
    for layer in Layer:
        assert found.of(layer) == found.of(layer, "en") + found.of(layer, "id")


def test_what_stands_in_the_head_of_the_documents_is_right() -> None:
    found = evaluate(GOLD)
    assert found.of(Layer.OUTLET) == found.of(Layer.PUBLISHED) == Figures(2, 2, 2)
    assert found.of(Layer.DATES).f1 > 0.8


def test_a_wrong_label_shows_as_a_mistake_with_its_place(gold: Path) -> None:
    relabel(gold, "sulawesi-1", published="2014-05-25", dates=[["23 May 2014", "2014-05-22"]])
    mistakes = evaluate(gold).mistakes
    report, published = "sulawesi-1", Layer.PUBLISHED
    assert Mistake(report, published, "wrong", None, "2014-05-25", "2014-05-24") in mistakes
    (wrong,) = [item for item in mistakes if (item.layer, item.what) == (Layer.DATES, "wrong")]
    assert wrong.span is not None
    assert wrong.labelled == "2014-05-22"
    assert {item.what for item in mistakes if item.layer is Layer.DATES} == {"wrong", "extra"}


def test_a_report_the_reader_fails_on_counts_as_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Reader, document: object) -> None:
        raise ReaderError("the reader failed")

    monkeypatch.setattr(Reader, "read", fail)
    told: list[Exception] = []
    found = evaluate(GOLD, on_error=told.append)
    assert len(told) == 2
    assert found.of(Layer.DATES) == Figures(0, 0, 7)
    assert found.of(Layer.OUTLET) == Figures(0, 2, 2)
    with pytest.raises(ReaderError):
        evaluate(GOLD)


def test_the_parts_of_a_split_are_scored_apart(gold: Path, tmp_path: Path) -> None:
    split = tmp_path / "split.toml"
    split.write_text('seen = ["sulawesi-2"]\nunseen = ["sulawesi-1"]\n', encoding="utf-8")
    found = evaluate(gold, split=split)
    assert [(s.part, s.language) for s in found.scores] == [
        *(("seen", "all"), ("seen", "id"), ("unseen", "all"), ("unseen", "en"))
    ]
    assert found.of(Layer.DATES, part="seen") == evaluate(gold).of(Layer.DATES, "id")
    only = evaluate(gold, split=split, part="seen")
    assert {scores.part for scores in only.scores} == {"seen"}
    assert {item.report for item in only.mistakes} <= {"sulawesi-2"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seen = [", "cannot be read"),
        ('seen = "sulawesi-1"', "seen is no list of ids"),
        ('seen = ["sulawesi-9"]', "names sulawesi-9, which has no labels"),
        ('seen = ["sulawesi-1"]', "no part 'unseen' to score"),
    ],
)
def test_a_split_that_cannot_be_used_is_told(tmp_path: Path, text: str, message: str) -> None:
    split = tmp_path / "split.toml"
    split.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        evaluate(GOLD, split=split, part="unseen")
    assert error.value.hint


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"dates": None}, "dates is no list"),
        ({"dates": [["23 May 2014"]]}, "dates is no list"),
        ({"acts": [{"act": "signature"}]}, "acts 1 has no agreement"),
        ({"agreements": [{"key": "A", "parties": "IDN"}]}, "agreements 1: parties is no list"),
        ({"statements": {}}, "statements is no list"),
        ({"claims": ["denies"]}, "claims 1 is no object"),
        ({"origins": [7]}, "origins is no list of strings"),
        ({"outlet": 7}, "outlet is no string"),
    ],
)
def test_labels_of_another_form_are_told(gold: Path, changes: dict[str, Any], message: str) -> None:
    relabel(gold, "sulawesi-1", **changes)
    with pytest.raises(UnreadableDocument, match=f"sulawesi-1.json: {message}") as error:
        evaluate(gold)
    assert "labels/<id>.json" in error.value.hint


def test_a_folder_without_labels_and_labels_without_a_text_are_told(gold: Path) -> None:
    with pytest.raises(InputError, match="no labelled reports there"):
        evaluate(gold / "text")
    (gold / "text" / "sulawesi-2.json").unlink()
    with pytest.raises(InputError, match="the text it labels"):
        evaluate(gold)
    (gold / "labels" / "sulawesi-2.json").write_text("[", encoding="utf-8")
    (gold / "text" / "sulawesi-2.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="no JSON"):
        evaluate(gold)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.long
@needs_shared
@pytest.mark.shared
def test_the_figures_are_those_of_the_scorer_that_comes_with_the_labels() -> None:
    """Both score the half of the labelled reports that may be looked at."""
    ours, score = evaluate(SHARED / "gold", split=SPLIT, part="look"), scorer()
    tallies: dict[str, Any] = defaultdict(score.Tally)
    for name in sorted(look()):
        path = SHARED / "gold" / "text" / f"{name}.json"
        labels = json.loads((SHARED / "gold" / "labels" / path.name).read_text(encoding="utf-8"))
        raw = json.loads(path.read_text(encoding="utf-8"))
        (reading,) = read(path)
        for language in ("all", raw["lang"]):
            score.score_report(raw["text"], labels, reading_json(reading), tallies[language], [])
    for language, tally in tallies.items():
        table = tally.table()
        for layer in Layer:
            theirs = table[NAMES.get(layer, layer.value)]
            figures = ours.of(layer, language, "look")
            assert figures.labelled == theirs["gold"], (language, layer)
            assert figures.f1 == pytest.approx(theirs["f1"], abs=0.01), (language, layer)


def look() -> frozenset[str]:
    return frozenset(tomllib.loads(SPLIT.read_text(encoding="utf-8"))["look"])
