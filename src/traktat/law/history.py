"""History: how an agreement's standing changed over its life, and when it was in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from traktat.law.clauses import Period, period_in
from traktat.law.standing import standing_on
from traktat.law.steps import told_by
from traktat.model.dates import OPEN_END, OPEN_START, When, on
from traktat.model.kinds import ActKind, AgreementStatus, ProvisionKind
from traktat.model.records import Provision, Standing, TimelineAct


class Answer(StrEnum):
    """Whether an agreement was in force at a time."""

    YES = "yes"
    NO = "no"
    PROVISIONALLY = "provisionally"  # applied before entry into force (VCLT 25)
    SUSPENDED = "suspended"  # in force, but its operation suspended (VCLT 57, 72)
    PARTLY = "partly"  # on some days of a stretch and not on others
    POSSIBLE = "possible"  # what is known does not settle it


_ANSWERS = {
    AgreementStatus.IN_FORCE: Answer.YES,
    AgreementStatus.NOTICE_GIVEN: Answer.YES,
    AgreementStatus.PROVISIONALLY_APPLIED: Answer.PROVISIONALLY,
    AgreementStatus.SUSPENDED: Answer.SUSPENDED,
}

# Clauses that set a period from which days of change follow.
_SET_PERIODS = (ProvisionKind.ENTRY_INTO_FORCE, ProvisionKind.DURATION, ProvisionKind.WITHDRAWAL)


@dataclass(frozen=True, slots=True)
class InForce:
    """The answer to "was it in force then?", with the standing at each turn of that time."""

    when: When
    answer: Answer
    standings: tuple[Standing, ...]

    @property
    def interim_duty(self) -> bool:
        """Tell whether on some day only the duty not to defeat it held (VCLT 18)."""
        return any(standing.interim_duty for standing in self.standings)


def changes(
    acts: Iterable[TimelineAct],
    *,
    parties: tuple[str, ...],
    provisions: Iterable[Provision] = (),
    kind: str | None = None,
    agreement: str | None = None,
) -> tuple[Standing, ...]:
    """Give the standing on every day on which it changed, from the first act on."""
    known, clauses = list(acts), list(provisions)
    found: list[Standing] = []
    for day in turning_days(known, clauses):
        standing = standing_on(
            day, known, parties=parties, provisions=clauses, kind=kind, agreement=agreement
        )
        if _differs(standing, found[-1] if found else None):
            found.append(standing)
    return tuple(found)


def in_force_when(
    when: date | When,
    acts: Iterable[TimelineAct],
    *,
    parties: tuple[str, ...],
    provisions: Iterable[Provision] = (),
    kind: str | None = None,
    agreement: str | None = None,
) -> InForce:
    """Tell whether an agreement was in force on a day, or throughout a stretch of days.

    A value that is one unknown day of several is answered yes or no only where all agree.
    """
    asked = when if isinstance(when, When) else on(when)
    known, clauses = list(acts), list(provisions)
    standings = tuple(
        standing_on(day, known, parties=parties, provisions=clauses, kind=kind, agreement=agreement)
        for day in _days_within(asked, turning_days(known, clauses))
    )
    return InForce(asked, _answer(standings, lasts=asked.lasts), standings)


def turning_days(acts: list[TimelineAct], provisions: list[Provision]) -> list[date]:
    """Give every day on which a standing can change, in order.

    These are the first and last days of dates and of reports, the day after a denial was
    last told, and the days that follow from the delay or the term a clause sets.
    """
    days: set[date] = set()
    for act in acts:
        for when in (act.date, act.effective_on, *act.reported_on):
            if when is not None:
                days.update((when.first, when.last))
        days.update(_next(when.last) for when in (*act.reported_on, act.date) if when)
        days.add(told_by(act))
    for period in _periods(acts, provisions):
        days |= {period.after(day) for day in days if day not in (OPEN_START, OPEN_END)}
    return sorted(days - {OPEN_START, OPEN_END})


def _periods(acts: list[TimelineAct], provisions: list[Provision]) -> list[Period]:
    """Give the delays before entry into force, and the term, that reports tell of."""
    told = [period_in(act.condition) for act in acts if act.act is ActKind.ENTRY_INTO_FORCE]
    told += [period_in(one.trigger, one.timing) for one in provisions if one.kind in _SET_PERIODS]
    return list(dict.fromkeys(period for period in told if period is not None))


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < OPEN_END else day


def _differs(standing: Standing, before: Standing | None) -> bool:
    """Tell whether anything but the day is new; nothing known yet is nothing new."""
    if before is None:
        return standing.status is not AgreementStatus.UNKNOWN or not standing.certain
    return _shown(standing) != _shown(before)


def _shown(standing: Standing) -> tuple[object, ...]:
    return (
        standing.status,
        standing.alternatives,
        standing.parties,
        standing.possible_parties,
        standing.subject_to,
        standing.because,
    )


def _days_within(asked: When, turns: list[date]) -> list[date]:
    inside = [day for day in turns if asked.first < day <= asked.last]
    return [asked.first, *inside]


def _answer(standings: tuple[Standing, ...], *, lasts: bool) -> Answer:
    answers = {_answer_on(standing) for standing in standings}
    if len(answers) == 1:
        return answers.pop()
    if Answer.POSSIBLE in answers or not lasts:
        return Answer.POSSIBLE
    return Answer.PARTLY


def _answer_on(standing: Standing) -> Answer:
    statuses = (standing.status, *standing.alternatives)
    answers = {_ANSWERS.get(status, Answer.NO) for status in statuses}
    return answers.pop() if len(answers) == 1 else Answer.POSSIBLE
