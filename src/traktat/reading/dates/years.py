"""The year of a month or day that a report names without one, where the report itself tells it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from traktat.lang.dates import Expression
from traktat.lang.resolution import PAST
from traktat.lang.shapes import Shape
from traktat.model.dates import When
from traktat.model.spans import Span
from traktat.reading.dates.misfits import swapped_day
from traktat.reading.dates.tellings import Found

_BULLET = 1  # tokens beside a date that is a line of its own
_BESIDE = 2  # tokens of ", on" between a date and the one that spells it out
_MONTH, _YEAR = 31, 372  # days, as far as telling near from far needs them
_RECENT = 62  # days: what lies so little back needs no year
_OPENING = 3  # tokens: a date this near the beginning of its sentence sets the scene behind it


class Dating(NamedTuple):
    """A shape that was given its year, the kind of anchor, and the date that told it."""

    shape: Shape
    name: str
    source: Span | None = None


Months = dict[int, list[Expression]]
"""The dates of a report that name month and year, by month, in text order."""


def months_with_years(found: Sequence[Found]) -> Months:
    """List the dates of a report that name month and year."""
    months: Months = {}
    for item in found:
        shape = item.expression.shape
        if shape.month is not None and shape.year is not None:
            months.setdefault(shape.month, []).append(item.expression)
    return months


def from_elsewhere(found: Found, shape: Shape, months: Months) -> Dating:
    """Give a month the year it has elsewhere in a report that tells no day of its own."""
    same = months.get(shape.month or 0)
    if not same:
        return Dating(shape, "context")
    first = found.expression.first
    at = bisect_left(same, first, key=lambda expression: expression.first)
    nearest = min(same[max(at - 1, 0) : at + 1], key=lambda item: abs(item.first - first))
    return Dating(replace(shape, year=nearest.shape.year), "context", nearest.span)


def from_paragraph(
    found: Found, shape: Shape, before: Found | None, today: When | None
) -> Dating | None:
    """Give a month the year a paragraph is telling of: "In January 2018 … In March …".

    Only a date that opens its sentence sets the scene, and only a month that follows its own
    belongs to the same year; elsewhere a month without a year is the nearest one.
    """
    if before is None or today is None or today.is_open or shape.month is None:
        return None
    told = before.expression.shape
    if _is_heading(before, found) and shape.turn is None and shape.until is None and told.year:
        year = told.year + (told.month is not None and shape.month < told.month)
        return Dating(replace(shape, year=year), "paragraph", before.expression.span)
    if (
        shape.turn is not None
        or shape.unit is not None
        or shape.until is not None
        or before.sentence.paragraph != found.sentence.paragraph
        or before.expression.first - before.sentence.first > _OPENING
        or not told.year
        or told.month is None
        or told.until
        or told.year >= today.first.year
    ):
        return None
    if (shape.month, shape.day or 0) <= (told.month, told.day or 0):
        return None
    return Dating(replace(shape, year=told.year), "paragraph", before.expression.span)


def from_sentence(
    found: Found, shape: Shape, before: tuple[Found, When] | None, today: When, tense: int
) -> Dating | None:
    """Give a month the year of the date before it in its sentence: "signed in May 2014 and …".

    A date that only spells out another has its year: "three months later, on September 20". One
    told with it in the past follows it in the same year, if it is no recent one.
    """
    if before is None or before[0].sentence is not found.sentence or today.is_open:
        return None
    if shape.turn is not None or shape.unit is not None or shape.until is not None:
        return None
    (earlier, when), month = before, shape.month or 0
    told, span = earlier.expression.shape, earlier.expression.span
    beside = found.expression.first - earlier.expression.end <= _BESIDE
    if beside and told.context and not when.is_open and when.first.month == month:
        return Dating(replace(shape, year=when.first.year), "paragraph", span)
    if tense != PAST or not told.year or told.month is None or told.until:
        return None
    if told.year >= today.first.year or (month, shape.day or 0) <= (told.month, told.day or 0):
        return None
    ago = (today.first.month - month) * _MONTH + today.first.day - (shape.day or 1)
    if ago % _YEAR <= _RECENT:
        return None
    return Dating(replace(shape, year=told.year), "paragraph", span)


def _is_heading(before: Found, found: Found) -> bool:
    """Tell whether a date stands alone on the line above, as in a chronology."""
    own, line = before.expression, before.sentence
    alone = own.first - line.first + line.end - own.end <= _BULLET
    return alone and line.paragraph == found.sentence.paragraph - 1


def by_weekday(shape: Shape, when: When) -> Dating | None:
    """Give a day and month the year before or after, if only then its weekday is right.

    A weekday that fits once day and month change places tells of a slip, not of a year.
    """
    if shape.year or shape.weekday is None or shape.day is None or not when.is_day:
        return None
    if when.first.weekday() == shape.weekday or shape.month is None:
        return None
    swapped = swapped_day(when.first)
    if swapped is not None and swapped.weekday() == shape.weekday:
        return None
    for year in (when.first.year - 1, when.first.year + 1):
        try:
            day = date(year, shape.month, shape.day)
        except ValueError:
            continue
        if day.weekday() == shape.weekday:
            return Dating(replace(shape, year=year), "context")
    return None
