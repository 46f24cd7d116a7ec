"""Imposed: a thing that an agreement is said to bar, ask for or allow: "the limits set by it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force
from traktat.reading.frames import Desk, Frame
from traktat.reading.provisions.beside import DEEDS
from traktat.reading.provisions.duties import CUT, RULES
from traktat.reading.provisions.under import LOOSE, Under

THING = 7  # tokens before "imposed by the pact" in which the thing stands
NEAR = 4  # tokens before "imposed" in which "were" or "no longer" stands
RULING = (*RULES, DEEDS)
STOPS = ',;:–—()"“”'


@dataclass(frozen=True, slots=True)
class Imposed:
    """Finds things that stand before a participle and the agreement that rules them."""

    desk: Desk

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the things of a sentence: "inspections called for in the treaty"."""
        desk = self.desk
        for cue in desk.page.marks.of("clauses", sentence):
            if not self._is_ruling(cue):
                continue
            agreement = self._agreement(sentence, cue)
            first = self._thing(sentence, cue)
            if agreement is None or first >= cue.first or self._is_open(first, cue):
                continue
            force = Force(desk.setting(cue, "value") or "will")
            strong = not self._is_clause(first, cue)
            yield Frame(agreement, first, cue.first, cue, force, (), strong=strong)

    def _is_clause(self, first: int, cue: Mark) -> bool:
        """Tell whether "was imposed by the pact" is a clause, no relative one on a thing."""
        marks, near = self.desk.page.marks, max(first, cue.first - NEAR)
        relative = any(marks.keyed("grammar", "relative", near, cue.first))
        return not relative and any(marks.keyed("grammar", "be", near, cue.first))

    def _is_ruling(self, cue: Mark) -> bool:
        """Tell whether a word says that something is ruled, not only that it is covered."""
        if not {"participle", "passive"} & set(cue.forms):
            return False
        return cue.key in CUT or (cue.key == "contains" and cue.field in RULING)

    def _agreement(self, sentence: Sentence, cue: Mark) -> AgreementFinding | None:
        """Give the agreement named right behind "imposed by", "required under"."""
        marks = self.desk.page.marks
        links = chain(
            marks.keyed("grammar", "agent", cue.end, cue.end + 1),
            marks.keyed("clauses", "under", cue.end, cue.end + 1),
        )
        for link in links:
            found = Under(self.desk).named_behind(sentence, link)
            if found is not None and not (link.field == LOOSE and cue.field == DEEDS):
                return found[0]
        return None

    def _is_open(self, first: int, cue: Mark) -> bool:
        """Tell whether what may be ruled or is no longer: "might be required under a deal"."""
        marks, near = self.desk.page.marks, max(first, cue.first - NEAR)
        if any(marks.keyed("grammar", "negation", near, cue.first)):
            return True
        return self.desk.has_force(first, cue.first)

    def _thing(self, sentence: Sentence, cue: Mark) -> int:
        """Give where the thing begins: behind a stop, or so many tokens before."""
        words, first = self.desk.page.tokens.words, max(sentence.first, cue.first - THING)
        return max((at + 1 for at in range(first, cue.first) if words[at] in STOPS), default=first)
