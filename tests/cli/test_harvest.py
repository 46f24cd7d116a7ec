"""`traktat packs harvest`: words that packs lack, with places to judge them by.

The verbs looked for are made up, so that no pack will ever know them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import write_many
from traktat.model.documents import Document
from traktat.pipeline.readers import Reader

KARLSTAD = (
    "STOCKHOLM, 23 October 2025 - Norway and Sweden have always florbed the Karlstad treaty, "
    "an archivist in Oslo told visitors on Thursday.\n\n"
    "Sweden signed the treaty in 1905. Hikers glimmerate the old forts nearby.\n"
)
AGAIN = (
    "OSLO, 24 October 2025 - Historians of Norway and Sweden say that both states florbed the "
    "treaty of 1905 in their schoolbooks.\n"
)
LOMBOK = (
    "JAKARTA, 13 November 2016 - Indonesia dan Australia terus memblorok perjanjian keamanan "
    "yang ditandatangani di Mataram pada 13 November 2006, kata seorang pengajar.\n"
)


@pytest.fixture
def texts(folder: Path) -> Path:
    place = folder / "texts"
    place.mkdir()
    for name, text in (("a.txt", KARLSTAD), ("b.txt", AGAIN), ("c.txt", LOMBOK)):
        (place / name).write_text(text, encoding="utf-8")
    return place


def harvested(run: Run, *arguments: str, **rest: Any) -> dict[str, dict[str, Any]]:
    result = run("packs", "harvest", *arguments, "--json", **rest)
    assert (result.exit_code, result.stderr) == (0, "")
    return {item["word"]: item for item in json.loads(result.stdout)}


def test_an_unknown_verb_beside_an_agreement_is_counted(run: Run, texts: Path) -> None:
    found = harvested(run, "texts")["florbed"]
    assert (found["before"], found["after"], found["reports"]) == (2, 0, 2)
    assert found["count"] == found["before"] + found["after"] + found["by_state"]
    assert found["everywhere"] == 2
    assert "verb past" in found["shapes"]
    assert found["language"] == "en"


def test_an_example_is_short_and_shows_where_it_stands(run: Run, texts: Path) -> None:
    first, second = harvested(run, "texts")["florbed"]["examples"]
    assert (first["path"], second["path"]) == ("texts/a.txt", "texts/b.txt")
    start, end = first["span"]
    assert KARLSTAD[start:end] == "florbed"
    assert first["words"] in KARLSTAD
    assert len(first["words"].split()) <= 11


def test_words_of_the_pack_names_and_distant_words_are_left_out(run: Run, texts: Path) -> None:
    found = harvested(run, "texts")
    assert not {"signed", "ditandatangani", "sweden", "treaty", "the", "glimmerate"} & set(found)


def test_only_reports_in_one_language_on_request(run: Run, texts: Path) -> None:
    found = harvested(run, "texts", "--language", "id")
    assert "memblorok" in found
    assert found["memblorok"]["shapes"] == ["verb active"]
    assert {item["language"] for item in found.values()} == {"id"}


def test_the_most_telling_word_comes_first_and_top_cuts(run: Run, texts: Path) -> None:
    (only,) = harvested(run, "texts", "--top", "1")
    assert only == "florbed"


def test_json_lines_and_standard_input_are_read(run: Run, folder: Path) -> None:
    lines = "".join(json.dumps({"text": text}) + "\n" for text in (KARLSTAD, LOMBOK))
    (folder / "texts.jsonl").write_text(lines, encoding="utf-8")
    from_file = harvested(run, "texts.jsonl")
    assert from_file["memblorok"]["examples"][0]["path"] == "texts.jsonl:2"
    from_pipe = harvested(run, "-", stdin=lines)
    assert set(from_pipe) == set(from_file)


def test_the_table_names_word_place_and_example(run: Run, texts: Path) -> None:
    shown = run("packs", "harvest", "texts").stdout
    assert "florbed" in shown
    assert "texts/a.txt" in shown


def test_nothing_unknown_is_said_so(run: Run, folder: Path) -> None:
    (folder / "plain.txt").write_text("The weather in Bergen stayed mild.\n", encoding="utf-8")
    result = run("packs", "harvest", "plain.txt")
    assert result.stdout == "The packs know every word beside these agreements.\n"


def test_a_language_without_a_pack_and_a_missing_file_are_told(run: Run, texts: Path) -> None:
    unknown = run("packs", "harvest", "texts", "--language", "xx")
    assert unknown.exit_code == 1
    assert "hint: `traktat packs list`" in unknown.stderr
    missing = run("packs", "harvest", "texts", "nowhere.txt", "--json")
    assert missing.exit_code == 1
    assert "nowhere.txt" in missing.stderr
    assert "florbed" in missing.stdout  # the rest is still read


def test_each_of_many_reports_is_made_ready_once(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    each: Any = Reader.each

    def counted(reader: Reader, document: Document, work: Any) -> Any:
        seen.append(document.path)
        return each(reader, document, work)

    monkeypatch.setattr(Reader, "each", counted)
    write_many(folder / "many.jsonl", 60)
    harvested(run, "many.jsonl")
    assert len(seen) == len(set(seen)) == 60
