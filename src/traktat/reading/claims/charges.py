"""Charges: statements that say a state did wrong, or that the speaker's own state did not."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.propositions import (
    NEGATED,
    Topic,
    is_negated,
    plainly,
    setting,
)
from traktat.reading.frames import code_of, names_agreement
from traktat.reading.mentions import NameMention, Names, Utterance
from traktat.reading.scan import Scan

DOER_REACH = 8  # tokens before a wrong in which the state that did it stands
OBJECT_REACH = 6  # tokens behind a wrong in which the agreement stands that it is done to
CODE = 3  # letters of a state (ISO 3166-1 alpha-3)
DOUBTFUL = ("future", "possibility", "counterfactual")
BIDDING = ("obligation", "wish", "purpose")
"""Words that say what is to be, not what is: "must not violate" denies nothing."""

DOERS = (NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.GROUP)


@dataclass(frozen=True, slots=True)
class Charge:
    """A wrong that a statement says a state did, or denies that the speaker's own did."""

    topic: Topic
    mark: Mark
    denied: bool


@dataclass(frozen=True, slots=True)
class Charges:
    """Finds the charges in what people say."""

    page: Scan
    names: Names

    def within(self, spoken: Utterance) -> Charge | None:
        """Give the wrong that a statement charges somebody with: "X has violated the treaty"."""
        own = spoken.finding.state
        if own is None:
            return None
        for mark in self.page.marks.within("topics", spoken.first, spoken.end):
            if not setting(self.page, mark, "wrong") or self._is_supposed(spoken, mark):
                continue
            denied = is_negated(self.page, mark)
            accused = self._doer(spoken, mark)
            if accused is None and denied and self._is_own_deed(spoken, mark):
                accused = own
            if accused is not None and denied is (accused == own):
                value = setting(self.page, mark, "value")
                return Charge(
                    Topic(plainly(accused, value, ""), accused, value=value), mark, denied
                )
        return None

    def _doer(self, spoken: Utterance, mark: Mark) -> str | None:
        """Give the state or group that does the wrong: the subject right before the verb."""
        names = self._before(spoken, mark)
        if not names or names[-1].sort not in DOERS:
            return None
        if names[-1].attributive and not self._fights_for(names[-1], mark):
            return None
        hung = self.page.marks.within("grammar", max(0, names[-1].first - 2), names[-1].first)
        if any(one.end == names[-1].first and one.key == "preposition" for one in hung):
            return None
        return code_of(names[-1])

    def _before(self, spoken: Utterance, mark: Mark) -> list[NameMention]:
        first = max(spoken.first, mark.first - DOER_REACH)
        return [name for name in self.names.within(first, mark.first) if name.end <= mark.first]

    def _fights_for(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a state is named for its troops: "Norland's troops have violated …"."""
        beside = self.page.marks.keyed("topics", "troops", max(0, name.first - 2), mark.first)
        return any(name.first - 1 <= one.end and one.first <= name.end + 1 for one in beside)

    def _is_own_deed(self, spoken: Utterance, mark: Mark) -> bool:
        """Tell whether a state says of itself that it breaks no agreement: "its missile does not".

        Nobody else may stand in what it says; what it only bids ("must not") it does not deny.
        """
        own = spoken.finding.state or ""
        if len(own) != CODE or mark.field == "nouns" or self._before(spoken, mark):
            return False
        before = self.page.marks.within("grammar", max(spoken.first, mark.first - 4), mark.first)
        if any(one.key in BIDDING or (one.key == "be" and _is_done_to(mark)) for one in before):
            return False
        end = min(spoken.end, mark.end + OBJECT_REACH)
        return names_agreement(self.page, mark.first, end) or points_back(self.page, mark)

    def _is_supposed(self, spoken: Utterance, mark: Mark) -> bool:
        """Tell whether a wrong is only possible, or not said: "if X violates the pact"."""
        for one in self.page.marks.within("grammar", spoken.first, mark.first):
            gap = mark.first - one.end
            if one.key == "condition" and gap < DOER_REACH:
                return True
            if one.key in DOUBTFUL and gap <= 1:
                return True
            if one.key == "negation" and gap >= NEGATED and self._governs(one, mark):
                return True
        return False

    def _governs(self, negation: Mark, mark: Mark) -> bool:
        """Tell whether a clause of its own begins between a negation and a wrong."""
        return any(self.page.marks.keyed("grammar", "that", negation.end, mark.first))


def _is_done_to(mark: Mark) -> bool:
    return "participle" in mark.forms or "passive" in mark.forms
