"""What is missing: the steps that, on a day, reports say are still to come."""

from __future__ import annotations

from traktat.law.courses import PENDING, Course
from traktat.law.plans import still_ahead
from traktat.law.settings import Setting
from traktat.law.steps import CONSENT, RANK
from traktat.model.kinds import ActKind, AgreementStatus, PartyStatus

# Steps on the way to being in force; nothing else is said to be missing.
_ON_THE_WAY = CONSENT | {
    ActKind.SIGNATURE,
    ActKind.APPROVAL,
    ActKind.RATIFICATION,
    ActKind.ENTRY_INTO_FORCE,
}
# How far a party is once it has taken the step.
_REACHED = {
    ActKind.SIGNATURE: PartyStatus.SIGNED,
    ActKind.APPROVAL: PartyStatus.APPROVED,
    ActKind.RATIFICATION: PartyStatus.RATIFIED,
}


def missing_on(course: Course, setting: Setting) -> tuple[str, ...]:
    """Name the steps a clause or a report asks for that have not surely been taken by the day.

    Entry into force itself is named only where no step before it is.
    """
    if course.status not in PENDING | {AgreementStatus.NEGOTIATED}:
        return ()
    kinds = {*_asked_by_clause(course, setting), *_told_ahead(course, setting)}
    steps = kinds - {ActKind.ENTRY_INTO_FORCE} or kinds
    return tuple(kind.value for kind in sorted(steps, key=lambda kind: RANK[kind]))


def _asked_by_clause(course: Course, setting: Setting) -> list[ActKind]:
    if setting.terms is None or course.met_on is not None:
        return []
    return [kind for kind in setting.terms.steps if not _is_taken(course, kind)]


def _is_taken(course: Course, kind: ActKind) -> bool:
    """Tell whether every party is as far as the step leads."""
    needed = _REACHED.get(kind, PartyStatus.CONSENTED)
    reached = [course.has_reached(code, needed) for code in course.circle.named]
    return course.circle.is_complete and all(reached)


def _told_ahead(course: Course, setting: Setting) -> list[ActKind]:
    """Give the steps that reports say are planned, or have not happened yet."""
    sure = [step for step in setting.steps if step.last <= setting.day]
    denied = [act for act in setting.plans.denied if setting.plans.denies(act.act)]
    return [
        act.act
        for act in (*setting.plans.planned, *denied)
        if act.act in _ON_THE_WAY and still_ahead(act, sure) and not _is_taken(course, act.act)
    ]
