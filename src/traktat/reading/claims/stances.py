"""Which lines claimants took before: one who denies twice says one thing."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.model.findings import ClaimFinding
from traktat.model.kinds import Manner, NameKind, Stance
from traktat.reading.claims.actors import Speech
from traktat.reading.claims.charges import Charge
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan

HEAD = "head"  # the sort of the offices of heads of state
OBSERVANCE = "observance"  # the topic of agreements kept


class Lines:
    """Asks the claims found so far, which grow, for the stances somebody took."""

    def __init__(self, page: Scan, names: Names, found: list[ClaimFinding]) -> None:
        self.page, self.names, self.found = page, names, found

    def has_line(self, claim: ClaimFinding) -> bool:
        """Tell whether a claimant or its state took the line of a claim elsewhere."""
        line = claim.state or claim.by, claim.stance, claim.topic.partition(" ")[0]
        return any(
            (one.state or one.by, one.stance, one.topic.partition(" ")[0]) == line
            for one in self.found
        )

    def is_told(self, spoken: Speech, charge: Charge) -> bool:
        """Tell whether the speaker, or the state that speaks, took this line before."""
        stance = Stance.DENIES if charge.denied else Stance.ASSERTS
        line = spoken.actor.state, stance, charge.topic.accused
        return any(
            (one.state, one.stance, one.topic.partition(" ")[0]) == line
            and self._is_told_by(one, spoken)
            for one in self.found
            if one.manner is not Manner.FEAR
        )

    def _is_told_by(self, claim: ClaimFinding, spoken: Speech) -> bool:
        """Tell whether a claim is of who speaks; what a head of state says first is his own."""
        if claim.by == spoken.actor.name:
            return True
        if self._is_person(spoken.actor.name) and claim.by != claim.state:
            return False  # what one office says another may say for itself
        if not self._is_head(spoken):
            return True
        return claim.span.start < self.page.tokens.starts[spoken.first]

    def _is_person(self, name: str) -> bool:
        return any(one.name == name and one.sort is NameKind.PERSON for one in self.names.items)

    def _is_head(self, spoken: Speech) -> bool:
        """Tell whether a head of state speaks."""
        offices = table("offices")
        return any(
            name.name == spoken.actor.name
            and name.office is not None
            and offices[name.office]["sort"] == HEAD
            for name in self.names.items
        )

    def is_boast(self, spoken: Speech, charge: Charge) -> bool:
        """Tell whether who accuses others says of the own state what nobody contests."""
        own = spoken.actor.state
        if charge.mark.key != OBSERVANCE or charge.topic.accused != own:
            return False
        accused = {one.topic.partition(" ")[0] for one in self.found}
        accusing = any(one.state == own and one.manner is Manner.ACCUSE for one in self.found)
        return accusing and own not in accused
