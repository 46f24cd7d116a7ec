"""Numbers and all-digit dates: what they can be, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from traktat.lang.shapes import Atom, Shape
from traktat.lang.tokens import Tokens

# Years that reports speak of as plain numbers; earlier ones need a century or a month beside them.
FIRST_YEAR, LAST_YEAR = 1500, 2100
LEAP_YEAR = 2024  # a year that has every day

# No digit, and no mark with a digit behind it, may follow: "1.2.2024.5" is no date.
_ENDS = r"(?![\d/]|[.,:-]\d)"
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})" + _ENDS)
_CLOCK = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_MONTH_DAY = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})" + _CLOCK + _ENDS)
_DAY_MONTH = re.compile(r"(\d{1,2})[/-](\d{1,2})(?!%)" + _ENDS)
_DAYS_MONTH = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?" + _ENDS)
_TWO_YEARS = re.compile(r"(\d{4})/(\d{4}|\d{2})" + _ENDS)
_MARKS = frozenset(".,:/")
_MONEY = frozenset("$€£¥₽₹₩#№")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a number is no part of a longer one ("1.500", "10:32", "12/2011", "50%").

    >>> stands_alone("1.500", 2, 5), stands_alone("pada 2024.", 5, 9)
    (False, True)
    """
    if start and text[start - 1] in _MONEY:
        return False
    if start > 1 and text[start - 1] in _MARKS and text[start - 2].isdigit():
        return False
    if text[end : end + 1] == "%":
        return False
    return not (text[end : end + 1] in _MARKS and text[end + 1 : end + 2].isdigit())


def numeric_dates(
    text: str, tokens: Tokens, at: int, stop: int, *, day_first: bool
) -> Iterator[Atom]:
    """Give what the digits at a token can be as a date written in digits only."""
    start = tokens.starts[at]
    if start and text[start - 1] in "/-.,:$€£¥" and not text[start - 2 : start - 1].isspace():
        return
    for pattern, read in _READERS:
        found = pattern.match(text, start)
        if found:
            atom = read(found, day_first)
            if atom is not None:
                end = at + 1
                while end < stop and tokens.starts[end] < found.end():
                    end += 1
                yield Atom(atom[0], atom[1], end)


def _ymd(found: re.Match[str], _: bool) -> tuple[str, tuple[int, int, int]] | None:
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
    return next(
        (("date", (year, *md)) for md in _orders(one, two, day_first) if is_day(year, *md)), None
    )


def _dm(found: re.Match[str], day_first: bool) -> tuple[str, tuple[int, int]] | None:
    one, two = int(found[1]), int(found[2])
    return next(
        (("monthday", md) for md in _orders(one, two, day_first) if is_day(LEAP_YEAR, *md)), None
    )


def _orders(one: int, two: int, day_first: bool) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give (month, day) as the language writes it, then the other way round."""
    return ((two, one), (one, two)) if day_first else ((one, two), (two, one))


def _days(found: re.Match[str], _: bool) -> tuple[str, Shape] | None:
    first, last, month = int(found[1]), int(found[2]), int(found[3])
    year = int(found[4]) if found[4] else None
    if not (first < last and is_day(year or LEAP_YEAR, month, last)):
        return None
    end = Shape(year=year, month=month, day=last, numeric=True)
    return "digits_range", Shape(year=year, month=month, day=first, numeric=True, until=end)


def _years(found: re.Match[str], _: bool) -> tuple[str, Shape] | None:
    first, last = int(found[1]), int(found[2])
    if last < 100:
        last += first // 100 * 100
    if not (FIRST_YEAR <= first < last <= min(first + 5, LAST_YEAR)):
        return None
    return "digits_range", Shape(year=first, until=Shape(year=last))


_READERS = (
    (_YEAR_MONTH_DAY, _ymd),
    (_DAY_MONTH_YEAR, _dmy),
    (_DAYS_MONTH, _days),
    (_DAY_MONTH, _dm),
    (_TWO_YEARS, _years),
)


def timestamp(digits: str) -> str:
    """Give the day and time that 14 or 17 digits in a row spell, as EDTF; empty if they do not.

    >>> timestamp("20241108073816961")
    '2024-11-08T07:38:16'
    """
    if len(digits) not in (14, 17):
        return ""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    hour, minute, second = digits[8:10], digits[10:12], digits[12:14]
    if not (FIRST_YEAR <= year <= LAST_YEAR and is_day(year, month, day)):
        return ""
    if hour > "23" or minute > "59" or second > "59":
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}T{hour}:{minute}:{second}"


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
