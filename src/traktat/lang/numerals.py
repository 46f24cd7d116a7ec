"""Numbers and all-digit dates: what they can be, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from traktat.lang.shapes import Atom, Shape
from traktat.lang.tokens import Tokens

# Years that reports speak of as plain numbers; earlier ones need a century or a month beside them.
FIRST_YEAR, LAST_YEAR = 1500, 2100

_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.,-]\d)")
_YEAR_MONTH_DAY = re.compile(
    r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/]|[.,-]\d)"
)
_DAY_MONTH = re.compile(r"(\d{1,2})[/-](\d{1,2})(?![\d/%]|[.,-]\d)")
_DAYS_MONTH_YEAR = re.compile(
    r"(\d{1,2})\s?[-–—]\s?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/]|[.,-]\d)"
)
_JOINED = frozenset(".,/:-–—−+$€£¥%")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a number is no part of a longer one ("1.500", "10:32", "12/2011", "-5").

    A full stop or comma counts only with a digit on its other side.
    """
    if start > 0 and text[start - 1] in _JOINED and not _after_word(text, start - 1):
        return False
    if end < len(text) and text[end] in ".,:/%+":
        after = text[end + 1 : end + 2]
        return text[end] not in "%+" and not after.isdigit()
    return True


def _after_word(text: str, at: int) -> bool:
    """Tell whether a mark joins a number to a word ("post-2014") or ends the one before it."""
    if text[at] in ".,:$€£¥%+":
        return text[at] in ".,:" and not text[at - 1 : at].isdigit()
    return at > 0 and (text[at - 1].isalpha() or text[at - 1].isspace()) and text[at] in "-–—−/"


def numeric_dates(
    text: str, tokens: Tokens, at: int, stop: int, *, day_first: bool
) -> Iterator[Atom]:
    """Give what the digits at a token can be as a date written in digits only."""
    start = tokens.starts[at]
    if start and (text[start - 1].isdigit() or text[start - 1] in "/$€£¥"):
        return
    for pattern, read in (
        (_YEAR_MONTH_DAY, _ymd),
        (_DAY_MONTH_YEAR, _dmy),
        (_DAYS_MONTH_YEAR, _days),
        (_DAY_MONTH, _dm),
    ):
        found = pattern.match(text, start)
        if found:
            atom = read(found, day_first)
            if atom is not None:
                end = at + 1
                while end < stop and tokens.starts[end] < found.end():
                    end += 1
                yield Atom(atom[0], atom[1], end)


def _ymd(found: re.Match[str], day_first: bool) -> tuple[str, tuple[int, int, int]] | None:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    return ("date", (year, month, day)) if is_day(year, month, day) else None


def _dmy(found: re.Match[str], day_first: bool) -> tuple[str, tuple[int, int, int]] | None:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if year < 100:
        if found[2] != "/":
            return None  # "12.30.45" and "02-03-04" are rather times and numbers
        year += 2000 if year < 70 else 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    for day, month in ((one, two), (two, one)) if day_first else ((two, one), (one, two)):
        if is_day(year, month, day):
            return "date", (year, month, day)
    return None


def _dm(found: re.Match[str], day_first: bool) -> tuple[str, tuple[int, int]] | None:
    one, two = int(found[1]), int(found[2])
    for day, month in ((one, two), (two, one)) if day_first else ((two, one), (one, two)):
        if is_day(2024, month, day):
            return "monthday", (month, day)
    return None


def _days(found: re.Match[str], day_first: bool) -> tuple[str, Shape] | None:
    first, last, month = int(found[1]), int(found[2]), int(found[3])
    year = int(found[4]) if found[4] else None
    if not (first < last and is_day(year or 2024, month, last)):
        return None
    end = Shape(year=year, month=month, day=last, numeric=True)
    return "days", Shape(year=year, month=month, day=first, numeric=True, until=end)


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day.

    >>> is_day(2023, 2, 29)
    False
    """
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
