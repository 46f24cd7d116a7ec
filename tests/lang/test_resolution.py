"""Shapes resolved against the day they count from."""

from __future__ import annotations

import pytest

from traktat.lang.resolution import FUTURE, PAST, UNKNOWN, Reference, resolve
from traktat.lang.shapes import Shape
from traktat.model.dates import parse

NOVEMBER = "2024-11-13"  # a Wednesday


def value(shape: Shape, today: str | None = NOVEMBER, *, tense: int = UNKNOWN) -> str | None:
    reference = Reference(today=parse(today) if today else None, tense=tense)
    when = resolve(shape, reference)
    return when and when.edtf


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Shape(year=2024, month=6, day=19), "2024-06-19"),
        (Shape(month=6, turn=-1), "2024-06"),
        (Shape(month=12, turn=1), "2024-12"),
        (Shape(month=11, turn=0), "2024-11"),
        (Shape(month=11), "2024-11"),
        (Shape(unit="month", shift=-1), "2024-10"),
        (Shape(unit="year", shift=-1), "2023"),
        (Shape(unit="week", shift=0), "2024-11-11/2024-11-17"),
        (Shape(unit="weekend", shift=-1), "2024-11-09/2024-11-10"),
        (Shape(unit="century", shift=-1), "19XX"),
        (Shape(unit="decade", shift=0), "202X"),
        (Shape(unit="quarter", shift=-1), "2024-07/2024-09"),
        (Shape(weekday=5, turn=-1), "2024-11-09"),
        (Shape(weekday=2), "2024-11-13"),
        (Shape(weekday=2, turn=-1), "2024-11-06"),
        (Shape(weekday=2, turn=1), "2024-11-20"),
        (Shape(weekday=0, unit="week", shift=1), "2024-11-18"),
        (Shape(year=2026, part=(3, 3)), "2026-09/2026-12"),
        (Shape(month=5, part=(3, 3)), "2024-05-21/2024-05-31"),
        (Shape(decade=1970, part=(3, 3)), "1977/1979"),
        (Shape(century=20), "19XX"),
        (Shape(season=21, year=2014), "2014-21"),
        (Shape(season=22, turn=-1), "2024-22"),
        (Shape(unit="day", stretch=60), "2024-11-13/2025-01-12"),
        (Shape(unit="hour", stretch=-24), "2024-11-12/2024-11-13"),
        (Shape(portion=("half", 1)), "2024-01/2024-06"),
        (Shape(year=2025, first_units=("month", 4)), "2025-01/2025-04"),
        (Shape(unit="year", shift=0, nth=("day", -1)), "2024-12-31"),
        (Shape(day=6, unit="month", shift=1), "2024-12-06"),
        (Shape(unit="year", shift=-75, about=True), "1949~"),
        (Shape(month=11, day=12, recurring=True), "XXXX-11-12"),
    ],
)
def test_a_shape_has_one_value_on_a_day(shape: Shape, expected: str) -> None:
    assert value(shape) == expected


@pytest.mark.parametrize(
    ("tense", "expected"), [(PAST, "2024-11-08"), (UNKNOWN, "2024-11-08"), (FUTURE, "2024-11-15")]
)
def test_a_bare_weekday_is_the_nearest_past_one_unless_the_clause_looks_ahead(
    tense: int, expected: str
) -> None:
    assert value(Shape(weekday=4), tense=tense) == expected


def test_tomorrow_by_its_weekday_is_not_six_days_ago() -> None:
    assert value(Shape(weekday=3)) == "2024-11-14"
    assert value(Shape(weekday=3), tense=PAST) == "2024-11-14"
    assert value(Shape(weekday=3, turn=-1)) == "2024-11-07"


@pytest.mark.parametrize(
    ("month", "tense", "expected"),
    [
        (4, UNKNOWN, "2014-04"),
        (4, PAST, "2013-04"),
        (4, FUTURE, "2014-04"),
        (10, UNKNOWN, "2013-10"),
        (10, FUTURE, "2013-10"),
    ],
)
def test_the_year_of_a_month_is_the_nearest_that_the_tense_allows(
    month: int, tense: int, expected: str
) -> None:
    assert value(Shape(month=month), "2013-11-25", tense=tense) == expected


def test_without_a_day_of_speaking_only_what_names_its_year_has_a_value() -> None:
    assert value(Shape(year=2024, month=6), None) == "2024-06"
    assert value(Shape(month=4, day=14), None) == "XXXX-04-14"
    assert value(Shape(month=4), None) is None
    assert value(Shape(unit="week", shift=-1), None) is None
    assert value(Shape(weekday=2), "[2024-11-10..]") is None


def test_a_day_of_speaking_known_roughly_is_enough_where_all_its_days_agree() -> None:
    rough = "[2024-11-10..2024-11-15]"
    assert value(Shape(weekday=5, turn=-1), rough) == "2024-11-09"
    assert value(Shape(unit="month", shift=-1), rough) == "2024-10"
    assert value(Shape(unit="day", shift=0), rough) is None
    assert value(Shape(weekday=2), rough) is None


def test_a_count_goes_from_the_date_spoken_of() -> None:
    def after(shape: Shape, spoken_of: str) -> str | None:
        when = resolve(shape, Reference(spoken_of=parse(spoken_of)))
        return when and when.edtf

    assert after(Shape(unit="day", shift=3, context=True), "2024-11-06") == "2024-11-09"
    assert after(Shape(unit="year", context=True), "1999-05") == "1999"
    assert after(Shape(unit="day", shift=3, context=True), "2024-11") is None
    assert after(Shape(unit="month", part=(3, 3), context=True), "1998-06-03") == (
        "1998-06-21/1998-06-30"
    )
    assert resolve(Shape(unit="day", shift=3, context=True)) is None


def test_a_range_gives_both_ends_and_never_runs_backwards() -> None:
    end = Shape(year=2025, month=10, day=28)
    assert value(Shape(year=2025, month=10, day=26, until=end)) == "2025-10-26/2025-10-28"
    assert value(Shape(year=2025, month=10, day=29, until=end)) is None
    days = Shape(month=12, day=30, until=Shape(month=1, day=2))
    assert value(days, "2025-01-10") == "2024-12-30/2025-01-02"
    assert value(Shape(weekday=0, until=Shape(weekday=2))) == "2024-11-11/2024-11-13"


def test_days_that_do_not_exist_have_no_value() -> None:
    assert value(Shape(year=2023, month=2, day=29)) is None
    assert value(Shape(month=6, day=31)) is None
    assert value(Shape(unit="year", shift=-5000)) is None
    assert value(Shape(sense="now")) is None


def test_a_leap_day_without_a_year_is_that_of_a_leap_year() -> None:
    assert value(Shape(month=2, day=29), "2025-03-10") == "2024-02-29"
