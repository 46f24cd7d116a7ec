"""Dates as languages write them: what is found, where it ends, and what is no date."""

from __future__ import annotations

import pytest

from traktat.lang import packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import Expression, expressions, times

PACKS = packs()


def found_in(text: str, code: str) -> list[Expression]:
    return expressions(text, tokenize(text), calendar_of(PACKS.get(code)))


def quotes(text: str, code: str) -> list[str]:
    return [item.span.of(text) for item in found_in(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "pada hari Rabu (4/12/2024), kata dia", ["Rabu (4/12/2024)"]),
        ("id", "pada tanggal 6 November lalu.", ["6 November lalu"]),
        ("id", "pada bulan Juni 2024 lalu mulai", ["Juni 2024 lalu"]),
        ("id", "sejak tahun 1998.", ["1998"]),
        ("id", "Selasa (4/11/2025) malam itu", ["Selasa (4/11/2025) malam"]),
        ("id", "September 2025 mendatang", ["September 2025 mendatang"]),
        ("id", "pada awal bulan Juni 2024,", ["awal bulan Juni 2024"]),
        ("en", "took effect on December 4, 2024, he said", ["December 4, 2024"]),
        ("en", "on April 5, Karzai", ["April 5"]),
        ("en", "in the early 1980s.", ["early 1980s"]),
        ("en", "during Monday's meeting", ["Monday"]),
        ("en", "at last year's summit", ["last year"]),
        ("en", "late on Friday night, he", ["late on Friday night"]),
        ("en", "a post-2014 future", ["2014"]),
    ],
)
def test_a_span_holds_the_date_and_no_more(code: str, text: str, expected: list[str]) -> None:
    assert quotes(text, code) == expected


def test_the_longest_reading_wins_and_leaves_nothing_over() -> None:
    text = "Sabtu, 2 November 2024 dan akhir pekan lalu"
    assert quotes(text, "id") == ["Sabtu, 2 November 2024", "akhir pekan lalu"]


def test_days_in_a_row_share_their_month_and_year() -> None:
    text = "pada 7, 8, dan 9 November 2025"
    assert quotes(text, "id") == ["7", "8", "9 November 2025"]
    assert [item.shape.day for item in found_in(text, "id")] == [7, 8, 9]
    assert {item.shape.year for item in found_in(text, "id")} == {2025}
    assert quotes("on June 12 and 13, they met", "en") == ["June 12", "13"]


def test_ends_joined_by_a_word_share_their_year() -> None:
    shapes = [item.shape for item in found_in("dari 1 Oktober hingga 21 Juli 2025", "id")]
    assert [shape.year for shape in shapes] == [2024, 2025]
    shapes = [item.shape for item in found_in("Februari, Maret, dan Juli 2025", "id")]
    assert [shape.year for shape in shapes] == [2025, 2025, 2025]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "UU No 12/2011"),
        ("id", "harga 1.234 rupiah, naik 20,24 persen, Rp 2024"),
        ("id", "telepon 021-1945-2024"),
        ("id", "skor 3-2, suhu 35 derajat, 2000 tentara"),
        ("id", "Resolusi DK PBB 1718"),
        ("id", "Sembilan putaran, kedua pihak, minggu demi minggu"),
        ("id", "Universitas Sebelas Maret"),
        ("id", "Pasar Minggu"),
        ("id", "puluhan tahun lalu"),
        ("id", "pukul 10.32 WIB"),
        ("en", "Resolution 2231 and resolutions 1718, 1874 and 1929"),
        ("en", "They may march in august company, then sat in the sun."),
        ("en", "It costs $2019 or 2,019 euros, 20 percent of 2000 dollars"),
        ("en", "two F16s, version 1.2.3, at 10:30 a.m., 50%"),
        ("en", "every Monday, Good Friday, second thoughts"),
        ("en", "several years ago, in recent weeks, for decades"),
        ("en", "May's cabinet said Kim Jun would stay"),
    ],
)
def test_what_looks_like_a_date_is_none(code: str, text: str) -> None:
    assert quotes(text, code) == []


def test_a_weekday_with_a_clitic_is_found_without_it() -> None:
    (item,) = found_in("Sunday's recommendation", "en")
    assert item.shape.weekday == 6
    assert item.span == (0, 6)


def test_minggu_is_a_day_or_a_week_by_its_letter() -> None:
    assert found_in("dan minggu lalu", "id")[0].shape.unit == "week"
    assert found_in("dan Minggu lalu", "id")[0].shape.weekday == 6


def test_digits_in_another_order_are_read_where_the_usual_one_gives_no_day() -> None:
    (item,) = found_in("19/6/2024", "en")
    assert (item.shape.month, item.shape.day) == (6, 19)
    (item,) = found_in("12/25/2024", "id")
    assert (item.shape.month, item.shape.day) == (12, 25)


def test_other_times_are_kept_apart_from_dates() -> None:
    text = "Saat ini perjanjian lima tahun itu berlaku."
    tokens = tokenize(text)
    found = times(text, tokens, calendar_of(PACKS.get("id")))
    assert [(item.span.of(text), item.shape.sense) for item in found] == [
        ("Saat ini", "now"),
        ("lima tahun itu", "duration"),
    ]
    assert expressions(text, tokens, calendar_of(PACKS.get("id"))) == []


def test_only_the_stretch_asked_for_is_searched() -> None:
    text = "pada 2010 dan 2015"
    tokens = tokenize(text)
    found = expressions(text, tokens, calendar_of(PACKS.get("id")), 2)
    assert [item.span.of(text) for item in found] == ["2015"]
