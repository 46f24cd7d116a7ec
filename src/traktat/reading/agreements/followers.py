"""Who does with an agreement of their own what another did.

"Norland ended its pact with Aruna, followed by Sarvia. Sudria did the same."
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan

_PAIR = 2  # sides
_SOON = 2  # sentences from what one did to who did the same
_BEHIND = 1  # tokens of "the" between "followed by" and a state
_BEFORE = 3  # tokens of "akhirnya juga" between a state and "did the same"


class Followers:
    """Finds those who do the same with the same other side."""

    def __init__(self, page: Scan, groups: Groups) -> None:
        self._page = page
        self._groups = groups

    def read(self, phrase: Phrase, out: Evidence) -> None:
        """Give an agreement of their own with the same other side to those who did the same."""
        alone = len(out.closed) == _PAIR and len(out.partners) == 1 and not out.each
        if not alone or phrase.known or "several" in phrase.flags:
            return
        others = [code for code in self._states(phrase) if code not in out.closed]
        if others:
            ours = [code for code in out.closed if code not in out.partners]
            out.each = tuple(dict.fromkeys((*ours, *others)))

    def _states(self, phrase: Phrase) -> Iterator[str]:
        """Give the states that did the same, here and in the sentences behind."""
        index = phrase.sentence.index
        for place in self._page.sentences[index : index + 1 + _SOON]:
            first = phrase.end if place is phrase.sentence else place.first
            led = [m.end for m in self._page.marks.keyed("grammar", "followed", first, place.end)]
            told = [
                m.first for m in self._page.marks.keyed("grammar", "likewise", first, place.end)
            ]
            if place is not phrase.sentence and not told:
                return
            for group in self._groups.of(place) if led or told else ():
                behind = any(0 <= group.first - at <= _BEHIND for at in led)
                before = any(0 <= at - group.end <= _BEFORE for at in told)
                before = before and group.link != "with"  # "a pact with Sarvia followed"
                if group.first >= first and (behind or before) and _is_state(group):
                    yield from group.codes


def _is_state(group: Group) -> bool:
    return all(name.sort is NameKind.STATE for name in group.names)
