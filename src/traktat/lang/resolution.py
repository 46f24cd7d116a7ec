"""Date expressions become values once the day they count from is known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from traktat.lang.shapes import Shape
from traktat.model.dates import When, from_to, month_of, on, parse, week_of, year_of

PAST, UNKNOWN, FUTURE = -1, 0, 1

# A date without a year may lie ahead only if that is nearer by this much than looking back:
# news tells more of what was than of what will be.
_LOOK_BACK = 1.5
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a date counts from: `today`, the day of speaking (an interval where it is not known
    to the day), the date `spoken_of` last, and whether the clause looks back or ahead.
    """

    today: When | None = None
    spoken_of: When | None = None
    tense: int = UNKNOWN


NOWHERE = Reference()


def resolve(shape: Shape, reference: Reference = NOWHERE) -> When | None:
    """Give the value of a shape; None where what it counts from is not known."""
    if shape.context:
        return _offset(shape, reference.spoken_of)
    if shape.is_explicit:
        return _safely(shape, date.max, reference.tense)
    today = reference.today
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
        return _value(shape, today, tense)
    except (ValueError, OverflowError):
        return None


def _yearless(shape: Shape) -> When | None:
    """Give a day of a month whose year nobody knows."""
    if shape.month is None or shape.day is None or shape.unit or shape.until:
        return None
    return parse(f"XXXX-{shape.month:02d}-{shape.day:02d}")


def _value(shape: Shape, today: date, tense: int) -> When | None:
    if shape.until is not None:
        return _range(shape, today, tense)
    if shape.stretch:
        return _stretch(shape.unit or "day", shape.stretch, today)
    base = _base(shape, today, tense)
    if base is None:
        return None
    if shape.portion is not None:
        return _portion(base, *shape.portion)
    if shape.first_units is not None:
        return _first_units(base, *shape.first_units)
    return base if shape.part is None else part_of(base, *shape.part)


def _range(shape: Shape, today: date, tense: int) -> When | None:
    assert shape.until is not None
    last = _value(shape.until, today, tense)
    if last is None:
        return None
    start = _fields(shape)
    if shape.year is None and shape.month is not None and not last.is_open:
        start["year"] = last.first.year - (shape.month > last.first.month)
    first = _value(Shape(**start), last.first if not last.is_open else today, tense)
    if first is None or first.first > last.last:
        return None
    return When(f"{first.edtf}/{last.edtf}", first.first, last.last, lasts=True)


def _fields(shape: Shape) -> dict[str, object]:
    names = (
        "century",
        "decade",
        "year",
        "season",
        "month",
        "day",
        "weekday",
        "turn",
        "unit",
        "shift",
        "part",
    )
    return {name: getattr(shape, name) for name in names}


def _base(shape: Shape, today: date, tense: int) -> When | None:
    """Give the day, month, year … that the parts name, before any third or half of it."""
    if shape.century is not None:
        return parse(f"{shape.century - 1:02d}XX")
    if shape.decade is not None:
        return parse(f"{shape.decade // 10:03d}X")
    if shape.weekday is not None and shape.unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shape.shift)
        return on(monday + timedelta(days=shape.weekday))
    year = shape.year
    if year is None and shape.unit == "year":
        year = today.year + shape.shift
    if shape.season is not None:
        return _season(shape, year, today, tense)
    if shape.month is not None:
        return _in_month(shape, year, today, tense)
    if shape.day is not None:
        return _day_only(shape, today, tense)
    if year is not None:
        return year_of(year)
    if shape.weekday is not None:
        return on(_weekday(shape.weekday, shape.turn, today, tense))
    if shape.unit is not None:
        return _shifted(shape.unit, shape.shift, today)
    return year_of(today.year) if shape.portion else None


def _in_month(shape: Shape, year: int | None, today: date, tense: int) -> When | None:
    month, day = shape.month, shape.day
    assert month is not None
    if year is None:
        year = _year_for(month, day, shape.turn, today, tense)
    return month_of(year, month) if day is None else on(date(year, month, day))


