"""Frames that a word opens: the agreement obliges, the parties pledge, something holds under it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, Form, NameKind
from traktat.reading.frames import (
    Desk,
    Frame,
    agreement_nouns,
    matter_marks,
)
from traktat.reading.mentions import Utterance
from traktat.reading.provisions.beside import DEEDS, is_its_deed
from traktat.reading.provisions.doubts import is_led_away, is_no_head
from traktat.reading.provisions.duties import (
    CUT,
    DUTY_REACH,
    RULES,
    duty_of,
    tells_duty,
)
from traktat.reading.provisions.heads import (
    HEAD_GAP,
    has_other_head,
    has_own_subject,
    is_done_by_another,
    others,
)
from traktat.reading.provisions.pledges import Pledges
from traktat.reading.provisions.under import UNDER_GAP, Under, is_definite

SCHEMED = 2  # sentences from an agreement to "The plan calls for …"
SUBJECT_GAP = 24  # tokens between an agreement and what it does: its signing may be told between
NAME = 3  # tokens from the start of a name to a word of it
ADVERB = 5  # tokens of what opens a sentence: "Among other things,"
HOPE_REACH = 6  # tokens before a verb in which "is expected to" makes it a hope
TALKS_GAP = 3  # tokens between "talks" and the agreement they are about
GIVEN_REACH = 16  # tokens behind "gives" in which who gets it is named
VERBS = ("verbs", "noun_verbs", "rule_verbs", "loose_verbs", DEEDS)
NOUN_VERBS = ("noun_verbs", DEEDS)
JOINS_MOST = 5  # tokens of a name before "agreed"
PURPOSE_GAP = 8  # tokens before "to" in which the agreement stands whose purpose is told
FINITE = ("present", "past")
LINKS = ("and", "contrast", "also")
LEAST = 2  # tokens of what an agreement does before it does one more thing

BINDING = ("obliges", "pledges", "under", "whereby")
"""Frames whose deeds may be told by verbs that open frames elsewhere."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Finds the frames that words of the pack open.

    `listed` is the agreement whose rules the list tells in which a sentence stands.
    """

    desk: Desk
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the frames of a sentence, in the order of their cues."""
        desk = self.desk
        marks = desk.page.marks.of("clauses", sentence)
        cues = [mark for mark in marks if desk.group(mark) == "frame" and not self._is_named(mark)]
        last: Frame | None = None
        for at, cue in enumerate(cues):
            if last and self._belongs_to(sentence, last, cue):
                continue
            frame = self._frame(sentence, cue) or self._joined(last, cue, sentence)
            if frame is not None:
                frame = frame.until(self._end(frame, cues[at + 1 :], sentence))
                last = frame if frame.first < frame.end else last
                yield frame

    def _is_named(self, cue: Mark) -> bool:
        """Tell whether a word is part of a name: "States" of "the United States"."""
        return any(
            name.first <= cue.first and cue.end <= name.end and name.end - name.first > 1
            for name in self.desk.names.within(max(0, cue.first - NAME), cue.end)
        )

    def _joined(self, last: Frame | None, cue: Mark, sentence: Sentence) -> Frame | None:
        """An agreement does one more thing: "covers fraud and does not apply to spies"."""
        desk = self.desk
        if last is None or not last.own or last.cue is None:
            return None
        if cue.key not in CUT and not (cue.key == "contains" and self._goes_on(last, cue)):
            return None
        joins = desk.page.marks.keyed("grammar", "and", max(last.first, cue.first - 3), cue.first)
        comma = cue.key == "contains" and desk.page.tokens.words[cue.first - 1] == ","
        if not (comma or any(mark.end == cue.first for mark in joins)) or desk.is_act(
            cue.end, sentence.end
        ):
            return None
        if cue.field in VERBS and (self._is_noun(sentence, cue) or self._is_undergone(cue)):
            return None
        force = Force(desk.setting(cue, "value") or "will")
        bound = () if self._is_gift(cue) else desk.bound(last.agreement, cue.end)
        strong = cue.key in CUT or self._gives(last.agreement, cue, sentence)
        return Frame(last.agreement, cue.end, sentence.end, cue, force, bound, strong, own=True)

    def _belongs_to(self, sentence: Sentence, frame: Frame, cue: Mark) -> bool:
        """Tell whether a cue is what the frame before is about: "obliges X to cut …".

        So is what "to" or "and" joins to that: "requires Peru to close it and to allow checks".
        """
        if frame.end <= cue.first or self._stands_in(sentence, cue, gap=1):
            return False
        if cue.key == "contains":
            return not self._goes_on(frame, cue)
        return frame.cue is not None and self._is_joined_deed(frame.cue, cue)

    def _goes_on(self, frame: Frame, cue: Mark) -> bool:
        """Tell whether an agreement does one more thing: "gives Peru access and cuts duties"."""
        tense = set(FINITE) & set(cue.forms)
        if not frame.own or frame.cue is None or not tense & set(frame.cue.forms):
            return False
        if cue.first - frame.first < LEAST:
            return False
        marks = self.desk.page.marks.keyed("grammar", "and", cue.first - 3, cue.first)
        comma = self.desk.page.tokens.words[cue.first - 1] == ","
        return comma or any(mark.end == cue.first for mark in marks)

    def _is_joined_deed(self, opener: Mark, cue: Mark) -> bool:
        """Tell whether a verb is one more deed of those whom an earlier verb binds."""
        if cue.key not in CUT or opener.key not in BINDING:
            return False
        marks = self.desk.page.marks
        if opener.key == "obliges" and cue.key == "permits":
            joins = marks.keyed("grammar", "and", max(0, cue.first - 3), cue.first)
            if any(mark.end == cue.first for mark in joins):
                return True
        infinitive = marks.keyed("grammar", "purpose", max(0, cue.first - 3), cue.first)
        return any(mark.end == cue.first for mark in infinitive)

    def _frame(self, sentence: Sentence, cue: Mark) -> Frame | None:
        if cue.key == "under":
            return Under(self.desk).frame(sentence, cue)
        if cue.key == "pledges":
            return Pledges(self.desk, self.listed).frame(sentence, cue)
        if cue.key == "article":
            return self._article(sentence, cue)
        if cue.key == "whereby":
            return self._whereby(sentence, cue)
        if cue.field in VERBS and (self._is_noun(sentence, cue) or self._is_undergone(cue)):
            return None
        return self._content(sentence, cue)

    def _content(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """An agreement, or an article of one, does something: "the pact obliges …"."""
        desk = self.desk
        found = self._subject(sentence, cue)
        negated = cue.key in ("contains", "obliges") and desk.is_negated(cue)
        if found is None or negated or desk.is_act(cue.end, sentence.end):
            return None
        if cue.field == DEEDS and not is_its_deed(desk, sentence, cue):
            return None
        if self._is_about_agreement(sentence, cue) or is_led_away(desk, cue):
            return None
        if self._is_purpose_of_another(sentence, cue):
            return None
        force = Force(desk.setting(cue, "value") or "will")
        duty = duty_of(self.desk, cue, sentence)
        if duty is not None:
            barred = desk.page.marks.keyed("grammar", "negation", duty.end, duty.end + DUTY_REACH)
            force = Force.SHALL_NOT if barred else Force(desk.setting(duty, "value"))
        if cue.key == "permits" and self._is_denied(sentence, cue):
            force = Force.SHALL_NOT
        obliged = cue.key != "permits"
        bound = () if self._is_gift(cue) else desk.bound(found, cue.end, obliged=obliged)
        strong = (
            (cue.key in CUT and cue.field != "loose_verbs")
            or cue.field in RULES
            or tells_duty(self.desk, cue, sentence)
        )
        strong = strong or self._gives(found, cue, sentence)
        strong = strong or cue.field == DEEDS
        return Frame(found, cue.end, sentence.end, cue, force, bound, strong, own=True)

    def _is_purpose_of_another(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a verb behind "to" says what something else is for: "enough to protect".

        So it does unless the agreement, its parties or a colon stand right before.
        """
        desk, first = self.desk, max(sentence.first, cue.first - 3)
        links = [
            mark
            for mark in desk.page.marks.keyed("grammar", "purpose", first, cue.first)
            if mark.end == cue.first
        ]
        if not links or links[0].first == sentence.first:
            return False
        at = links[0].first
        before = max(sentence.first, at - PURPOSE_GAP)
        if desk.names_agreement(before, at) or not desk.page.tokens.words[at - 1][0].isalpha():
            return False
        near = desk.page.marks.within("clauses", max(0, at - 3), cue.first)
        ended = (mark for mark in near if mark.end in (at, cue.first))
        return all(desk.group(mark) == "doubt" for mark in ended)

    def _is_denied(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether nothing in an agreement permits something: "no clause allows …"."""
        marks = self.desk.page.marks
        first = max(sentence.first, cue.first - UNDER_GAP - 2)
        return any(
            any(marks.keyed("grammar", key, first, cue.first)) for key in ("negation", "none")
        ) or any(
            mark.end - mark.first > 1
            for mark in marks.keyed("grammar", "none", sentence.first, sentence.first + 1)
        )

    def _is_gift(self, cue: Mark) -> bool:
        """Tell whether a verb is one of giving: its subject stands right before it."""
        return any(self.desk.page.marks.keyed("clauses", "gives", cue.first, cue.first + 1))

    def _gives(self, agreement: AgreementFinding, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether an agreement gives something to a party: "gives the islands to Peru"."""
        if not self._is_gift(cue):
            return False
        actors = self.desk.actors(cue.end, min(sentence.end, cue.end + GIVEN_REACH))
        return any(code in agreement.parties for code in actors)

    def _is_about_agreement(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what follows a verb is an agreement, not a rule: "to give the pact …"."""
        stop = min(sentence.end, cue.end + UNDER_GAP)
        matter = next(iter(matter_marks(self.desk.page, cue.end, stop)), None)
        nouns = agreement_nouns(self.desk.page, cue.end, matter.first if matter else stop)
        mentions = self.desk.agreements.mentions.within(cue.end + 1, cue.end + 2)
        links = self.desk.page.marks.keyed("grammar", "preposition", cue.end, cue.end + 1)
        if mentions and any(links):
            return True  # "is laid down in the Joint Declaration of …"
        return bool(nouns) and is_definite(self.desk.page, cue.end, nouns[0])

    def _subject(self, sentence: Sentence, cue: Mark) -> AgreementFinding | None:
        desk = self.desk
        first = max(sentence.first, cue.first - SUBJECT_GAP)
        before = [
            mention
            for mention in desk.agreements.mentions.within(first, cue.first)
            if mention.end <= cue.first
        ]
        if before and not desk.spoken_between(before[-1].end, cue.first):
            apart = has_other_head(desk, before[-1].end, cue)
            apart = apart or desk.is_hoped(max(before[-1].end, cue.first - HOPE_REACH), cue.first)
            apart = apart or self._is_talked_of(before[-1].first)
            apart = apart or (
                self._is_gift(cue) and others(self.desk, before[-1].end, cue.first) > HEAD_GAP
            )
            weak = cue.field in RULES or (cue.field in VERBS and cue.key in ("contains", "permits"))
            apart = apart or (weak and is_no_head(desk, sentence, before[-1], cue.first))
            apart = apart or is_done_by_another(desk, sentence, before[-1], cue)
            apart = apart or has_own_subject(desk, before[-1].end, cue)
            return None if apart else desk.agreement_of(before[-1])
        return desk.focus(sentence) if self._stands_in(sentence, cue) else None

    def _is_talked_of(self, first: int) -> bool:
        """Tell whether the agreement is what talks are about: "talks on the pact cover …"."""
        talks = self.desk.page.marks.within("acts", max(0, first - TALKS_GAP), first)
        return any(mark.field == "talks" for mark in talks)

    def _stands_in(self, sentence: Sentence, cue: Mark, *, gap: int = UNDER_GAP) -> bool:
        """Tell whether an article, a noun for agreements or "it" stands right before a cue."""
        page = self.desk.page
        start = max(sentence.first, cue.first - UNDER_GAP - 3)
        nouns = [
            *page.marks.keyed("clauses", "article", start, cue.first),
            *self._phases(sentence, start, cue),
            *self._schemes(sentence, start, cue),
            *agreement_nouns(page, start, cue.first),
        ]
        if any(mark.end <= cue.first and cue.first - mark.end <= gap for mark in nouns):
            return True
        if gap > 1 and self._opens_before_aside(sentence, cue):
            return True
        for at in (sentence.first, self._behind_adverb(sentence), self._behind_link(sentence)):
            if any(page.marks.keyed("grammar", "it", at, at + 1)):
                return cue.first - at - 1 <= UNDER_GAP
        return self._opens_with_act(sentence, cue) or self._is_told_of(sentence, cue)

    def _phases(self, sentence: Sentence, start: int, cue: Mark) -> list[Mark]:
        """Give what opens a sentence on a stage of an accord: "The first phase includes …"."""
        marks, first = self.desk.page.marks, sentence.first
        if start > first + UNDER_GAP or self.desk.lately(sentence) is None:
            return []
        if not any(marks.keyed("grammar", "ordinal", first, min(first + UNDER_GAP, cue.first))):
            return []
        return list(marks.keyed("clauses", "portion", first, min(first + UNDER_GAP, cue.first)))

    def _schemes(self, sentence: Sentence, start: int, cue: Mark) -> list[Mark]:
        """Give what stands for an agreement just named: "The plan calls for …"."""
        desk = self.desk
        if start > sentence.first + UNDER_GAP or desk.lately(sentence, SCHEMED) is None:
            return []
        stop = min(cue.first, sentence.first + UNDER_GAP + 1)
        found = desk.page.marks.keyed("clauses", "scheme", sentence.first, stop)
        return [one for one in found if is_definite(desk.page, sentence.first, one)]

    def _behind_adverb(self, sentence: Sentence) -> int:
        """Give where a sentence begins behind an opening: "Specifically, it limits …"."""
        desk, first = self.desk, sentence.first
        stop = min(sentence.end, first + ADVERB)
        comma = next((at for at in range(first, stop) if desk.page.tokens.words[at] == ","), first)
        named = any(desk.names.within(first, comma)) or desk.utterances.over(first)
        noun = any(desk.page.marks.keyed("grammar", "article", first, comma))
        told = named or noun or desk.lately(sentence, 1) is None
        return first if told else comma + (comma > first)

    def _behind_link(self, sentence: Sentence) -> int:
        """Give where a sentence begins behind "but" or "and": "But it only covers fish"."""
        desk, first = self.desk, sentence.first
        marks = desk.page.marks.within("grammar", first, first + 1)
        links = [mark.end for mark in marks if mark.first == first and mark.key in LINKS]
        named = desk.lately(sentence, 1) is not None and not desk.utterances.over(first)
        return max(links) if links and named else first

    def _is_told_of(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether somebody says what "it" does: "officials said it bans missiles".

        "It" is no agreement where a state may speak of itself.
        """
        desk, marks = self.desk, self.desk.page.marks
        for item in desk.utterances.over(cue.first):
            near = item.finding.form is Form.INDIRECT and 0 < cue.first - item.first <= UNDER_GAP
            it = near and any(marks.keyed("grammar", "it", item.first, item.first + 1))
            if it and not self._is_organ(item) and desk.lately(sentence, 1) is not None:
                return True
        return False

    def _is_organ(self, item: Utterance) -> bool:
        """Tell whether a state or one of its organs speaks, no person and no group."""
        if item.finding.state is None:
            return item.finding.speaker.isupper()
        named = self.desk.names.within(max(0, item.cue - GIVEN_REACH), item.cue + 1)
        return not any(name.sort is NameKind.PERSON for name in named)

    def _opens_with_act(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether "it" is the agreement whose making was told: "Signed in 1987, it bans …"."""
        page = self.desk.page
        acts = page.marks.within("acts", sentence.first, sentence.first + 1)
        if not any("participle" in mark.forms for mark in acts):
            return False
        near = page.marks.keyed("grammar", "it", max(sentence.first, cue.first - 3), cue.first)
        return any(page.tokens.words[mark.first - 1] == "," for mark in near)

    def _opens_before_aside(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a sentence opens with "The accord, …," and goes on with a cue."""
        page = self.desk.page
        nouns = agreement_nouns(page, sentence.first, sentence.first + UNDER_GAP)
        if not nouns or cue.first - nouns[0].end > SUBJECT_GAP:
            return False
        words = page.tokens.words
        return words[cue.first - 1] == "," and "," in words[nouns[0].end : nouns[0].end + 2]

    def _whereby(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """A relative clause says what holds: "a deal under which both will …"."""
        desk = self.desk
        first = max(sentence.first, cue.first - SUBJECT_GAP)
        before = desk.agreements.mentions.within(first, cue.first)
        agreement = desk.agreement_of(before[-1]) if before else None
        if agreement is None:
            return None
        bound = desk.bound(agreement, cue.end)
        strong = desk.has_force(cue.end, sentence.end)
        return Frame(agreement, cue.end, sentence.end, cue, None, bound, strong)

    def _is_undergone(self, cue: Mark) -> bool:
        """Tell whether a verb is a passive: "allowed by the Charter", "has been fully marked"."""
        marks, at = self.desk.page.marks, cue.first - 1
        agents = marks.keyed("grammar", "agent", cue.end, cue.end + 1)
        if "passive" in cue.forms or any(agents):
            return True
        helping = marks.keyed("grammar", "be", max(0, at - 2), at)
        adverb = "participle" in cue.forms and self.desk.page.tokens.lower[at].endswith("ly")
        return adverb and any(mark.end == at for mark in helping)

    def _is_noun(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a word that may be a verb is a noun: "its limits", "U.S. demands"."""
        if set(cue.forms) == {"noun"}:
            return True
        page = self.desk.page
        before = max(0, cue.first - 3), cue.first
        if any(mark.end == cue.first for mark in page.marks.keyed("grammar", "it", *before)):
            return False  # "it limits to 36 the number of …"
        if any(mark.end == cue.first for mark in page.marks.keyed("grammar", "article", *before)):
            relative = page.marks.keyed("grammar", "relative", cue.first - 1, cue.first)
            return not any(relative)
        if page.pack.settings.get("modifiers") == "after":
            return False
        if cue.field in NOUN_VERBS and self._lacks_object(sentence, cue):
            return True
        return any(
            name.attributive and name.end == cue.first for name in self.desk.names.within(*before)
        )

    def _lacks_object(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what follows is no object: "the treaty limits no longer apply"."""
        if cue.end >= sentence.end:
            return True
        marks = self.desk.page.marks
        if any(marks.keyed("grammar", "future", cue.first, cue.first + 1)):
            return True  # "set to be announced"
        return any(
            any(marks.keyed("grammar", key, cue.end, cue.end + 1))
            for key in ("negation", "be", "have", "preposition")
        ) or any(
            self.desk.group(mark) == "force"
            for mark in marks.within("clauses", cue.end, cue.end + 1)
        )

    def _article(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """An article says something by itself: "Article 4: if either party …"."""
        if cue.first - sentence.first > UNDER_GAP:
            return self._headed(sentence, cue)
        agreement = self.desk.focus(sentence)
        if agreement is None or self._binds(sentence, cue) or self._is_passing(sentence, cue):
            return None
        strong = tells_duty(self.desk, cue, sentence)
        return Frame(agreement, cue.end, sentence.end, cue, strong=strong)

    def _is_passing(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a word for an article only says where: "provisions in the pact were …"."""
        marks = self.desk.page.marks
        stop = min(sentence.end, cue.end + DUTY_REACH)
        if not any(marks.keyed("grammar", "preposition", cue.end, cue.end + 1)):
            return False
        colon = ":" in self.desk.page.tokens.words[cue.end : stop]
        return not colon and not self.desk.has_force(cue.end, stop)

    def _headed(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """What an agreement holds is listed behind a colon: "… came with conditions: no …"."""
        words = self.desk.page.tokens.words
        if cue.end >= sentence.end - 1 or words[cue.end] != ":":
            return None
        mentions = self.desk.agreements.mentions.within(sentence.first, cue.first)
        found = self.desk.agreement_of(mentions[-1]) if mentions else None
        return Frame(found, cue.end + 1, sentence.end, cue, strong=True) if found else None

    def _binds(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether an article is the subject of a verb that binds: "Article 7 bars both …"."""
        stop = min(sentence.end, cue.end + UNDER_GAP)
        return any(
            mark.key in CUT and not self._is_undergone(mark)
            for mark in self.desk.page.marks.within("clauses", cue.end, stop)
        )

    def _end(self, frame: Frame, later: list[Mark], sentence: Sentence) -> int:
        """End a frame where the next of its kind or a verb of saying begins."""
        end = frame.end
        for mark in later:
            own = mark.key in CUT and mark.first > frame.first + 3
            own = own and not (frame.cue and self._is_joined_deed(frame.cue, mark))
            own = own and not (mark.field in VERBS and self._is_undergone(mark))
            if mark.key == "pledges" and mark.first < end:
                subject = self._pledging(frame, mark)
                if subject is not None:
                    end = subject
                    break
            if mark.key == "contains" and mark.first < end and self._goes_on(frame, mark):
                end = mark.first
                break
            if own and mark.first < end and self._subject(sentence, mark) is not None:
                end = mark.first
                break
        cues = self.desk.cues
        for cue, first in islice(cues, bisect_left(cues, (frame.first + 3, 0)), None):
            if cue >= end:
                break
            if first <= frame.first:
                end = cue
        return max(end, frame.first)

    def _pledging(self, frame: Frame, cue: Mark) -> int | None:
        """Give where another party's pledge begins behind "and": "… and Peru agreed to …"."""
        if frame.cue is None or frame.cue.key != "pledges" or cue.field == "noun_words":
            return None
        named = self.desk.names.within(max(frame.first, cue.first - JOINS_MOST), cue.first)
        if not named or named[-1].end != cue.first or named[-1].attributive:
            return None
        first = named[-1].first
        joins = self.desk.page.marks.keyed("grammar", "and", first - 2, first)
        alone = not any(name.end in {mark.first for mark in joins} for name in named)
        return first if alone and any(mark.end == first for mark in joins) else None
