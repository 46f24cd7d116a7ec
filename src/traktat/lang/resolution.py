"""Date expressions become values once the day they count from is known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from traktat.errors import BadDate
from traktat.lang.periods import (
    MONTHS,
    month_on,
    nth_of,
    part_of,
    period,
    portion_of,
    same_day,
    stretch,
)
from traktat.lang.shapes import Shape
from traktat.model.dates import When, about, month_of, on, parse, year_of

PAST, UNKNOWN, FUTURE = -1, 0, 1

# How much nearer a day ahead must be than one behind before a date without a year is read as
# lying ahead: news tells more of what was, and a verb in the past leaves little doubt. One in
# the future leaves some: "was to start on Dec. 15" is told two weeks later.
_LOOK_BACK = {PAST: 8.0, UNKNOWN: 1.5, FUTURE: 0.1}
_BARE_MONTH = 3  # a month without a day, in the past tense, is sooner the one gone by
# Days back at which a bare weekday is tomorrow's instead, also in the past tense: of some twenty
# such weekdays in unlabelled news none was six days old, and stated dates often lag a day behind.
_ALMOST_A_WEEK = 6
_NEAR, _FAR = timedelta(days=31), timedelta(days=150)
"""From where on a quarter ahead is rather the one of last year: after a verb in the past, else."""

_CLOSE = 3  # days: a date this soon is ahead whatever the verb says; papers print a day early


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a date counts from.

    `today` is the day of speaking (an interval where it is not known to the day), `spoken_of`
    the date mentioned last, `tense` tells whether the clause looks back or ahead.
    """

    today: When | None = None
    spoken_of: When | None = None
    tense: int = UNKNOWN


NOWHERE = Reference()


def resolve(shape: Shape, reference: Reference = NOWHERE) -> When | None:
    """Give the value of a shape; None where what it counts from is not known."""
    if shape.sense:
        return None
    if shape.context:
        return _offset(shape, reference.spoken_of)
    if shape.recurring:
        return _yearless(shape)
    today = reference.today
    if shape.is_explicit:
        return _safely(shape, date.max, reference.tense)
    if today is None or today.is_open:
        return _yearless(shape)
    first = _safely(shape, today.first, reference.tense)
    if today.is_day or first is None:
        return first
    last = _safely(shape, today.last, reference.tense)
    return first if last is not None and last.edtf == first.edtf else None


def _safely(shape: Shape, today: date, tense: int) -> When | None:
    """Resolve against a day; a day outside the calendar gives nothing."""
    try:
        found = _value(shape, today, tense)
    except (BadDate, ValueError, OverflowError):
        return None
    return about(found) if found is not None and shape.about else found


def _yearless(shape: Shape) -> When | None:
    """Give a day of a month whose year nobody knows."""
    if shape.month is None or shape.day is None or shape.unit or shape.until:
        return None
    return parse(f"XXXX-{shape.month:02d}-{shape.day:02d}")


def _value(shape: Shape, today: date, tense: int) -> When | None:
    if shape.until is not None:
        return _range(shape, shape.until, today, tense)
    if shape.stretch:
        return stretch(shape.unit or "day", shape.stretch, today)
    base = _base(shape, today, tense)
    if base is None:
        return None
    if shape.portion is not None:
        return _portion(base, shape, today, tense)
    if shape.first_units is not None:
        return portion_of(base, shape.first_units[0], 1, count=shape.first_units[1])
    if shape.nth is not None:
        base = nth_of(base, *shape.nth)
    return base if base is None or shape.part is None else part_of(base, *shape.part)


def _portion(base: When, shape: Shape, today: date, tense: int) -> When | None:
    """Give the quarter or half of a year; without a year the nearest that fits the tense."""
    found = portion_of(base, *(shape.portion or ("", 0)))
    if found is None or shape.year is not None or shape.unit is not None:
        return found
    far = _NEAR if tense == PAST else _FAR
    if tense != FUTURE and found.first - today > far:
        return portion_of(year_of(today.year - 1), *(shape.portion or ("", 0)))
    if tense == FUTURE and found.last < today:
        return portion_of(year_of(today.year + 1), *(shape.portion or ("", 0)))
    return found


def _range(shape: Shape, end: Shape, today: date, tense: int) -> When | None:
    last = _value(end, today, tense)
    if last is None:
        return None
    start = replace(shape, until=None)
    if start.year is None and start.month is not None:
        start = replace(start, year=last.first.year - (start.month > last.first.month))
    elif start.year is None and start.weekday is not None:
        return _weekdays(start.weekday, last)
    first = _value(start, today, tense)
    if first is None or first.first > last.last:
        return None
    return When(f"{first.edtf}/{last.edtf}", first.first, last.last, lasts=True)


def _weekdays(weekday: int, last: When) -> When:
    """Give the days from a weekday to a day: "Senin-Rabu"."""
    first = last.first - timedelta(days=(last.first.weekday() - weekday) % 7)
    return When(f"{first.isoformat()}/{last.edtf}", first, last.last, lasts=True)


