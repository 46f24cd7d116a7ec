"""Carried: what a party or a thing will, shall or may do in the sentences behind an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import (
    LIST_GAP,
    Desk,
    Frame,
    code_of,
    codes_of,
    matter_marks,
    opens_deed,
    passive_prefixes,
)
from traktat.reading.mentions import NameMention
from traktat.reading.provisions.deeds import is_gerund

SUBJECT_REACH = 20  # tokens before a modal verb in which its subject begins
SUBJECT_LOOSE = 3  # tokens between a subject and its modal verb ("also", "sendiri")
THING_REACH = 12  # tokens from the start of a sentence to the modal verb of a thing
TOPIC_GAP = 4  # tokens from the start of a sentence or before a modal verb in which a thing stands
BEFALL_GAP = 3  # tokens between "will" and what befalls a thing: "will also gradually be"
PRONOUNS = ("he", "they", "we", "i", "you", "it", "that", "relative", "condition", "while")
GUESSED = 3  # sentences behind an agreement in which "may" tells what it permits
RULED = ("forbids", "obliges", "permits")
"""Verbs whose passive tells what befalls a thing by an agreement."""

AGREED = 5  # tokens between "agreed" and "will", with who will between
SEVERAL = 3  # parties of an agreement of many states
MANY = "MULTI"
HANGING = ("preposition", "between")


@dataclass(frozen=True, slots=True)
class Carried:
    """Finds the frames of sentences that go on with an agreement without naming it.

    `going_on` is the agreement whose rules the sentences right before told, `listed` the one
    whose rules the list tells in which a sentence stands.
    """

    desk: Desk
    going_on: AgreementFinding | None = None
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the frames of a sentence."""
        yield from self._carried(sentence)
        yield from self._things(sentence)

    def _carried(self, sentence: Sentence) -> Iterator[Frame]:
        """A sentence after the agreement was named says what a party will, must or may do."""
        desk = self.desk
        agreement = self.listed or desk.lately(sentence) or self.going_on
        if agreement is None:
            return
        held: tuple[str, ...] = ()
        for cue in desk.page.marks.of("clauses", sentence):
            if desk.group(cue) != "force" or desk.is_act(cue.end, sentence.end):
                continue
            if desk.is_hoped(sentence.first, cue.first):
                return
            if cue.key == "shall" and (self._is_lifted(cue) or self._is_guessed(cue)):
                continue  # "does not have to", "tidak setuju": who need not do it is not bound
            if cue.key == "may" and self._is_thought(cue) and self._is_guess(sentence, cue):
                continue
            joined = held if self._is_joined(cue) else ()
            bearers = self._subject_of(sentence, cue, agreement) or joined
            people = () if bearers or not held else self._people_of(sentence, cue, agreement)
            bearers = bearers or people
            if bearers:
                held = bearers
                strong = (
                    self.listed is not None
                    or bool(people)
                    or self._is_strong(
                        sentence, cue, joint=self._is_joint(sentence, cue, agreement)
                    )
                )
                yield Frame(agreement, cue.end, sentence.end, cue, None, bearers, strong)

    def _is_guess(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether "may" or "could" only guesses: long after the agreement, or what was."""
        if any(self.desk.page.marks.keyed("grammar", "have", cue.end, cue.end + 1)):
            return True
        be = self.desk.page.marks.keyed("grammar", "be", cue.end, cue.end + 1)
        if be and is_gerund(self.desk.page, be[0].end):
            return True  # "may be stopping more of them"
        far = self.going_on is None and self.desk.lately(sentence, GUESSED) is None
        return far and self.listed is None

    def _is_guessed(self, cue: Mark) -> bool:
        """Tell whether "must" guesses at what has been: "must have been under pressure"."""
        marks = self.desk.page.marks.keyed("grammar", "be", cue.end, cue.end + 1)
        return any(mark.end > cue.end + 1 for mark in marks)

    def _is_near(self, sentence: Sentence) -> bool:
        """Tell whether the agreement was named right before, and nobody speaks."""
        return not self._is_spoken(sentence) and self.desk.lately(sentence, 1) is not None

    def _is_close(self, sentence: Sentence) -> bool:
        """Tell whether the agreement was named shortly before, and nobody speaks."""
        return not self._is_spoken(sentence) and self.desk.lately(sentence, GUESSED) is not None

    def _is_spoken(self, sentence: Sentence) -> bool:
        """Tell whether somebody speaks in a sentence or over it."""
        spoken = self.desk.utterances.within(sentence.first, sentence.end)
        return bool(spoken) or bool(self.desk.utterances.over(sentence.first))

    def _is_joined(self, cue: Mark) -> bool:
        """Tell whether a modal verb has the subject of the one before: "may use it and must …"."""
        marks = self.desk.page.marks.keyed("grammar", "and", max(0, cue.first - 3), cue.first)
        return any(cue.first - mark.end <= 1 for mark in marks)

    def _is_strong(self, sentence: Sentence, cue: Mark, *, joint: bool) -> bool:
        """Tell whether what a party must or may do is a rule, whatever it is about."""
        near = self._is_near(sentence)
        if cue.key == "shall":
            told = near or self.going_on is not None or self._is_close(sentence)
            return told and opens_deed(self.desk.page, cue.end, sentence.end)
        if not self._opens(cue, sentence):
            return False
        if cue.key == "may":
            told = near or self.going_on is not None
            return told and (not self._is_thought(cue) or self._is_barred(sentence, cue))
        close = near and (joint or self._is_barred(sentence, cue))
        pledged = self.desk.page.marks.keyed("clauses", "pledges", cue.first - AGREED, cue.first)
        close = close or any(mark.field != "noun_words" for mark in pledged)
        return close or self._is_opposed(sentence, cue) or self._is_counted(sentence)

    def _is_joint(self, sentence: Sentence, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether all parties are named as the subject that opens: "Peru and Chile will …"."""
        named = self.desk.names.within(sentence.first, cue.first)
        if len(named) < 2 or named[0].first > sentence.first + 1:
            return False
        states = all(name.sort is NameKind.STATE and not name.attributive for name in named)
        codes = {code for name in named for code in codes_of(name)}
        return states and codes == set(agreement.parties) and cue.first - named[-1].end <= 1

    def _is_barred(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether nobody may do something: "neither side may …", "tidak boleh"."""
        marks = self.desk.page.marks
        first = max(sentence.first, cue.first - SUBJECT_LOOSE - 1)
        found = (marks.keyed("grammar", key, first, cue.end + 1) for key in ("negation", "none"))
        return any(mark for group in found for mark in group)

    def _is_counted(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is one of several that are counted: "First, Peru will …"."""
        marks = self.desk.page.marks.keyed("grammar", "ordinal", sentence.first, sentence.first + 1)
        words = self.desk.page.tokens.words
        return any(mark.end < sentence.end and words[mark.end] == "," for mark in marks)

    def _opens(self, cue: Mark, sentence: Sentence) -> bool:
        return opens_deed(self.desk.page, cue.end, sentence.end)

    def _is_opposed(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a clause sets what one party gives against what the other does."""
        marks = self.desk.page.marks
        links = chain(
            marks.keyed("grammar", "while", sentence.first, cue.first),
            marks.keyed("grammar", "contrast", sentence.first, cue.first),
        )
        link = max((mark.end for mark in links), default=-1)
        if link < 0 or not any(
            name.first == link for name in self.desk.names.within(link, link + 1)
        ):
            return False
        before = marks.within("clauses", sentence.first, link)
        return any(mark.key == "pledges" or self.desk.group(mark) == "force" for mark in before)

    def _is_lifted(self, cue: Mark) -> bool:
        """Tell whether a negation right before a duty takes it away: "does not have to"."""
        marks = self.desk.page.marks.keyed("grammar", "negation", cue.first - 2, cue.first)
        return any(mark.end == cue.first for mark in marks)

    def _subject_of(
        self, sentence: Sentence, cue: Mark, agreement: AgreementFinding
    ) -> tuple[str, ...]:
        """Give the parties that are the subject of a modal verb, alone or joined by "and"."""
        first = max(sentence.first, cue.first - SUBJECT_REACH)
        if self._is_role(sentence, cue) or self._are_states(sentence, cue, agreement):
            return agreement.parties
        before = [
            name for name in self.desk.names.within(first, cue.first) if name.end <= cue.first
        ]
        chosen: list[NameMention] = []
        for name in reversed(before):
            if not (self._joins(name, chosen[-1]) if chosen else self._is_subject(name, cue)):
                break
            chosen.append(name)
        if chosen and self._hangs(chosen[-1]):
            return ()
        codes = {code for name in chosen for code in codes_of(name)}
        return tuple(code for code in agreement.parties if code in codes)

    def _people_of(
        self, sentence: Sentence, cue: Mark, agreement: AgreementFinding
    ) -> tuple[str, ...]:
        """Give the party whose people do one more thing: "…, and Peruvian courts will drop …"."""
        first = self._clause_start(sentence.first, cue)
        if first == sentence.first or cue.first - first > TOPIC_GAP:
            return ()
        named = self.desk.names.within(first, first + 1)
        codes = [code for name in named if name.attributive for code in codes_of(name)]
        return tuple(code for code in agreement.parties if code in codes)

    def _is_role(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether "the parties", "each side" or the like is the subject."""
        page = self.desk.page
        first = max(sentence.first, cue.first - SUBJECT_LOOSE - LIST_GAP)
        alone = page.marks.keyed(
            "grammar", "article", max(sentence.first, cue.first - 1), cue.first
        )
        if any(mark.end == cue.first for mark in alone):
            return True  # "each will", "both must"
        return any(
            0 <= cue.first - mark.end <= SUBJECT_LOOSE
            for key in ("party", "other-party")
            for mark in page.marks.keyed("clauses", key, first, cue.first)
        )

    def _are_states(self, sentence: Sentence, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether states at large are the subject, by an agreement of many of them."""
        if len(agreement.parties) < SEVERAL and MANY not in agreement.parties:
            return False
        first = max(sentence.first, cue.first - SUBJECT_LOOSE - LIST_GAP)
        if any(code_of(name) for name in self.desk.names.within(first, cue.first)):
            return False  # "EU countries"
        marks = self.desk.page.marks.keyed("clauses", "states", first, cue.first)
        return any(0 <= cue.first - mark.end <= SUBJECT_LOOSE for mark in marks)

    def _joins(self, name: NameMention, later: NameMention) -> bool:
        """Tell whether a name is joined to the one behind it: "Peru, Chile and Bolivia"."""
        between = range(name.end, later.first)
        if not 0 < len(between) <= LIST_GAP or name.sort is NameKind.PERSON:
            return False
        marks = self.desk.page.marks.keyed("grammar", "and", name.end, later.first)
        words = self.desk.page.tokens.words
        return any(marks) or words[name.end] == ","

    def _is_subject(self, name: NameMention, cue: Mark) -> bool:
        """Tell whether a name right before a verb is its subject, not the end of a phrase."""
        if name.attributive or name.sort is NameKind.PERSON or not self._reaches(name, cue):
            return False
        return not self._hangs(name)

    def _reaches(self, name: NameMention, cue: Mark) -> bool:
        """Tell whether a verb follows a name closely, or behind an aside between commas."""
        words = self.desk.page.tokens.words
        if cue.first - name.end > SUBJECT_LOOSE:
            return words[name.end] == "," and words[cue.first - 1] == ","
        relative = self.desk.page.marks.keyed("grammar", "relative", name.end, cue.first)
        return not any(relative)

    def _things(self, sentence: Sentence) -> Iterator[Frame]:
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
                topical = told and not self._is_spoken(sentence)
                topical = topical and (cue.key != "may" or not self._is_thought(cue))
                yield Frame(agreement, first, sentence.end, None, topical=topical)
            elif cue is None and self._is_national(sentence, first, agreement):
                yield from self._allowed(sentence, first, agreement)
            elif cue is None and first == sentence.first:
                yield from self._formed(sentence, agreement)
                yield from self._owed(sentence, agreement)
                yield from self._entitled(sentence, agreement)

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
            start = self._clause_start(first, cue)
            if not 0 < cue.first - start <= TOPIC_GAP + 2 or self._names_somebody(start, cue.first):
                continue
            if desk.names_agreement(start, cue.first) or desk.is_act(cue.end, sentence.end):
                continue
            if self._is_ordered(cue, sentence):
                yield Frame(agreement, cue.end, sentence.end, cue, self._ruled(cue), strong=True)

    def _ruled(self, cue: Mark) -> Force | None:
        value = self.desk.setting(cue, "value")
        return Force(value) if cue.key in RULED else None

    def _clause_start(self, first: int, cue: Mark) -> int:
        """Give where the clause of a verb begins: behind the last ", and" or semicolon."""
        words = self.desk.page.tokens.words
        joins = {m.end for m in self.desk.page.marks.keyed("grammar", "and", first, cue.first)}
        breaks = [
            at
            for at in range(first + 1, cue.first)
            if words[at - 1] == ";" or (at in joins and words[at - 2] == ",")
        ]
        return breaks[-1] if breaks else first

    def _is_ordered(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether something must be done, may not be or is limited: "Catches are capped"."""
        marks = self.desk.page.marks
        if cue.key in RULED:
            before = marks.keyed("grammar", "be", max(sentence.first, cue.first - 2), cue.first)
            passive = "passive" in cue.forms
            return passive or ("participle" in cue.forms and any(before))
        if cue.key == "may":
            is_or_has = marks.within("grammar", cue.end, cue.end + BEFALL_GAP)
            barred = self._is_barred(sentence, cue) and not self._is_possible(cue)
            return barred and not any(mark.key in ("be", "have") for mark in is_or_has)
        if cue.key != "shall" or self._is_lifted(cue):
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
                if self._is_near(sentence) and not self._is_possible(cue):
                    yield Frame(agreement, cue.end, sentence.end, cue, strong=True)
                return

    def _entitled(self, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
        """People may or must not do something: "Holders of a passport are allowed to stay"."""
        first = sentence.first
        cue = self._people_verb(sentence)
        if cue is None or cue.end >= sentence.end or not 0 < cue.first - first <= TOPIC_GAP + 2:
            return
        thought = cue.key == "may" and self._is_thought(cue)
        if thought or self._is_possible(cue) or not self._is_near(sentence):
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
            if mark.key == "may" or barred:
                return mark
        return None

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
        if self.going_on is None and not self._is_ruled(sentence, first, cue):
            return None  # "investment must be drawn", "it could be cut": what somebody thinks
        return cue if self._is_undergone(cue, sentence) else None

    def _is_ruled(self, sentence: Sentence, first: int, cue: Mark) -> bool:
        """Tell whether what must or may be done to a thing is a rule, not what somebody thinks.

        So it is right behind the agreement; what "may not be" is forbidden.
        """
        if cue.key == "will" or (cue.key == "may" and not self._is_thought(cue)):
            return True
        if not self._is_near(sentence):
            return False
        negations = self.desk.page.marks.keyed("grammar", "negation", first, cue.end + 1)
        return cue.key == "shall" or any(negations)

    def _is_possible(self, cue: Mark) -> bool:
        """Tell whether something only might come about: "could", "mungkin"."""
        return any(self.desk.page.marks.keyed("clauses", "possible", cue.first, cue.end))

    def _is_thought(self, cue: Mark) -> bool:
        opinions = self.desk.page.marks.keyed("clauses", "opinion", cue.first, cue.first + 1)
        return any(mark.end == cue.end for mark in opinions)

    def _is_undergone(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether something befalls a thing or it does its task: "will be", "will fall"."""
        page = self.desk.page
        if cue.key == "may" and not self._is_thought(cue):
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
        things = [
            mark
            for mark in matter_marks(page, first, cue.first)
            if min(mark.first - first, cue.first - mark.end) <= TOPIC_GAP and not self._hangs(mark)
        ]
        if not things:
            return False
        names = self.desk.names.within(first, cue.first)
        return not any(
            name.sort is NameKind.PERSON
            or (
                name.sort is not NameKind.GROUP
                and name.first < things[0].first
                and self._is_subject(name, cue)
            )
            for name in names
        )

    def _hangs(self, item: Mark | NameMention) -> bool:
        """Tell whether words hang on a preposition: they are no subject."""
        near = self.desk.page.marks.within("grammar", max(0, item.first - 3), item.first)
        return any(one.end == item.first and one.key in HANGING for one in near)

    def exchanged(self, sentence: Sentence) -> Iterator[Frame]:
        """A sentence goes on with what the other side gives: "In return, Peru gets fuel"."""
        desk = self.desk
        marks = desk.page.marks.keyed("clauses", "in-return", sentence.first, sentence.end)
        cue = next(iter(marks), None)
        if cue is None:
            return
        opens = cue.first - sentence.first <= 1
        agreement = self.going_on or (desk.lately(sentence, 1) if opens else None)
        if agreement is not None:
            bound = desk.bound(agreement, cue.end)
            yield Frame(agreement, cue.end, sentence.end, cue, None, bound, strong=opens)
