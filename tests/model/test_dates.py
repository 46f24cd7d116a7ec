"""Values of dates: EDTF in and out, and what the interval readings allow."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.parser_classes import EDTFObject

from traktat.errors import BadDate
from traktat.model.dates import (
    OPEN_END,
    OPEN_START,
    about,
    begun_by,
    compatible,
    from_to,
    month_of,
    narrowed,
    on,
    once_in,
    one_of,
    over_by,
    parse,
    sharper,
    week_of,
    year_of,
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("1949~", "1949-01-01", "1949-12-31"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-11-25/2024-12-01", "2024-11-25", "2024-12-01"),
        ("2026-09/2026-12", "2026-09-01", "2026-12-31"),
        ("1977/1979", "1977-01-01", "1979-12-31"),
        ("[2024-11-01..2024-11-10]", "2024-11-01", "2024-11-10"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-06-XX", "2024-06-01", "2024-06-30"),
        ("2024-11-08T07:38:16", "2024-11-08", "2024-11-08"),
        ("2024-11-08T07:38:16+07:00", "2024-11-08", "2024-11-08"),
        ("2024-11-08T00:00:00Z", "2024-11-08", "2024-11-08"),
    ],
)
def test_a_value_is_an_interval_of_days(edtf: str, first: str, last: str) -> None:
    when = parse(edtf)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)
    assert when.edtf == edtf
    assert parse(str(when)) == when


@pytest.mark.parametrize(
    ("edtf", "open_start", "open_end"),
    [
        ("[2024-11-10..]", False, True),
        ("[..2024-11-02]", True, False),
        ("2024-11-25/..", False, True),
        ("../2024-11-25", True, False),
        ("XXXX-04-14", True, True),
    ],
)
def test_an_unknown_end_is_open(edtf: str, open_start: bool, open_end: bool) -> None:
    when = parse(edtf)
    assert (when.first == OPEN_START, when.last == OPEN_END) == (open_start, open_end)
    assert when.is_open
    assert not when.is_day


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "soon",
        "2024-13",
        "2024-02-30",
        "2024-6-19",
        "19/6/2024",
        "[2024-01-01]",
        "[2024-01-01,2024-02-01]",
        "2024-11-08T25:00:00",
        "2024-11-08T07:38",
        "2024-99",
        "XX24",
        "2024-11-25/2024-12-01/2024-12-05",
        "2024-06-19\n2024-06-20",
    ],
)
def test_anything_else_is_refused(edtf: str) -> None:
    with pytest.raises(BadDate):
        parse(edtf)


def _bounds(value: EDTFObject) -> tuple[date, date]:
    low, high = value.lower_strict(), value.upper_strict()
    return date(*low[:3]), date(*high[:3])


@pytest.mark.parametrize(
    "edtf",
    [
        "2024-06-19",
        "2024-06",
        "2024",
        "2024-02",
        "1900-02",
        "197X",
        "19XX",
        "2024-11-25/2024-12-01",
        "2026-09/2026-12",
        "1977/1979",
        "2014-21",
        "2014-22",
        "2014-23",
        "2024-06-XX",
    ],
)
def test_another_reader_of_edtf_finds_the_same_days(edtf: str) -> None:
    when = parse(edtf)
    assert (when.first, when.last) == _bounds(parse_edtf(edtf))


@pytest.mark.parametrize(
    "edtf",
    [
        str(one_of(date(2024, 11, 1), date(2024, 11, 10))),
        str(one_of(date(2024, 11, 10), OPEN_END)),
        str(one_of(OPEN_START, date(2024, 11, 2))),
        str(from_to(date(2024, 11, 25), OPEN_END)),
        str(about(year_of(1949))),
        "XXXX-04-14",
        "2024-11-08T07:38:16",
    ],
)
def test_what_we_write_is_edtf(edtf: str) -> None:
    assert parse_edtf(edtf) is not None


def test_one_day_is_a_day_however_it_is_made() -> None:
    day = date(2024, 6, 19)
    assert one_of(day, day) == from_to(day, day) == on(day) == parse("2024-06-19")
    assert on(day).is_day
    assert on(day).days == 1


def test_a_stretch_may_stand_for_one_day_of_it() -> None:
    week = week_of(date(2024, 11, 28))
    assert week.lasts
    assert once_in(week) == parse("[2024-11-25..2024-12-01]")
    assert once_in(parse("2026-09/2026-12")).edtf == "[2026-09..2026-12]"
    assert once_in(parse("2024-06")) == parse("2024-06")
    assert once_in(parse("2024-11-25/..")) == parse("2024-11-25/..")


def test_only_a_plain_value_can_be_about() -> None:
    assert str(about(year_of(1949))) == "1949~"
    assert about(about(year_of(1949))) == about(year_of(1949))
    assert about(parse("197X")) == parse("197X")
    assert about(parse("1977/1979")) == parse("1977/1979")


def test_begun_and_over_are_told_apart() -> None:
    june = month_of(2024, 6)
    assert begun_by(date(2024, 6, 1), june)
    assert not over_by(date(2024, 6, 29), june)
    assert over_by(date(2024, 6, 30), june)


def test_two_values_that_meet_narrow_each_other() -> None:
    last_month, day = parse("2024-11"), parse("2024-11-06")
    assert compatible(last_month, day)
    assert narrowed(last_month, day) == day == sharper(last_month, day)
    assert narrowed(parse("2024-10"), day) == day
    assert narrowed(parse("2024-11"), parse("[2024-10-20..2024-11-05]")).edtf == (
        "[2024-11-01..2024-11-05]"
    )
