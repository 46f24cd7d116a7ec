"""Stretches of the calendar and their parts."""

from __future__ import annotations

from datetime import date

import pytest

from traktat.lang.periods import nth_of, part_of, period, portion_of, stretch
from traktat.model.dates import parse


@pytest.mark.parametrize(
    ("base", "k", "n", "expected"),
    [
        ("2024-02", 3, 3, "2024-02-21/2024-02-29"),
        ("2024-11", 2, 3, "2024-11-11/2024-11-20"),
        ("2024", 1, 3, "2024-01/2024-04"),
        ("2024", 2, 2, "2024-07/2024-12"),
        ("197X", 2, 3, "1974/1976"),
        ("20XX", 2, 2, "2050/2099"),
        ("19XX", 3, 3, "1967/1999"),
        ("2024-11-11/2024-11-17", 1, 3, "2024-11-11/2024-11-13"),
        ("2024-11-13", 1, 3, "2024-11-13"),
        ("2024-07/2024-09", 1, 3, "2024-07/2024-09"),
    ],
)
def test_thirds_and_halves(base: str, k: int, n: int, expected: str) -> None:
    assert part_of(parse(base), k, n).edtf == expected


def test_a_weekend_that_is_over_is_the_last_one_begun() -> None:
    assert str(period("weekend_gone", 0, date(2024, 11, 13))) == "2024-11-09/2024-11-10"
    assert str(period("weekend_gone", 0, date(2024, 11, 10))) == "2024-11-09/2024-11-10"


def test_units_nobody_knows_give_nothing() -> None:
    assert period("fortnight", 0, date(2024, 11, 13)) is None
    assert stretch("fortnight", 1, date(2024, 11, 13)) is None


def test_a_part_that_a_year_has_not_gives_nothing() -> None:
    assert portion_of(parse("2024"), "quarter", 5) is None
    assert portion_of(parse("2024-05"), "quarter", 1) is None
    assert nth_of(parse("2024-02"), "week", 5) is None
    assert nth_of(parse("2024"), "decade", 1) is None


def test_counting_may_begin_at_the_end() -> None:
    assert str(nth_of(parse("2024-02"), "day", -1)) == "2024-02-29"
    assert str(nth_of(parse("2024"), "month", -1)) == "2024-12"
    assert str(nth_of(parse("2024-03-06"), "week", 0)) == "2024-03-04/2024-03-10"


def test_a_stretch_ends_or_begins_today() -> None:
    assert str(stretch("year", -3, date(2024, 11, 13))) == "2021/2024"
    assert str(stretch("month", 2, date(2024, 11, 13))) == "2024-11-13/2025-01-13"
    assert str(stretch("week", -1, date(2024, 11, 13))) == "2024-11-06/2024-11-13"
