"""Parties told around an agreement: who accuses whom of a breach, "both states", who speaks of it.

All this only guesses; what the phrase and its own frames say comes first.
"""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import GUESSED, SIGNED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan

_PAIR = 2  # sides
_CODE = 3  # letters of the code of a state
_ARTICLE = 2  # tokens between "accused" and whom
_SAID = 3  # tokens between a comma and who speaks: ", kata"


class Surroundings:
    """Reads the sentences of phrases whose own words name one side or none."""

    def __init__(self, page: Scan, groups: Groups) -> None:
        self._page = page
        self._groups = groups

    def read(self, phrase: Phrase, out: Evidence) -> None:
        """Take a pair that the sentence gives, where it contradicts nothing."""
        if phrase.known or out.closed or out.wide or out.many:
            return
        out.met = self._met_before(phrase)
        groups = self._groups.of(phrase.sentence)
        both = _the_two(groups) if out.dealt and not out.codes else ()
        if both:
            near = self._groups.pair_before(phrase.sentence, phrase.sentence.first)
            out.close(both, SIGNED if set(near) == set(both) else GUESSED)
            return
        pair = self._accused(phrase, groups)
        if not pair and len(out.partners) == 1 == len(out.codes):
            pair = self._told_by(phrase, out, groups)
        if len(pair) == _PAIR and set(out.codes) <= set(pair):
            out.close(pair, GUESSED)

    def _met_before(self, phrase: Phrase) -> tuple[str, ...]:
        """Give who does something together in the sentence before: "A and B met on Monday. …"."""
        index = phrase.sentence.index
        if not index:
            return ()
        before = self._groups.of(self._page.sentences[index - 1])
        groups = [g for g in before if len(g.codes) > 1 and not all(n.pronoun for n in g.names)]
        one = len(groups) == 1 and groups[0].link in ("", "owner", "attribute")
        states = one and all(code.isalpha() and len(code) == _CODE for code in groups[0].codes)
        return groups[0].codes if states else ()

    def _accused(self, phrase: Phrase, groups: list[Group]) -> tuple[str, ...]:
        """Read who accuses whom of a breach: "Norland accused Aruna of violating a treaty"."""
        first = phrase.sentence.first
        for mark in self._page.marks.keyed("agreements", "accusing", first, phrase.first):
            before = [g for g in groups if g.end <= mark.first and g.acts]
            behind = [g for g in groups if 0 <= g.first - mark.end <= _ARTICLE]
            if before and behind:
                return tuple(dict.fromkeys((*before[-1].codes, *behind[0].codes)))
        return ()

    def _told_by(self, phrase: Phrase, out: Evidence, groups: list[Group]) -> tuple[str, ...]:
        """Read whose officials speak: "A pact with Aruna took effect, Norland's ministry said"."""
        last = groups[-1]
        official = last.names[-1].sort in (NameKind.ORGAN, NameKind.PERSON)
        if phrase.determiner == "definite" or not official or last.first < phrase.end:
            return ()
        words = self._page.tokens.words[max(phrase.end, last.first - _SAID) : last.first]
        if "," not in words or last.codes == out.partners or len(groups) > _PAIR:
            return ()
        return tuple(dict.fromkeys((*out.partners, *last.codes)))


def _the_two(groups: list[Group]) -> tuple[str, ...]:
    """Read whom "both states" means, where they do it: "Both states want to sign the treaty"."""
    for group in groups:
        if group.acts and len(group.codes) == _PAIR and all(n.pronoun for n in group.names):
            return group.codes
    return ()
