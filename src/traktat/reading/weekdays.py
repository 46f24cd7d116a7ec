"""Whether a weekday and the date beside it agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from traktat.lang.dates import Expression
from traktat.model.dates import When
from traktat.model.issues import Issue


def weekday_doubt(found: Expression, when: When) -> Iterator[Issue]:
    """Give an issue where the weekday of a date is not the one its number has; the number wins."""
    weekday = found.shape.weekday
    if weekday is None or found.shape.day is None or not when.is_day or when.is_open:
        return
    if when.first.weekday() == weekday:
        return
    yield Issue(
        "weekday-mismatch",
        found.span,
        f"{when.edtf} was a {when.first:%A}; the number is taken, not the weekday",
    )
    swapped = _swapped(when.first)
    if swapped is not None and swapped.weekday() == weekday:
        yield Issue(
            "day-month-swap",
            found.span,
            f"the weekday fits {swapped.isoformat()}: day and month may have changed places",
        )


def _swapped(day: date) -> date | None:
    """Give the day whose number and month are exchanged, if there is one."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
