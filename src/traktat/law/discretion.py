"""Discretion: who claims to decide for themselves whether and how to perform."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from traktat.model.dates import When
from traktat.model.kinds import ActKind, Form, Status
from traktat.model.records import Statement, Support, TimelineAct


def discretion_by(
    day: date, acts: Iterable[TimelineAct], statements: Iterable[Statement]
) -> tuple[Statement, ...]:
    """Give the remarks, made by the day, in which somebody claims that discretion.

    They are the statements whose words carry an implementation decision; where no statement
    does, the act itself speaks for those named as doing it.
    """
    said = list(statements)
    found: list[Statement] = []
    for act in sorted(acts, key=lambda act: act.id):
        if act.act is ActKind.IMPLEMENTATION_DECISION and act.status is not Status.DENIED:
            found += [one for one in said if _carries(one, act)] or [_spoken(act)]
    return tuple(one for one in dict.fromkeys(found) if _was_said_by(day, one.uttered))


def _carries(statement: Statement, act: TimelineAct) -> bool:
    return any(_meet(one, other) for one in statement.support for other in act.support)


def _meet(one: Support, other: Support) -> bool:
    return one.report == other.report and one.span.overlaps(other.span)


def _spoken(act: TimelineAct) -> Statement:
    return Statement(
        id=act.id,
        speaker=act.by[0] if act.by else ", ".join(act.states),
        form=Form.INDIRECT,
        state=act.states[0] if len(act.states) == 1 else None,
        uttered=act.date or min(act.reported_on, key=lambda when: when.first, default=None),
        support=act.support,
    )


def _was_said_by(day: date, uttered: When | None) -> bool:
    return uttered is None or uttered.first <= day
