"""What others say that somebody denies: "Norland says …; Valdoria denies it"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.reading.claims.cues import REJECTING, Cues
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.wrongs import is_claim
from traktat.reading.mentions import Utterance, Utterances
from traktat.reading.scan import Scan

NOUN = 6  # tokens between "a charge" and the verb of its relative clause
RELATIVE = 3  # tokens before a passive in which "which" stands


@dataclass(frozen=True, slots=True)
class Contested:
    """Finds the statement that a denial points back to."""

    page: Scan
    cues: Cues
    utterances: Utterances

    def told_before(self, sentence: Sentence, cue: Mark, own: Collection[str]) -> Utterance | None:
        """Give what others said last, here or in the sentence before, if a stance points to it."""
        before = self.page.sentences[max(0, sentence.index - 1)].first
        others = [
            one
            for one in self.utterances.within(before, cue.first)
            if (one.finding.state or one.finding.speaker) not in own
        ]
        return others[-1] if others and self._points_to(others[-1], cue) else None

    def _points_to(self, told: Utterance, cue: Mark) -> bool:
        """Tell whether a stance is one on what was said: what is rejected must be a charge."""
        if self._is_of_charge(cue):
            return True
        if not points_back(self.page, cue) and not self._is_led_back(cue):
            return False
        topics = self.page.marks.within("topics", told.first, min(told.end, cue.first))
        return cue.field not in REJECTING or any(is_claim(self.page, one) for one in topics)

    def _is_led_back(self, cue: Mark) -> bool:
        """Tell whether a passive opens a relative clause: "which was denied by X"."""
        if not self.cues.is_undergone(cue):
            return False
        first = max(0, cue.first - RELATIVE)
        return any(self.page.marks.keyed("grammar", "relative", first, cue.first))

    def _is_of_charge(self, cue: Mark) -> bool:
        """Tell whether a verb ends a relative clause on an accusation: "a charge X dismisses"."""
        marks = self.page.marks.keyed("topics", "accusation", max(0, cue.first - NOUN), cue.first)
        comma = self.page.tokens.words
        return any(
            "," in comma[max(0, mark.first - 2) : mark.first]
            and "," not in comma[mark.end : cue.first]
            for mark in marks
        )
