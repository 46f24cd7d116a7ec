"""Stretches of the calendar: the month before a day, the second half of a year, late May."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from traktat.model.dates import When, from_to, month_of, on, parse, week_of, year_of

MONTHS = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12}
"""How many months a unit has."""

_YEARS = {"year": 1, "decade": 10, "century": 100}
_SATURDAY = 5
_DAYS = {"day": 1, "week": 7}

# Where thirds and halves of a stretch begin, and where the last one ends (see GUIDELINE).
_CENTURY = {3: (0, 34, 67, 100), 2: (0, 50, 100)}
_DECADE = {3: (0, 4, 7, 10), 2: (0, 5, 10)}
_WEEK = {3: ((0, 3), (2, 4), (4, 7))}  # Wednesday is early and midway


def period(unit: str, shift: int, day: date) -> When | None:
    """Give the unit that lies so many units from the one that holds a day.

    >>> str(period("month", -1, date(2024, 1, 15))), str(period("decade", -1, date(2024, 1, 1)))
    ('2023-12', '201X')
    """
    if unit == "day":
        return on(day + timedelta(days=shift))
    if unit == "week":
        return week_of(day + timedelta(weeks=shift))
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday()) + timedelta(days=5, weeks=shift)
        return from_to(saturday, saturday + timedelta(days=1))
    if unit == "weekend_gone":
        return period("weekend", 0 if day.weekday() >= _SATURDAY else -1, day)
    if unit == "anniversary":
        return on(same_day(day, 12 * shift))
    if unit == "decade":
        return parse(f"{day.year // 10 + shift:03d}X")
    if unit == "century":
        return parse(f"{day.year // 100 + shift:02d}XX")
    size = MONTHS.get(unit)
    return None if size is None else _months(unit, size, month_on(day, shift * size))


def _months(unit: str, size: int, day: date) -> When | None:
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    return portion_of(year_of(day.year), unit, (day.month - 1) // size + 1)


def month_on(day: date, months: int) -> date:
    """Give the first day of the month so many months from a day's."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def same_day(day: date, months: int) -> date:
    """Give the day of the same number so many months from a day, or the last one there.

    >>> same_day(date(2024, 1, 31), 1).isoformat(), same_day(date(2020, 5, 22), 6).isoformat()
    ('2024-02-29', '2020-11-22')
    """
    month = month_on(day, months)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1]))


def stretch(unit: str, count: int, today: date) -> When | None:
    """Give the stretch of so many units that ends, or if positive begins, today.

    >>> str(stretch("day", 60, date(2024, 1, 1))), str(stretch("hour", -24, date(2024, 1, 2)))
    ('2024-01-01/2024-03-01', '2024-01-01/2024-01-02')
    """
    if unit in _YEARS:
        years = sorted((today.year + count * _YEARS[unit], today.year))
        return parse(f"{years[0]:04d}/{years[1]:04d}")
    if unit in MONTHS:
        there = same_day(today, count * MONTHS[unit])
        return from_to(min(today, there), max(today, there))
    if unit == "hour":
        days = -(-abs(count) // 24) * (1 if count > 0 else -1)
    elif unit in _DAYS:
        days = count * _DAYS[unit]
    else:
        return None
    there = today + timedelta(days=days)
    return from_to(min(today, there), max(today, there))


def portion_of(base: When, unit: str, k: int, *, count: int = 1) -> When | None:
    """Give the k-th quarter, half or month of a year; with `count` that many from there on.

    >>> str(portion_of(year_of(2025), "half", 1))
    '2025-01/2025-06'
    >>> str(portion_of(year_of(2025), "month", 1, count=4))
    '2025-01/2025-04'
    """
    size = MONTHS.get(unit)
    if size is None or base.lasts or len(base.edtf) != 4:
        return None
    first, last = (k - 1) * size + 1, (k - 1 + count) * size
    if k < 1 or not 1 <= first <= last <= 12:
        return None
    start = f"{base.edtf}-{first:02d}"
    return parse(start) if first == last else parse(f"{start}/{base.edtf}-{last:02d}")


def part_of(base: When, k: int, n: int) -> When:
    """Give the k-th of n parts of a month, year, decade, century or week; a day stays whole.

    >>> str(part_of(parse("2024-05"), 3, 3)), str(part_of(parse("197X"), 1, 3))
    ('2024-05-21/2024-05-31', '1970/1973')
    """
    edtf, first = base.edtf, base.first
    if edtf.endswith("X"):
        cuts = (_CENTURY if edtf.endswith("XX") else _DECADE)[n]
        return parse(f"{first.year + cuts[k - 1]:04d}/{first.year + cuts[k] - 1:04d}")
    if len(edtf) == 4:
        size = 12 // n
        return parse(f"{edtf}-{(k - 1) * size + 1:02d}/{edtf}-{k * size:02d}")
    if base.days == 7 and n in _WEEK:
        begin, end = _WEEK[n][k - 1]
        return from_to(first + timedelta(days=begin), first + timedelta(days=end - 1))
    if len(edtf) == 7 and base.days <= 31:
        cuts = (0, 10, 20, base.days) if n == 3 else (0, 15, base.days)
    else:
        return base
    return from_to(first + timedelta(days=cuts[k - 1]), first + timedelta(days=cuts[k] - 1))


def nth_of(base: When, unit: str, k: int) -> When | None:
    """Give the k-th day, week or month of a stretch, from its end if negative, around it if 0.

    >>> str(nth_of(year_of(2019), "day", -1)), str(nth_of(parse("2024-05"), "week", 1))
    ('2019-12-31', '2024-05-01/2024-05-07')
    """
    if base.is_open:
        return None
    if k == 0:
        return period(unit, 0, base.first)
    if unit == "month":
        return portion_of(base, unit, k if k > 0 else 13 + k)
    size = _DAYS.get(unit)
    if size is None:
        return None
    if k > 0:
        first = base.first + timedelta(days=(k - 1) * size)
    else:
        first = base.last + timedelta(days=1 + k * size)
    last = first + timedelta(days=size - 1)
    return from_to(first, last) if base.first <= first and last <= base.last else None
