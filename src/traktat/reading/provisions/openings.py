"""Frames that a word opens: the agreement obliges, the parties pledge, something holds under it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import (
    Desk,
    Frame,
    agreement_nouns,
    matter_marks,
    names_agreement,
    opens_deed,
)
from traktat.reading.provisions.doubts import is_led_away

SUBJECT_GAP = 24  # tokens between an agreement and what it does: its signing may be told between
HEAD_GAP = 2  # words between an agreement and the "that" of a clause about it, names aside
HOPE_REACH = 6  # tokens before a verb in which "is expected to" makes it a hope
TALKS_GAP = 3  # tokens between "talks" and the agreement they are about
UNDER_GAP = 3  # tokens between "under" and the agreement
LOOSE_END = 3  # tokens behind the last phrase of a sentence
PLEDGE_GAP = 4  # tokens between "agreed" and "to": the day may stand between
DUTY_REACH = 10  # tokens behind "states that" in which somebody "shall" do something
JOINS = ("with", "between", "and", "definite", "article", "both")
VERBS = ("verbs", "noun_verbs", "rule_verbs")
RULES = ("rule_verbs", "rule_words")
LOOSE = "loose_words"
CUT = ("obliges", "forbids", "permits")
"""Frames that end the one before them."""

BINDING = ("obliges", "pledges", "under", "whereby")
"""Frames whose deeds may be told by verbs that open frames elsewhere."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Finds the frames that words of the pack open."""

    desk: Desk

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give the frames of a sentence, in the order of their cues."""
        desk = self.desk
        marks = desk.page.marks.of("clauses", sentence)
        cues = [mark for mark in marks if desk.group(mark) == "frame"]
        last: Frame | None = None
        for at, cue in enumerate(cues):
            if last and self._belongs_to(sentence, last, cue):
                continue
            frame = self._frame(sentence, cue)
            if frame is not None:
                frame = replace(frame, end=self._end(frame, cues[at + 1 :], sentence))
                last = frame if frame.first < frame.end else last
                yield frame

    def _belongs_to(self, sentence: Sentence, frame: Frame, cue: Mark) -> bool:
        """Tell whether a cue is what the frame before is about: "obliges X to cut …".

        So is what "to" or "and" joins to that: "requires Peru to close it and to allow checks".
        """
        if frame.end <= cue.first or self._stands_in(sentence, cue, gap=1):
            return False
        if cue.key == "contains":
            return True
        return frame.cue is not None and self._is_joined_deed(frame.cue, cue)

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
            return self._under(sentence, cue)
        if cue.key == "pledges":
            return self._pledge(sentence, cue)
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
        if self._is_about_agreement(sentence, cue) or is_led_away(desk, cue):
            return None
        force = Force(desk.setting(cue, "value") or "will")
        bound = desk.bound(found, cue.end)
        strong = cue.key in CUT or cue.field in RULES or self._tells_duty(cue, sentence)
        return Frame(found, cue.end, sentence.end, cue, force, bound, strong, own=True)

    def _tells_duty(self, cue: Mark, sentence: Sentence) -> bool:
        """Tell whether an agreement says that somebody shall do something: "states that … must"."""
        if cue.key not in ("contains", "article"):
            return False
        stop = min(sentence.end, cue.end + DUTY_REACH)
        return any(
            mark.key in ("shall", "may") and self.desk.group(mark) == "force"
            for mark in self.desk.page.marks.within("clauses", cue.end, stop)
        )

    def _is_about_agreement(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what follows a verb is an agreement, not a rule: "to give the pact …"."""
        stop = min(sentence.end, cue.end + UNDER_GAP)
        matter = next(iter(matter_marks(self.desk.page, cue.end, stop)), None)
        nouns = agreement_nouns(self.desk.page, cue.end, matter.first if matter else stop)
        return bool(nouns) and self._is_definite(cue.end, nouns[0])

    def _subject(self, sentence: Sentence, cue: Mark) -> AgreementFinding | None:
        desk = self.desk
        first = max(sentence.first, cue.first - SUBJECT_GAP)
        before = [
            mention
            for mention in desk.agreements.mentions.within(first, cue.first)
            if mention.end <= cue.first
        ]
        if before and not desk.spoken_between(before[-1].end, cue.first):
            apart = self._has_other_head(before[-1].end, cue)
            apart = apart or desk.is_hoped(max(before[-1].end, cue.first - HOPE_REACH), cue.first)
            apart = apart or self._is_talked_of(before[-1].first)
            return None if apart else desk.agreement_of(before[-1])
        return desk.focus(sentence) if self._stands_in(sentence, cue) else None

    def _has_other_head(self, end: int, cue: Mark) -> bool:
        """Tell whether a relative clause is about something else than the agreement before it.

        "The pact came after a law that bans …": what bans is the law.
        """
        marks = self.desk.page.marks
        near = [
            mark
            for mark in marks.keyed("grammar", "relative", cue.first - 3, cue.first)
            if mark.end <= cue.first
        ]
        return bool(near) and self._others(end, near[-1].first) > HEAD_GAP

    def _others(self, first: int, end: int) -> int:
        """Count the words between two tokens that neither name somebody nor join words."""
        page = self.desk.page
        marks = page.marks.within("grammar", first, end)
        places = [(mark.first, mark.end) for mark in marks if mark.key in JOINS]
        places += [(name.first, name.end) for name in self.desk.names.within(first, end)]
        passed = {token for place in places for token in range(*place)}
        words = page.tokens.words
        return sum(at not in passed and words[at].isalpha() for at in range(first, end))

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
            *agreement_nouns(page, start, cue.first),
        ]
        if any(mark.end <= cue.first and cue.first - mark.end <= gap for mark in nouns):
            return True
        if gap > 1 and self._opens_before_aside(sentence, cue):
            return True
        opens = sentence.first + 1
        return any(page.marks.keyed("grammar", "it", sentence.first, opens)) and (
            cue.first - opens <= UNDER_GAP
        )

    def _opens_before_aside(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a sentence opens with "The accord, …," and goes on with a cue."""
        page = self.desk.page
        nouns = agreement_nouns(page, sentence.first, sentence.first + UNDER_GAP)
        if not nouns or cue.first - nouns[0].end > SUBJECT_GAP:
            return False
        words = page.tokens.words
        return words[cue.first - 1] == "," and "," in words[nouns[0].end : nouns[0].end + 2]

    def _under(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """Something holds under an agreement: "under the pact, both will …"."""
        desk = self.desk
        found = self._named_behind(sentence, cue)
        if found is None:
            return None
        agreement, behind = found
        for first, end in self._sides(sentence, cue, self._past_aside(behind, sentence)):
            told = any(desk.page.marks.within("clauses", first, end))
            if first < cue.first:
                told = self._acts_before(agreement, cue, first)
            if told or (first > cue.first and any(matter_marks(desk.page, first, end))):
                bound = desk.bound(agreement, first)
                opens = cue.first == sentence.first or (first < cue.first and bool(bound))
                strong = opens and desk.has_force(first, end)
                return Frame(agreement, first, end, cue, None, bound, strong)
        return None

    def _acts_before(self, agreement: AgreementFinding, cue: Mark, first: int) -> bool:
        """Tell whether what stands before "in the accord" is a rule: "Peru gave up … in it"."""
        desk = self.desk
        marks = desk.page.marks.within("clauses", first, cue.first)
        forces = [mark for mark in marks if desk.group(mark) == "force"]
        if forces:
            return not (forces[0].key == "shall" and desk.is_negated(forces[0]))
        return bool(desk.bound(agreement, first)) and any(matter_marks(desk.page, first, cue.first))

    def _past_aside(self, token: int, sentence: Sentence) -> int:
        """Go past a relative clause on the agreement: "under the pact, which was signed in …,"."""
        page = self.desk.page
        if token + 1 >= sentence.end or page.tokens.words[token] != ",":
            return token
        if not any(page.marks.keyed("grammar", "relative", token + 1, token + 2)):
            return token
        words = page.tokens.words
        return next((at for at in range(token + 1, sentence.end) if words[at] == ","), sentence.end)

    def _sides(self, sentence: Sentence, cue: Mark, named_to: int) -> Iterator[tuple[int, int]]:
        """Give where the rule may stand: behind "under the pact", before it if that ends a clause.

        Where the phrase opens its clause only what follows is its rule.
        """
        start, stop = self._clause(sentence, cue)
        if stop - named_to <= LOOSE_END:
            yield start, cue.first
        elif cue.field == LOOSE and self._is_passing(cue, start, named_to):
            return  # "the tariffs in the accord that were …": no rule hangs on so slight a word
        elif cue.first - start <= 1 or self._opens_clause(cue):
            yield named_to, sentence.end
        elif self.desk.has_force(start, cue.first):
            yield start, stop
        else:
            yield named_to, sentence.end

    def _is_passing(self, cue: Mark, start: int, named_to: int) -> bool:
        """Tell whether "in the accord" stands within a clause and belongs to no pledge."""
        marks = self.desk.page.marks
        if cue.first == start or self._opens_clause(cue):
            return False
        pledges = marks.keyed("clauses", "pledges", max(0, cue.first - 3), cue.first)
        if any(mark.end == cue.first for mark in pledges):
            return False
        return not any(marks.keyed("grammar", "purpose", named_to, named_to + 1))

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
        """Tell whether a verb is a passive that says by whom: "as allowed by the Charter"."""
        agents = self.desk.page.marks.keyed("grammar", "agent", cue.end, cue.end + 1)
        return "passive" in cue.forms or any(agents)

    def _is_noun(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a word that may be a verb is a noun: "its limits", "U.S. demands"."""
        if set(cue.forms) == {"noun"}:
            return True
        page = self.desk.page
        before = max(0, cue.first - 3), cue.first
        if any(mark.end == cue.first for mark in page.marks.keyed("grammar", "article", *before)):
            relative = page.marks.keyed("grammar", "relative", cue.first - 1, cue.first)
            return not any(relative)
        if page.pack.settings.get("modifiers") == "after":
            return False
        if cue.field == "noun_verbs" and self._lacks_object(sentence, cue):
            return True
        return any(
            name.attributive and name.end == cue.first for name in self.desk.names.within(*before)
        )

    def _lacks_object(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether what follows is no object: "the treaty limits no longer apply"."""
        if cue.end >= sentence.end:
            return True
        marks = self.desk.page.marks
        return any(
            any(marks.keyed("grammar", key, cue.end, cue.end + 1))
            for key in ("negation", "be", "have", "preposition")
        ) or any(
            self.desk.group(mark) == "force"
            for mark in marks.within("clauses", cue.end, cue.end + 1)
        )

    def _named_behind(self, sentence: Sentence, cue: Mark) -> tuple[AgreementFinding, int] | None:
        """Give the agreement named right behind a cue and where its name ends.

        A noun for agreements that the report clusters with none is the one spoken of.
        """
        desk = self.desk
        near = desk.agreements.mentions.within(cue.end, cue.end + UNDER_GAP)
        if near:
            found, end = desk.agreement_of(near[0]), near[0].end
        elif terms := list(desk.page.marks.keyed("clauses", "article", cue.end, cue.end + 2)):
            found, end = desk.lately(sentence), terms[0].end
        else:
            nouns = agreement_nouns(desk.page, cue.end, cue.end + UNDER_GAP)
            if not nouns or not self._is_definite(cue.end, nouns[0]):
                return None
            found, end = desk.focus(sentence), nouns[0].end
        return (found, end) if found else None

    def _is_definite(self, first: int, noun: Mark) -> bool:
        """Tell whether a noun is one that was named before: "the accord", "kesepakatan itu"."""
        return any(
            mark.end == noun.first or mark.first == noun.end
            for mark in self.desk.page.marks.keyed("grammar", "definite", first, noun.end + 1)
        )

    def _pledge(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """The parties bind themselves: "both countries agreed to …"."""
        desk = self.desk
        first = self._pledged(sentence, cue)
        if first is None or desk.is_negated(cue):  # who did not promise it is not bound by it
            return None
        actors = desk.actors(sentence.first, cue.first) or desk.actors(cue.end, cue.end + 6)
        if not actors:
            return self._pledge_of_all(sentence, cue, first)
        agreement = self._bound_by(sentence, cue, actors)
        if agreement is None:
            return None
        bearers = tuple(code for code in agreement.parties if code in actors)
        strong = bool(bearers) and self._is_its(sentence, cue, first)
        inside = desk.page.marks.keyed("grammar", "negation", cue.first, cue.end)
        force = Force.SHALL_NOT if any(inside) else Force.SHALL
        return Frame(agreement, first, sentence.end, cue, force, bearers, strong)

    def _is_its(self, sentence: Sentence, cue: Mark, first: int) -> bool:
        """Tell whether a pledge is the agreement's: made under it, or right after it was named."""
        if not opens_deed(self.desk.page, first, sentence.end) or self._is_meeting(first):
            return False
        marks = self.desk.page.marks.keyed("clauses", "under", sentence.first, cue.first)
        if any(self._named_behind(sentence, mark) for mark in marks):
            return True
        if cue.field == "noun_words" or self._is_persons(sentence, cue):
            return False
        near = self.desk.agreements.mentions.before(cue.first)
        told = self.desk.page.sentence_at(near[-1].span.start) if near else None
        return told is not None and sentence.index - told.index <= 1

    def _is_persons(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether one person alone makes a pledge: "the president promised …"."""
        names = self.desk.names.within(sentence.first, cue.first)
        return bool(names) and names[-1].sort is NameKind.PERSON

    def _is_meeting(self, first: int) -> bool:
        """Tell whether what is pledged is to talk: that is no rule of an agreement."""
        acts = self.desk.page.marks.within("acts", first, first + TALKS_GAP + 2)
        return any(mark.field == "talks" for mark in acts)

    def _pledge_of_all(self, sentence: Sentence, cue: Mark, first: int) -> Frame | None:
        """All who are bound pledge something: "the parties agreed to …"."""
        marks = self.desk.page.marks
        roles = chain(
            marks.keyed("clauses", "party", sentence.first, cue.first),
            marks.keyed("grammar", "both", sentence.first, cue.first),
            marks.keyed("grammar", "they", sentence.first, sentence.first + 1),
        )
        agreement = self.desk.lately(sentence) if any(roles) else None
        if agreement is None:
            return None
        strong = self._is_its(sentence, cue, first)
        return Frame(
            agreement, first, sentence.end, cue, Force.SHALL, agreement.parties, strong=strong
        )

    def _pledged(self, sentence: Sentence, cue: Mark) -> int | None:
        """Give where what is pledged begins; None where it is the agreement itself.

        A verb that is inflected needs its "to" or "that", with a day between them at most.
        """
        first = self._linked(sentence, cue) if cue.field == "verbs" else cue.end
        if first is None:
            return None
        if self.desk.is_act(first, sentence.end):
            return None
        stop = min(sentence.end, first + UNDER_GAP + 1)
        matter = next(iter(matter_marks(self.desk.page, first, sentence.end)), None)
        if matter is not None:
            stop = min(stop, matter.first)
        return None if self.desk.names_agreement(first, stop) else first

    def _linked(self, sentence: Sentence, cue: Mark) -> int | None:
        marks = self.desk.page.marks
        stop = min(sentence.end, cue.end + PLEDGE_GAP)
        for mark in marks.within("grammar", cue.end, stop):
            if mark.key in ("purpose", "that"):
                return mark.end
        return None

    def _bound_by(
        self, sentence: Sentence, cue: Mark, actors: tuple[str, ...]
    ) -> AgreementFinding | None:
        """Find the agreement these actors bind themselves by: named near, or theirs alone."""
        desk = self.desk
        for _, agreement in desk.mentioned(sentence):
            if set(actors) & set(agreement.parties):
                return agreement
        focus = desk.focus(sentence)
        joint = [
            finding
            for finding in desk.agreements.findings
            if len(actors) > 1 and set(actors) <= set(finding.parties)
        ]
        if joint:
            return focus if focus in joint else joint[0]
        theirs = [one for one in desk.agreements.findings if set(actors) & set(one.parties)]
        if focus not in theirs:
            return theirs[0] if len(theirs) == 1 else None
        named = names_agreement(desk.page, sentence.first, sentence.end)
        recent = desk.agreements.mentions.before(cue.first)
        close = recent and cue.first - recent[-1].end <= 2 * SUBJECT_GAP
        return focus if named or close or len(theirs) == 1 else None

    def _article(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """An article says something by itself: "Article 4: if either party …"."""
        if cue.first - sentence.first > UNDER_GAP:
            return None
        agreement = self.desk.focus(sentence)
        strong = self._tells_duty(cue, sentence)
        return Frame(agreement, cue.end, sentence.end, cue, strong=strong) if agreement else None

    def _end(self, frame: Frame, later: list[Mark], sentence: Sentence) -> int:
        """End a frame where the next of its kind or a verb of saying begins."""
        end = frame.end
        for mark in later:
            own = mark.key in CUT and mark.first > frame.first + 3
            own = own and not (frame.cue and self._is_joined_deed(frame.cue, mark))
            own = own and not (mark.field in VERBS and self._is_undergone(mark))
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
