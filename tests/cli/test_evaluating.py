"""`traktat evaluate`: figures as a table or JSON, mistakes when asked for."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from traktat.cli.evaluating import LAYERS
from traktat.pipeline.evaluation import Layer

GOLD = str(Path(__file__).resolve().parents[1] / "pipeline" / "gold")


def test_the_layers_that_can_be_asked_for_are_those_that_are_scored() -> None:
    assert tuple(layer.value for layer in Layer) == LAYERS


def test_the_table_has_a_block_for_each_language(run: Run) -> None:
    result = run("evaluate", GOLD)
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("all languages · 2 reports", "all · en · 1 report", "precision", "acts-strict"):
        assert words in result.stdout
    assert "missed" not in result.stdout


def test_json_has_figures_by_part_language_and_layer(run: Run) -> None:
    told = json.loads(run("evaluate", GOLD, "--json").stdout)
    assert told["schema"] == "traktat.evaluation/1"
    assert [item["language"] for item in told["scores"]] == ["all", "en", "id"]
    published = told["scores"][0]["layers"]["published"]
    assert published == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 2,
        "found": 2,
        "labelled": 2,
    }
    assert "errors" not in told


def test_only_the_layers_asked_for_are_shown(run: Run) -> None:
    result = run("evaluate", GOLD, "--layer", "mask", "--layer", "dates", "--json", "--errors")
    told = json.loads(result.stdout)
    assert all(list(item["layers"]) == ["dates", "mask"] for item in told["scores"])
    assert {item["layer"] for item in told["errors"]} <= {"dates", "mask"}


def test_mistakes_are_told_with_report_and_place(run: Run, folder: Path) -> None:
    for name, value in (
        ("text", {"text": "Oslo, 3 May 1906 - Nothing was signed.", "lang": "en"}),
        ("labels", {"dates": [["3 May 1906", "1906-05-04"]], "origins": ["Reuters"]}),
    ):
        (folder / name).mkdir()
        (folder / name / "oslo.json").write_text(json.dumps(value), encoding="utf-8")
    told = json.loads(run("evaluate", ".", "--errors", "--json").stdout)["errors"]
    wrong = {"span": [6, 16], "labelled": "1906-05-04", "found": "1906-05-03"}
    missed = {"span": None, "labelled": "reuters", "found": ""}
    assert {"report": "oslo", "layer": "dates", "what": "wrong", **wrong} in told
    assert {"report": "oslo", "layer": "origins", "what": "missed", **missed} in told
    assert "1906-05-04" in run("evaluate", ".", "--errors").stdout


def test_a_folder_without_labels_is_told_with_a_hint(run: Run, folder: Path) -> None:
    result = run("evaluate", ".")
    assert result.exit_code == 1
    assert "error: .: no labelled reports there" in result.stderr
    assert "hint: A folder of labelled reports holds text/<id>.json" in result.stderr


def test_an_unknown_layer_is_a_mistake_in_usage(run: Run) -> None:
    assert run("evaluate", GOLD, "--layer", "commas").exit_code == 2
