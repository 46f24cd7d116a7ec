"""Dates that do not agree with themselves."""

from __future__ import annotations

from datetime import date

import pytest

from traktat.lang import packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import Expression, expressions
from traktat.model.dates import parse
from traktat.reading.dates.misfits import swapped_day, weekday_doubts, without_impossible_day

CALENDAR = calendar_of(packs().get("id"))


def expression(text: str) -> Expression:
    return expressions(text, tokenize(text), CALENDAR)[0]


@pytest.mark.parametrize(
    ("text", "when", "codes"),
    [
        ("Rabu (4/12/2024)", "2024-12-04", []),
        ("Kamis (4/12/2024)", "2024-12-04", ["weekday-mismatch"]),
        ("Sabtu (11 September)", "2024-09-11", ["weekday-mismatch", "day-month-swap"]),
        ("4 Desember 2024", "2024-12-04", []),
        ("Rabu", "2024-12-04", []),
    ],
)
def test_a_weekday_is_held_against_the_number(text: str, when: str, codes: list[str]) -> None:
    assert [issue.code for issue in weekday_doubts(expression(text), parse(when))] == codes


def test_only_days_that_are_also_months_can_be_swapped() -> None:
    assert swapped_day(date(2024, 9, 11)) == date(2024, 11, 9)
    assert swapped_day(date(2024, 9, 13)) is None
    assert swapped_day(date(2024, 9, 9)) is None


def test_a_day_that_its_month_has_not_is_dropped() -> None:
    shape, issues = without_impossible_day(expression("29 Februari 2023"))
    assert (shape.day, shape.month, shape.year) == (None, 2, 2023)
    assert [issue.code for issue in issues] == ["no-such-day"]
    assert without_impossible_day(expression("29 Februari 2024"))[1] == ()
    assert without_impossible_day(expression("29 Februari"))[1] == ()
