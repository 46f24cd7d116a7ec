"""Things: what will, must or may be done to a thing in the sentences behind an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import (
    Desk,
    Frame,
    code_of,
    matter_marks,
    opens_deed,
    passive_prefixes,
)
from traktat.reading.mentions import NameMention
from traktat.reading.provisions.nearness import (
    clause_start,
    hangs,
    is_barred,
    is_lifted,
    is_near,
    is_possible,
    is_spoken,
    is_subject,
    is_thought,
)

THING_REACH = 12  # tokens from the start of a sentence to the modal verb of a thing
TOPIC_GAP = 4  # tokens from the start of a sentence or before a modal verb in which a thing stands
AMOUNT = 6  # tokens behind "must" in which a number says how much
BEFALL_GAP = 3  # tokens between "will" and what befalls a thing: "will also gradually be"
PRONOUNS = ("he", "they", "we", "i", "you", "it", "that", "relative", "condition", "while")
RULED = ("forbids", "obliges", "permits")
"""Verbs whose passive tells what befalls a thing by an agreement."""


@dataclass(frozen=True, slots=True)
class Things:
    """Finds the frames of sentences whose subject is a thing or people, and no party.

    Its fields are those of `Carried`.
    """

    desk: Desk
    going_on: AgreementFinding | None = None
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """A sentence right after says what will be done to a thing: "Tariffs will fall to 5%"."""
        desk = self.desk
        agreement = self.listed or desk.lately(sentence) or self.going_on
        if agreement is None:
            return
        inside = desk.utterances.within(sentence.first + 1, sentence.end)
        for first in sorted({sentence.first, *(item.first for item in inside)}):
            if desk.is_hoped(sentence.first, first):
                break
            cue = self._thing_verb(sentence, first)
            if cue and not desk.names_agreement(first, cue.first):
                told = self.going_on is not None or desk.lately(sentence, 1) is not None
                topical = told and not is_spoken(self.desk, sentence)
                topical = topical and (cue.key != "may" or not is_thought(self.desk, cue))
                later = self._joined(cue, sentence)
                end = later.first - 1 if later else sentence.end
                yield Frame(agreement, first, end, None, topical=topical)
                if later:
                    yield Frame(agreement, later.end, sentence.end, later, strong=told)
            elif cue is None and self._is_national(sentence, first, agreement):
                yield from self._allowed(sentence, first, agreement)
            elif cue is None and first == sentence.first:
                yield from self._formed(sentence, agreement)
                yield from self._owed(sentence, agreement)
                yield from self._entitled(sentence, agreement)

    def _is_near(self, sentence: Sentence) -> bool:
        """Tell whether the agreement was named right before or its points are told, unspoken."""
        if self.listed is not None:
            return not is_spoken(self.desk, sentence)
        return is_near(self.desk, sentence)

    def _joined(self, cue: Mark, sentence: Sentence) -> Mark | None:
        """Give one more modal verb of a thing or of people: "… and must be fed"."""
        desk, marks = self.desk, self.desk.page.marks
        for mark in marks.within("clauses", cue.end + 2, sentence.end):
            if desk.group(mark) != "force" or mark.end >= sentence.end:
                continue
            joins = marks.keyed("grammar", "and", mark.first - 1, mark.first)
            if any(joins) and opens_deed(desk.page, mark.end, sentence.end):
                return mark
        return None

    def _formed(self, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
        """Something is to be made, told verb first: "Nantinya akan dibentuk komando bersama"."""
        page, first = self.desk.page, sentence.first
        prefixes = passive_prefixes(page)
        if not prefixes or not self._is_near(sentence):
            return
        for cue in page.marks.within("clauses", first, first + TOPIC_GAP + 1):
            if self.desk.group(cue) != "force" or cue.end >= sentence.end - 1:
                continue
            known = any(page.marks.within("clauses", cue.end, cue.end + 1))
            known = known and page.tokens.lower[cue.end].startswith(prefixes)
            known = known and not any(self.desk.names.within(first, cue.first))
            if known and not self.desk.is_act(cue.end, sentence.end):
                yield Frame(agreement, cue.end, sentence.end, cue, strong=True)
            return

    def _owed(self, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
        """Something must be done to a thing: "Guns must be pulled back", "Truk harus lewat"."""
        desk, first = self.desk, sentence.first
        cues = [
            mark
            for mark in desk.page.marks.of("clauses", sentence)
            if mark.key in RULED or desk.group(mark) == "force"
        ]
        if not cues or not self._is_near(sentence):
            return
        for cue in cues:
            start = clause_start(self.desk, first, cue)
            if not 0 < cue.first - start <= TOPIC_GAP + 2 or self._names_somebody(start, cue.first):
                continue
            if desk.names_agreement(start, cue.first) or desk.is_act(cue.end, sentence.end):
                continue
            if self._is_ordered(cue, sentence):
                yield Frame(agreement, cue.end, sentence.end, cue, self._ruled(cue), strong=True)

    def _ruled(self, cue: Mark) -> Force | None:
        value = self.desk.setting(cue, "value")
        return Force(value) if cue.key in RULED else None

    def _is_ordered(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether something must be done, may not be or is limited: "Catches are capped"."""
        marks = self.desk.page.marks
        if cue.key in RULED:
            before = marks.keyed("grammar", "be", max(sentence.first, cue.first - 2), cue.first)
            passive = "passive" in cue.forms
            return passive or ("participle" in cue.forms and any(before))
        if cue.key == "may":
            is_or_has = marks.within("grammar", cue.end, cue.end + BEFALL_GAP)
            barred = is_barred(self.desk, sentence, cue) and not is_possible(self.desk, cue)
            return barred and not any(mark.key in ("be", "have") for mark in is_or_has)
        if cue.key != "shall" or is_lifted(self.desk, cue):
            return False
        return self._is_undergone(cue, sentence)

    def _names_somebody(self, first: int, end: int) -> bool:
        """Tell whether a person, an organ or "they" is a subject: what they must do is no rule."""
        grammar = self.desk.page.marks.within("grammar", first, end)
        if any(mark.key in PRONOUNS for mark in grammar):
            return True
        if any(self.desk.page.marks.within("offices", first, end)):
            return True
        return any(not name.attributive for name in self.desk.names.within(first, end))

    def _allowed(
        self, sentence: Sentence, first: int, agreement: AgreementFinding
    ) -> Iterator[Frame]:
        """The people of a party are allowed something: "Ugandan farmers will be able to …"."""
        for cue in self.desk.page.marks.within("clauses", first, first + THING_REACH):
            if cue.key == "may" and cue.first < sentence.end:
                if is_near(self.desk, sentence) and not is_possible(self.desk, cue):
                    yield Frame(agreement, cue.end, sentence.end, cue, strong=True)
                return

    def _entitled(self, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
        """People may or must not do something: "Holders of a passport are allowed to stay"."""
        first = sentence.first
        cue = self._people_verb(sentence)
        if cue is None or cue.end >= sentence.end or not 0 < cue.first - first <= TOPIC_GAP + 2:
            return
        thought = self.listed is None and cue.key == "may" and is_thought(self.desk, cue)
        if thought or is_possible(self.desk, cue) or not self._is_near(sentence):
            return
        if self._names_somebody(first, cue.first) or self.desk.is_act(cue.end, sentence.end):
            return
        if not self.desk.names_agreement(first, cue.first):
            yield Frame(agreement, cue.end, sentence.end, cue, strong=True)

    def _people_verb(self, sentence: Sentence) -> Mark | None:
        """Give the word that allows people something, or bars them from it: "must not"."""
        marks, first = self.desk.page.marks, sentence.first
        for mark in marks.within("clauses", first, first + THING_REACH):
            barred = mark.key == "shall" and any(
                marks.keyed("grammar", "negation", mark.end, mark.end + 1)
            )
            if mark.key == "may" or barred or self._is_set(mark):
                return mark
        return None

    def _is_set(self, cue: Mark) -> bool:
        """Tell whether a number says how much people must do: "must use 70 percent local steel"."""
        words = self.desk.page.tokens.words[cue.end : cue.end + AMOUNT]
        return cue.key == "shall" and any(word[0].isdecimal() for word in words)

    def _is_national(self, sentence: Sentence, first: int, agreement: AgreementFinding) -> bool:
        """Tell whether a sentence opens with people or things of a party."""
        names = self.desk.names.within(first, min(sentence.end, first + TOPIC_GAP))
        roles = self.desk.page.marks.keyed("grammar", "both", first, first + TOPIC_GAP)
        return any(roles) or any(
            name.attributive and code_of(name) in agreement.parties for name in names
        )

    def _thing_verb(self, sentence: Sentence, first: int) -> Mark | None:
        """Give the modal verb that tells what will be done to a thing, in words from a token."""
        desk = self.desk
        stop = min(sentence.end, first + THING_REACH)
        marks = desk.page.marks.within("clauses", first, stop)
        cue = next((mark for mark in marks if desk.group(mark) == "force"), None)
        if cue is None or not self._is_thing(first, cue) or self._is_past(cue):
            return None
        effects = desk.page.marks.keyed("clauses", "brings", cue.end, cue.end + 2)
        if is_possible(desk, cue) and any(effects):
            return None  # "a tariff could lead to job losses"
        if self.going_on is None and not self._is_ruled(sentence, first, cue):
            return None  # "investment must be drawn", "it could be cut": what somebody thinks
        return cue if self._is_undergone(cue, sentence) else None

    def _is_ruled(self, sentence: Sentence, first: int, cue: Mark) -> bool:
        """Tell whether what must or may be done to a thing is a rule, not what somebody thinks.

        So it is right behind the agreement; what "may not be" is forbidden.
        """
        if cue.key == "will" or (cue.key == "may" and not is_thought(self.desk, cue)):
            return True
        if not is_near(self.desk, sentence):
            return False
        negations = self.desk.page.marks.keyed("grammar", "negation", first, cue.end + 1)
        return cue.key == "shall" or any(negations)

    def _is_undergone(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether something befalls a thing or it does its task: "will be", "will fall"."""
        page = self.desk.page
        if cue.key == "may" and not is_thought(self.desk, cue):
            return True
        marks, stop = page.marks, min(sentence.end, cue.end + BEFALL_GAP)
        prefixes = passive_prefixes(page)
        return (
            any(marks.keyed("grammar", "be", cue.end, stop))
            or self.desk.has_force(cue.end, stop)
            or any(marks.keyed("clauses", "befalls", cue.end, stop))
            or any(word.startswith(prefixes) for word in page.tokens.lower[cue.first : stop])
            or any("content" in one.field for one in marks.within("provisions", cue.end, stop))
        )

    def _is_past(self, cue: Mark) -> bool:
        """Tell whether a modal verb speaks of what happened: "may have hurt", "would have"."""
        marks = self.desk.page.marks
        unreal = marks.keyed("grammar", "counterfactual", cue.first, cue.first + 1)
        perfect = marks.keyed("grammar", "have", cue.end, cue.end + 1)
        return any(mark.end > cue.end for mark in unreal) or (cue.key == "may" and any(perfect))

    def _is_thing(self, first: int, cue: Mark) -> bool:
        """Tell whether what a rule could be about, and nobody who acts, is the subject."""
        page = self.desk.page
        if self.desk.is_hoped(first, cue.end + 1):
            return False
        if any(page.marks.keyed("grammar", "relative", first, cue.first)):
            return False
        start = max([first, *(item.first for item in self.desk.utterances.over(cue.first))])
        things = [
            mark
            for mark in matter_marks(page, start, cue.first)
            if min(mark.first - first, cue.first - mark.end) <= TOPIC_GAP
            and not hangs(self.desk, mark)
        ]
        if not things:
            return False
        names = self.desk.names.within(first, cue.first)
        return not any(
            name.sort is NameKind.PERSON
            or (name.sort is not NameKind.GROUP and self._acts(name, things[0], cue))
            for name in names
        )

    def _acts(self, name: NameMention, thing: Mark, cue: Mark) -> bool:
        """Tell whether a name, no thing, is the subject: "once that is done, Peru must"."""
        if not is_subject(self.desk, name, cue):
            return False
        return name.first < thing.first or self.desk.page.tokens.words[name.first - 1] == ","
