"""What a date expression says before anyone knows the day it counts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(slots=True)
class Atom:
    """A piece of a date: its kind, what it stands for, and the token after it.

    `trim` counts characters at its end that do not belong to it (a possessive); `alone` says
    what an atom that makes up a date by itself needs ("never": it cannot).
    """

    kind: str
    value: Any
    end: int
    trim: int = 0
    alone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The parts of a date that a text names.

    `turn` is -1 for "last", 0 for "this", 1 for "next". `unit` and `shift` name a stretch counted
    from the day of speaking, or with `context` from the date spoken of before, `to_the_day` where
    the words count weeks or months from a day ("a week later", not "the following week"). `part`
    is the k-th of n parts; `nth` the k-th day, week or month inside the rest, from the end if
    negative; 0 is the week around it;
    `portion` the k-th quarter or half of a year; `first_units` the first so many months of it.
    `stretch` counts units up to now or, if positive, from now on; `recurring` days have no year.
    `until` ends a range that the rest begins. `about` marks a round number; `loose_in_speech` a
    word that spoken language uses for any day of late; `sense` an expression that is no date,
    with its `value` if it has one.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    turn: int | None = None
    unit: str | None = None
    shift: int = 0
    part: tuple[int, int] | None = None
    nth: tuple[str, int] | None = None
    portion: tuple[str, int] | None = None
    first_units: tuple[str, int] | None = None
    stretch: int = 0
    context: bool = False
    to_the_day: bool = False
    recurring: bool = False
    daytime: bool = False
    numeric: bool = False
    about: bool = False
    loose: bool = False
    loose_in_speech: bool = False
    until: Shape | None = None
    sense: str = ""
    value: str = ""

    @property
    def is_explicit(self) -> bool:
        """Tell whether the text itself gives the year, so that no anchor is needed."""
        if self.context:
            return False
        if self.year is not None or self.decade is not None or self.century is not None:
            return True
        return self.until is not None and self.until.is_explicit

    @property
    def is_full_day(self) -> bool:
        """Tell whether day, month and year are all there."""
        return None not in (self.year, self.month, self.day) and self.until is None


Atoms = Sequence[Atom]
Rule = Callable[[Atoms], Shape | None]

_NAMED = frozenset(("century", "decade", "year", "season", "month", "day", "weekday", "turn"))
_UNITS = frozenset(("unit", "units", "one_unit"))
_SMALLER = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "quarter": ("month", 3),
    "half": ("month", 6),
}
"""What a count of long units leads to: "a decade ago" is a year, not a decade."""
_HALVES = {"century": ("year", 50, True), "decade": ("year", 5, True), "year": ("month", 6, False)}
"""What half a unit leads to, and whether that is a round number."""
_ROUND = 5  # a count of ten or more years that this divides is rather a round number than exact


def fields(atoms: Atoms) -> dict[str, Any]:
    """Collect what the atoms say, by the field of the shape it goes to."""
    out: dict[str, Any] = {}
    for atom in atoms:
        kind, value = atom.kind, atom.value
        if kind in _NAMED:
            out[kind] = value
        elif kind in _WRITERS:
            out.update(_WRITERS[kind](value))
    return out


_WRITERS: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "date": lambda v: {"year": v[0], "month": v[1], "day": v[2], "numeric": True},
    "monthday": lambda v: {"month": v[0], "day": v[1], "numeric": True},
    "shifted": lambda v: {"unit": v[0], "shift": v[1]},
    "shifted_loosely": lambda v: {"unit": v[0], "shift": v[1], "loose_in_speech": True},
    "unit": lambda v: {"unit": v},
    "part": lambda v: {"part": (v[0], v[1])},
    "daytime": lambda v: {"daytime": True},
    "about": lambda v: {"about": True},
    "loosely": lambda v: {"loose": True},
    "ended": lambda v: {"unit": v, "part": (3, 3)},
    "end_part": lambda v: {"part": (v[0], v[1])},
}


def point(atoms: Atoms) -> Shape | None:
    """A day, month, year, weekday, season or decade, named by its parts."""
    found = fields(atoms)
    if "unit" in found and "shift" not in found:
        found["shift"] = found.pop("turn", 0)
        today = found["unit"] == "day"  # "today (15/5)", but not "this week (15/5)"
        numbered = "numeric" in found or (today and "day" in found)
        if numbered is not today:
            return None  # "at the end of the day"
    return Shape(**found)


def shift(atoms: Atoms) -> Shape | None:
    """A unit counted from now: "last month", "pekan ini", "yesterday"."""
    found = fields(atoms)
    turn = found.pop("turn", None)
    if "unit" not in found:
        if "daytime" not in found:
            return None
        found["unit"] = "day"
        if turn and turn > 0:
            return None  # "the next morning" is that of the day spoken of
    elif found["unit"] == "day" and turn:
        return None  # "the next day" counts from elsewhere, "hari nanti" from nowhere
    elif found["unit"] == "decade" and turn and turn > 0:
        return Shape(unit="decade", stretch=1)
    if turn is not None:
        found["shift"] = turn
    return Shape(**found)


def counted(atoms: Atoms) -> tuple[int, str]:
    """Give the count and the unit that atoms name; a bare unit counts one."""
    count, unit = 1, ""
    for atom in atoms:
        kind, value = atom.kind, atom.value
        if kind == "number":
            count = value
        elif kind in _UNITS:
            unit = value
        elif kind == "next_day":
            unit = "day"
    return count, unit


def _counted_years(atoms: Atoms, sign: int) -> Shape:
    count, unit = counted(atoms)
    round_number = unit in ("decade", "century") or (
        unit == "year" and count >= 10 and count % _ROUND == 0
    )
    unit, size = _SMALLER.get(unit, (unit, 1))
    return Shape(unit=unit, shift=sign * count * size, about=round_number)


def ago(atoms: Atoms) -> Shape | None:
    """A count of units back from now: "three weeks ago", "75 tahun lalu"."""
    return _counted_years(atoms, -1)


def anniversary(atoms: Atoms) -> Shape | None:
    """This very day so many years back: "242 years ago today", "hari ini 60 tahun lalu"."""
    day = fields([atom for atom in atoms if atom.kind in ("shifted", "turn")])
    spelled = any(atom.kind == "unit" and atom.value == "day" for atom in atoms)
    years = [atom for atom in atoms if not (atom.kind == "unit" and atom.value == "day")]
    count, unit = counted(years)
    today = day.get("unit", "day") == "day" and not day.get("shift") and not day.get("turn")
    if unit != "year" or not today or not (spelled or "unit" in day):
        return None
    return Shape(unit="anniversary", shift=-count)


def half_ago(atoms: Atoms) -> Shape | None:
    """Half a unit back from now: "half a century ago", "setengah abad lalu"."""
    found = _HALVES.get(counted(atoms)[1])
    return None if found is None else Shape(unit=found[0], shift=-found[1], about=found[2])


def hence(atoms: Atoms) -> Shape | None:
    """A count of units from now: "two weeks from now"."""
    return _counted_years(atoms, 1)


def later(atoms: Atoms) -> Shape | None:
    """A count of units after the date spoken of: "three days later"."""
    return replace(_counted_years(atoms, 1), context=True, to_the_day=_counts(atoms))


def earlier(atoms: Atoms) -> Shape | None:
    """A count of units before the date spoken of: "tiga hari sebelumnya"."""
    return replace(_counted_years(atoms, -1), context=True, to_the_day=_counts(atoms))


def _counts(atoms: Atoms) -> bool:
    """Tell whether units are counted and not just the next or last one named."""
    return not any(atom.kind in ("next_one", "next_day", "previous_one") for atom in atoms)


def yearly(atoms: Atoms) -> Shape | None:
    """A day of a month that comes back every year: "setiap 12 November"."""
    return Shape(**fields(atoms), recurring=True)


def same(atoms: Atoms) -> Shape | None:
    """The unit of the date spoken of: "that year", "akhir bulan itu"."""
    found = fields([atom for atom in atoms if atom.kind in ("part", "month", "day")])
    unit = counted(atoms)[1]
    if "month" in found and unit != "year":
        return None
    return Shape(**found, unit=unit, context=True)


def past(atoms: Atoms) -> Shape | None:
    """A stretch up to now: "the past three months"."""
    count, unit = counted(atoms)
    return Shape(unit=unit, stretch=-count)


def coming(atoms: Atoms) -> Shape | None:
    """A stretch from now on: "the next sixty days"."""
    count, unit = counted(atoms)
    return Shape(unit=unit, stretch=count)


def _in_year(atoms: Atoms) -> dict[str, Any]:
    """Collect the fields of the year that something is a part of."""
    found = fields(atoms)
    if "turn" in found and "month" not in found:
        found["unit"], found["shift"] = found.get("unit", "year"), found.pop("turn")
    return found


def portion(atoms: Atoms) -> Shape | None:
    """The k-th quarter or half of a year: "kuartal III 2024", "the first half of 2025"."""
    for atom in atoms:
        if atom.kind == "quarter_short":
            return Shape(**_in_year(atoms), portion=(atom.value[0], atom.value[1]))
    unit = next(atom.value for atom in atoms if atom.kind in ("division", "quarter_noun"))
    count = next(atom.value for atom in atoms if atom.kind in ("ordinal", "number", "roman"))
    return Shape(**_in_year(atoms), portion=(unit, count))


def firsts(atoms: Atoms) -> Shape | None:
    """The first units of a year: "empat bulan pertama 2025"."""
    ordinal = next(atom.value for atom in atoms if atom.kind == "ordinal")
    count, unit = counted([atom for atom in atoms if atom.kind != "unit"])
    if not unit:
        at = next(i for i, atom in enumerate(atoms) if atom.kind == "unit")
        count, unit = counted(atoms[: at + 1])
        atoms = atoms[at + 1 :]
    return Shape(**_in_year(atoms), first_units=(unit, count)) if ordinal == 1 else None


def nth(atoms: Atoms) -> Shape | None:
    """A day, week or month by its number inside a longer one: "the final day of the year"."""
    at = next(i for i, atom in enumerate(atoms) if atom.kind == "unit")
    count = next(atom.value for atom in atoms if atom.kind in ("ordinal", "edge"))
    return Shape(**_in_year([*atoms[:at], *atoms[at + 1 :]]), nth=(atoms[at].value, count))


def week_of(atoms: Atoms) -> Shape | None:
    """The week that holds a day: "the week of March 4"."""
    at = next(i for i, atom in enumerate(atoms) if atom.kind == "unit")
    if atoms[at].value != "week":
        return None
    return Shape(**fields([*atoms[:at], *atoms[at + 1 :]]), nth=("week", 0))


def span(atoms: Atoms) -> Shape | None:
    """A range between two points written side by side: "26–28 Oktober 2025"."""
    cut = next(i for i, atom in enumerate(atoms) if atom.kind in ("dash", "to"))
    start, end = point(atoms[:cut]), point(atoms[cut + 1 :])
    if start is None or end is None:
        return None
    if start.day is not None and end.month is None:
        end = replace(end, month=start.month)  # "October 26-28, 2025"
    if end.year is None and end.decade is None:
        end = replace(end, year=start.year)
    if start.month is None and start.day is not None:
        start = replace(start, month=end.month)
    if start.year is None and start.decade is None:
        later_month = (start.month or 0) > (end.month or 12)
        start = replace(start, year=end.year and end.year - later_month)
    return replace(start, until=end)


def short_span(atoms: Atoms) -> Shape | None:
    """Two years of which the second lacks its century: "2007-09"."""
    first = next(atom.value for atom in atoms if atom.kind == "year")
    last = first // 100 * 100 + next(atom.value for atom in atoms if atom.kind == "number")
    if not first < last <= first + 50:
        return None
    return Shape(year=first, until=Shape(year=last))


def ready(atoms: Atoms) -> Shape | None:
    """A range of days that digits alone gave: "8-9/11/2025"."""
    return next((atom.value for atom in atoms if atom.kind == "digits_range"), None)


def century(atoms: Atoms) -> Shape | None:
    """A century by its number: "the 19th century", "abad ke-19"."""
    number = next(atom.value for atom in atoms if atom.kind in ("ordinal", "roman", "number"))
    if not 10 <= number <= 25:
        return None
    return Shape(**{**fields(atoms), "century": number, "unit": None})


def other(atoms: Atoms) -> Shape | None:
    """An expression of time that names no calendar point; a word of it tells its sense."""
    sense, value = next(atom.value for atom in atoms if atom.kind == "sense")
    return Shape(sense=sense, value=value)


def moment(atoms: Atoms) -> Shape | None:
    """A day and time as digits in a row, as addresses and file names have them."""
    return Shape(sense="timestamp", value=str(atoms[0].value))


def vague(atoms: Atoms) -> Shape | None:
    """Units nobody has counted: "beberapa tahun lalu", "several weeks ago"."""
    return Shape(sense="vague")


def open_future(atoms: Atoms) -> Shape | None:
    """Units nobody has counted, from now on: "tahun-tahun mendatang", "the coming years"."""
    return Shape(sense="future")


def duration(atoms: Atoms) -> Shape | None:
    """How long something takes: "60 hari", "five years"."""
    return Shape(sense="duration")


def nothing(atoms: Atoms) -> Shape | None:
    """Words that look like a date and are none: "every Monday", "Black Friday"."""
    return Shape(sense="none")


SHAPES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        point,
        shift,
        ago,
        anniversary,
        half_ago,
        hence,
        later,
        earlier,
        same,
        past,
        coming,
        portion,
        firsts,
        nth,
        week_of,
        yearly,
        span,
        short_span,
        ready,
        century,
        other,
        moment,
        vague,
        open_future,
        duration,
        nothing,
    )
}
"""How the parts of an expression are read; packs name these with `reads`."""
