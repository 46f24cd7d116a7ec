"""Steps: what an act does in law, for whom, and between which two days it happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from traktat.law.circles import Circle, doers_of
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.kinds import CONCLUSION, ActKind, Status
from traktat.model.records import TimelineAct


class Plane(StrEnum):
    """Where an act takes place in law."""

    DOMESTIC = "domestic"  # inside one state: binds nobody abroad (VCLT 27, 46)
    INTERNATIONAL = "international"  # between the parties


# Every kind of act, in the order in which the law takes acts of one day, with its plane.
LAWFUL_ORDER: dict[ActKind, Plane] = {
    ActKind.TEXT_AGREED: Plane.INTERNATIONAL,
    ActKind.INITIALLING: Plane.INTERNATIONAL,
    ActKind.SIGNATURE: Plane.INTERNATIONAL,
    ActKind.SUBMISSION: Plane.DOMESTIC,
    ActKind.REJECTION: Plane.DOMESTIC,
    ActKind.APPROVAL: Plane.DOMESTIC,
    ActKind.RATIFICATION: Plane.DOMESTIC,
    ActKind.PUBLICATION: Plane.DOMESTIC,
    ActKind.RESERVATION: Plane.INTERNATIONAL,
    ActKind.NOTIFICATION: Plane.INTERNATIONAL,
    ActKind.EXCHANGE: Plane.INTERNATIONAL,
    ActKind.DEPOSIT: Plane.INTERNATIONAL,
    ActKind.ACCESSION: Plane.INTERNATIONAL,
    ActKind.PROVISIONAL_APPLICATION: Plane.INTERNATIONAL,
    ActKind.ENTRY_INTO_FORCE: Plane.INTERNATIONAL,
    ActKind.AMENDMENT: Plane.INTERNATIONAL,
    ActKind.EXTENSION: Plane.INTERNATIONAL,
    ActKind.REAFFIRMATION: Plane.INTERNATIONAL,
    ActKind.IMPLEMENTATION_DECISION: Plane.DOMESTIC,
    ActKind.JOINT_EXERCISE: Plane.INTERNATIONAL,
    ActKind.SUSPENSION: Plane.INTERNATIONAL,
    ActKind.RESUMPTION: Plane.INTERNATIONAL,
    ActKind.WITHDRAWAL: Plane.INTERNATIONAL,
    ActKind.TERMINATION: Plane.INTERNATIONAL,
    ActKind.REPLACEMENT: Plane.INTERNATIONAL,
}
RANK = {kind: rank for rank, kind in enumerate(LAWFUL_ORDER)}

CONSENT = frozenset({ActKind.EXCHANGE, ActKind.DEPOSIT, ActKind.NOTIFICATION, ActKind.ACCESSION})
LEAVING = frozenset({ActKind.WITHDRAWAL, ActKind.TERMINATION})
# Acts whose day of effect may lie apart from the day they were done.
_EFFECT_APART = LEAVING | {
    ActKind.ENTRY_INTO_FORCE,
    ActKind.PROVISIONAL_APPLICATION,
    ActKind.SUSPENSION,
    ActKind.RESUMPTION,
    ActKind.REPLACEMENT,
}
# Acts that bind from the day of effect a report gives them (VCLT 11, 24).
_BINDS_FROM = CONSENT | {ActKind.SIGNATURE}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing an act does in law, some day from `first` to `last`.

    `doers` are the parties it counts for, none where it is of the agreement itself; `notice`
    marks the announcement of a leaving that takes effect later; `reaches_back` an effect
    that was set before the act was done; `undated` an act whose first day no report bounds;
    `doubtful` one that no report says for sure, or says of this party.
    """

    kind: ActKind
    first: date
    last: date
    doers: tuple[str, ...]
    act: TimelineAct
    notice: bool = False
    reaches_back: bool = False
    undated: bool = False
    doubtful: bool = False

    @property
    def is_loose(self) -> bool:
        """Tell whether the day is not known."""
        return self.first < self.last

    def shares_doer(self, other: Step) -> bool:
        """Tell whether both count for one party, or one of them for the agreement itself."""
        if not self.doers or not other.doers:
            return True
        return any(code in other.doers for code in self.doers)


def plane_of(kind: ActKind) -> Plane:
    """Tell whether an act is one inside a state or one between the parties.

    >>> plane_of(ActKind.RATIFICATION).value, plane_of(ActKind.EXCHANGE).value
    ('domestic', 'international')
    """
    return LAWFUL_ORDER[kind]


