"""Carried: what a party or a thing will, shall or may do in the sentences behind an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import ActKind, Form, NameKind
from traktat.reading.frames import (
    LIST_GAP,
    Desk,
    Frame,
    code_of,
    codes_of,
    opens_deed,
)
from traktat.reading.mentions import NameMention
from traktat.reading.provisions.deeds import is_gerund
from traktat.reading.provisions.nearness import (
    SUBJECT_LOOSE,
    clause_start,
    hangs,
    is_barred,
    is_close,
    is_lifted,
    is_near,
    is_possible,
    is_subject,
    is_thought,
)
from traktat.reading.provisions.stints import LATELY, stints
from traktat.reading.provisions.things import TOPIC_GAP, Things

SUBJECT_REACH = 20  # tokens before a modal verb in which its subject begins
AGREED = 5  # tokens between "agreed" and "will", with who will between
SEVERAL = 3  # parties of an agreement of many states
MANY = "MULTI"
ROLES = (("clauses", "party"), ("clauses", "other-party"), ("grammar", "both"))


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
        agreement = self.listed or self.going_on or self.desk.lately(sentence, LATELY)
        if agreement is not None:
            yield from stints(self.desk, sentence, agreement)
        yield from Things(self.desk, self.going_on, self.listed).frames(sentence)

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
            if self._is_name(sentence, cue) or self._is_no_duty(sentence, cue, agreement):
                continue
            if self._is_far_speech(sentence, cue) or self._is_done_to_it(cue, agreement):
                continue
            if desk.is_hoped(sentence.first, cue.first):
                return
            if cue.key == "shall" and (is_lifted(self.desk, cue) or self._is_guessed(cue)):
                continue  # "does not have to", "tidak setuju": who need not do it is not bound
            if cue.key == "may" and is_thought(self.desk, cue) and self._is_guess(sentence, cue):
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
                        sentence,
                        cue,
                        joint=cue.key == "intends" or self._is_joint(sentence, cue, agreement),
                    )
                )
                yield Frame(agreement, cue.end, sentence.end, cue, None, bearers, strong)

    def _is_guess(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether "may" or "could" only guesses: with no rule told before, or what was."""
        if any(self.desk.page.marks.keyed("grammar", "have", cue.end, cue.end + 1)):
            return True
        be = self.desk.page.marks.keyed("grammar", "be", cue.end, cue.end + 1)
        if be and is_gerund(self.desk.page, be[0].end):
            return True  # "may be stopping more of them"
        far = self.going_on is None and self.listed is None
        if not is_near(self.desk, sentence) or is_possible(self.desk, cue):
            return far
        befalls = self.desk.page.marks.keyed("clauses", "befalls", cue.end, cue.end + 2)
        return far and is_barred(self.desk, sentence, cue) and any(befalls)

    def _is_guessed(self, cue: Mark) -> bool:
        """Tell whether "must" guesses at what has been: "must have been under pressure"."""
        marks = self.desk.page.marks.keyed("grammar", "be", cue.end, cue.end + 1)
        return any(mark.end > cue.end + 1 for mark in marks)

    def _is_common(self, sentence: Sentence, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether all parties intend something together, or a list tells what one does."""
        if self.listed is not None or self._is_role(sentence, cue):
            return True
        return self._is_joint(sentence, cue, agreement)

    def _is_no_duty(self, sentence: Sentence, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether an agreement is agreed to, or one state says where it stands or plans."""
        if cue.key == "intends":
            return not self._is_common(sentence, cue, agreement)
        if cue.key != "shall":
            return False
        attitude = self.listed is None and self.desk.is_attitude(sentence, cue)
        return attitude or self.desk.is_paper(cue.end) or self._is_demand(sentence, cue, agreement)

    def _is_demand(self, sentence: Sentence, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether a person says what others "must" do: "they must walk away from it"."""
        if self.listed is not None or any(
            self.desk.page.marks.keyed("clauses", "pledges", cue.first, cue.end)
        ):
            return False
        bound = self._subject_of(sentence, cue, agreement)
        return any(
            one.finding.form is Form.DIRECT
            and one.finding.speaker != "DOC"
            and one.finding.state is not None
            and one.finding.state not in bound
            for one in self.desk.utterances.over(cue.first)
        )

    def _is_done_to_it(self, cue: Mark, agreement: AgreementFinding) -> bool:
        """Tell whether the agreement is what will be kept or left: "will not continue the pact"."""
        near = self.desk.agreements.mentions.within(cue.end + 1, cue.end + 3)
        return any(mention.key == agreement.key for mention in near)

    def _is_far_speech(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether somebody is quoted long after the agreement: what ought to be, no rule.

        What was agreed on holds whoever says it.
        """
        if self.listed is not None or self.going_on is not None:
            return False
        if any(self.desk.page.marks.keyed("clauses", "pledges", cue.first, cue.end)):
            return False
        spoken = [one.finding for one in self.desk.utterances.over(cue.first)]
        quoted = any(one.form is Form.DIRECT and one.speaker != "DOC" for one in spoken)
        return quoted and self.desk.lately(sentence, 1) is None

    def _is_name(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a word within a sentence is written as a name: "Mrs May", "by May 12"."""
        return cue.first > sentence.first and self.desk.page.tokens.words[cue.first][0].isupper()

    def _is_joined(self, cue: Mark) -> bool:
        """Tell whether a modal verb has the subject of the one before: "may use it and must …"."""
        marks = self.desk.page.marks.within("grammar", max(0, cue.first - 3), cue.first)
        joins = (mark for mark in marks if mark.key in ("and", "contrast"))
        return any(0 <= cue.first - mark.end <= 1 for mark in joins)

    def _is_strong(self, sentence: Sentence, cue: Mark, *, joint: bool) -> bool:
        """Tell whether what a party must or may do is a rule, whatever it is about."""
        near = is_near(self.desk, sentence)
        if cue.key == "shall":
            told = near or self.going_on is not None or is_close(self.desk, sentence)
            return told and opens_deed(self.desk.page, cue.end, sentence.end)
        if not self._opens(cue, sentence):
            return False
        if cue.key == "may":
            told = near or self.going_on is not None
            return told and (not is_thought(self.desk, cue) or is_barred(self.desk, sentence, cue))
        close = near and (joint or is_barred(self.desk, sentence, cue))
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
            if not (self._joins(name, chosen[-1]) if chosen else is_subject(self.desk, name, cue)):
                break
            chosen.append(name)
        if any(self._is_of_agreement(name, chosen[0]) for name in chosen[1:]):
            chosen = chosen[:1]
        if chosen and hangs(self.desk, chosen[-1]):
            return ()
        codes = {code for name in chosen for code in codes_of(name)}
        return tuple(code for code in agreement.parties if code in codes)

    def _is_of_agreement(self, name: NameMention, subject: NameMention) -> bool:
        """Tell whether a name only says whose pact it is: "under the pact of A and B, A must"."""
        named = bool(self.desk.agreements.mentions.over(name.first))
        return named or bool(set(codes_of(name)) & set(codes_of(subject)))

    def _people_of(
        self, sentence: Sentence, cue: Mark, agreement: AgreementFinding
    ) -> tuple[str, ...]:
        """Give the party whose people do one more thing: "…, and Peruvian courts will drop …"."""
        first = clause_start(self.desk, sentence.first, cue)
        if first == sentence.first or cue.first - first > TOPIC_GAP:
            return ()
        named = self.desk.names.within(first, first + 1)
        codes = [code for name in named if name.attributive for code in codes_of(name)]
        return tuple(code for code in agreement.parties if code in codes)

    def _is_role(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether "the parties", "each side" or the like is the subject."""
        page = self.desk.page
        first = max(sentence.first, cue.first - SUBJECT_LOOSE - LIST_GAP)
        start = max(sentence.first, cue.first - 1)
        alone = page.marks.keyed("grammar", "article", start, cue.first)
        pointing = any(page.marks.keyed("grammar", "definite", start, cue.first))
        if not pointing and any(mark.end == cue.first for mark in alone):
            return True  # "each will", "both must", no "a move that would"
        return any(
            0 <= cue.first - mark.end <= SUBJECT_LOOSE
            for file, key in ROLES
            for mark in page.marks.keyed(file, key, first, cue.first)
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

    def exchanged(self, sentence: Sentence) -> Iterator[Frame]:
        """A sentence goes on with what the other side gives: "In return, Peru gets fuel"."""
        desk = self.desk
        marks = desk.page.marks.keyed("clauses", "in-return", sentence.first, sentence.end)
        cue = next(iter(marks), None)
        if cue is None or any(
            desk.page.marks.keyed("acts", ActKind.SIGNATURE, cue.end, sentence.end)
        ):
            return  # "instead, the two only signed a communique"
        opens = cue.first - sentence.first <= 1
        agreement = self.going_on or (desk.lately(sentence, 1) if opens else None)
        if agreement is not None:
            bound = desk.bound(agreement, cue.end)
            yield Frame(agreement, cue.end, sentence.end, cue, None, bound, strong=opens)
