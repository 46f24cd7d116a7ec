"""The day of publication, where only the text itself can tell it.

News names the day it speaks of by its weekday: "Rabu (19/6/2024)" stands in a report of that
day or the next. A full date with a weekday is therefore the day of publication, unless a bare
weekday shortly after it is later still; dates without a weekday only set the earliest day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from traktat.lang.calendar import calendar_of
from traktat.lang.dates import Expression, expressions
from traktat.lang.resolution import Reference, resolve
from traktat.model import dates
from traktat.model.dates import When
from traktat.model.kinds import Basis
from traktat.model.spans import Span
from traktat.press.sheets import Sheet
from traktat.press.stamps import named_day

SOON = 2  # days: a bare weekday this near behind a full date is later, not earlier
WEEK = timedelta(days=7)
PLANNED = timedelta(days=60)  # a day so far behind that of the lead is one to come
LEAD = 600  # characters: where a report says which day it speaks of


def inferred(
    sheet: Sheet, dateline: Span | None, others: tuple[Span, ...] = ()
) -> tuple[When | None, Basis | None]:
    """Give the day or interval of publication that the dates in the text leave possible.

    A full date in the dateline is the day the report was filed; dates in the pointers to
    `others` tell nothing.
    """
    found = expressions(sheet.text, sheet.tokens, calendar_of(sheet.pack))
    found = [one for one in found if not any(span.holds(one.span) for span in others)]
    full = [(day, item) for item in found if (day := named_day(item))]
    filed = [day for day, item in full if dateline and dateline.holds(item.span)]
    if filed:
        return dates.on(filed[0]), Basis.DATELINE
    named = [(day, item) for day, item in full if item.shape.weekday is not None]
    if named:
        day, item = max(named, key=lambda pair: (pair[0], -pair[1].first))
        early = item.span.start < LEAD
        if all(other <= day or (early and other - day > PLANNED) for other, _ in full):
            day = _later_weekday(day, found)
            return dates.on(day), Basis.DATELINE if early else Basis.INFERRED
    if not full:
        return None, None
    return _not_before(max(day for day, _ in full), found), Basis.INFERRED


def _later_weekday(day: date, found: list[Expression]) -> date:
    """Give the latest bare weekday that lies at most `SOON` days behind a full date."""
    ahead = [
        (item.shape.weekday - day.weekday()) % 7
        for item in found
        if item.shape.weekday is not None and item.shape.day is None and not item.shape.turn
    ]
    return day + timedelta(days=max((days for days in ahead if days <= SOON), default=0))


def _not_before(day: date, found: list[Expression]) -> When:
    """Give the interval that begins with the latest date, to the end of a named week if any.

    A day and month without a year belong to the first such day behind the latest full date;
    a weekday that fits the day so found was less than a week ago.
    """
    after = dates.from_to(day, day + timedelta(days=300))
    latest = day
    for item in found:
        shape = item.shape
        if shape.month and shape.day and shape.year is None and not shape.context:
            when = resolve(replace(shape, weekday=None), Reference(today=dates.on(after.last)))
            if when and when.is_day and when.first > latest:
                latest = when.first
    for item in found:
        shape = item.shape
        if shape.weekday == latest.weekday() and shape.day is None and latest != day:
            first = latest + timedelta(days=1 if shape.turn == -1 else 0)
            return dates.one_of(first, latest + WEEK - timedelta(days=1))
    return dates.one_of(latest, dates.OPEN_END)