def _base(shape: Shape, today: date, tense: int) -> When | None:
    """Give the day, month, year … that the parts name, before any part of it is taken."""
    if shape.century is not None:
        return parse(f"{shape.century - 1:02d}XX")
    if shape.decade is not None:
        return parse(f"{shape.decade // 10:03d}X")
    year = shape.year
    if year is None and shape.unit == "year":
        year = today.year + shape.shift
    if shape.season is not None:
        return _season(shape.season, year, shape.turn, today, tense)
    if shape.month is not None:
        return _in_month(shape.month, shape, year, today, tense)
    if shape.day is not None:
        return _day_only(shape.day, shape, today, tense)
    if year is not None:
        return year_of(year)
    return _relative(shape, today, tense)


def _relative(shape: Shape, today: date, tense: int) -> When | None:
    """Give a weekday, or a unit counted from today."""
    if shape.weekday is not None:
        if shape.unit == "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shape.shift)
            return on(monday + timedelta(days=shape.weekday))
        return on(_weekday(shape.weekday, shape.turn, today, tense))
    if shape.unit is not None:
        return period(shape.unit, shape.shift, today)
    return year_of(today.year) if shape.portion or shape.first_units or shape.nth else None


def _in_month(month: int, shape: Shape, year: int | None, today: date, tense: int) -> When | None:
    if year is None:
        year = _year_for(month, shape.day, shape.turn, today, tense)
        if shape.part and shape.turn == -1 and month == today.month:
            part = part_of(month_of(today.year, month), *shape.part)
            year = today.year if part is not None and part.last < today else year
    return month_of(year, month) if shape.day is None else on(date(year, month, shape.day))


def _year_for(month: int, day: int | None, turn: int | None, today: date, tense: int) -> int:
    """Choose the year of a month, or of a day of a month, named without one."""
    if turn == 0:
        return today.year
    bounds = [
        (year, *_month_bounds(year, month, day))
        for year in range(today.year - 4, today.year + 5)
        if day is None or day <= monthrange(year, month)[1]
    ]
    if not bounds:
        raise ValueError(f"no such day: {month}-{day}")
    before = [row for row in bounds if row[2] < today or (turn is None and row[1] <= today)]
    after = [row for row in bounds if row[1] > today or (turn is None and row[2] >= today)]
    last, following = before[-1], after[0]
    if turn is not None:
        return last[0] if turn < 0 else following[0]
    if last == following:
        return last[0]
    back, ahead = (today - last[2]).days, (following[1] - today).days
    pull = _LOOK_BACK[tense] * (_BARE_MONTH if day is None and tense == PAST else 1)
    return following[0] if ahead <= _CLOSE or ahead * pull < back else last[0]


def _month_bounds(year: int, month: int, day: int | None) -> tuple[date, date]:
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _day_only(day: int, shape: Shape, today: date, tense: int) -> When | None:
    """Give the day of a month named by its number alone ("tanggal 6 bulan lalu")."""
    months = shape.shift if shape.unit == "month" else 0
    if shape.unit is None and day > today.day and tense != FUTURE:
        months = -1
    elif shape.unit is None and day < today.day and tense == FUTURE:
        months = 1
    return on(month_on(today, months).replace(day=day))


def _weekday(weekday: int, turn: int | None, today: date, tense: int) -> date:
    back = (today.weekday() - weekday) % 7
    if turn == -1:
        return today - timedelta(days=back or 7)
    if turn == 1:
        return today + timedelta(days=7 - back)
    if tense == FUTURE or (turn == 0 and tense != PAST):
        return today + timedelta(days=-back % 7)
    if turn is None and back == _ALMOST_A_WEEK:
        return today + timedelta(days=1)
    return today - timedelta(days=back)


def _season(
    season: int, year: int | None, turn: int | None, today: date, tense: int
) -> When | None:
    if year is not None:
        return parse(f"{year:04d}-{season}")
    choices = [parse(f"{y:04d}-{season}") for y in range(today.year - 2, today.year + 3)]
    if turn == 0:
        return next(when for when in choices if when.first.year == today.year)
    if turn == 1 or (turn is None and tense == FUTURE):
        return next(when for when in choices if when.first > today)
    return [w for w in choices if w.last < today or (turn is None and w.first <= today)][-1]


# The longest stretch, in days, from which a unit can still be counted: "three days later" needs
# a day before it, "that year" anything inside a year.
_LONGEST = {"day": 1, "week": 7, "weekend": 7, "month": 31, "year": 366, "decade": 3660}


def _offset(shape: Shape, spoken_of: When | None) -> When | None:
    """Give a value counted from the date spoken of before; it must be known as finely."""
    unit = shape.unit
    if spoken_of is None or spoken_of.is_open or unit is None:
        return None
    if spoken_of.days > _LONGEST.get(unit, MONTHS.get(unit, 0) * 31):
        return None
    if unit == "year" and spoken_of.edtf.endswith("X"):
        return None
    try:
        if shape.to_the_day and unit == "week" and spoken_of.is_day:
            return on(spoken_of.first + timedelta(weeks=shape.shift))
        if shape.to_the_day and unit == "month" and spoken_of.is_day:
            return on(same_day(spoken_of.first, shape.shift))
        base = period(unit, shape.shift, spoken_of.first)
        if base is not None and shape.month is not None:
            return _in_month(shape.month, shape, base.first.year, base.first, UNKNOWN)
    except (BadDate, ValueError, OverflowError):
        return None
    return base if base is None or shape.part is None else part_of(base, *shape.part)
