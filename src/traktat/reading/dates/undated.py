"""The day or year a report was written, where it tells none but gives itself away.

"Selasa (15/5)" and a treaty signed in December 2006 leave one Tuesday that was a 15 May; who
hopes to end talks "by late 2007" and speaks of "this year" writes in 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from traktat.lang.calendar import Calendar
from traktat.lang.resolution import FUTURE
from traktat.lang.shapes import Shape
from traktat.model.dates import When, on, year_of
from traktat.reading.dates.tellings import Found
from traktat.reading.dates.tenses import tense_of
from traktat.reading.scan import Scan

LEAD = 2  # tokens before a date in which "by" or "before" stands: "by the end of 2007"
CURRENT = 1  # years before or behind the one written in that "this year" or "last year" names


def day_given_away(
    page: Scan, calendar: Calendar, found: Sequence[Found], published: When | None
) -> When | None:
    """Give the day, else the year, that a report without a day of its own was written in.

    Where `published` tells a few days, only "today (15/5)" says which of them it is.
    """
    if published is not None and not published.is_open:
        return next((when for item in found if (when := _today(item, published))), None)
    shapes = [item.expression.shape for item in found]
    years = sorted({shape.year for shape in shapes if shape.year and shape.month})
    first = published.first if published is not None else date.min
    days = [day for item in found if (day := _day_of(item, found, years, first))]
    if days:
        return on(max(days)) if len({day.year for day in days}) == 1 else None
    return _year_of(page, calendar, found, first)


def _today(item: Found, published: When) -> When | None:
    shape = item.expression.shape
    if not _is_today(shape) or shape.day is None or item.quotation:
        return None
    day = _on(published.first.year, shape)
    return on(day) if day and published.first <= day <= published.last else None


def _day_of(item: Found, found: Sequence[Found], years: Sequence[int], first: date) -> date | None:
    """Give the one day near the years a report names that has this number and weekday."""
    shape = item.expression.shape
    if shape.day is None or shape.month is None or shape.year or shape.until or item.quotation:
        return None
    weekday = shape.weekday
    if weekday is None:
        weekday = _only_weekday(found) if _is_today(shape) else None
    if weekday is None:
        return None
    near = sorted({year + more for year in years for more in (0, 1)})
    days = [day for year in near if (day := _on(year, shape)) and day >= first]
    fitting = [day for day in days if day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _is_today(shape: Shape) -> bool:
    return shape.unit == "day" and not shape.shift


def _on(year: int, shape: Shape) -> date | None:
    try:
        return date(year, shape.month or 0, shape.day or 0)
    except ValueError:
        return None


def _only_weekday(found: Sequence[Found]) -> int | None:
    """Give the one weekday a report names without a number: that of what it tells."""
    bare = {
        item.expression.shape.weekday
        for item in found
        if item.expression.shape.day is None and item.expression.shape.unit is None
    } - {None}
    return bare.pop() if len(bare) == 1 else None


def _year_of(page: Scan, calendar: Calendar, found: Sequence[Found], first: date) -> When | None:
    """Give the year whose end or month a report looks ahead to, if it speaks of "this year"."""
    if not any(_is_of_now(item.expression.shape) for item in found):
        return None
    ahead = [
        shape.year
        for item in found
        if (shape := item.expression.shape).year
        and (shape.part is not None or shape.month is not None)
        and _is_ahead(page, calendar, item)
    ]
    year = min((year for year in ahead if year), default=0)
    told = max((item.expression.shape.year or 0 for item in found), default=0)
    return year_of(year) if year and year == told and year >= first.year else None


def _is_ahead(page: Scan, calendar: Calendar, item: Found) -> bool:
    """Tell whether a date lies ahead: "will meet in May 2007", "by the end of 2007"."""
    first = item.expression.first
    lead = page.tokens.lower[max(item.sentence.first, first - LEAD) : first]
    if any(calendar.is_a(word, "ahead_lead") for word in lead):
        return True
    return tense_of(item.expression, item.sentence, page, calendar) == FUTURE


def _is_of_now(shape: Shape) -> bool:
    return shape.unit == "year" and abs(shape.shift) <= CURRENT and not shape.context
