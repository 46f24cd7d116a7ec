"""`traktat read`: one JSON object a document, in order, whatever is among the documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Shell
from tests.cli.reports import LOMBOK_EN, REPORTS, SIGNED_EN, write_many, write_reports
from traktat.cli.reading import KINDS
from traktat.store.codec import FINDINGS


@pytest.fixture
def reports(folder: Path) -> Path:
    return write_reports(folder / "reports")


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_document_is_one_line_in_order(run: Run, reports: Path) -> None:
    result = run("read", "reports/lombok.txt", "reports/signed-en.txt", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    paths = [item["report"]["path"] for item in objects(result.stdout)]
    assert paths == ["reports/lombok.txt", "reports/signed-en.txt"]


def test_a_line_has_the_printed_form(run: Run, reports: Path) -> None:
    (told,) = objects(run("read", "reports/lombok.txt", "--json").stdout)
    assert told["schema"] == "traktat.findings/1"
    assert {"report", "findings", "issues"} <= set(told)
    for finding in told["findings"]:
        start, end = finding["span"]
        assert LOMBOK_EN[start:end] == finding["quote"]
    assert "act" in {finding["kind"] for finding in told["findings"]}


def test_a_pipe_gets_json_lines_unless_told_otherwise(run: Run, reports: Path) -> None:
    assert len(objects(run("read", "reports").stdout)) == len(REPORTS)
    assert run("read", "reports", "--format", "table").stdout.startswith("reports/in-force.txt")


def test_a_list_can_be_asked_for(run: Run, reports: Path) -> None:
    listed = json.loads(run("read", "reports", "--format", "json").stdout)
    assert [item["report"]["path"] for item in listed] == sorted(
        f"reports/{name}" for name in REPORTS
    )


def test_standard_input_is_read(run: Run) -> None:
    (told,) = objects(run("read", "-", stdin=SIGNED_EN).stdout)
    assert told["report"]["path"] == "-"
    assert told["findings"]


def test_json_documents_come_with_their_head(run: Run) -> None:
    document = {"text": SIGNED_EN, "outlet": "Strait Courier", "published": "2022-01-26"}
    (told,) = objects(run("read", "-", stdin=json.dumps(document)).stdout)
    assert told["report"]["outlet"] == "Strait Courier"
    assert told["report"]["published"] == "2022-01-26"
    assert told["report"]["published_basis"] == "metadata"


def test_a_day_can_be_given_to_reports_that_tell_none(run: Run) -> None:
    text = "Indonesia and Singapore signed an extradition treaty on Tuesday."
    (told,) = objects(run("read", "-", "--reference", "2022-01-26", stdin=text).stdout)
    assert told["report"]["published"] == "2022-01-26"
    assert "2022-01-25" in {item.get("edtf") for item in told["findings"]}


def test_a_day_a_report_tells_is_not_replaced(run: Run) -> None:
    document = json.dumps({"text": SIGNED_EN, "published": "2022-01-26"})
    (told,) = objects(run("read", "-", "--reference", "1999-01-01", stdin=document).stdout)
    assert told["report"]["published"] == "2022-01-26"


@pytest.mark.parametrize("kind", ["act", "date"])
def test_only_some_kinds_can_be_asked_for(run: Run, reports: Path, kind: str) -> None:
    for told in objects(run("read", "reports", "--kind", kind).stdout):
        assert {finding["kind"] for finding in told["findings"]} <= {kind}
    assert kind in run("read", "reports", "--kind", kind, "--format", "table").stdout


def test_the_kinds_to_ask_for_are_those_there_are() -> None:
    assert set(KINDS) == set(FINDINGS)


def test_several_processes_print_the_same(shell: Shell, folder: Path) -> None:
    write_many(folder / "many.jsonl", 40)
    printed = {shell("read", "many.jsonl", "--jobs", jobs).stdout for jobs in ("1", "2")}
    assert len(printed) == 1


def test_the_order_of_hashes_does_not_show(shell: Shell, reports: Path) -> None:
    printed = {
        shell("read", "reports", env={"PYTHONHASHSEED": seed}).stdout for seed in ("0", "3", "99")
    }
    assert len(printed) == 1


# what cannot be read

TEXT = SIGNED_EN.encode()
BAD = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\t\n", "the file is empty"),
    "paper.pdf": (b"%PDF-1.7\n\x00\x01", "no reports in this folder"),
    "paper.txt": (b"%PDF-1.7\n\x00\x01", "this is a PDF file, not text"),
    "picture.html": (b"\x89PNG\r\n\x1a\n", "this is a picture, not text"),
    "broken.json": (b'{"text": "half', "no JSON"),
    "other.json": (b'{"title": "no text"}', "no document with a text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_with_a_hint_and_passed_over(run: Run, folder: Path, name: str) -> None:
    content, message = BAD[name]
    (folder / "bad").mkdir()
    (folder / "bad" / name).write_bytes(content)
    (folder / "good.txt").write_bytes(TEXT)
    result = run("read", "bad", "good.txt")
    assert result.exit_code == 1
    assert message in result.stderr
    assert "hint: " in result.stderr
    assert result.stderr.endswith("1 report could not be read\n")
    assert [item["report"]["path"] for item in objects(result.stdout)] == ["good.txt"]


def test_a_path_that_is_not_there_is_told(run: Run, folder: Path) -> None:
    (folder / "good.txt").write_bytes(TEXT)
    result = run("read", "none.txt", "no*.txt", "good.txt")
    assert result.exit_code == 1
    assert "error: none.txt: no such file or folder" in result.stderr
    assert "error: no*.txt: no such file or folder" in result.stderr
    assert "2 reports could not be read" in result.stderr
    assert len(objects(result.stdout)) == 1


def test_one_bad_line_does_not_stop_the_others(run: Run, folder: Path) -> None:
    good = json.dumps({"text": SIGNED_EN})
    (folder / "feed.jsonl").write_text(f"{good}\nnot json\n{good}\n", encoding="utf-8")
    result = run("read", "feed.jsonl")
    assert result.exit_code == 1
    assert "error: feed.jsonl:2: no JSON" in result.stderr
    paths = [item["report"]["path"] for item in objects(result.stdout)]
    assert paths == ["feed.jsonl:1", "feed.jsonl:3"]


def test_a_wrong_encoding_is_read_with_an_issue(run: Run, folder: Path) -> None:
    text = LOMBOK_EN + "The café of Señor Núñez and the naïve façade stood empty.\n"
    (folder / "old.txt").write_bytes(text.encode("latin-1"))
    (told,) = objects(run("read", "old.txt").stdout)
    assert told["issues"]
    assert any("encoding" in issue["code"] for issue in told["issues"])


def test_html_that_breaks_off_is_read_as_far_as_it_goes(run: Run, folder: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in LOMBOK_EN.splitlines() if line)
    (folder / "cut.html").write_text(f"<html><body><article>{body}<p>And th", encoding="utf-8")
    result = run("read", "cut.html")
    assert result.exit_code == 0
    (told,) = objects(result.stdout)
    assert "agreement" in {finding["kind"] for finding in told["findings"]}


def test_a_line_of_200_megabytes_is_told_without_filling_the_memory(
    shell: Shell, folder: Path
) -> None:
    with (folder / "huge.jsonl").open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(200):
            stream.write(b"x" * 2**20)
        stream.write(b'"}\n' + json.dumps({"text": SIGNED_EN}).encode() + b"\n")
    result = shell("read", "huge.jsonl", "--json")
    assert result.returncode == 1
    assert "huge.jsonl:1: larger than 64 MiB" in result.stderr
    assert [item["report"]["path"] for item in objects(result.stdout)] == ["huge.jsonl:2"]


def test_a_folder_without_reports_is_told(run: Run, folder: Path) -> None:
    (folder / "nothing").mkdir()
    result = run("read", "nothing")
    assert result.exit_code == 1
    assert "nothing: no reports in this folder" in result.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_pack_that_is_none_is_told(shell: Shell, reports: Path, jobs: str) -> None:
    result = shell("read", "reports", "--pack", "reports", "--jobs", jobs)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == (
        "error: reports: a pack is a folder with a pack.toml\n"
        "\n"
        "hint: `traktat packs check LANG` lists everything that is wrong with a pack.\n"
    )


def test_a_reader_that_fails_on_one_report_goes_on_with_the_next(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from traktat.pipeline import readers

    real = readers.read_report

    def fails_on_lombok(report: Any, pack: Any) -> Any:
        if "Lombok" in report.text:
            raise ZeroDivisionError("planted")
        return real(report, pack)

    monkeypatch.setattr(readers, "read_report", fails_on_lombok)
    result = run("read", "reports")
    assert result.exit_code == 1
    assert "reports/lombok.txt: the reader failed (ZeroDivisionError: planted)" in result.stderr
    assert "--verbose" in result.stderr
    assert len(objects(result.stdout)) == len(REPORTS) - 1
