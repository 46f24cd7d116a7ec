"""The interface in two languages: catalogues are whole, labels come from packs, dates from CLDR."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.desk.client import TestClient
from tests.desk.pages.conftest import Get
from tests.factories import when
from traktat.desk.words import chosen, languages, words_in
from traktat.model.kinds import ActKind, AgreementStatus

ROOT = Path(__file__).resolve().parents[3]


def test_every_sentence_is_translated_and_what_the_desk_reads_is_in_step() -> None:
    done = subprocess.run(
        [sys.executable, "quality/catalogues.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr.strip(), done.returncode) == ("", 0)


def test_both_languages_have_a_catalogue_and_their_own_name() -> None:
    assert languages() == ("en", "id")
    assert [words_in(code).name for code in languages()] == ["English", "Bahasa Indonesia"]


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "found"),
    [
        ("id", "en", "en", "id"),
        (None, "id", "en", "id"),
        (None, None, "id-ID,id;q=0.9,en;q=0.8", "id"),
        (None, None, "de, fr;q=0.5", "en"),
        ("tlh", None, None, "en"),
        ("../../etc", "x" * 400, "\x00", "en"),
    ],
)
def test_the_language_is_asked_for_kept_or_accepted(asked, kept, accepted, found) -> None:
    assert chosen(asked, kept, accepted) == found


def test_an_indonesian_reader_reads_indonesian(get: Get) -> None:
    page = get("/agreements/irn-rus-2025", **{"accept-language": "id"})
    assert '<html lang="id">' in page
    for word in ("Linimasa", "Daur hidup", "mulai berlaku", "Rusia", "17 Januari 2025"):
        assert word in page


def test_the_choice_of_a_language_is_kept(desk: TestClient) -> None:
    desk.cookies.clear()
    assert "Perjanjian" in desk.get("/?lang=id").text
    assert "Perjanjian" in desk.get("/").text
    assert "Agreements" in desk.get("/?lang=en").text
    desk.cookies.clear()


def test_the_other_language_of_a_page_keeps_what_was_asked(get: Get) -> None:
    page = get("/agreements/irn-rus-2025?on=2025-05-01")
    assert 'href="/agreements/irn-rus-2025?on=2025-05-01&amp;lang=id"' in page


@pytest.mark.parametrize("code", ["en", "id"])
def test_labels_of_acts_and_standings_come_from_the_packs(code: str) -> None:
    words = words_in(code)
    for group, kind in (("act", ActKind), ("standing", AgreementStatus)):
        for member in kind:
            assert words.label(group, member)
    assert words_in("id").label("act", ActKind.SIGNATURE) == "ditandatangani"


@pytest.mark.parametrize(
    ("edtf", "english", "indonesian"),
    [
        ("2024-06-19", "19 June 2024", "19 Juni 2024"),
        ("2024-05", "May 2024", "Mei 2024"),
        ("2024", "2024", "2024"),
        ("1949~", "about 1949", "sekitar 1949"),
        (
            "[2024-08-01..2024-08-10]",
            "between 1 August 2024 and 10 August 2024",
            "antara 1 Agustus 2024",
        ),
        ("2024-05-01/2024-05-10", "1 May 2024 to 10 May 2024", "1 Mei 2024 sampai 10 Mei 2024"),
        ("2024-11-25/..", "from 25 November 2024", "sejak 25 November 2024"),
        ("../2024-11-25", "by 25 November 2024", "paling lambat 25 November 2024"),
        ("../2024-11", "by 30 November 2024", "paling lambat 30 November 2024"),
        ("XXXX", "day unknown", "hari tidak diketahui"),
    ],
)
def test_dates_are_written_as_each_language_writes_them(edtf, english, indonesian) -> None:
    assert words_in("en").day(when(edtf)).startswith(english)
    assert words_in("id").day(when(edtf)).startswith(indonesian)


def test_what_is_no_date_stays_as_it_is_and_numbers_follow_the_locale() -> None:
    english, indonesian = words_in("en"), words_in("id")
    assert english.day(None) == ""
    assert english.day("occurred 2025-05-21") == "occurred 2025-05-21"
    assert english.value("shall-not") == "shall not"
    assert english.value("denied") == "denied"
    assert english.value("denies") == "denies"
    assert english.value("IRN+RUS") == "Iran + Russia"
    assert indonesian.value("planned 2025-08") == "direncanakan Agustus 2025"
    assert english.value("armed-attack: anything + else") == "armed-attack: anything + else"
    assert english.day(date(2025, 5, 21)) == "21 May 2025"
    assert (english.number(12345), indonesian.number(12345)) == ("12,345", "12.345")
