"""Dates as news gives them: EDTF (ISO 8601-2) values read as intervals of days.

A date that is not known to the day is an interval. Two readings of it matter:
`2024-06` or `[2024-11-01..2024-11-10]` is *one* unknown day inside the interval,
`2024-11-25/2024-12-01` *lasts* from the first day to the last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from traktat.errors import BadDate
from traktat.sentences import sentence

OPEN_START = date.min
OPEN_END = date.max

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[~?%]?"
)
_PLAIN = re.compile(r"\d{4}(-\d{2}){0,2}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d{2}(:\d{2})?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # northern months, EDTF level 1


@dataclass(frozen=True, slots=True)
class When:
    """A date or stretch of time: its EDTF value, first and last possible day.

    `first` is `OPEN_START` and `last` is `OPEN_END` where that end is open or unknown;
    `lasts` is true for `a/b`, which goes on from `first` to `last`.
    """

    edtf: str
    first: date
    last: date
    lasts: bool = False

    @property
    def is_day(self) -> bool:
        """Tell whether this is one known day."""
        return self.first == self.last

    @property
    def is_open(self) -> bool:
        """Tell whether an end is unknown."""
        return self.first == OPEN_START or self.last == OPEN_END

    @property
    def days(self) -> int:
        """Count the days the interval holds; a very large number when an end is open."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        return self.edtf


def parse(edtf: str) -> When:
    """Read an EDTF value; raise `BadDate` for anything else.

    >>> parse("2024-06").last
    datetime.date(2024, 6, 30)
    >>> parse("[2024-11-01..2024-11-10]").first
    datetime.date(2024, 11, 1)
    >>> parse("2024-11-25/..").lasts
    True

    A time of day is kept in the value and does not sharpen the interval, which counts days.

    >>> parse("2024-11-08T07:38:16").first
    datetime.date(2024, 11, 8)
    """
    return _parse(edtf)


@lru_cache(maxsize=4096)
def _parse(edtf: str) -> When:
    value = edtf.strip()
    if value.startswith("[") and value.endswith("]"):
        start, dots, end = value[1:-1].partition("..")
        if not dots or "," in value:
            raise BadDate(sentence("not an EDTF date: {edtf:quoted}", edtf=edtf))
        return When(value, _first(start, edtf), _last(end, edtf))
    moment = _MOMENT.fullmatch(value)
    if moment:
        return When(value, *_bounds(moment[1], edtf))
    if "/" in value:
        start, _, end = value.partition("/")
        return When(value, _first(start, edtf), _last(end, edtf), lasts=True)
    first, last = _bounds(value, edtf)
    return When(value, first, last)


def _first(point: str, whole: str) -> date:
    return OPEN_START if point in ("", "..") else _bounds(point, whole)[0]


def _last(point: str, whole: str) -> date:
    return OPEN_END if point in ("", "..") else _bounds(point, whole)[1]


def _bounds(point: str, whole: str) -> tuple[date, date]:
    found = _POINT.fullmatch(point)
    if not found:
        raise BadDate(sentence("not an EDTF date: {whole:quoted}", whole=whole))
    year, month, day = found["year"], found["month"], found["day"]
    if year == "XXXX":
        return OPEN_START, OPEN_END
    if "X" in year:
        return date(max(1, int(year.replace("X", "0"))), 1, 1), date(
            int(year.replace("X", "9")), 12, 31
        )
    try:
        return _bounds_in_year(int(year), month, day)
    except ValueError:
        raise BadDate(sentence("no such day: {whole:quoted}", whole=whole)) from None


def _bounds_in_year(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    if month is None or month == "XX":
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month)
    if number in _SEASONS:
        begin, end = _SEASONS[number]
        end_year = year + (end < begin)
        return date(year, begin, 1), date(end_year, end, monthrange(end_year, end)[1])
    if day is None or day == "XX":
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    the_day = date(year, number, int(day))
    return the_day, the_day


def on(day: date) -> When:
    """Give the value of one known day."""
    return When(day.isoformat(), day, day)


def one_of(first: date, last: date) -> When:
    """Give one unknown day between two, both counted; either may be open."""
    if first == last:
        return on(first)
    start = "" if first == OPEN_START else first.isoformat()
    end = "" if last == OPEN_END else last.isoformat()
    return When(f"[{start}..{end}]", first, last)


def from_to(first: date, last: date) -> When:
    """Give a stretch that lasts from one day to another; either may be open."""
    if first == last:
        return on(first)
    start = ".." if first == OPEN_START else first.isoformat()
    end = ".." if last == OPEN_END else last.isoformat()
    return When(f"{start}/{end}", first, last, lasts=True)


def until(when: When) -> When:
    """Give the stretch that ends with a date, no sharper than it: `../2017-10` for `2017-10`."""
    end = when.edtf.rpartition("/")[2]
    return parse(f"../{end}") if _PLAIN.fullmatch(end) else from_to(OPEN_START, when.last)


def month_of(year: int, month: int) -> When:
    """Give one unknown day of a month."""
    return parse(f"{year:04d}-{month:02d}")


def year_of(year: int) -> When:
    """Give one unknown day of a year."""
    return parse(f"{year:04d}")


def week_of(day: date) -> When:
    """Give the week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return from_to(monday, monday + timedelta(days=6))


def about(when: When) -> When:
    """Mark a value as approximate; stretches and marked values stay as they are.

    >>> str(about(year_of(1949)))
    '1949~'
    """
    if when.lasts or not when.edtf[-1:].isdigit():
        return when
    return When(when.edtf + "~", when.first, when.last)


def once_in(when: When) -> When:
    """Give a stretch as one unknown day of it: what happened "last week" happened on a day.

    >>> str(once_in(parse("2024-11-25/2024-12-01")))
    '[2024-11-25..2024-12-01]'
    """
    if not when.lasts or when.is_open:
        return when
    start, _, end = when.edtf.partition("/")
    return When(f"[{start}..{end}]", when.first, when.last)


def begun_by(day: date, when: When) -> bool:
    """Tell whether it may have happened by the end of the day."""
    return when.first <= day


def over_by(day: date, when: When) -> bool:
    """Tell whether it has surely happened by the end of the day."""
    return when.last <= day


def compatible(one: When, other: When) -> bool:
    """Tell whether both can be the same day: their intervals meet."""
    return one.first <= other.last and other.first <= one.last


def sharper(one: When, other: When) -> When:
    """Give the narrower of two values; of two equally narrow ones the first by its text."""
    return min(one, other, key=lambda when: (when.days, when.edtf))


def narrowed(one: When, other: When) -> When:
    """Give what both leave possible; the sharper of the two where they do not meet."""
    if not compatible(one, other):
        return sharper(one, other)
    first, last = max(one.first, other.first), min(one.last, other.last)
    for value in (one, other):
        if (value.first, value.last) == (first, last):
            return value
    return one_of(first, last)