def _year_for(month: int, day: int | None, turn: int | None, today: date, tense: int) -> int:
    """Choose the year of a month, or of a day of a month, named without one."""
    if turn == 0:
        return today.year
    years = [year for year in range(today.year - 4, today.year + 5) if _exists(year, month, day)]
    bounds = {year: _month_bounds(year, month, day) for year in years}
    before = [y for y in years if bounds[y][1] < today or (turn is None and bounds[y][0] <= today)]
    after = [y for y in years if bounds[y][0] > today or (turn is None and bounds[y][1] >= today)]
    if turn is not None:
        return before[-1] if turn < 0 else after[0]
    if before[-1] == after[0]:
        return before[-1]
    back, ahead = (today - bounds[before[-1]][1]).days, (bounds[after[0]][0] - today).days
    if tense == UNKNOWN:
        tense = FUTURE if ahead * _LOOK_BACK < back else PAST
    return after[0] if tense == FUTURE or ahead <= 3 else before[-1]


def _exists(year: int, month: int, day: int | None) -> bool:
    return date.min.year <= year <= date.max.year and (
        day is None or day <= monthrange(year, month)[1]
    )


def _month_bounds(year: int, month: int, day: int | None) -> tuple[date, date]:
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _day_only(shape: Shape, today: date, tense: int) -> When | None:
    """Give the day of a month named by its number alone ("tanggal 6 bulan lalu")."""
    assert shape.day is not None
    months = shape.shift if shape.unit == "month" else 0
    if shape.unit is None and shape.day > today.day and tense != FUTURE:
        months = -1
    elif shape.unit is None and shape.day < today.day and tense == FUTURE:
        months = 1
    month = _months_on(today, months)
    return on(month.replace(day=shape.day))


def _weekday(weekday: int, turn: int | None, today: date, tense: int) -> date:
    back = (today.weekday() - weekday) % 7
    if turn == -1:
        return today - timedelta(days=back or 7)
    if turn == 1:
        return today + timedelta(days=7 - back)
    ahead = turn == 0 and tense != PAST
    if tense == FUTURE or ahead:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return today - timedelta(days=back)


def _season(shape: Shape, year: int | None, today: date, tense: int) -> When | None:
    if year is None:
        choices = [parse(f"{y:04d}-{shape.season}") for y in range(today.year - 2, today.year + 3)]
        turn = shape.turn
        if turn == 0:
            return next(when for when in choices if when.first.year == today.year)
        past = [w for w in choices if w.last < today or (turn is None and w.first <= today)]
        if turn == 1 or (turn is None and tense == FUTURE):
            return next(when for when in choices if when.first > today)
        return past[-1]
    return parse(f"{year:04d}-{shape.season}")


