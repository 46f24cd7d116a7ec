"""Frames without a word of their own: what an agreement will do or does, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import ActKind, Force, Form
from traktat.reading.frames import (
    Desk,
    Frame,
    code_of,
    matter_marks,
    opens_deed,
)
from traktat.reading.mentions import AgreementMention
from traktat.reading.provisions.carried import Carried
from traktat.reading.provisions.deeds import is_gerund
from traktat.reading.provisions.doubts import is_made, is_no_head
from traktat.reading.provisions.imposed import Imposed
from traktat.reading.provisions.lists import (
    headed_by,
    intro_of,
    is_below_title,
    is_item,
    is_title,
    is_wished,
    item_start,
)
from traktat.reading.provisions.things import THING_REACH

CONCLUDED = 5  # tokens between "signed" and the agreement
MADE = 10  # tokens behind an agreement that tell where and when it was made
MODAL_GAP = 3  # tokens between an agreement and the modal verb it is the subject of
ASIDE = 24  # tokens of an aside between an agreement and its verb: ", signed in 1959 by …,"
TOPIC_GAP = 4  # tokens between an agreement and "on the withdrawal of …", and behind that "on"
MOST_ITEMS = 20  # items of a list, back to the words that open it
NO_DEEDS = frozenset(
    (*("he", "they", "we", "i", "you", "it"), *("article", "definite", "be", "have", "not_yet"))
)
"""Words of grammar behind "which" that show that the agreement itself does nothing."""

FINITE = frozenset(("past", "present", "active"))
DASHES = "-–—)"
APART = ("and", "cause", "while", "contrast", "condition", "they", "he")
"""Words of grammar between an agreement and a modal verb that show another subject."""

HEADINGS = ("article", "contains", "obliges", "pledges", "points", "contents")
OPENS = 2  # tokens of an item in which an agreement of its own is named
LEAST = 2  # tokens of an item that tells no rule: a heading
DEEDS = frozenset(("noun", "gerund"))


@dataclass(frozen=True, slots=True)
class PlainOpenings:
    """Finds the frames that subjects and verbs make by their places.

    `going_on` is the agreement whose rules the sentences right before told, `listed` the one
    whose rules the list tells in which a sentence stands.
    """

    desk: Desk
    going_on: AgreementFinding | None = None
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the frames of a sentence."""
        for mention, agreement in self.desk.mentioned(sentence):
            yield from self._of_mention(sentence, mention, agreement)
        yield from Carried(self.desk, self.going_on, self.listed).frames(sentence)
        yield from Imposed(self.desk).frames(sentence)
        yield from self._quoted(sentence)
        yield from self._listed(sentence)

    def _of_mention(
        self, sentence: Sentence, mention: AgreementMention, agreement: AgreementFinding
    ) -> Iterator[Frame]:
        behind = self.desk.past_parties(mention.end, sentence.end)
        for frame in (
            self._modal(sentence, behind, mention, agreement),
            self._purpose(sentence, behind, mention, agreement),
            self._relative(sentence, behind, agreement),
            self._does(sentence, behind, mention, agreement),
            self._agreed(sentence, mention, agreement) or self._topic(sentence, behind, agreement),
        ):
            if frame is not None:
                yield frame

    def _modal(
        self,
        sentence: Sentence,
        behind: int,
        mention: AgreementMention,
        agreement: AgreementFinding,
    ) -> Frame | None:
        """The agreement will, shall or may do something: "the pact would see both sides …"."""
        desk = self.desk
        marks = desk.page.marks.within("clauses", behind, behind + MODAL_GAP)
        cue = next((mark for mark in marks if desk.group(mark) == "force"), None)
        if cue is None or desk.is_act(cue.end, sentence.end):
            return None
        if desk.is_hoped(behind, cue.end + 1) or self._is_anothers(behind, cue):
            return None
        aside = desk.page.tokens.words[behind] == ","  # "the accord, known as the pact, will …"
        if not aside and is_no_head(desk, sentence, mention, cue.first):
            return None
        return Frame(agreement, cue.end, self._before_condition(cue, sentence), cue, own=True)

    def _is_anothers(self, behind: int, cue: Mark) -> bool:
        """Tell whether the subject of a modal verb stands further off: "quit the pact and will"."""
        words = self.desk.page.tokens.words
        if any(words[at] in DASHES for at in range(behind, cue.first)):
            return True  # "those who oppose the pact – will …"
        if any(not name.attributive for name in self.desk.names.within(behind, cue.first)):
            return True  # "under the pact, Peru will …"
        marks = self.desk.page.marks.within("grammar", behind, cue.first)
        return any(mark.key in APART for mark in marks)

    def _before_condition(self, cue: Mark, sentence: Sentence) -> int:
        """Give where a condition begins, which is no part of what an agreement does."""
        marks = self.desk.page.marks.keyed("grammar", "condition", cue.end, sentence.end)
        return next((mark.first for mark in marks), sentence.end)

    def _purpose(
        self,
        sentence: Sentence,
        behind: int,
        mention: AgreementMention,
        agreement: AgreementFinding,
    ) -> Frame | None:
        """The noun itself says what was agreed: "a deal to cut tariffs"."""
        desk = self.desk
        if self._is_talked_of(mention):
            return None
        new = self._is_new(mention)
        cue = self._purpose_cue(sentence, behind, new=new)
        if cue is None or (mention.anaphoric and not new) or desk.is_act(cue.end, sentence.end):
            return None
        strong = new and opens_deed(desk.page, cue.end, sentence.end)
        strong = strong and self._is_concluded(sentence, mention)
        if desk.names_agreement(cue.end + 1, cue.end + TOPIC_GAP - 1):
            return None  # "a deal to modernize the pact"
        return Frame(agreement, cue.end, sentence.end, cue, strong=strong, own=True)

    def _is_talked_of(self, mention: AgreementMention) -> bool:
        """Tell whether an agreement is what talks are about: "talks on a deal to cut tariffs"."""
        first = max(0, mention.first - CONCLUDED)
        near = self.desk.page.marks.within("acts", first, mention.first)
        return any(mark.field == "talks" for mark in near)

    def _is_concluded(self, sentence: Sentence, mention: AgreementMention) -> bool:
        """Tell whether an agreement was made: "signed a deal to …", no "press for a deal to …"."""
        first = max(sentence.first, mention.first - CONCLUDED)
        near = self.desk.page.marks.within("acts", first, mention.first)
        return any(mark.forms or mark.field == "words" for mark in near)

    def _purpose_cue(self, sentence: Sentence, start: int, *, new: bool) -> Mark | None:
        """Give the "to" behind an agreement, its parties, and where and when it was made."""
        page = self.desk.page
        for cue in page.marks.keyed("grammar", "purpose", start, min(sentence.end, start + MADE)):
            if cue.first == start:
                return cue
            if new and opens_deed(page, cue.end, sentence.end) and is_made(page, start, cue.first):
                return cue
        return None

    def _is_new(self, mention: AgreementMention) -> bool:
        """Tell whether a mention brings an agreement up: "a deal to …", no "the deal"."""
        first, end = mention.first, mention.end
        marks = self.desk.page.marks.within("grammar", max(0, first - 3), end + 1)
        return not any(mark.key in ("definite", "own") for mark in marks)

    def _relative(
        self, sentence: Sentence, behind: int, agreement: AgreementFinding
    ) -> Frame | None:
        """A relative clause says what the agreement does: "an accord that lowers tariffs"."""
        desk = self.desk
        marks = desk.page.marks.keyed("grammar", "relative", behind, behind + 2)
        cue = next(iter(marks), None)
        if cue is None or desk.is_act(cue.end, sentence.end) or self._has_subject(cue.end):
            return None
        end = self._clause_end(cue.end, sentence)
        return Frame(agreement, cue.end, end, cue, own=True)

    def _has_subject(self, token: int) -> bool:
        """Tell whether a relative clause says what others do or what was done: "that Peru left"."""
        if any(
            name.first == token and not name.attributive
            for name in self.desk.names.within(token, token + 1)
        ):
            return True
        marks = self.desk.page.marks.within("grammar", token, token + 1)
        return any(mark.key in NO_DEEDS for mark in marks)

    def _does(
        self,
        sentence: Sentence,
        behind: int,
        mention: AgreementMention,
        agreement: AgreementFinding,
    ) -> Frame | None:
        """The agreement is the subject of a deed: "the treaty froze all claims to the region"."""
        desk = self.desk
        for mark in desk.page.marks.within("provisions", behind, behind + ASIDE):
            if mark.first >= sentence.end:
                break
            if self._is_deed(behind, mark):
                hoped = desk.is_hoped(mention.end, mark.first)
                if hoped or desk.is_act(mark.first, sentence.end) or self._in_aside(mention, mark):
                    return None
                if is_no_head(desk, sentence, mention, mark.first):
                    return None
                return Frame(agreement, mark.first, sentence.end, None, own=True)
        return None

    def _is_deed(self, behind: int, mark: Mark) -> bool:
        """Tell whether a word is what an agreement does: its predicate, or a gerund behind it."""
        if mark.first == behind and "gerund" in mark.forms:
            return True
        finite = mark.field == "predicates" or FINITE & set(mark.forms)
        return bool(finite) and self._is_predicate(behind, mark.first)

    def _is_predicate(self, behind: int, at: int) -> bool:
        """Tell whether a verb stands right behind a mention, or behind an aside to it."""
        if at - behind <= 1:
            between = self.desk.page.marks.within("grammar", behind, at)
            return not any(
                mark.key in ("purpose", "relative", "preposition", "negation") for mark in between
            )
        words = self.desk.page.tokens.words
        return words[behind] == "," and words[at - 1] == ","

    def _in_aside(self, mention: AgreementMention, mark: Mark) -> bool:
        """Tell whether a person or somebody who speaks comes between."""
        return self.desk.spoken_between(mention.end, mark.first)

    def _topic(self, sentence: Sentence, behind: int, agreement: AgreementFinding) -> Frame | None:
        """The noun is followed by the deed agreed on: "an accord on the withdrawal of troops".

        A field alone ("a memorandum on health") is no rule.
        """
        marks = self.desk.page.marks
        for link in marks.keyed("clauses", "topic", behind, behind + TOPIC_GAP):
            stop = min(sentence.end, link.end + TOPIC_GAP)
            deeds = [
                mark
                for mark in marks.within("provisions", link.end, stop)
                if mark.field == "deeds" or DEEDS & set(mark.forms)
            ]
            if deeds and not self.desk.is_act(link.end, sentence.end):
                end = self._clause_end(deeds[0].end, sentence)
                return Frame(agreement, deeds[0].first, end, None)
        return None

    def _agreed(
        self, sentence: Sentence, mention: AgreementMention, agreement: AgreementFinding
    ) -> Frame | None:
        """Deeds are what was agreed on: "reached agreement on sharing the water and opening …"."""
        page = self.desk.page
        link = next(iter(page.marks.keyed("clauses", "topic", mention.end, mention.end + 1)), None)
        if link is None or not is_gerund(page, link.end):
            return None
        first = max(sentence.first, mention.first - CONCLUDED)
        acts = page.marks.within("acts", first, mention.first)
        failed = page.marks.keyed("grammar", "negation", first, mention.first)
        made = any(mark.key == ActKind.TEXT_AGREED and mark.forms for mark in acts)
        if not made or any(failed):
            return None
        if self.desk.is_act(link.end, sentence.end) or self._is_talked_of(mention):
            return None
        return Frame(agreement, link.end, sentence.end, link, Force.SHALL, strong=True)

    def _quoted(self, sentence: Sentence) -> Iterator[Frame]:
        """A clause of the agreement itself is quoted."""
        desk = self.desk
        for item in desk.utterances.within(sentence.first, sentence.end):
            agreement = desk.focus(sentence)
            if item.finding.speaker == "DOC" and agreement:
                cue = self._force_in(item.first, item.end)
                force = Force.SHALL if item.finding.form is Form.DIRECT else None
                told = cue is not None
                first, end = item.first, item.end
                yield Frame(agreement, first, end, cue, force, strong=told, verbatim=True)
                if force is None:
                    yield from self._further(agreement, first, end)

    def _further(self, agreement: AgreementFinding, first: int, end: int) -> Iterator[Frame]:
        """Give what else an agreement "says": "says a port can be built and roads will be …"."""
        marks = self.desk.page.marks.within("clauses", first, end)
        cues = [mark for mark in marks if self.desk.group(mark) == "force"]
        for at, cue in enumerate(cues):
            stop = cues[at + 1].first if at + 1 < len(cues) else end
            if at and cue.end < stop:
                yield Frame(agreement, cue.end, stop, cue, strong=True)

    def _force_in(self, first: int, end: int) -> Mark | None:
        """Give the modal verb in what an agreement says: "will", "must", "may"."""
        marks = self.desk.page.marks.within("clauses", first, end)
        return next((mark for mark in marks if mark.key in ("shall", "will", "may")), None)

    def _listed(self, sentence: Sentence) -> Iterator[Frame]:
        """An item of a list in a report on an agreement says what holds: "- Consult if …"."""
        page = self.desk.page
        if not is_item(page, sentence):
            told = self.listed is not None and is_below_title(page, sentence)
            if self.listed is not None and told and not self._is_fronted(sentence):
                yield from self._item(sentence, self.listed)
            return
        if self.listed is not None:
            yield from self._item(sentence, self.listed)
            return
        if self._is_no_rule(sentence) or is_title(page, sentence):
            return
        before = self.desk.agreements.mentions.before(sentence.first)
        agreement = self.desk.agreement_of(before[-1]) if before else None
        stop = min(sentence.end, sentence.first + THING_REACH)
        if agreement is not None and any(matter_marks(page, sentence.first, stop)):
            yield Frame(agreement, sentence.first, self._clause_end(stop, sentence), None)

    def _is_fronted(self, sentence: Sentence) -> bool:
        """Tell whether who acts stands behind an opening phrase: "Di selatan, Peru menjaga …"."""
        words = self.desk.page.tokens.words
        return any(
            name.first > sentence.first and words[name.first - 1] == ","
            for name in self.desk.names.within(sentence.first, sentence.end)
        )

    def _item(self, sentence: Sentence, agreement: AgreementFinding) -> Iterator[Frame]:
        """An item of the list of an agreement's rules: "- Peru lowers its duty on milk"."""
        page, first = self.desk.page, item_start(self.desk.page, sentence)
        stop = min(sentence.end, first + THING_REACH)
        if self.desk.has_force(first, stop) or sentence.end - first <= LEAST:
            return  # a modal verb tells it by itself
        if self.desk.names_agreement(first, first + OPENS):
            return  # a list of papers that were signed: "- Memorandum on …"
        bound = self.desk.actors(first, min(sentence.end, first + TOPIC_GAP))
        bearers = tuple(code for code in agreement.parties if code in bound)
        spoken = self._is_spoken(sentence, agreement)
        dated = page.tokens.words[first][0].isdecimal() and not any(matter_marks(page, first, stop))
        cue = self._heading(sentence)
        if cue is not None and not spoken and not dated:
            bullet = Mark(sentence.first, max(first, sentence.first + 1), cue.entry)
            yield Frame(agreement, first, sentence.end, bullet, None, bearers, strong=True)
        elif any(matter_marks(page, first, stop)) and not self._is_no_rule(sentence):
            yield Frame(agreement, first, sentence.end, None, None, bearers)

    def _is_spoken(self, sentence: Sentence, agreement: AgreementFinding) -> bool:
        """Tell whether somebody else than the parties speaks: "Peru recognizes …" is no speech."""
        return any(
            item.finding.form is Form.DIRECT
            or not set((item.finding.speaker or "").split(", ")) <= set(agreement.parties)
            for item in self.desk.utterances.within(sentence.first, sentence.end)
        )

    def _heading(self, sentence: Sentence) -> Mark | None:
        """Give the word that makes a list one of rules: "the terms of the pact:", "provides:"."""
        page = self.desk.page
        titled = is_below_title(page, sentence)
        intro = headed_by(page, sentence) if titled else intro_of(page, sentence, MOST_ITEMS)
        if intro is None:
            return None
        marks = page.marks.of("clauses", intro)
        return next((mark for mark in marks if mark.key in HEADINGS), None)

    def _is_no_rule(self, sentence: Sentence) -> bool:
        """Tell whether an item of a list tells a deed, or is one of what somebody wants.

        "- In 2021 Peru opened …" tells; what "should include:" opens is wished for. What a party
        "will" do is told by its verb.
        """
        first = item_start(self.desk.page, sentence)
        named = self.desk.names.within(first, first + 2)
        if any(not name.attributive and code_of(name) for name in named):
            return True
        intro = intro_of(self.desk.page, sentence, MOST_ITEMS)
        return intro is not None and (is_wished(self.desk.page, intro) or self._is_of_else(intro))

    def _is_of_else(self, intro: Sentence) -> bool:
        """Tell whether what opens a list says nothing of an agreement: "He has a plan:"."""
        page = self.desk.page
        if page.tokens.words[intro.end - 1] != ":":
            return False
        told = any(mark.key in HEADINGS for mark in page.marks.of("clauses", intro))
        return not told and not self.desk.names_agreement(intro.first, intro.end)

    def _clause_end(self, first: int, sentence: Sentence) -> int:
        """Give where a relative clause ends: at the next comma, as far as can be seen."""
        words = self.desk.page.tokens.words
        return next((at for at in range(first, sentence.end) if words[at] in ",;"), sentence.end)
