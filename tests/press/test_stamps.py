"""The day a page prints above its report, and the lists of other reports below it."""

from __future__ import annotations

import pytest

from traktat.lang import Packs
from traktat.model.documents import Document
from traktat.model.reports import Report
from traktat.press import prepare

BODY = {
    "en": "Norland and Valdoria signed a truce on Monday after ten days of talks in Nari.",
    "id": "Norland dan Valdoria meneken gencatan senjata Senin setelah sepuluh hari berunding.",
}


def _read(known: Packs, text: str, lang: str = "id") -> Report:
    return prepare(Document(path="page.txt", text=text, lang=lang), known)


def _masked(report: Report) -> list[str]:
    return [item.span.of(report.text) for item in report.mask]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("id", "Kompas.com - 07/05/2019, 06:38 WIB"),
        ("id", "CNN Indonesia | Selasa, 07/05/2019 20:24 WIB"),
        ("id", "SELASA, 07 MEI 2019 | 13:25 WIB | LAPORAN: LENA MOSS"),
        ("id", "Selasa, 7 Mei 2019 15:09 WIB"),
        ("id", "Lena Moss • Selasa, 7 Mei 2019, 08:55 WIB"),
        ("id", "Lena Moss, Jurnalis-Selasa, 7 Mei 2019 |20:11 WIB"),
        ("id", "Selasa, 7 Mei 2019"),
        ("id", "7 Mei 2019"),
        ("id", "07/05/2019 05:50"),
        ("en", "Reuters, May 7, 2019"),
        ("en", "Tuesday, May 7, 2019 - 14:05 GMT"),
        ("en", "May 7, 2019 2:05 pm"),
    ],
)
def test_a_page_prints_its_day_above_the_report(known: Packs, lang: str, line: str) -> None:
    report = _read(known, f"Gencatan Senjata\n\n{line}\n\n{BODY[lang]}", lang)
    assert str(report.published) == "2019-05-07"
    assert line in _masked(report)


@pytest.mark.parametrize(
    "line",
    [
        "Perundingan digelar di Nari pada 7 Mei 2019, 14:05 waktu setempat.",
        "Pada 7 Mei 2019 pukul 14:05 kedua delegasi bertemu lagi di Nari",
    ],
)
def test_a_sentence_with_a_day_and_an_hour_is_no_stamp(known: Packs, line: str) -> None:
    assert line not in _masked(_read(known, f"Judul Berita\n{line}\n{BODY['id']}"))


def test_days_that_head_a_chronology_are_no_stamps(known: Packs) -> None:
    text = f"Kronologi\n7 Mei 2019\n{BODY['id']}\n9 Mei 2019\n{BODY['id']}\n12 Mei 2019"
    assert str(_read(known, text).published) != "2019-05-07"


def test_the_days_of_other_reports_tell_nothing(known: Packs) -> None:
    text = (
        f"{BODY['id']} Pertemuan itu berlangsung Selasa (7/5/2019).\n\nPopuler\n\n"
        "Nelayan Norland Pulang Melaut\n\nSabtu, 20 Desember 2025 | 12:33\n\nHarga Garam Turun"
    )
    report = _read(known, text)
    assert str(report.published) == "2019-05-07"
    assert _masked(report) == text.split("\n\n")[1:]


def test_a_list_ends_where_the_report_goes_on(known: Packs) -> None:
    text = f"{BODY['id']}\nBaca Juga:\nNelayan Norland Pulang Melaut\n{BODY['id']}"
    assert _masked(_read(known, text)) == ["Baca Juga:", "Nelayan Norland Pulang Melaut"]


def test_a_caption_printed_twice_is_a_caption(known: Packs) -> None:
    shown = "Nelayan menarik perahu ke pantai Nari, Norland, Minggu, 5 Mei 2019."
    line = f"{shown} AFP/LENA MOSS{shown}"
    assert _masked(_read(known, f"{line}\n{BODY['id']}")) == [line]


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        ("Lena Moss", "Selasa, 7 Mei 2019 15:09 WIB"),
        ("Lena Moss - detikNews", "Nari"),
        ("Lena Moss dan Tomas Orell/Net", "Nari"),
    ],
)
def test_who_wrote_or_drew_stands_beside_the_day(known: Packs, line: str, beside: str) -> None:
    assert line in _masked(_read(known, f"Judul\n{line}\n{beside}\n{BODY['id']}"))


def test_a_name_in_capitals_ends_a_report(known: Packs) -> None:
    assert _masked(_read(known, f"{BODY['id']}\n\nLENA MOSS")) == ["LENA MOSS"]


def test_dates_that_head_a_chronology_are_no_stamps(known: Packs) -> None:
    days = ("2 April 2015", "14 Juli 2015", "16 Januari 2016")
    text = "\n".join(f"{day}\n{BODY['id']}" for day in days)
    assert not _masked(_read(known, text))


def test_roles_and_names_stand_above_one_another(known: Packs) -> None:
    text = f"Judul\nReporter\nLena Moss\nEditor\nTomas Orell\n7 Mei 2019\n{BODY['id']}"
    assert _masked(_read(known, text)) == text.split("\n")[1:-1]


def test_what_follows_the_initials_of_the_writers_is_of_the_page(known: Packs) -> None:
    text = f"{BODY['id']}\n(lmo/tor)\nNari Awards\nBaca kisah nelayan di sini"
    assert _masked(_read(known, text)) == text.split("\n")[1:]


def test_the_writer_may_stand_before_the_outlet(known: Packs) -> None:
    text = f"Lena Moss - detikNews\nSelasa, 07 Mei 2019 13:41 WIB\n{BODY['id']}"
    assert _read(known, text).outlet == "detikNews"


def test_a_line_at_the_end_may_tell_when_a_report_was_published(known: Packs) -> None:
    text = f"{BODY['en']}\n\nPublished in Nari Courier, May 7th, 2019"
    assert str(_read(known, text, "en").published) == "2019-05-07"
