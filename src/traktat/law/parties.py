"""Parties: the way of each party, step by step, at home and abroad."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from traktat.law.circles import Circle, circle_of, doers_of
from traktat.law.orders import narrowed_by_law
from traktat.law.steps import RANK, Plane, Step, days_of, plane_of, steps_by
from traktat.model.dates import OPEN_END, OPEN_START, When, one_of
from traktat.model.kinds import ActKind, Chamber, Status
from traktat.model.records import TimelineAct


class PartyStep(NamedTuple):
    """One step of one party: what it did, on which plane, and when as far as reports tell.

    `when` is what the order of acts leaves of the dates in the reports; `sure` is false where
    no report says that this party took the step. `notice` marks the announcement of a leaving.
    """

    party: str
    act: str
    kind: ActKind
    plane: Plane
    status: Status
    when: When
    chamber: Chamber | None = None
    notice: bool = False
    sure: bool = True


def party_steps(acts: Iterable[TimelineAct], parties: Iterable[str]) -> tuple[PartyStep, ...]:
    """Give every step of every party, party by party, each in the order of its acts.

    Plans and denials are listed with their status; steps of the agreement as a whole, such
    as its entry into force, are listed for each party they concern.
    """
    known = list(acts)
    circle = circle_of(parties)
    done = narrowed_by_law(steps_by(date.max, known, circle), circle)
    found = [step for one in done for step in _done(one, circle)]
    found += [
        step for act in known if act.status is not Status.OCCURRED for step in _untaken(act, circle)
    ]
    return tuple(sorted(set(found), key=_order))


def _done(step: Step, circle: Circle) -> list[PartyStep]:
    when = one_of(step.first, step.last) if not step.doubtful else _bounds(step.act)
    return [
        PartyStep(
            party,
            step.act.id,
            step.kind,
            plane_of(step.kind),
            Status.OCCURRED,
            when,
            step.act.chamber,
            notice=step.notice,
            sure=not step.doubtful,
        )
        for party in step.doers or circle.named
    ]


def _untaken(act: TimelineAct, circle: Circle) -> list[PartyStep]:
    when = act.effective_on or act.date or _beyond_reports(act)
    doers = doers_of(act, circle)
    return [
        PartyStep(party, act.id, act.act, plane_of(act.act), act.status, when, act.chamber)
        for party in doers.surely or doers.maybe or circle.named
    ]


def _beyond_reports(act: TimelineAct) -> When:
    """Give the days a report leaves open: a plan lies after it, a denial reaches up to it."""
    if act.status is Status.PLANNED:
        return one_of(min((w.first for w in act.reported_on), default=OPEN_START), OPEN_END)
    return one_of(OPEN_START, max((w.last for w in act.reported_on), default=OPEN_END))


def _bounds(act: TimelineAct) -> When:
    first, last = days_of(act)
    return one_of(first, last)


def _order(step: PartyStep) -> tuple[str, date, date, int, str, bool]:
    return (
        step.party,
        step.when.first,
        step.when.last,
        RANK[step.kind],
        step.act,
        not step.notice,
    )
