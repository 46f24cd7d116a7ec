"""Runs: clause after clause of a sentence, sentence after sentence, that tell rules.

Where an agreement's rules have begun to be told, "the language will be called …" and "neither
side may lay mines" are rules too, whatever they are about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import ActKind, Form, NameKind
from traktat.reading.frames import Desk, Frame, codes_of, passive_prefixes
from traktat.reading.mentions import Utterance
from traktat.reading.provisions.under import Under

SUBJECT_MOST = 14  # tokens of the subject of a rule
OPENS = 2  # tokens of a sentence in which its subject stands: "Peru, meanwhile, must …"
RELATIVE_GAP = 2  # tokens between "which" and the modal verb of another clause
EFFECT_REACH = 3  # tokens behind "will" in which "boost" stands
BEFALL_REACH = 3  # tokens behind "will" in which "be kept" stands
VERBS = ("clauses", "provisions", "acts")
MANY = "MULTI"
PARAGRAPH = "\n"
PERSONAL = ("i", "we", "he", "you")
UNBOUND = (NameKind.PERSON, NameKind.ORGAN, NameKind.AGENCY)


@dataclass(frozen=True, slots=True)
class Runs:
    """Finds the clauses of a sentence that go on with an agreement's rules."""

    desk: Desk
    going_on: AgreementFinding | None = None
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give a frame for each clause whose verb says what shall, may or will be."""
        agreement = self._agreement(sentence)
        if agreement is None or self._is_spoken(sentence):
            return
        apart = agreement is self.going_on and not self._same_paragraph(sentence)
        cues = self._cues(sentence)
        if any(self.desk.utterances.within(sentence.first, sentence.end)):
            if any(cue.key == "may" for cue in cues[:2]):
                return  # what may be done somebody only hears
            apart = True
        if apart and not all(self._is_ordered(cue, sentence) for cue in cues[:1]):
            return
        for at, cue in enumerate(cues):
            first = self._clause_start(sentence, cue)
            stop = self._clause_start(sentence, cues[at + 1]) if at + 1 < len(cues) else None
            if not self._is_rule(first, cue, sentence):
                continue
            end = max(cue.end, sentence.end if stop is None else stop)
            bearers = self._bearers(agreement, first, cue.first)
            if not bearers and self._is_anothers(agreement, first, cue.first):
                continue
            if not bearers and at == 0:
                bearers = self._bearers(agreement, sentence.first, sentence.first + OPENS)
            yield Frame(agreement, cue.end, end, cue, None, bearers, strong=True)

    def clause_of(self, sentence: Sentence, frame: Frame) -> tuple[int, int]:
        """Give the tokens of the clause of a frame, with its subject."""
        cue = frame.cue
        return (self._clause_start(sentence, cue) if cue else frame.first), frame.end

    def _agreement(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement whose rules a sentence tells: a list's, the last told, one named."""
        if self.listed is not None:
            return self.listed
        for cue in self.desk.page.marks.keyed(
            "clauses", "under", sentence.first, sentence.first + 1
        ):
            found = Under(self.desk).named_behind(sentence, cue)
            if found is not None:
                return found[0]
        return self.going_on

    def _is_ordered(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether something must be done or is undergone: "workers must …", "will be kept".

        A new paragraph goes on with an agreement's rules only so; else it may judge them.
        """
        page, stop = self.desk.page, min(sentence.end, cue.end + BEFALL_REACH)
        if cue.key == "shall":
            return True
        opinions = page.marks.keyed("clauses", "opinion", cue.first, cue.first + 1)
        if cue.key == "may" and not any(mark.end == cue.end for mark in opinions):
            return True
        if self.desk.has_force(cue.end, stop):
            return True
        prefixes = passive_prefixes(page)
        if prefixes:
            return any(word.startswith(prefixes) for word in page.tokens.lower[cue.end : stop])
        be = page.marks.keyed("grammar", "be", cue.end, stop)
        return bool(be) and any(
            "participle" in mark.forms
            for file in VERBS
            for mark in page.marks.within(file, be[0].end, be[0].end + 2)
        )

    def _same_paragraph(self, sentence: Sentence) -> bool:
        page = self.desk.page
        before = page.sentences[sentence.index - 1]
        between = page.text[before.span.end : sentence.span.start]
        return sentence.index > 0 and between.count(PARAGRAPH) < 2

    def _is_spoken(self, sentence: Sentence) -> bool:
        """Tell whether somebody speaks in a sentence or is said to speak."""
        items = self.desk.utterances
        spoken = [*items.over(sentence.first), *items.within(sentence.first, sentence.end)]
        return any(item.finding.speaker != "DOC" and not is_hearsay(item) for item in spoken)

    def _cues(self, sentence: Sentence) -> list[Mark]:
        cues: list[Mark] = []
        for mark in self.desk.page.marks.of("clauses", sentence):
            if self.desk.group(mark) != "force" or self._is_name(sentence, mark):
                continue
            if mark.key == "intends":
                continue
            if mark.first == sentence.first:
                continue  # "May and her ministers …"
            if not cues or mark.first >= cues[-1].end:
                cues.append(mark)
        return cues

    def _is_name(self, sentence: Sentence, mark: Mark) -> bool:
        """Tell whether a word is written as a name: "in May", "Mrs May"."""
        word = self.desk.page.tokens.words[mark.first]
        return mark.first > sentence.first and word[0].isupper()

    def _clause_start(self, sentence: Sentence, cue: Mark) -> int:
        """Give where the clause of a modal verb begins: behind the last comma or "and".

        Those that join the parties of its subject break nothing: "Peru, Chile and Cuba will".
        """
        page = self.desk.page
        first = sentence.first
        joins = {mark.end for mark in page.marks.keyed("grammar", "and", first, cue.first)}
        heads = [first]
        for at in range(first + 1, cue.first):
            if page.tokens.words[at - 1] in ",;" or at in joins:
                heads = [*heads, at] if self._joins_party(heads[-1], at) else [at]
        return heads[0]

    def _joins_party(self, first: int, at: int) -> bool:
        """Tell whether only a party stands between two breaks, and another behind the second."""
        named = [name for name in self.desk.names.within(first, at + 1) if not name.attributive]
        return [(name.first, name.end) for name in named[:1]] == [(first, at - 1)] and any(
            name.first == at for name in named[1:]
        )

    def _is_rule(self, first: int, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether the subject of a clause can be bound and its verb is no act."""
        desk, marks = self.desk, self.desk.page.marks
        if cue.first - first > SUBJECT_MOST or self._is_act(cue, sentence):
            return False
        if any(marks.keyed("grammar", "agent", cue.end, cue.end + 1)):
            return False  # "as permitted by the Charter"
        if desk.is_hoped(sentence.first, cue.first) or desk.names_agreement(first, cue.first):
            return False
        if self._is_of_others(first, cue):
            return False
        if any(marks.keyed("clauses", "possible", cue.first, cue.end)) or self._is_effect(
            first, cue
        ):
            return False
        subject = marks.within("grammar", first, cue.first)
        if any(mark.key in PERSONAL for mark in subject) or self._is_lifted(cue):
            return False
        if any(marks.keyed("grammar", "have", cue.end, cue.end + 1)) and cue.key == "may":
            return False
        return not any(name.sort in UNBOUND for name in desk.names.within(first, cue.first))

    def _is_of_others(self, first: int, cue: Mark) -> bool:
        """Tell whether talks or what a relative clause tells of are the subject."""
        marks = self.desk.page.marks
        if any(mark.field == "talks" for mark in marks.within("acts", first, cue.first)):
            return True  # "talks will go on"
        relatives = marks.keyed("grammar", "relative", first, cue.first)
        return any(cue.first - mark.end < RELATIVE_GAP for mark in relatives)

    def _is_act(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether a clause tells an act: "will sign", no "must announce", "must notify"."""
        owed = self.desk.page.marks.within("acts", cue.end, cue.end + 2)
        if cue.key == "shall" and any(mark.key == ActKind.NOTIFICATION for mark in owed):
            return False
        return self.desk.is_sure_act(cue.end, sentence.end)

    def _is_effect(self, first: int, cue: Mark) -> bool:
        """Tell whether a clause tells what comes of an agreement: "this will boost trade"."""
        marks = self.desk.page.marks
        pronoun = cue.first - first == 1 and any(
            marks.keyed("grammar", "definite", first, first + 1)
        )
        stop = cue.end + EFFECT_REACH
        effects = (marks.keyed("clauses", key, cue.end, stop) for key in ("brings", "prospect"))
        return pronoun or any(mark for found in effects for mark in found)

    def _is_lifted(self, cue: Mark) -> bool:
        marks = self.desk.page.marks.keyed("grammar", "negation", cue.first - 2, cue.first)
        return cue.key == "shall" and any(mark.end == cue.first for mark in marks)

    def _bearers(self, agreement: AgreementFinding, first: int, end: int) -> tuple[str, ...]:
        """Give the parties that are the subject of a clause; none where a thing is."""
        names = [
            name
            for name in self.desk.names.within(first, end)
            if not name.attributive and not self._hangs(name.first)
        ]
        codes = {code for name in names for code in codes_of(name)}
        return tuple(code for code in agreement.parties if code in codes)

    def _is_anothers(self, agreement: AgreementFinding, first: int, end: int) -> bool:
        """Tell whether a state that is no party acts: its own pledge is no rule."""
        if MANY in agreement.parties:
            return False
        return any(
            name.sort is NameKind.STATE and not name.attributive and not self._hangs(name.first)
            for name in self.desk.names.within(first, end)
        )

    def _hangs(self, token: int) -> bool:
        near = self.desk.page.marks.keyed("grammar", "preposition", max(0, token - 3), token)
        return any(mark.end == token for mark in near)


def is_hearsay(spoken: Utterance) -> bool:
    """Tell whether nobody with a name reports what holds: "…, delegates said", "they added"."""
    finding = spoken.finding
    named = finding.state is not None or finding.speaker[:1].isupper()
    return finding.form is not Form.DIRECT and not named and spoken.cue >= spoken.end - 1
