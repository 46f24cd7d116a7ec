"""Settings: what the steps of an agreement have to be read against on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from traktat.law.circles import Circle
from traktat.law.clauses import EntryTerms, Timing
from traktat.law.plans import Plans
from traktat.law.steps import CONSENT, LEAVING, Step
from traktat.model.kinds import ActKind

_TO_CONSENT = CONSENT | {ActKind.RATIFICATION, ActKind.APPROVAL}


@dataclass(frozen=True, slots=True)
class Setting:
    """The day, the parties, the steps and plans known by then, and the clauses reports give.

    `term` is how long it is to last and `notice` how long before leaving notice is due; `form`
    is the sort of instrument, `agreement` the id under which replacements name it.
    """

    day: date
    circle: Circle
    steps: tuple[Step, ...]
    plans: Plans
    terms: EntryTerms | None = None
    term: Timing | None = None
    notice: Timing | None = None
    form: str | None = None
    agreement: str | None = None

    def awaits_consent(self) -> bool:
        """Tell whether a report names a step to consent that is still to come."""
        return any(plan.act in _TO_CONSENT for plan in self.plans.planned)

    def awaits_consent_of(self, codes: Iterable[str]) -> bool:
        """Tell whether a report names such a step of one of these parties."""
        named = {
            code for plan in self.plans.planned if plan.act in _TO_CONSENT for code in plan.states
        }
        return not named.isdisjoint(codes)

    def means_to_leave(self, code: str, after: date) -> bool:
        """Tell whether a party is told to plan its leaving, or to leave, from a day on."""
        if code in self.plans.leavers(self.circle):
            return True
        return any(
            step.kind in LEAVING and code in step.doers and step.last >= after
            for step in self.steps
        )
