"""Under: a rule that stands beside "under the pact", before it or behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import Desk, Frame, agreement_nouns, codes_of, matter_marks
from traktat.reading.mentions import AgreementMention
from traktat.reading.scan import Scan

UNDER_GAP = 3  # tokens between "under" and the agreement
SCHEMED = 12  # sentences from an agreement to "under the plan"
MADE = 8  # tokens that tell the making of an agreement at the end of a clause
LOOSE_END = 3  # tokens behind the last phrase of a sentence
LOOSE = "loose_words"
TAKEN = "taken_words"
"""The list of words that take up the agreement themselves: "therein", "di dalamnya"."""

BE_REACH = 3  # tokens before a participle in which "be" or "agreed" makes it a predicate
COUNTED = 2  # tokens more where a number describes the agreement
DONE = 8  # tokens before "under" in which something was done
AMOUNT = 5  # tokens of "from 5 percent" before "under"
VERBS = ("clauses", "provisions", "acts")
LINKS = ("and", "contrast", "also")
HELPING = ("be", "have", "and", "purpose")


@dataclass(frozen=True, slots=True)
class Under:
    """Finds the rule that holds under an agreement named beside it."""

    desk: Desk

    def frame(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """Something holds under an agreement: "under the pact, both will …"."""
        desk = self.desk
        found = self.named_behind(sentence, cue)
        if found is None:
            return None
        agreement, behind = found
        behind = self._past_partner(behind)
        if self._is_owed(cue):
            return self._owed(sentence, cue, agreement, behind)
        for first, end in self._sides(sentence, cue, self._past_aside(behind, sentence)):
            told = any(desk.page.marks.within("clauses", first, end))
            if first < cue.first:
                if self._hangs(cue, first):
                    return None
                told = self._acts_before(agreement, cue, first)
            if told or (first > cue.first and any(matter_marks(desk.page, first, end))):
                bound = desk.bound(agreement, first)
                opens = self._opens(cue, sentence) or (
                    first < cue.first and (bool(bound) or self._is_told(cue, first))
                )
                told_of = cue.field != LOOSE and first > cue.first and bool(bound)
                strong = opens and (told_of or desk.has_force(first, end))
                return Frame(agreement, first, end, cue, None, bound, strong)
        return None

    def _owed(
        self, sentence: Sentence, cue: Mark, agreement: AgreementFinding, behind: int
    ) -> Frame | None:
        """A duty says to what: "its obligation under the pact to free prisoners"."""
        for link in self.desk.page.marks.keyed("grammar", "purpose", behind, behind + 1):
            codes = {
                code
                for name in self.desk.names.within(sentence.first, cue.first)
                for code in codes_of(name)
            }
            bound = tuple(code for code in agreement.parties if code in codes)
            return Frame(agreement, link.end, sentence.end, cue, Force.SHALL, bound, strong=True)
        return None

    def _opens(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether "under" opens its sentence, or stands behind "but" or "and" that does."""
        if cue.first == sentence.first:
            return True
        links = self.desk.page.marks.within("grammar", sentence.first, cue.first)
        return any(
            mark.first == sentence.first and mark.end == cue.first and mark.key in LINKS
            for mark in links
        )

    def _hangs(self, cue: Mark, first: int) -> bool:
        """Tell whether "under" says more of what stands before it than of the clause.

        "Peru will build boats banned under the pact"; "up from 5 percent under the old pact".
        """
        page, at = self.desk.page, cue.first - 1
        if self._is_former(at):
            return True
        participle = any(
            "participle" in mark.forms
            for file in VERBS
            for mark in page.marks.within(file, at, cue.first)
            if mark.end == cue.first
        )
        if not participle or not self.desk.has_force(first, at):
            return False
        helping = page.marks.within("grammar", max(first, at - BE_REACH), at)
        helped = any(mark.key in HELPING for mark in helping)
        return not helped and not self.desk.has_force(at - 1, at)

    def _is_former(self, at: int) -> bool:
        """Tell whether an amount that was is told: "up from 5 percent", "naik dari 5 persen"."""
        page = self.desk.page
        links = page.marks.keyed("clauses", "former", max(0, at - AMOUNT), at)
        return any(page.tokens.words[mark.end][0].isdecimal() for mark in links)

    def _past_partner(self, token: int) -> int:
        """Go past the one partner named behind an agreement: "under the pact with Peru, …"."""
        words, marks = self.desk.page.tokens.words, self.desk.page.marks
        for link in marks.keyed("grammar", "with", token, token + 1):
            for name in self.desk.names.within(link.end, link.end + 2):
                if not name.attributive and name.end < len(words) and words[name.end] == ",":
                    return name.end
        return token

    def _is_owed(self, cue: Mark) -> bool:
        """Tell whether "under" says more of a noun: "its obligations under the pact"."""
        owed = self.desk.page.marks.keyed("clauses", "owed", max(0, cue.first - 2), cue.first)
        return any(mark.end == cue.first for mark in owed)

    def _is_told(self, cue: Mark, first: int) -> bool:
        """Tell whether the report itself says what shall hold or will "under the accord"."""
        marks = self.desk.page.marks.within("clauses", first, cue.first)
        told = any(mark.key in ("shall", "will") for mark in marks)
        return told and cue.field != LOOSE and not self.desk.utterances.over(cue.first)

    def _acts_before(self, agreement: AgreementFinding, cue: Mark, first: int) -> bool:
        """Tell whether what stands before "in the accord" is a rule: "Peru gave up … in it"."""
        desk = self.desk
        marks = desk.page.marks.within("clauses", first, cue.first)
        forces = [mark for mark in marks if desk.group(mark) == "force"]
        if cue.field == LOOSE:
            told = any(matter_marks(desk.page, first, cue.first))
            if not told or not desk.bound(agreement, first):
                return False  # "will keep Peru in the pact"
        if forces:
            return not (forces[0].key == "shall" and desk.is_negated(forces[0]))
        if self._is_done(cue, first):
            return True
        return bool(desk.bound(agreement, first)) and any(matter_marks(desk.page, first, cue.first))

    def _is_done(self, cue: Mark, first: int) -> bool:
        """Tell whether a thing has been dealt with: "sanctions were lifted under the deal"."""
        page = self.desk.page
        at = max(first, cue.first - DONE)
        be = [m for m in page.marks.keyed("grammar", "be", at, cue.first) if m.first > first]
        if any(page.marks.keyed("grammar", "relative", first, cue.first)):
            return False
        deeds = page.marks.keyed("clauses", "deed", be[0].end, be[0].end + 2) if be else ()
        done = any("participle" in mark.forms or "passive" in mark.forms for mark in deeds)
        return done and cue.field != LOOSE and any(matter_marks(page, first, cue.first))

    def _past_aside(self, token: int, sentence: Sentence) -> int:
        """Go past a relative clause on the agreement: "under the pact, which was signed in …,"."""
        words = self.desk.page.tokens.words
        if self._is_made(token, sentence):
            return next((at for at in range(token, sentence.end) if words[at] == ","), token)
        opens = token + 1 if token < sentence.end and words[token] == "," else token
        if not any(self.desk.page.marks.keyed("grammar", "relative", opens, opens + 1)):
            return token
        ends = (at for at in range(opens, sentence.end) if words[at] == "," and not self._lists(at))
        return next(ends, token if opens == token else sentence.end)

    def _is_made(self, token: int, sentence: Sentence) -> bool:
        """Tell whether the making of an agreement is told behind it: "an accord reached in …,"."""
        acts = self.desk.page.marks.within("acts", token, min(sentence.end, token + 1))
        return any("participle" in mark.forms or "passive" in mark.forms for mark in acts)

    def _lists(self, comma: int) -> bool:
        """Tell whether a comma stands between two states: "Peru, Chile and Bolivia"."""
        states = [
            name
            for name in self.desk.names.within(comma - 3, comma + 2)
            if name.sort is NameKind.STATE
        ]
        return any(name.end == comma for name in states) and any(
            name.first == comma + 1 for name in states
        )

    def _sides(self, sentence: Sentence, cue: Mark, named_to: int) -> Iterator[tuple[int, int]]:
        """Give where the rule may stand: behind "under the pact", before it if that ends a clause.

        Where the phrase opens its clause only what follows is its rule.
        """
        start, stop = self._clause(sentence, cue)
        goes_on = cue.first - start > 1 and self._is_joined(named_to, stop)
        if goes_on or stop - named_to <= LOOSE_END or self._is_made_at_end(named_to, stop):
            yield start, cue.first
        elif cue.field == LOOSE and self._is_passing(cue, start, named_to):
            return  # "the tariffs in the accord that were …": no rule hangs on so slight a word
        elif cue.first - start <= 1 or self._opens_clause(cue):
            yield named_to, sentence.end
        elif self.desk.has_force(start, cue.first):
            yield start, stop
        else:
            yield named_to, sentence.end

    def _is_joined(self, token: int, stop: int) -> bool:
        """Tell whether what stands before "under the pact" goes on: "under it, and pays"."""
        token = self.desk.past_parties(token, stop)
        if token < stop and self.desk.page.tokens.words[token] == ",":
            token += 1
        marks = self.desk.page.marks
        joins = marks.keyed("grammar", "and", token, token + 1)
        return bool(joins) and any(marks.keyed("clauses", "deed", joins[0].end, joins[0].end + 1))

    def _is_passing(self, cue: Mark, start: int, named_to: int) -> bool:
        """Tell whether "in the accord" stands within a clause and belongs to no pledge."""
        marks = self.desk.page.marks
        if cue.first == start or self._opens_clause(cue):
            return False
        pledges = marks.keyed("clauses", "pledges", max(0, cue.first - 3), cue.first)
        if any(mark.end == cue.first for mark in pledges):
            return False
        return not any(marks.keyed("grammar", "purpose", named_to, named_to + 1))

    def _is_made_at_end(self, token: int, stop: int) -> bool:
        """Tell whether only the making of an agreement is told behind it: "… signed on Monday."."""
        acts = self.desk.page.marks.within("acts", token, min(stop, token + 1))
        words = self.desk.page.tokens.words[token:stop]
        return stop - token <= MADE and any(mark.forms for mark in acts) and "," not in words

    def _clause(self, sentence: Sentence, cue: Mark) -> tuple[int, int]:
        """Give the statement that holds a cue, or its sentence."""
        inside = self.desk.utterances.over(cue.first)
        starts = [item.first for item in inside]
        ends = [item.end for item in inside]
        return max([sentence.first, *starts]), min([sentence.end, *ends])

    def _opens_clause(self, cue: Mark) -> bool:
        page = self.desk.page
        before = page.tokens.words[cue.first - 1] if cue.first else ","
        links = page.marks.within("grammar", cue.first - 2, cue.first)
        return not before[0].isalnum() or any(
            mark.end == cue.first and mark.key in ("that", "and", "contrast") for mark in links
        )

    def named_behind(self, sentence: Sentence, cue: Mark) -> tuple[AgreementFinding, int] | None:
        """Give the agreement named right behind a cue and where its name ends.

        A noun for agreements that the report clusters with none is the one spoken of.
        """
        desk = self.desk
        near = desk.agreements.mentions.within(cue.end, cue.end + self._reach(cue))
        near = near or self._copied(cue)
        taken_up = desk.page.marks.keyed("grammar", "it", cue.end, cue.end + 1)
        if cue.field == TAKEN:
            found, end = desk.lately(sentence, 1), cue.end
        elif not near and cue.field != LOOSE and any(taken_up):
            found, end = desk.lately(sentence), cue.end + 1
        elif near and "," in desk.page.tokens.words[cue.end : near[0].first]:
            return None  # "according to Peru, the pact …"
        elif near:
            found, end = desk.agreement_of(near[0]), near[0].end
        elif terms := list(desk.page.marks.keyed("clauses", "article", cue.end, cue.end + 2)):
            found, end = desk.lately(sentence), terms[0].end
        else:
            nouns = agreement_nouns(desk.page, cue.end, cue.end + UNDER_GAP)
            nouns = nouns or self._schemes(sentence, cue)
            if not nouns or not is_definite(desk.page, cue.end, nouns[0]):
                return None
            found, end = desk.focus(sentence), nouns[0].end
        return (found, end) if found else None

    def _reach(self, cue: Mark) -> int:
        """Give how far an agreement's noun may stand off: further in "the 10-point deal"."""
        words = self.desk.page.tokens.words[cue.end : cue.end + UNDER_GAP]
        return UNDER_GAP + (COUNTED if any(word[0].isdecimal() for word in words) else 0)

    def _copied(self, cue: Mark) -> tuple[AgreementMention, ...]:
        """Give the agreement of a copy or draft: "according to a copy of the pact"."""
        desk = self.desk
        links = desk.page.marks.within("acts", cue.end, cue.end + UNDER_GAP)
        copy = next((mark for mark in links if mark.field == "through"), None)
        if copy is None or cue.field == LOOSE:
            return ()
        return desk.agreements.mentions.within(copy.end, copy.end + UNDER_GAP)

    def _schemes(self, sentence: Sentence, cue: Mark) -> list[Mark]:
        """Give what stands for an agreement named lately: "under the plan", "the new rules"."""
        if cue.field == LOOSE or cue.first > sentence.first:
            return []
        if self.desk.lately(sentence, SCHEMED) is None:
            return []
        marks = self.desk.page.marks
        found = marks.keyed("clauses", "scheme", cue.end, cue.end + UNDER_GAP)
        return [one for one in found if not marks.keyed("grammar", "of", one.end, one.end + 1)]


def is_definite(page: Scan, first: int, noun: Mark) -> bool:
    """Tell whether a noun is one that was named before: "the accord", "kesepakatan itu"."""
    return any(
        mark.end == noun.first or mark.first == noun.end
        for mark in page.marks.keyed("grammar", "definite", first, noun.end + 1)
    )