def told_by(act: TimelineAct) -> date:
    """Give the last day on which an act may have been first told; open if nobody says when."""
    return min((when.last for when in act.reported_on), default=OPEN_END)


def known_by(day: date, act: TimelineAct) -> bool:
    """Tell whether an act can bear on a day: it, its effect, or a report of it has begun.

    A plan is known from the day it was reported; what happened only later is not known yet.
    """
    begun = [when.first for when in (act.date, act.effective_on) if when is not None]
    if act.status is not Status.OCCURRED:
        begun += [when.first for when in act.reported_on]
    return act.date is None or min(begun) <= day


def days_of(act: TimelineAct) -> tuple[date, date]:
    """Give the first and last day on which an act may have been done.

    What a report tells as done was done by the day of that report.

    >>> from traktat.model.dates import parse
    >>> act = TimelineAct(id="a", act=ActKind.SIGNATURE, status=Status.OCCURRED,
    ...                   date=parse("2024-06"), reported_on=(parse("2024-06-20"),))
    >>> [day.isoformat() for day in days_of(act)]
    ['2024-06-01', '2024-06-20']
    """
    first = act.date.first if act.date else OPEN_START
    last = act.date.last if act.date else OPEN_END
    told = told_by(act)
    return first, min(last, told) if told >= first else last


def steps_of(act: TimelineAct, circle: Circle) -> list[Step]:
    """Give the steps of one act that happened; none for plans, denials and outsiders' acts."""
    if act.status is not Status.OCCURRED:
        return []
    doers = doers_of(act, circle)
    if doers.nobody:
        return []
    steps = _moves(act, doers.surely) if doers.surely or doers.of_agreement else []
    if act.certainty != "fact":
        steps = [_never_sure(step) for step in steps]
    alone = [(code,) for code in doers.maybe] if circle.is_pair else [doers.maybe]
    return steps + [_never_sure(step) for one in alone if one for step in _moves(act, one)]


def _never_sure(step: Step) -> Step:
    return replace(step, last=OPEN_END, doubtful=True)


def _moves(act: TimelineAct, doers: tuple[str, ...]) -> list[Step]:
    """Split an act into what it does when it is done and what it does when it takes effect."""
    first, last = days_of(act)
    done = Step(act.act, first, last, doers, act, undated=first == OPEN_START)
    if act.effective_on is None:
        return [done]
    effect = _effect(act, doers, act.effective_on)
    if act.act in LEAVING and (act.date is None or act.effective_on.first > first):
        return [_notice(done, effect), effect]
    if act.act in _EFFECT_APART:
        return [effect]
    return [done, effect] if act.act in _BINDS_FROM else [done]


def _effect(act: TimelineAct, doers: tuple[str, ...], when: When) -> Step:
    kind = act.act if act.act in _EFFECT_APART else ActKind.ENTRY_INTO_FORCE
    back = act.date is not None and when.last < act.date.first
    return Step(kind, when.first, when.last, doers, act, reaches_back=back)


def _notice(done: Step, effect: Step) -> Step:
    last = max(done.first, min(done.last, effect.last))
    return Step(
        done.kind, done.first, last, done.doers, done.act, notice=True, undated=done.undated
    )


def steps_by(day: date, acts: Iterable[TimelineAct], circle: Circle) -> list[Step]:
    """Give the steps that have begun, or may have, by the end of a day; each of them once.

    A step no report dates needs something before it: a text must be there before anybody
    can approve, ratify or end it. Until a dated act is known it is left out, unless the
    report that tells of it is itself from before the day.
    """
    found = [
        step
        for act in acts
        if known_by(day, act)
        for step in steps_of(act, circle)
        if step.first <= day
    ]
    floor = min((step.first for step in found if not step.undated), default=None)
    placed = [_placed(step, floor) for step in found if _has_ground(step, floor, day)]
    return _each_once(placed)


def _has_ground(step: Step, floor: date | None, day: date) -> bool:
    return not step.undated or step.kind in CONCLUSION or floor is not None or step.last <= day


def _placed(step: Step, floor: date | None) -> Step:
    if not step.undated or step.kind in CONCLUSION or floor is None:
        return step
    return replace(step, first=min(max(step.first, floor), step.last))


def _each_once(steps: list[Step]) -> list[Step]:
    """Leave out what a copy tells again."""
    seen: dict[tuple[object, ...], Step] = {}
    for step in sorted(steps, key=lambda step: (step.first, step.last, step.act.id)):
        key = (
            step.kind,
            step.act.chamber,
            step.first,
            step.last,
            step.doers,
            step.notice,
            step.act.replaces,
        )
        seen.setdefault(key, step)
    return list(seen.values())
