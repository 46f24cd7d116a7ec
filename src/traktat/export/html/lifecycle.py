"""The life cycle as a picture: each party's steps at home and between states, dates as intervals.

Time runs from left to right, but a long wait takes less room than its days would ask for:
distances grow with the logarithm of the days between two dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log1p

from traktat.law import changes, party_steps
from traktat.law.parties import PartyStep
from traktat.law.steps import Plane
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.kinds import Status
from traktat.model.records import Record, Standing

WIDTH = 960  # units of the drawing; the page scales it
LEFT, RIGHT = 170, 40  # room for the names of the lanes, and for the arrow of an open end
TOP, LANE, BAND = 64, 34, 26
MARK = 7  # half the size of a mark
TICK_GAP = 66  # units two written dates keep apart
PARTIES = 12  # lanes drawn; of agreements with more parties the rest stands in the timeline


@dataclass(frozen=True, slots=True)
class Mark:
    """One step on its lane; `x2` beyond `x` draws an interval, `open_*` an arrow."""

    x: float
    x2: float
    y: float
    act: str
    kind: str
    status: str
    when: str
    chamber: str | None
    open_start: bool
    open_end: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of steps: of a party at home, of a party between states."""

    party: str
    plane: str
    y: float
    marks: tuple[Mark, ...]
    first_of_party: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the band above the lanes: the standing from one change to the next."""

    x: float
    width: float
    status: str
    certain: bool
    since: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A written date."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """The whole picture, in units of the drawing."""

    width: float
    height: float
    band_y: float
    lanes: tuple[Lane, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    today_label: str
    left: float = LEFT
    lane_height: float = LANE
    band: float = BAND


def life_cycle(record: Record, on: date) -> LifeCycle | None:
    """Lay out the picture; None where no act has a day."""
    named = [party for party in record.parties if party != "MULTI"][:PARTIES]
    steps = [step for step in party_steps(record.timeline, record.parties) if step.party in named]
    turns = changes(
        record.timeline,
        parties=record.parties,
        provisions=record.provisions,
        kind=record.kind,
        agreement=record.id,
    )
    days = _days(steps, turns)
    if not days:
        return None
    scale = Scale(days, on)
    lanes = tuple(_lanes(named, steps, scale))
    height = (lanes[-1].y if lanes else TOP) + LANE
    return LifeCycle(
        WIDTH,
        height + 6,
        TOP - BAND - 8,
        lanes,
        tuple(_stretches(turns, scale)),
        tuple(_ticks(days, scale)),
        scale.x(on) if days[0] <= on else None,
        on.isoformat(),
    )


class Scale:
    """Where a day stands: known days in order, gaps by the logarithm of their length."""

    def __init__(self, days: Sequence[date], today: date) -> None:
        ends = [*days, today] if today > days[-1] else list(days)
        gaps = [log1p((later - earlier).days) for earlier, later in pairwise(ends)]
        room = WIDTH - LEFT - RIGHT
        total = sum(gaps) or 1.0
        self.days, self.places, place = ends, [float(LEFT)], float(LEFT)
        for gap in gaps:
            place += room * gap / total
            self.places.append(place)

    def x(self, day: date) -> float:
        """Give the place of a day; beyond the known days the edge."""
        if day <= self.days[0]:
            return self.places[0]
        for (earlier, later), (left, right) in zip(
            pairwise(self.days), pairwise(self.places), strict=True
        ):
            if day <= later:
                share = (day - earlier).days / max(1, (later - earlier).days)
                return round(left + (right - left) * share, 1)
        return self.places[-1]


def _days(steps: Iterable[PartyStep], turns: Iterable[Standing]) -> list[date]:
    days = {day for step in steps for day in (step.when.first, step.when.last)}
    days |= {turn.date for turn in turns}
    return sorted(days - {OPEN_START, OPEN_END})


def _lanes(named: list[str], steps: list[PartyStep], scale: Scale) -> Iterable[Lane]:
    y = float(TOP)
    for party in named:
        first = True
        for plane in (Plane.INTERNATIONAL, Plane.DOMESTIC):
            own = [step for step in steps if step.party == party and step.plane is plane]
            if not own and (plane is Plane.DOMESTIC):
                continue
            yield Lane(party, plane.value, y, tuple(_marks(own, y, scale)), first)
            first = False
            y += LANE
        y += 6


def _marks(steps: list[PartyStep], y: float, scale: Scale) -> Iterable[Mark]:
    middle = y + LANE / 2
    for step in steps:
        when = step.when
        if when.first == OPEN_START and when.last == OPEN_END:
            continue
        left, right = _ends(when, scale)
        yield Mark(
            left,
            right,
            middle,
            step.act,
            step.kind.value,
            step.status.value,
            when.edtf,
            step.chamber.value if step.chamber else None,
            when.first == OPEN_START,
            when.last == OPEN_END,
            step.sure or step.status is not Status.OCCURRED,
        )


def _ends(when: When, scale: Scale) -> tuple[float, float]:
    left = (
        scale.x(when.first)
        if when.first != OPEN_START
        else max(LEFT - 4.0, scale.x(when.last) - 40)
    )
    right = scale.x(when.last) if when.last != OPEN_END else min(WIDTH - RIGHT + 26.0, left + 40)
    return left, right


def _stretches(turns: Sequence[Standing], scale: Scale) -> Iterable[Stretch]:
    shown = [
        turn
        for before, turn in zip((None, *turns), turns, strict=False)
        if before is None or (before.status, before.certain) != (turn.status, turn.certain)
    ]
    edges = [*(turn.date for turn in shown), None]
    for turn, until in zip(shown, edges[1:], strict=True):
        left = scale.x(turn.date)
        right = scale.x(until) if until else float(WIDTH - RIGHT + 26)
        if right - left >= 1:
            yield Stretch(
                left, round(right - left, 1), turn.status.value, turn.certain, turn.date.isoformat()
            )


def _ticks(days: Sequence[date], scale: Scale) -> Iterable[Tick]:
    last = -float(TICK_GAP)
    for day in days:
        place = scale.x(day)
        if place - last >= TICK_GAP:
            last = place
            yield Tick(place, day.isoformat())
