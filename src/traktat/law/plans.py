"""Plans: what reports say is still to come on a day, and what they deny."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from traktat.law.circles import Circle, doers_of
from traktat.law.steps import CONSENT, LEAVING, Step, known_by
from traktat.model.dates import OPEN_END, OPEN_START
from traktat.model.kinds import ActKind, Status
from traktat.model.records import TimelineAct


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans and denials that are known on a day."""

    day: date
    planned: tuple[TimelineAct, ...] = ()
    denied: tuple[TimelineAct, ...] = ()

    def due(self, *kinds: ActKind) -> tuple[TimelineAct, ...]:
        """Give the plans of these kinds whose day has come, or may have."""
        return tuple(
            plan
            for plan in self.planned
            if plan.act in kinds and _starts(plan) is not None and _comes_by(plan, self.day)
        )

    def ahead(self, *kinds: ActKind) -> tuple[TimelineAct, ...]:
        """Give the plans of these kinds that have a day, and it is still to come."""
        return tuple(
            plan
            for plan in self.planned
            if plan.act in kinds and _starts(plan) is not None and not _comes_by(plan, self.day)
        )

    def denies(self, kind: ActKind) -> bool:
        """Tell whether a report says that this has not happened by the day."""
        return any(act.act is kind and _covers(act, self.day) for act in self.denied)

    def told_not_in_force(self) -> bool:
        """Tell whether a report says, or takes for granted, that it is not in force yet."""
        kind = ActKind.ENTRY_INTO_FORCE
        return any(act.act is kind for act in self.denied + self.planned)

    def still_to_consent(self, code: str) -> bool:
        """Tell whether a report says that a party has not consented yet, or plans to."""
        kinds = CONSENT | {ActKind.APPROVAL, ActKind.RATIFICATION}
        return any(act.act in kinds and code in act.states for act in self.denied + self.planned)

    def leavers(self, circle: Circle) -> frozenset[str]:
        """Give the parties said to plan to leave."""
        return frozenset(
            code
            for plan in self.planned
            if plan.act in LEAVING
            for code in doers_of(plan, circle).surely
        )


def plans_by(day: date, acts: Iterable[TimelineAct]) -> Plans:
    """Give the plans and denials known on a day, without plans that a newer one replaced."""
    known = sorted((act for act in acts if known_by(day, act)), key=lambda act: act.id)
    planned = [act for act in known if act.status is Status.PLANNED]
    denied = tuple(act for act in known if act.status is Status.DENIED)
    return Plans(day, tuple(act for act in planned if not _is_stale(act, planned)), denied)


def still_ahead(plan: TimelineAct, steps: Iterable[Step]) -> bool:
    """Tell whether nothing that surely happened fulfils a plan, for each party it names."""
    states = set(plan.states)
    for step in steps:
        if step.kind is plan.act and not step.doubtful and _same_chamber(plan, step):
            if not step.doers or not states:
                return False
            states -= set(step.doers)
            if not states:
                return False
    return True


def _same_chamber(plan: TimelineAct, step: Step) -> bool:
    return plan.chamber is None or plan.chamber is step.act.chamber


def _starts(plan: TimelineAct) -> date | None:
    """Give the first day for which something is planned; none where it is only "some day".

    What is planned by a day may come on that day, not on any day before it.
    """
    when = plan.effective_on or plan.date
    if when is None or (when.last == OPEN_END and not when.lasts):
        return None
    if when.first != OPEN_START:
        return when.first
    return when.last if when.last != OPEN_END else None


def _comes_by(plan: TimelineAct, day: date) -> bool:
    start = _starts(plan)
    return start is not None and start <= day


def _is_stale(plan: TimelineAct, plans: list[TimelineAct]) -> bool:
    """Tell whether a later report gives another day for the same thing."""
    if plan.date is None or not plan.reported_on:
        return False
    told = max(when.last for when in plan.reported_on)
    return any(
        other.act is plan.act
        and other.chamber is plan.chamber
        and set(other.states) == set(plan.states)
        and other.date is not None
        and other.date != plan.date
        and any(when.first > told for when in other.reported_on)
        for other in plans
    )


def _covers(denial: TimelineAct, day: date) -> bool:
    """Tell whether a denial speaks of a day: it holds up to the last report of it."""
    until = [when.last for when in denial.reported_on]
    if denial.date is not None:
        until.append(denial.date.last)
    return bool(until) and day <= max(until)
