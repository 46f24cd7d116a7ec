"""The life cycle as a picture: each party's steps at home and between states, dates as intervals.

Time runs from left to right, but a long wait takes less room than its days would ask for:
distances grow with the logarithm of the days between two dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log1p

from traktat.law import changes, party_steps
from traktat.law.parties import PartyStep
from traktat.law.steps import RANK, Plane
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.kinds import MANY, ActKind, Status
from traktat.model.records import Record, Standing

WIDTH = 960  # units of the drawing; the page scales it
LEFT, RIGHT = 170, 40  # room for the names of the lanes, and for the arrow of an open end
TOP, LANE, BAND = 66, 46, 26
ABOVE = 11  # how far what is planned or denied stands above what was done
LINE = 19  # where the line of a lane runs, below its top; the word of a mark stands under it
MARK = 7  # half the size of a mark
TICK_GAP = 66  # units two written dates keep apart
PARTIES = 12  # lanes drawn; of agreements with more parties the rest stands in the timeline


@dataclass(frozen=True, slots=True)
class Mark:
    """One step on its lane; `x2` beyond `x` draws an interval, `open_*` an arrow.

    `later` tells that it lies after the day asked about; `room` is how wide the word under the
    mark may be without touching its neighbors.
    """

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
    later: bool = False
    room: float = 0.0

    @property
    def half(self) -> int:
        """Give half the size of the mark: what is planned or denied is drawn smaller."""
        return MARK if self.status == Status.OCCURRED.value else MARK - 2

    @property
    def middle(self) -> float:
        """Give the place of the word under the mark."""
        return round((self.x + self.x2) / 2, 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of steps: of a party at home, of a party between states."""

    party: str
    plane: str
    y: float
    marks: tuple[Mark, ...]
    first_of_party: bool

    @property
    def line(self) -> float:
        """Give the height at which the line of the lane runs."""
        return self.y + LINE


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
    day: date

    @property
    def label(self) -> str:
        """Give the day as it is printed in the record."""
        return self.day.isoformat()


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
    today_day: date
    first: date
    last: date
    left: float = LEFT
    lane_height: float = LANE
    band: float = BAND


def turns_of(record: Record) -> tuple[Standing, ...]:
    """Give every change of standing; costly for long lives, and the same whatever the day."""
    return tuple(
        changes(
            record.timeline,
            parties=record.parties,
            provisions=record.provisions,
            kind=record.kind,
            agreement=record.id,
        )
    )


def life_cycle(
    record: Record,
    on: date,
    *,
    turns: Sequence[Standing] | None = None,
    until: date | None = None,
) -> LifeCycle | None:
    """Lay out the picture for a day; None where no act has a day.

    `turns` are the changes of standing if they are known; time is drawn `until` a day, so that
    moving the day asked about does not move the drawing.
    """
    named = [party for party in record.parties if party != MANY][:PARTIES]
    steps = [step for step in party_steps(record.timeline, record.parties) if step.party in named]
    turns = turns_of(record) if turns is None else turns
    days = _days(steps, turns)
    if not days:
        return None
    scale = Scale(days, max(on, until or on))
    lanes = tuple(_lanes(named, steps, scale, on))
    height = (lanes[-1].y if lanes else TOP) + LANE
    return LifeCycle(
        WIDTH,
        height + 6,
        TOP - BAND - 8,
        lanes,
        tuple(_stretches(turns, scale)),
        tuple(_ticks(days, scale)),
        scale.x(on) if days[0] <= on else None,
        on,
        days[0],
        scale.days[-1],
    )


class Scale:
    """Where a day stands: known days in order, gaps by the logarithm of their length."""

    def __init__(self, days: Sequence[date], today: date, *, left: float = LEFT) -> None:
        ends = [*days, today] if today > days[-1] else list(days)
        gaps = [log1p((later - earlier).days) for earlier, later in pairwise(ends)]
        room = WIDTH - left - RIGHT
        total = sum(gaps) or 1.0
        self.days, self.places, place = ends, [float(left)], float(left)
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


def _lanes(named: list[str], steps: list[PartyStep], scale: Scale, on: date) -> Iterable[Lane]:
    y = float(TOP)
    for party in named:
        first = True
        for plane in (Plane.INTERNATIONAL, Plane.DOMESTIC):
            own = [step for step in steps if step.party == party and step.plane is plane]
            if not own and (plane is Plane.DOMESTIC):
                continue
            yield Lane(party, plane.value, y, _roomy(_marks(own, y + LINE, scale, on)), first)
            first = False
            y += LANE
        y += 6


def _roomy(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Give each mark the room its word has: up to its nearer neighbor that has one too.

    Words stand under what was done, and under what is planned where nothing was done. What is
    planned or denied is drawn first, so that what was done lies over it.
    """
    known = sorted(marks, key=lambda mark: (mark.middle, mark.act))
    done = [mark for mark in known if mark.status == Status.OCCURRED.value]
    # of several at one place the word of the last step in law stands for all
    named = list({mark.middle: mark for mark in sorted(done or known, key=_in_order)}.values())
    if not named:
        return ()
    # the names of the lanes end before the first mark, the drawing ends after the last
    edges = [LEFT - 90, *(mark.middle for mark in named), 2 * WIDTH - named[-1].middle]
    rooms = {
        mark: round(min(here - before, after - here), 1)
        for mark, before, here, after in zip(named, edges, edges[1:], edges[2:], strict=False)
    }
    ordered = [*(mark for mark in known if mark not in done), *done]
    return tuple(replace(mark, room=rooms.get(mark, 0.0)) for mark in ordered)


def _in_order(mark: Mark) -> tuple[float, bool, int]:
    """Order marks by place, then by law; that an older one ends says least of this one."""
    kind = ActKind(mark.kind)
    return mark.middle, kind is not ActKind.REPLACEMENT, RANK.get(kind, 0)


def _marks(steps: list[PartyStep], y: float, scale: Scale, on: date) -> Iterable[Mark]:
    for step in steps:
        when = step.when
        if when.first == OPEN_START and when.last == OPEN_END:
            continue
        left, right = _ends(when, scale)
        yield Mark(
            left,
            right,
            y if step.status is Status.OCCURRED else y - ABOVE,
            step.act,
            step.kind.value,
            step.status.value,
            when.edtf,
            step.chamber.value if step.chamber else None,
            when.first == OPEN_START,
            when.last == OPEN_END,
            step.sure or step.status is not Status.OCCURRED,
            when.first > on,
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
            yield Tick(place, day)
