"""Clauses: what an agreement says of its own beginning and end, as reports give it.

A trigger is a short hyphenated phrase, the same in every language, built from the words of
`ActKind` and from numbers: `exchange-of-ratification-instruments`,
`30-days-after-20th-deposit`, `10-years`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from traktat.model.dates import OPEN_END
from traktat.model.kinds import ActKind, PartyStatus, ProvisionKind
from traktat.model.records import Provision, TimelineAct

# The steps a clause can ask for, and how far a party is once it has taken them.
_NEEDED: dict[ActKind, PartyStatus] = {
    ActKind.SIGNATURE: PartyStatus.SIGNED,
    ActKind.APPROVAL: PartyStatus.APPROVED,
    ActKind.RATIFICATION: PartyStatus.RATIFIED,
    ActKind.NOTIFICATION: PartyStatus.CONSENTED,
    ActKind.EXCHANGE: PartyStatus.CONSENTED,
    ActKind.DEPOSIT: PartyStatus.CONSENTED,
    ActKind.ACCESSION: PartyStatus.CONSENTED,
}
_ORDINALS = ("th", "st", "nd", "rd")  # endings of a counted instrument: 20th-deposit
_UNITS = ("day", "week", "month", "year")
_LONGEST_NUMBER = 4  # digits; a clause counts parties and days, not stars


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days, weeks, months or years."""

    count: int
    unit: str

    def after(self, day: date) -> date:
        """Give the day this long after another; open where the calendar ends.

        >>> Period(1, "month").after(date(2024, 1, 31)).isoformat()
        '2024-02-29'
        """
        try:
            return self._after(day)
        except (OverflowError, ValueError):
            return OPEN_END

    def _after(self, day: date) -> date:
        if self.unit in ("day", "week"):
            return day + timedelta(days=self.count * (7 if self.unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class EntryTerms:
    """What must be complete before entry into force, and what delay follows (VCLT 24(1)).

    `steps` are all steps the clause names, `needed` how far parties must have come, `count`
    how many of them (None: every one), `clause` the id of the provision or act.
    """

    steps: tuple[ActKind, ...]
    needed: PartyStatus
    count: int | None
    delay: Period | None
    clause: str

    def due_on(self, met_on: date) -> date:
        """Give the day of entry into force that follows from the day the terms were met."""
        return self.delay.after(met_on) if self.delay else met_on


def entry_terms(
    provisions: Iterable[Provision], plans: Iterable[TimelineAct] = ()
) -> EntryTerms | None:
    """Read the entry clause; failing that, the condition of a planned entry into force.

    Of several renditions the one with most independent origins counts.
    """
    clauses = sorted(
        (one for one in provisions if one.kind is ProvisionKind.ENTRY_INTO_FORCE),
        key=lambda one: (-one.independent_origins, one.id),
    )
    phrases = [(f"{one.trigger or ''}-{one.timing or ''}", one.id) for one in clauses]
    phrases += [
        (plan.condition, plan.id)
        for plan in plans
        if plan.act is ActKind.ENTRY_INTO_FORCE and plan.condition
    ]
    for phrase, clause in phrases:
        terms = _terms_of(_words(phrase), clause)
        if terms is not None:
            return terms
    return None


class Timing(NamedTuple):
    """A period a clause sets, and the id of the clause."""

    period: Period
    clause: str


def timing_set_by(kind: ProvisionKind, provisions: Iterable[Provision]) -> Timing | None:
    """Read the period that a clause of a kind sets: how long to last, how long a notice runs."""
    for one in sorted(provisions, key=lambda one: (-one.independent_origins, one.id)):
        if one.kind is kind:
            period = period_in(one.trigger, one.timing)
            if period is not None:
                return Timing(period, one.id)
    return None


def period_in(*phrases: str | None) -> Period | None:
    """Find a number of days, weeks, months or years in hyphenated phrases.

    >>> period_in("30-days-after-exchange")
    Period(count=30, unit='day')
    """
    words = [word for phrase in phrases if phrase for word in _words(phrase)]
    for number, unit in pairwise(words):
        count, named = _number(number), _unit(unit)
        if count is not None and named is not None:
            return Period(count, named)
    return None


def _terms_of(words: list[str], clause: str) -> EntryTerms | None:
    steps = tuple(kind for kind in _NEEDED if {kind.value, f"{kind.value}s"} & set(words))
    if not steps:
        return None
    delay = period_in("-".join(words))
    return EntryTerms(steps, _NEEDED[steps[-1]], _count_in(words), delay, clause)


def _count_in(words: list[str]) -> int | None:
    """Find how many parties must have consented: a number that counts no days."""
    for index, word in enumerate(words):
        follows = words[index + 1] if index + 1 < len(words) else ""
        count = _number(word[:-2] if word.endswith(_ORDINALS) else word)
        if count is not None and _unit(follows) is None:
            return count
    return None


def _words(phrase: str) -> list[str]:
    return [word for word in phrase.lower().replace("_", "-").replace(" ", "-").split("-") if word]


def _number(word: str) -> int | None:
    if word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER:
        return int(word)
    return None


def _unit(word: str) -> str | None:
    return next((unit for unit in _UNITS if word in (unit, f"{unit}s")), None)
