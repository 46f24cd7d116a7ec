"""Who is party because it does next what another did, has not done it yet, or is to follow.

"Norland ratified the fisheries treaty in May. Sarvia followed a week later; Aruna has not."
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import FRAMED, SIGNED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.mentions import Dates
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

_SOON = 2  # sentences from what one did to who did the same
_BEFORE = 3  # tokens of "berjanji segera" between a state and "menyusul"
_ASIDE = 8  # tokens of ", host of its secretariat,"
_WAITING = ("negation", "not_yet")
_AUXILIARIES = (*_WAITING, "perfect", "have", "then", "particles", "relative", "also")
_ENTERING = frozenset({"signature", "accession"})
_OF_MANY = frozenset({"convention", "charter"})


class Successors:
    """Finds those who do next what the subject of a phrase's sentence did."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces, dates: Dates) -> None:
        self._page = page
        self._groups = groups
        self._roles = roles
        self._dates = dates

    def read(self, phrase: Phrase, out: Evidence) -> None:
        """Add to those who deal with a phrase who does so next."""
        told = out.dealt and bool(out.codes) and not (out.partners or out.refused or out.each)
        if not told or out.weight > SIGNED or "several" in phrase.flags:
            return
        others = [code for code in self._next(phrase) if code not in out.codes]
        if not others:
            return
        if out.many or out.wide or phrase.known or phrase.form in _OF_MANY:
            out.many = out.many or not phrase.known
            out.some += others
        else:
            out.close(tuple(dict.fromkeys((*out.codes, *others))), FRAMED)

    def _next(self, phrase: Phrase) -> Iterator[str]:
        """Give the states that come next, in the sentence and in those behind."""
        index, here = phrase.sentence.index, phrase.sentence
        acts = self._page.marks.within("acts", here.first, here.end)
        signed = any(mark.forms and mark.entry.key in _ENTERING for mark in acts)
        for place in self._page.sentences[index : index + 1 + _SOON]:
            groups = [g for g in self._groups.of(place) if _are_states(g) and g.first > phrase.end]
            found = [g for g in groups if self._comes_next(place, g, signed=signed)]
            if not (found or place is here):
                return
            for group in found:
                yield from group.codes

    def _comes_next(self, place: Sentence, group: Group, *, signed: bool) -> bool:
        """Tell whether a group does the same, has yet to, or stands with nothing but a day.

        Who has not signed is no party.
        """
        marks = self._page.marks.keyed("grammar", "likewise", group.end, group.end + _BEFORE + 1)
        if marks:
            return True
        start = self._roles.start(group.first, "while", "contrast", "only_then")
        listed = self._page.tokens.words[group.first - 1] == ","  # "Norland has, Sarvia has not"
        if group.first != place.first and start < place.first and not listed:
            return False
        end = self._past_aside(place, group.end)
        behind = self._past_auxiliaries(place, end)
        if behind > end and self._closed(place, behind):
            waits = self._roles.has(end, behind, *_WAITING)
            return not signed if waits else not listed
        if listed:
            return False
        end = self._roles.end(end, "wish") or end  # "Sarvia menargetkan Juni"
        day = next(iter(self._dates.within(end, end + 2)), None)
        led = day is not None and (day.first == end or self._roles.end(end, "in") == day.first)
        return day is not None and led and self._closed(place, day.end)

    def _past_aside(self, place: Sentence, at: int) -> int:
        """Step over what explains a name: ", host of the secretariat,"."""
        words = self._page.tokens.words
        if at >= place.end or words[at] != ",":
            return at
        stop = min(place.end, at + _ASIDE)
        return next((token + 1 for token in range(at + 1, stop) if words[token] == ","), at)

    def _past_auxiliaries(self, place: Sentence, at: int) -> int:
        while at < place.end and (end := self._roles.end(at, *_AUXILIARIES)):
            at = end
        return at

    def _closed(self, place: Sentence, at: int) -> bool:
        """Tell whether a clause ends at a token."""
        return at >= place.end or self._page.tokens.words[at] in ".,;"


def _are_states(group: Group) -> bool:
    return group.acts and all(name.sort is NameKind.STATE for name in group.names)
