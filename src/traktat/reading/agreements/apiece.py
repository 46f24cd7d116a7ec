"""Partners named in one breath that have an agreement each: "RI-Norlandia dan RI-Aruna"."""

from __future__ import annotations

from itertools import pairwise

from traktat.reading.agreements.evidence import NAMED, Evidence
from traktat.reading.agreements.groups import HYPHENS, Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_TWO_SIDED = frozenset({"several", "bilateral", "bill"})
_PAIR = 2  # sides


class Apiece:
    """Finds the partners that one side has an agreement with each."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces) -> None:
        self._roles = roles
        self._words = page.tokens.words
        self._groups = groups

    def read(self, phrase: Phrase, out: Evidence) -> None:
        """Note them for a phrase whose names go on behind it, or stand in pairs."""
        for group in self._groups.of(phrase.sentence):
            if group.end <= phrase.first or len(group.codes) < _PAIR:
                continue
            partners = self._paired(group) or self._of_one(phrase, group)
            if partners and set(out.closed) <= set(group.codes):
                out.closed, out.weight = group.codes, NAMED
                out.each = partners
                return
            if phrase.named and group.names[0].first == phrase.named[-1].first:
                self._go_on(phrase, group, out)
                return

    def _of_one(self, phrase: Phrase, group: Group) -> tuple[str, ...]:
        """Give those that "with" parts from the first: "dicapai Norlandia dengan A, B dan C"."""
        one, *others = group.names
        if len(others) < _PAIR or self._roles.end(one.end, "with") != others[0].first:
            return ()
        begun = others[0] in phrase.named  # the phrase takes but the first of a list
        apart = phrase.flags & (_TWO_SIDED if begun else {"several", "bilateral"})
        ours = self._groups.codes(one)
        if not apart or len(ours) != 1:
            return ()
        return tuple(code for code in group.codes if code not in ours)

    def _go_on(self, phrase: Phrase, group: Group, out: Evidence) -> None:
        """Take the rest of a list that a phrase only begins: "dengan Norlandia, Aruna dan"."""
        before = {code for name in phrase.named[:-1] for code in self._groups.codes(name)}
        if group.link != "with" or len(before) != 1 or before & set(group.codes):
            return
        out.closed, out.weight = (*before, *group.codes), NAMED
        out.partners = group.codes
        if phrase.flags & _TWO_SIDED:
            out.each = group.codes

    def _paired(self, group: Group) -> tuple[str, ...]:
        """Give the partners of one side that stands in every pair: "A-B and A-C"."""
        pairs = [
            {*self._groups.codes(one), *self._groups.codes(other)}
            for one, other in pairwise(group.names)
            if len(self._words[one.end : other.first]) == 1 and self._words[one.end] in HYPHENS
        ]
        shared = set.intersection(*pairs) if len(pairs) > 1 else set()
        if len(shared) != 1 or len(group.names) != _PAIR * len(pairs):
            return ()
        return tuple(code for code in group.codes if code not in shared)
