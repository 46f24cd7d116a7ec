"""What a date expression says before anyone knows the day it counts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple


class Atom(NamedTuple):
    """A piece of a date: its kind, what it stands for, and the token after it.

    `trim` counts characters at its end that do not belong to it (a possessive).
    """

    kind: str
    value: Any
    end: int
    trim: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The parts of a date that a text names.

    `turn` is -1 for "last", 0 for "this", 1 for "next". `unit` and `shift` name a stretch counted
    from a day: the day of speaking, or with `context` the date spoken of before. `part` is
    the k-th of n parts. `stretch` counts units up to (or, if positive, from) the day of
    speaking. `until` is the end of a range whose start is the rest.
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
    portion: tuple[str, int] | None = None
    first_units: tuple[str, int] | None = None
    stretch: int = 0
    context: bool = False
    daytime: bool = False
    numeric: bool = False
    until: Shape | None = None

    @property
    def is_explicit(self) -> bool:
        """Tell whether the text itself gives the year, so that no anchor is needed."""
        named = (self.year, self.decade, self.century)
        return not self.context and (
            any(value is not None for value in named)
            or (self.until is not None and self.until.is_explicit)
        )


Atoms = Sequence[Atom]
_YEARS = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "quarter": ("month", 3),
    "half": ("month", 6),
}
"""Units that, counted from now, lead to one of a smaller sort: "a decade ago" is a year."""
_POINT = frozenset(
    ("century", "decade", "year", "season", "month", "day", "weekday", "turn", "part")
)


def _fields(atoms: Atoms) -> dict[str, Any]:
    """Collect what each kind of atom says."""
    out: dict[str, Any] = {}
    for kind, value, *_ in atoms:
        if kind in _POINT:
            out[kind] = value
        elif kind == "date":
            out["year"], out["month"], out["day"] = value
            out["numeric"] = True
        elif kind == "monthday":
            out["month"], out["day"] = value
            out["numeric"] = True
        elif kind in ("shifted", "halfshift"):
            out["unit"], out["shift"] = value
        elif kind == "unit":
            out["unit"] = value
        elif kind == "daytime":
            out["daytime"] = True
    return out


def point(atoms: Atoms) -> Shape | None:
    """A day, month, year, weekday, season or decade, named by its parts."""
    fields = _fields(atoms)
    if fields.get("unit") is not None and "shift" not in fields:
        fields["shift"] = fields.pop("turn", 0) or 0
    part = fields.pop("part", None)
    if part is not None:
        fields["part"] = tuple(part)
    return Shape(**fields)


def shift(atoms: Atoms) -> Shape | None:
    """A unit counted from now: "last month", "pekan ini", "yesterday"."""
    fields = _fields(atoms)
    turn = fields.pop("turn", None)
    if fields.get("unit") == "day" and turn not in (0, None) and not fields.get("daytime"):
        return None
    if fields.get("unit") is None and fields.get("daytime"):
        fields["unit"] = "day"
    if turn is not None:
        fields["shift"] = turn
    if isinstance(fields.get("part"), list):
        fields["part"] = tuple(fields["part"])
    return Shape(**fields)


def _counted(atoms: Atoms) -> tuple[int, str]:
    count, unit = 1, ""
    for kind, value, *_ in atoms:
        if kind == "number":
            count = value
        elif kind in ("unit", "one_unit"):
            unit = value
    return count, unit


def ago(atoms: Atoms) -> Shape | None:
    """A count of units back from now: "three weeks ago", "75 tahun lalu"."""
    count, unit = _counted(atoms)
    unit, size = _YEARS.get(unit, (unit, 1))
    return Shape(unit=unit, shift=-count * size)


def hence(atoms: Atoms) -> Shape | None:
    """A count of units from now on: "two weeks from now"."""
    count, unit = _counted(atoms)
    unit, size = _YEARS.get(unit, (unit, 1))
    return Shape(unit=unit, shift=count * size)


def later(atoms: Atoms) -> Shape | None:
    """A count of units after the date spoken of: "three days later"."""
    count, unit = _counted(atoms)
    return Shape(unit=unit, shift=count, context=True)


def earlier(atoms: Atoms) -> Shape | None:
    """A count of units before the date spoken of: "tiga hari sebelumnya"."""
    count, unit = _counted(atoms)
    return Shape(unit=unit, shift=-count, context=True)


def same(atoms: Atoms) -> Shape | None:
    """The unit of the date spoken of: "that year", "hari yang sama"."""
    _, unit = _counted(atoms)
    return Shape(unit=unit, shift=0, context=True)


def past(atoms: Atoms) -> Shape | None:
    """A stretch up to now: "the past three months"."""
    count, unit = _counted(atoms)
    return Shape(unit=unit, stretch=-count)


def coming(atoms: Atoms) -> Shape | None:
    """A stretch from now on: "the next sixty days"."""
    count, unit = _counted(atoms)
    return Shape(unit=unit, stretch=count)


def portion(atoms: Atoms) -> Shape | None:
    """The k-th quarter or half of a year: "kuartal III 2024", "the first half of 2025"."""
    fields = _fields([atom for atom in atoms if atom.kind not in ("unit", "division")])
    unit = next(atom.value for atom in atoms if atom.kind == "division")
    k = next(atom.value for atom in atoms if atom.kind in ("ordinal", "number", "roman"))
    if "turn" in fields and "year" not in fields:
        fields["unit"], fields["shift"] = "year", fields.pop("turn")
    return Shape(**fields, portion=(unit, k))


def firsts(atoms: Atoms) -> Shape | None:
    """The first N units of a year: "empat bulan pertama 2025"."""
    count, unit = _counted(atoms)
    fields = _fields([atom for atom in atoms if atom.kind not in ("unit", "number")])
    if "turn" in fields:
        fields["unit"], fields["shift"] = "year", fields.pop("turn")
    return Shape(**fields, first_units=(unit, count))


def span(atoms: Atoms) -> Shape | None:
    """A range between two points written side by side: "26–28 Oktober 2025"."""
    cut = next(i for i, atom in enumerate(atoms) if atom.kind in ("dash", "to"))
    start, end = point(atoms[:cut]), point(atoms[cut + 1 :])
    if start is None or end is None:
        return None
    month = end.month if start.month is None and start.day is not None else start.month
    year = end.year if start.year is None and start.decade is None else start.year
    if start.day is not None and end.month is None and start.month is not None:
        end = replace(end, month=start.month)  # "October 26-28, 2025"
    if end.year is None and start.year is not None and end.decade is None:
        end = replace(end, year=start.year)
    return replace(start, month=month, year=year, until=end)


def ready(atoms: Atoms) -> Shape | None:
    """A range of days that digits alone gave: "8-9/11/2025"."""
    return next((atom.value for atom in atoms if atom.kind == "days"), None)


SHAPES: Mapping[str, Callable[[Atoms], Shape | None]] = {
    rule.__name__: rule
    for rule in (
        point, shift, ago, hence, later, earlier, same, past, coming, portion, firsts, span, ready,
    )
}  # fmt: skip
"""How the parts of an expression are read; packs name these with `reads`."""
