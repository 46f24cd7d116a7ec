"""What of a record lies after the day that is asked about.

An act lies after it when it cannot have happened by then; what has no day of its own lies after
it when every report of it was printed later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from traktat.export.html.positions import moment_of
from traktat.model.dates import OPEN_START, When
from traktat.model.kinds import AgreementStatus, PartyStatus
from traktat.model.records import (
    Claim,
    Disagreement,
    Record,
    Standing,
    Statement,
    Support,
    TimelineAct,
)

BOUND = (PartyStatus.BOUND, PartyStatus.NOTICE_GIVEN)  # who still owes what the clauses say
TURNS = 14  # changes of standing offered as links; the day can be any


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of standing to go to."""

    date: date
    status: AgreementStatus
    certain: bool
    here: bool = False
    is_previous: bool = False
    is_next: bool = False


class AsOf:
    """A record seen from one day."""

    def __init__(self, record: Record, on: date) -> None:
        self.record, self.on = record, on

    @cached_property
    def published(self) -> dict[str, When]:
        """Give the day of each report that tells it."""
        return {item.report: item.published for item in self.record.reports if item.published}

    def report_later(self, report: str) -> bool:
        """Tell whether a report was printed after the day."""
        return self._is_after(self.published.get(report))

    def act_later(self, act: TimelineAct) -> bool:
        """Tell whether an act lies after the day."""
        if act.date is not None and act.date.first != OPEN_START:
            return self._is_after(act.date)
        return self._all_later(act.support)

    def claim_later(self, claim: Claim) -> bool:
        """Tell whether a claim was made after the day."""
        moment = moment_of(claim, self.published)
        return moment is not None and self._is_after(moment[0])

    def remark_later(self, remark: Statement) -> bool:
        """Tell whether a remark was made after the day."""
        if remark.uttered is not None:
            return self._is_after(remark.uttered)
        return self._all_later(remark.support)

    def difference_later(self, item: Disagreement) -> bool:
        """Tell whether a disagreement came up only after the day: it takes two sides."""
        known = [value for value in item.values if not self._all_later(value.support)]
        return bool(item.values) and len(known) < min(2, len(item.values))

    @cached_property
    def timeline(self) -> tuple[TimelineAct, ...]:
        """Give the acts, those after the day behind all others."""
        return tuple(sorted(self.record.timeline, key=self.act_later))

    @property
    def first_later(self) -> int:
        """Give the place in the timeline from which acts lie after the day; -1 for none."""
        known = sum(not self.act_later(act) for act in self.record.timeline)
        return known if known < len(self.record.timeline) else -1

    def _all_later(self, supports: Iterable[Support]) -> bool:
        known = list(supports)
        return bool(known) and all(self.report_later(item.report) for item in known)

    def _is_after(self, when: When | None) -> bool:
        return when is not None and when.first > self.on


def bound_by(standing: Standing) -> tuple[str, ...]:
    """Name the parties that the clauses bind on the day of a standing."""
    return tuple(code for code, status in sorted(standing.parties.items()) if status in BOUND)


def turns_to(turns: Iterable[Standing], on: date) -> tuple[Turn, ...]:
    """Give the changes of standing to go to, the one that holds on the day marked."""
    shown: list[Standing] = []
    for turn in turns:
        if not shown or (shown[-1].status, shown[-1].certain) != (turn.status, turn.certain):
            shown.append(turn)
    here = max((place for place, turn in enumerate(shown) if turn.date <= on), default=-1)
    first = max(0, min(here - TURNS // 2, len(shown) - TURNS))
    return tuple(
        Turn(
            turn.date,
            turn.status,
            turn.certain,
            here=place == here,
            is_previous=place == (here - 1 if here >= 0 and shown[here].date == on else here),
            is_next=place == here + 1,
        )
        for place, turn in enumerate(shown)
        if first <= place < first + TURNS
    )
