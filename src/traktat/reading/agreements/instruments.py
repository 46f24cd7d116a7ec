"""An instrument as a report speaks of it: all its mentions, and what they tell together."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.facts.tables import table
from traktat.reading.agreements.evidence import GUESSED, Evidence
from traktat.reading.agreements.nouns import TRUCES, Phrase

ACCESSION = "accession"  # the form of what makes a state member of an organization


@dataclass(slots=True)
class Cluster:
    """Mentions of one instrument, in text order; `of_rounds` came out of talks of several.

    `closed` counts the mentions by the parties they tell and how surely. What one mention is
    enough to tell is kept: it says it is a truce, has parties unnamed, is replaced, is current
    (not only one before), is of a sort many conclude.
    """

    members: list[tuple[Phrase, Evidence]] = field(default_factory=list)
    known: str | None = None
    topics: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    closed: dict[tuple[frozenset[str], int], int] = field(default_factory=dict)
    eras: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    cores: set[frozenset[str]] = field(default_factory=set)
    goods: set[str] = field(default_factory=set)
    of_rounds: bool = False
    partners: set[str] = field(default_factory=set)
    truce: bool = False
    many: bool = False
    replaced: bool = False
    current: bool = False
    wide_told: bool = False
    multilateral: bool = False

    def add(self, phrase: Phrase, evidence: Evidence) -> None:
        """Take one more mention."""
        self.members.append((phrase, evidence))
        self.known = self.known or phrase.known
        self.topics.update(phrase.topics)
        if phrase.known:
            self.topics.update(table("treaties")[phrase.known].get("topics", ()))
        self.codes.update(evidence.codes)
        if phrase.acronym:
            self.acronyms.add(phrase.acronym)
        if phrase.year:
            self.years.add(phrase.year)
        if phrase.proper:
            self.proper.add(phrase.proper)
        if phrase.core:
            self.cores.add(phrase.core)
        if phrase.goods:
            self.goods.add(phrase.goods)
        if evidence.era:
            self.eras.add(evidence.era)
        if evidence.closed:
            told = frozenset(evidence.closed), evidence.weight
            self.closed[told] = self.closed.get(told, 0) + 1
        self._widen(phrase, evidence)

    def _widen(self, phrase: Phrase, evidence: Evidence) -> None:
        """Note what one mention is enough to tell: asked for every mention that follows."""
        self.partners.update(evidence.partners)
        self.truce = self.truce or phrase.form in TRUCES
        self.many = self.many or evidence.many
        self.replaced = self.replaced or "replaced" in phrase.flags
        self.current = self.current or "older" not in phrase.flags
        self.wide_told = self.wide_told or evidence.wide
        self.multilateral = self.multilateral or "multilateral" in phrase.flags

    def absorb(self, other: Cluster) -> None:
        """Take all mentions of another cluster."""
        for phrase, evidence in other.members:
            self.add(phrase, evidence)
        self.members.sort(key=lambda item: (item[0].first, item[0].end))

    @property
    def bygone(self) -> bool:
        """Tell whether it is replaced, or only told of as one before."""
        return self.replaced or not self.current

    def forget_guesses(self) -> None:
        """Keep only the parties that are told of, not those of the words nearby."""
        self.closed = {told: n for told, n in self.closed.items() if told[1] > GUESSED}
        sure = (e for _, e in self.members if e.weight != GUESSED)
        self.codes = {code for evidence in sure for code in evidence.codes}

    @property
    def last(self) -> int:
        """Give the token of its last mention."""
        return self.members[-1][0].first

    @property
    def sided(self) -> bool:
        """Tell whether more than one side is known: who deals, and with whom."""
        return len(self.codes) >= 2 and self.codes != self.partners

    @property
    def wide(self) -> bool:
        """Tell whether it is of the sort that many states conclude."""
        return self.of_rounds or self.wide_told
