"""Dates that do not agree with themselves: a weekday and a number, a day no month has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from traktat.lang.dates import Expression
from traktat.lang.numerals import LEAP_YEAR, is_day
from traktat.lang.shapes import Shape
from traktat.model.dates import When
from traktat.model.issues import Issue
from traktat.sentences import sentence


def weekday_doubts(found: Expression, when: When) -> Iterator[Issue]:
    """Give an issue where the weekday of a date is not the one its number has; the number wins."""
    weekday = found.shape.weekday
    if weekday is None or found.shape.day is None or not when.is_day or when.is_open:
        return
    if when.first.weekday() == weekday:
        return
    message = sentence(
        "{day:day} has another weekday; the number is taken, not the weekday", day=when.edtf
    )
    yield Issue("weekday-mismatch", found.span, message)
    swapped = swapped_day(when.first)
    if swapped is not None and swapped.weekday() == weekday:
        message = sentence(
            "the weekday fits {day:day}: day and month may have changed places", day=swapped
        )
        yield Issue("day-month-swap", found.span, message)


def swapped_day(day: date) -> date | None:
    """Give the day whose number and month are exchanged, if there is one.

    >>> swapped_day(date(2024, 9, 11))
    datetime.date(2024, 11, 9)
    """
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def without_impossible_day(found: Expression) -> tuple[Shape, tuple[Issue, ...]]:
    """Give a date without the day that its month has not, and an issue: the month still stands."""
    shape = found.shape
    if shape.day is None or shape.month is None:
        return shape, ()
    if is_day(shape.year or LEAP_YEAR, shape.month, shape.day):
        return shape, ()
    message = sentence(
        "month {month} has no day {day}; only the month is taken",
        month=shape.month,
        day=shape.day,
    )
    return replace(shape, day=None, weekday=None), (Issue("no-such-day", found.span, message),)
