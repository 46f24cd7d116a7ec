"""Documents from files, folders, patterns and standard input, good and bad."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from traktat.errors import InputError, UnreadableDocument
from traktat.intake import documents
from traktat.intake.sources import MAX_BYTES

NEWS = "VALDORIA - Presiden Valdoria meneken pakta dengan Norland, Senin (3/3/2025)."


def one(path: Path) -> str:
    [document] = documents([str(path)])
    return document.text


def refusal(path: Path | str) -> InputError:
    with pytest.raises(InputError) as caught:
        list(documents([str(path)]))
    return caught.value


def test_a_text_file_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes((NEWS + "\r\n\r\nLagi.\r\n").encode())
    assert one(file) == NEWS + "\r\n\r\nLagi.\r\n"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        file = tmp_path / f"{encoding}.txt"
        file.write_bytes(NEWS.encode(encoding))
        assert one(file) == NEWS


def test_another_encoding_is_guessed_and_said(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes(("Menteri café señor “pakta”. " * 20).encode("cp1252"))
    [document] = documents([str(file)])
    assert "café" in document.text
    assert [issue.code for issue in document.issues] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"abc\0def", "NUL"),
        (b"\xff\xfea\xd8", "utf-16"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(raw)
    error = refusal(file)
    assert words in error.message
    assert error.hint


def test_a_missing_path_says_so() -> None:
    assert "no such file" in refusal("nowhere/at/all.txt").message


def test_an_empty_folder_says_what_reports_are(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert "no reports in this folder" in error.message
    assert ".jsonl" in error.hint


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [d.text for d in documents([str(tmp_path)])] == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_pattern_finds_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    [document] = documents([str(tmp_path / "*.txt")])
    assert document.text == NEWS


def test_a_json_document_brings_its_masthead(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"text": NEWS, "outlet": "Harian Utara", "lang": "id"}))
    [document] = documents([str(file)])
    assert (document.outlet, document.lang, document.published) == ("Harian Utara", "id", None)


@pytest.mark.parametrize(
    "value", [{"title": "x"}, {"text": 1}, [], 3, {"text": " "}, {"text": "a", "outlet": 3}]
)
def test_json_without_a_text_is_refused(tmp_path: Path, value: object) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([value]))
    assert isinstance(refusal(file), UnreadableDocument)


def test_json_nested_beyond_reason_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text("[" * 100_000)
    assert "no JSON" in refusal(file).message


def test_half_characters_in_json_are_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"text": "pakta \\ud800 ini"}')
    [document] = documents([str(file)])
    assert document.text == "pakta \ufffd ini"
    assert document.issues[0].code == "broken-characters"


def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"text": "{NEWS}"}}\n{{"text": \n\n{{"text": "dua"}}\n')
    errors: list[InputError] = []
    found = list(documents([str(file)], on_error=errors.append))
    assert [document.path for document in found] == [f"{file}:1", f"{file}:4"]
    assert f"{file}:2" in errors[0].message


def test_a_line_beyond_all_size_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "big.jsonl"
    with file.open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(MAX_BYTES // 2**20 + 1):
            stream.write(b"x" * 2**20)
        stream.write(b'"}\n{"text": "dua"}\n')
    errors: list[InputError] = []
    found = list(documents([str(file)], on_error=errors.append))
    assert [document.text for document in found] == ["dua"]
    assert "larger than 64 MiB" in errors[0].message


def test_html_gives_text_and_masthead(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        "<!doctype html><html><head><title>Pakta diteken</title>"
        '<meta property="og:site_name" content="Harian Utara">'
        '<meta property="article:published_time" content="2025-03-04T08:00:00+07:00">'
        f"</head><body><nav>Beranda</nav><article><h1>Pakta diteken</h1><p>{NEWS}</p>"
        f"<p>{'Kedua negara menyebut pakta ini penting bagi kawasan. ' * 5}</p></article>"
        "<script>alert(1)</script></body></html>"
    )
    [document] = documents([str(file)])
    assert NEWS in document.text
    assert "alert" not in document.text
    assert (document.outlet, document.published) == ("Harian Utara", "2025-03-04")


def test_html_cut_short_is_read_with_an_issue(tmp_path: Path) -> None:
    file = tmp_path / "cut.html"
    file.write_text(f"<html><body><article><p>{NEWS * 4}</p><p>Lalu menteri ber")
    [document] = documents([str(file)])
    assert [issue.code for issue in document.issues] == ["truncated-html"]


def test_html_without_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text("<html><body><script>render()</script></body></html>")
    assert "no running text" in refusal(file).message


def test_standard_input_is_told_apart_by_its_bytes() -> None:
    assert [d.text for d in documents(["-"], stdin=io.BytesIO(NEWS.encode()))] == [NEWS]
    lines = b'{"text": "satu"}\n{"text": "dua"}\n'
    assert [d.text for d in documents(["-"], stdin=io.BytesIO(lines))] == ["satu", "dua"]
    whole = b'{\n "text": "satu"\n}\n'
    assert [d.text for d in documents(["-"], stdin=io.BytesIO(whole))] == ["satu"]


def test_a_name_that_no_system_takes_is_an_error_not_a_crash() -> None:
    assert refusal("a\0b").hint
    assert refusal("x" * 5000).hint
