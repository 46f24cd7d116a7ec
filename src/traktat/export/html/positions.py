"""Claims over time as a picture: for each proposition a line per claimant, stances as marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from traktat.export.html.lifecycle import WIDTH, Scale, Tick
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.records import Claim, Record

LEFT = 250  # room for the names of claimants
TOP, HEAD, ROW = 34, 30, 28
TOPICS = 8  # propositions drawn; all of them stand in the table
TICK_GAP = 76  # units two written dates keep apart


@dataclass(frozen=True, slots=True)
class Stance:
    """One claim on its line; `told` tells that only the day of its report is known."""

    claim: Claim
    x: float
    y: float
    when: When
    told: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A claimant's line; `turns` are the places where it changed what it says."""

    by: str
    state: str | None
    y: float
    stances: tuple[Stance, ...]
    turns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """A contested fact and the lines of those who speak of it."""

    topic: str
    y: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """The whole picture."""

    width: float
    height: float
    propositions: tuple[Proposition, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    left: float = LEFT


def moment_of(claim: Claim, published: Mapping[str, When]) -> tuple[When, bool] | None:
    """Give when a claim was made, or when the first report of it came out (and True)."""
    if claim.date is not None and claim.date.first != OPEN_START:
        return claim.date, False
    days = [published[one.report] for one in claim.support if one.report in published]
    return (min(days, key=lambda when: (when.first, when.last)), True) if days else None


def positions_of(record: Record, on: date) -> Positions | None:
    """Lay out the picture; None where no claim has a day."""
    published = {item.report: item.published for item in record.reports if item.published}
    known = [(claim, moment_of(claim, published)) for claim in record.claims]
    dated = [(claim, *moment) for claim, moment in known if moment is not None]
    days = sorted({when.first for _, when, _ in dated})
    if not days:
        return None
    scale = Scale(days, days[-1], left=LEFT)
    y, out = float(TOP), []
    for topic in _topics(claim for claim, _, _ in dated):
        own = [item for item in dated if item[0].topic == topic]
        lines = tuple(_lines(own, y + HEAD, scale, on))
        out.append(Proposition(topic, y, lines))
        y += HEAD + ROW * len(lines) + 8
    today = scale.x(on) if days[0] <= on <= days[-1] else None
    return Positions(WIDTH, y + 4, tuple(out), tuple(_ticks(days, scale)), today)


def _topics(claims: Iterable[Claim]) -> list[str]:
    claimants: dict[str, set[str]] = {}
    for claim in claims:
        claimants.setdefault(claim.topic, set()).add(claim.by)
    return sorted(claimants, key=lambda topic: (-len(claimants[topic]), topic))[:TOPICS]


def _lines(
    own: Sequence[tuple[Claim, When, bool]], y: float, scale: Scale, on: date
) -> Iterable[Line]:
    for state, by in sorted({(claim.state or "~", claim.by) for claim, _, _ in own}):
        stances = sorted(
            (
                Stance(claim, scale.x(when.first), y, when, told, when.first > on)
                for claim, when, told in own
                if claim.by == by and (claim.state or "~") == state
            ),
            key=lambda stance: (stance.when.first, stance.claim.id),
        )
        turns = tuple(stance.x for stance in stances if stance.claim.changed_from)
        yield Line(by, None if state == "~" else state, y, tuple(stances), turns)
        y += ROW


def _ticks(days: Sequence[date], scale: Scale) -> Iterable[Tick]:
    last = -float(TICK_GAP)
    for day in days:
        place = scale.x(day)
        if place - last >= TICK_GAP and day != OPEN_END:
            last = place
            yield Tick(place, day)
