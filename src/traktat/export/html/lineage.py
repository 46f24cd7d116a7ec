"""The lineage as a picture: reports in the order of their days, what each owes to which.

Each report is a line. An arc on the left leads from a report to the one it copies, translates,
retells or recycles; a dot on the right stands under the origin it credits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from traktat.model.dates import OPEN_END
from traktat.model.records import Record, ReportEntry, Tie

WIDTH = 960  # units of the drawing; the page scales it
NODE = 168  # where the reports' own dots stand; arcs run to the left of it
TEXT = NODE + 16
TOP, ROW, FOOT = 78, 34, 6
COLUMNS_FROM, COLUMN = 700, 44
ORIGINS = 6  # columns drawn; rarer origins are told in words
REPORTS = 60  # lines drawn; more would not be followed by eye, they stand in the list
REACH = 140  # how far the widest arc leaves the line of dots


@dataclass(frozen=True, slots=True)
class Row:
    """A report: its line, its day, and the columns of the origins it credits."""

    entry: ReportEntry
    y: float
    later: bool
    dots: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An origin, from the first to the last report that credits it."""

    name: str
    x: float
    top: float
    bottom: float
    reports: int


@dataclass(frozen=True, slots=True)
class Arc:
    """What one report owes to another: from `start`, the copy, to `end`, what it rests on."""

    tie: Tie
    start: float
    end: float
    reach: float

    @property
    def middle(self) -> float:
        """Give the height of its widest point."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Lineage:
    """The whole picture; `left_out` reports did not fit."""

    width: float
    height: float
    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]
    columns: tuple[Column, ...]
    left_out: int
    node: float = NODE
    text: float = TEXT
    top: float = TOP


def lineage_of(record: Record, on: date) -> Lineage | None:
    """Lay out the picture; None where no report owes anything to another or to an origin."""
    if not record.lineage:
        return None
    ordered = sorted(record.reports, key=_when)
    shown = ordered[:REPORTS]
    heights = {entry.report: TOP + ROW * place for place, entry in enumerate(shown)}
    columns = tuple(_columns(shown, heights))
    places = {column.name: column.x for column in columns}
    rows = tuple(
        Row(
            entry,
            heights[entry.report],
            _when(entry)[0] > on and entry.published is not None,
            tuple(places[name] for name in dict.fromkeys(entry.origins) if name in places),
        )
        for entry in shown
    )
    height = TOP + ROW * len(shown) + FOOT
    return Lineage(
        WIDTH,
        height,
        rows,
        tuple(_arcs(record.lineage, heights)),
        columns,
        len(ordered) - len(shown),
    )


def _when(entry: ReportEntry) -> tuple[date, str]:
    return (entry.published.first if entry.published else OPEN_END), entry.report


def _columns(shown: Sequence[ReportEntry], heights: dict[str, int]) -> Iterable[Column]:
    counts = Counter(name for entry in shown for name in set(entry.origins))
    names = sorted(counts, key=lambda name: (-counts[name], name))[:ORIGINS]
    for place, name in enumerate(names):
        rows = [heights[entry.report] for entry in shown if name in entry.origins]
        yield Column(name, COLUMNS_FROM + COLUMN * place, min(rows), max(rows), counts[name])


def _arcs(ties: Iterable[Tie], heights: dict[str, int]) -> Iterable[Arc]:
    seen: set[tuple[str, str, str]] = set()
    longest = max(heights.values(), default=TOP) - TOP or ROW
    for tie in ties:
        key = (tie.report, tie.of, tie.sort)
        if key in seen or tie.report not in heights or tie.of not in heights:
            continue
        seen.add(key)
        start, end = heights[tie.report], heights[tie.of]
        reach = 40 + (REACH - 40) * abs(start - end) / longest
        yield Arc(tie, start, end, round(reach, 1))