def _shifted(unit: str, shift: int, today: date) -> When | None:
    """Give the unit that lies so many units from the one that holds a day."""
    if unit == "day":
        return on(today + timedelta(days=shift))
    if unit == "week":
        return week_of(today + timedelta(weeks=shift))
    if unit == "weekend":
        saturday = today - timedelta(days=today.weekday()) + timedelta(days=5, weeks=shift)
        return from_to(saturday, saturday + timedelta(days=1))
    if unit in ("month", "year"):
        day = _months_on(today, shift * _MONTHS[unit])
        return month_of(day.year, day.month) if unit == "month" else year_of(day.year)
    if unit in ("quarter", "half"):
        day = _months_on(today, shift * _MONTHS[unit])
        size = _MONTHS[unit]
        return _portion(year_of(day.year), unit, (day.month - 1) // size + 1)
    if unit == "decade":
        return parse(f"{today.year // 10 + shift:03d}X")
    if unit == "century":
        return parse(f"{today.year // 100 + shift:02d}XX")
    return None


def _months_on(day: date, months: int) -> date:
    """Give the first day of the month so many months from a day's."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _stretch(unit: str, count: int, today: date) -> When | None:
    """Give the stretch that many units long which ends, or begins, today."""
    if unit in _YEARS:
        there = today.year + count * _YEARS[unit]
        years = sorted((there, today.year))
        return parse(f"{years[0]:04d}/{years[1]:04d}")
    if unit == "month":
        months = sorted((_months_on(today, count), _months_on(today, 0)))
        return parse("/".join(f"{day.year:04d}-{day.month:02d}" for day in months))
    days = {"day": 1, "week": 7}.get(unit)
    if days is None and unit == "hour":
        count, days = max(1, -(-abs(count) // 24)) * (1 if count > 0 else -1), 1
    if days is None:
        return None
    there_day = today + timedelta(days=count * days)
    return from_to(min(today, there_day), max(today, there_day))


def _portion(base: When, unit: str, k: int) -> When | None:
    """Give the k-th quarter, half or third of a year, as months."""
    size = {"quarter": 3, "half": 6, "third": 4}.get(unit)
    if size is None or not 1 <= k <= 12 // size or len(base.edtf) != 4:
        return None
    year = base.first.year
    return parse(f"{year:04d}-{(k - 1) * size + 1:02d}/{year:04d}-{k * size:02d}")


def _first_units(base: When, unit: str, count: int) -> When | None:
    months = _MONTHS.get(unit, 0) * count
    if not 1 <= months <= 12 or len(base.edtf) != 4:
        return None
    year = base.first.year
    end = f"{year:04d}-{months:02d}"
    return parse(end) if months == 1 else parse(f"{year:04d}-01/{end}")


def part_of(base: When, k: int, n: int) -> When | None:
    """Give the k-th of n parts of a month, year, decade, century or week.

    >>> str(part_of(parse("2024-05"), 3, 3))
    '2024-05-21/2024-05-31'
    >>> str(part_of(parse("197X"), 1, 3))
    '1970/1973'
    """
    edtf = base.edtf
    if edtf.endswith("XX"):
        cuts, start = {3: (0, 34, 67, 100), 2: (0, 50, 100)}.get(n), base.first.year
        return None if cuts is None else _years(start + cuts[k - 1], start + cuts[k] - 1)
    if edtf.endswith("X"):
        cuts, start = {3: (0, 4, 7, 10), 2: (0, 5, 10)}.get(n), base.first.year
        return None if cuts is None else _years(start + cuts[k - 1], start + cuts[k] - 1)
    if len(edtf) == 4:
        size, year = 12 // n, base.first.year
        return parse(f"{year:04d}-{(k - 1) * size + 1:02d}/{year:04d}-{k * size:02d}")
    if base.is_day:
        return base
    if base.days in (2, 7):
        return _part_of_week(base, k, n)
    if len(edtf) == 7 and base.days <= 31:
        cuts = {3: (0, 10, 20, base.days), 2: (0, 15, base.days)}.get(n)
        if cuts is not None:
            first = base.first + timedelta(days=cuts[k - 1])
            return from_to(first, base.first + timedelta(days=cuts[k] - 1))
    return base


def _years(first: int, last: int) -> When:
    return parse(f"{first:04d}/{last:04d}")


def _part_of_week(base: When, k: int, n: int) -> When:
    cuts = {3: (0, 2, 4, 7)}.get(n) if base.days == 7 else None
    if cuts is None:
        return base
    return from_to(
        base.first + timedelta(days=cuts[k - 1]), base.first + timedelta(days=cuts[k] - 1)
    )


def _offset(shape: Shape, spoken_of: When | None) -> When | None:
    """Give a value counted from the date spoken of before; it must be known as finely."""
    unit = shape.unit
    if spoken_of is None or spoken_of.is_open or unit is None:
        return None
    longest = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660}.get(unit, 0)
    if spoken_of.days > longest:
        return None
    try:
        return _shifted(unit, shape.shift, spoken_of.first)
    except (ValueError, OverflowError):
        return None
