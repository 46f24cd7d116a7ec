"""Plain deeds: rules told without a modal verb: "Juba pays a fee", "sanctions are lifted".

Where a text shows its tenses a plain present tells what holds; where it does not, what is done
right behind the making of an agreement, or among its rules, with nothing that dates it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.lexicon import Entry
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import CONCLUSION, Force, NameKind
from traktat.reading.frames import (
    Desk,
    Frame,
    active_prefixes,
    codes_of,
    passive_prefixes,
    plain_verbs,
)
from traktat.reading.provisions.standings import is_measured, stands
from traktat.reading.provisions.under import Under

SUBJECT_MOST = 12  # tokens of the subject of a plain deed
PEOPLE_MOST = 3  # tokens of a subject that names people
SUBJECT_LOOSE = 2  # tokens between a subject and its verb: "also", "each"
NAME_MOST = 4  # tokens of a name before "and"
BE_REACH = 3  # tokens between "are" and what is done: "are gradually lifted"
SHORTEST = 6  # letters of a verb that its first letters show
COUNTED = 3  # sentences from an agreement to those of its points that are counted
DUE = 7  # tokens between "no later than" and the year
YEAR = 4  # digits of a year
BEHIND = 2  # tokens behind a verb at least
BREAKS = ",;:-–—•"
LOOSE = "loose_verbs"
LOOSE_WORDS = "loose_words"
OUTLOOKS = ("outlook_words", "outlook_verbs", "being_words")
TALKS = ("talks", "called_verbs", "called_words", "lack_words", "wished_verbs", *OUTLOOKS)
STANDS = "befalls"
LIMITS = ("forbids", "permits")
"""Verbs whose passive tells what holds by an agreement: "each side is limited to …"."""

NOBODY = ("he", "they", "we", "i", "you", "it", "relative", "perfect", "progressive", "was", "have")
"""Words of grammar that make of a clause no rule: who they are, or what has been, is not told."""

ANY = Entry("clauses", "deed", "verbs")
"""What a verb that no list holds stands for."""

ACTORS = (NameKind.PERSON, NameKind.ORGAN, NameKind.AGENCY)
OBJECTS = ("article", "own", "definite", "each_other")
FORMS = ("present", "bare", "participle", "active", "passive")
FINITE = ("present", "bare", "active")


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause whose plain verb tells what parties do or a thing undergoes.

    A `slight` one is a rule only among others; `subject` tells that parties or a thing are named.
    """

    verb: Mark
    first: int
    bearers: tuple[str, ...]
    passive: bool
    slight: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class PlainDeeds:
    """Finds the clauses of a sentence that tell what is done by an agreement.

    `going_on` is the agreement whose rules the sentence right before told, `listed` the one
    whose rules the list tells in which a sentence stands.
    """

    desk: Desk
    going_on: AgreementFinding | None = None
    listed: AgreementFinding | None = None

    def frames(self, sentence: Sentence) -> Iterator[Frame]:
        """Give a frame for each clause whose plain verb tells a rule."""
        verbs = [mark for mark in self.desk.page.marks.of("clauses", sentence) if _is_deed(mark)]
        if not verbs:
            yield from self._unlisted(sentence)
            yield from self._pointed(sentence)
            return
        agreement, sure = self._agreement(sentence)
        if agreement is None or self._is_told_of(sentence, sure=sure):
            return
        deeds = list(self._deeds(sentence, agreement, verbs))
        if not deeds:
            yield from self._pointed(sentence)
            return
        ends = [deed.first for deed in deeds[1:]] + [sentence.end]
        sure = sure or sum(deed.subject for deed in deeds) > 1
        for deed, end in zip(deeds, ends, strict=True):
            verb = deed.verb
            if deed.slight and not sure:
                continue
            if end - verb.end >= BEHIND or deed.passive:
                sure = True  # what goes on behind it is told of the agreement too
                force = Force(self.desk.setting(verb, "value") or "will")
                start = deed.first if deed.passive else verb.end
                stop = max(end, verb.end)
                bound = self._givers(agreement, deed)
                yield Frame(agreement, start, stop, verb, force, bound, strong=True)

    def _givers(self, agreement: AgreementFinding, deed: Deed) -> tuple[str, ...]:
        """Give who is bound: what one party gets the others give."""
        at = deed.verb.first
        gets = self.desk.page.marks.keyed("clauses", "receives", at, at + 1)
        if not gets or deed.passive:
            return deed.bearers
        others = tuple(code for code in agreement.parties if code not in deed.bearers)
        return others if others and deed.bearers else deed.bearers

    def _unlisted(self, sentence: Sentence) -> Iterator[Frame]:
        """A party does anything right behind "in the pact": "Dalam pakta itu, Peru memasok …".

        Only where a language shows its verbs by what it puts before them.
        """
        desk, prefixes = self.desk, active_prefixes(self.desk.page)
        opening = desk.page.marks.keyed("clauses", "under", sentence.first, sentence.first + 1)
        found = Under(desk).named_behind(sentence, opening[0]) if prefixes and opening else None
        if found is None or self._is_told_of(sentence, sure=True):
            return
        agreement, at = found
        at += at < sentence.end and desk.page.tokens.words[at] == ","
        named = [name for name in desk.names.within(at, at + 1) if not name.attributive]
        bearers = tuple(
            code for code in agreement.parties for name in named if code in codes_of(name)
        )
        if not bearers or named[0].end >= sentence.end - BEHIND:
            return
        verb = self._any_verb(named[0].end, sentence, opening[0].entry)
        if verb is not None:
            bound = self._givers(agreement, Deed(verb, verb.first, bearers, False, False, True))
            yield Frame(agreement, verb.end, sentence.end, verb, None, bound, strong=True)

    def _any_verb(self, at: int, sentence: Sentence, entry: Entry) -> Mark | None:
        """Give a verb of doing that stands at a token, whichever it is; none of saying."""
        desk = self.desk
        told = desk.page.marks.within("statements", at, at + 1)
        word = desk.page.tokens.lower[at]
        shown = len(word) >= SHORTEST and word.startswith(active_prefixes(desk.page))
        if told or not (shown or word in plain_verbs(desk.page.pack)):
            return None
        return None if desk.is_act(at, sentence.end) else Mark(at, at + 1, entry, ("active",))

    def _pointed(self, sentence: Sentence) -> Iterator[Frame]:
        """A party does anything in a list of rules: "Di selatan, Peru mengelola bandara itu"."""
        desk, agreement = self.desk, self.listed
        if agreement is None or not active_prefixes(desk.page):
            return
        if self._is_told_of(sentence, sure=True) or desk.has_force(sentence.first, sentence.end):
            return
        for name in desk.names.within(sentence.first, sentence.end):
            bearers = tuple(code for code in agreement.parties if code in codes_of(name))
            at = name.first
            opens = at == sentence.first or desk.page.tokens.words[at - 1] == ","
            if not bearers or name.attributive or name.end >= sentence.end - BEHIND or not opens:
                continue
            verb = self._any_verb(name.end, sentence, ANY)
            if verb is not None:
                yield Frame(agreement, verb.end, sentence.end, verb, None, bearers, strong=True)
            return

    def _deeds(
        self, sentence: Sentence, agreement: AgreementFinding, verbs: list[Mark]
    ) -> Iterator[Deed]:
        """Give what the clauses of a sentence tell of parties or things."""
        desk, last = self.desk, -1
        held: tuple[str, ...] | None = None
        for verb in verbs:
            first = self._clause_start(sentence, verb)
            if verb.first <= last or not desk.page.tokens.words[verb.first].islower():
                continue
            if desk.is_hoped(sentence.first, verb.first):
                continue
            passive = self._is_passive(verb, first)
            people = not passive and self._is_people(first, verb)
            bearers = self._bearers(agreement, first, verb, held, passive=passive)
            bearers = () if bearers is None and people else bearers
            thing = not passive and stands(desk, first, verb)
            if verb.key == STANDS:
                bearers = () if thing else None
            if bearers is None or desk.is_act(verb.first, sentence.end):
                continue
            slight = (people or verb.field == LOOSE) if not thing else not is_measured(desk, verb)
            passive = passive or thing  # what befalls a thing is told of it
            yield Deed(verb, first, bearers, passive, slight, verb.first > first and not people)
            held, last = bearers, verb.end

    def clause_of(self, sentence: Sentence, frame: Frame) -> tuple[int, int]:
        """Give the tokens of the clause of a frame, with its subject."""
        cue = frame.cue
        return (self._clause_start(sentence, cue) if cue else frame.first), frame.end

    def _agreement(self, sentence: Sentence) -> tuple[AgreementFinding | None, bool]:
        """Give the agreement whose rules a sentence may tell, and whether it is sure to."""
        if self.listed is not None:
            return self.listed, True
        for cue in self.desk.page.marks.keyed("clauses", "under", sentence.first, sentence.end):
            if cue.field == LOOSE_WORDS and cue.first > sentence.first:
                continue
            found = Under(self.desk).named_behind(sentence, cue)
            if found is not None:
                return found[0], True
        if self.going_on is not None:
            return self.going_on, True
        if self._is_counted(sentence):
            return self.desk.lately(sentence, COUNTED), True
        return self._just_made(sentence), False

    def _is_counted(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is one of several that are counted: "First, prisoners are …"."""
        page, first = self.desk.page, sentence.first
        ordinals = page.marks.keyed("grammar", "ordinal", first, first + 1)
        return any(
            mark.end < sentence.end and page.tokens.words[mark.end] == "," for mark in ordinals
        )

    def _just_made(self, sentence: Sentence) -> AgreementFinding | None:
        """Give the agreement whose making the sentence right before told."""
        if sentence.index == 0:
            return None
        desk = self.desk
        before = desk.page.sentences[sentence.index - 1]
        mentions = desk.agreements.mentions.within(before.first, before.end)
        if not mentions:
            return None
        acts = desk.page.marks.of("acts", before)
        if any(mark.field in TALKS for mark in acts):
            return None
        made = any(
            mark.key in CONCLUSION and (mark.forms or mark.field == "words") for mark in acts
        )
        return desk.agreement_of(mentions[-1]) if made else None

    def _is_told_of(self, sentence: Sentence, *, sure: bool) -> bool:
        """Tell whether somebody speaks in a sentence, or a day makes of it what happened."""
        desk = self.desk
        spoken = [
            *desk.utterances.over(sentence.first),
            *desk.utterances.within(sentence.first, sentence.end),
        ]
        if any(item.finding.speaker != "DOC" for item in spoken):
            return True
        if sure and not passive_prefixes(desk.page):
            return False
        page = desk.page
        days = page.pack.entry("dates", "weekday").get("values", {})
        lower, told = page.tokens.lower, False
        for at in range(sentence.first, sentence.end):
            year = len(lower[at]) == YEAR and lower[at].isdecimal()
            told = told or ((year or lower[at] in days) and not (sure and self._is_due(at)))
        return told

    def _is_due(self, at: int) -> bool:
        """Tell whether a day is one by which something is to be done: "by 31 December 2005"."""
        marks = self.desk.page.marks
        first = max(0, at - DUE)
        keys = ("deadline", "until")
        return any(any(marks.keyed("grammar", key, first, at)) for key in keys)

    def _clause_start(self, sentence: Sentence, verb: Mark) -> int:
        """Give where the clause of a verb begins: behind the last comma, colon or "and"."""
        page, first = self.desk.page, sentence.first
        words = page.tokens.words
        joins = {
            mark.end
            for mark in page.marks.keyed("grammar", "and", first, verb.first)
            if not self._joins_names(mark)
        }
        breaks = [
            at
            for at in range(first + 1, verb.first + 1)
            if at in joins or (words[at - 1] in BREAKS and not words[at][0].isdecimal())
        ]
        return breaks[-1] if breaks else first

    def _joins_names(self, join: Mark) -> bool:
        """Tell whether "and" stands between two names: both are one subject."""
        names = self.desk.names.within(max(0, join.first - NAME_MOST), join.end + 1)
        return any(name.end == join.first for name in names) and any(
            name.first == join.end for name in names
        )

    def _bearers(
        self,
        agreement: AgreementFinding,
        first: int,
        verb: Mark,
        held: tuple[str, ...] | None,
        *,
        passive: bool,
    ) -> tuple[str, ...] | None:
        """Give who does what a clause tells; none named where a thing undergoes it."""
        desk, at = self.desk, verb.first
        marks = desk.page.marks.within("grammar", first, at)
        if any(mark.key in NOBODY for mark in marks) or at - first > SUBJECT_MOST:
            return None
        if desk.has_force(first, at) or desk.names_agreement(first, at):
            return None
        names = [name for name in desk.names.within(first, at) if not name.attributive]
        if any(name.sort in ACTORS for name in names):
            return None
        if passive:
            return self._party(agreement, first, verb) or ()
        if not _is_finite(verb) or any(mark.key == "purpose" for mark in marks):
            return None
        if first == at or (held is not None and at - first <= 1 and not names):
            return held
        return self._party(agreement, first, verb)

    def _is_people(self, first: int, verb: Mark) -> bool:
        """Tell whether a plain noun is all the subject: "rebels", "the militants"."""
        page, end = self.desk.page, verb.first
        if verb.field == LOOSE or not self._has_object(verb):
            return False
        if not 0 < end - first <= PEOPLE_MOST or any(self.desk.names.within(first, end)):
            return False
        last = page.tokens.words[end - 1]
        if not last.isalpha() or any(page.marks.within("grammar", end - 1, end)):
            return False
        known = page.marks.within("offices", first, end)
        return not known and not any(page.marks.within("clauses", end - 1, end))

    def _has_object(self, verb: Mark) -> bool:
        """Tell whether a verb shows itself by what follows: "free the hostages", no "price cut"."""
        if "active" in verb.forms:
            return True
        marks = self.desk.page.marks.within("grammar", verb.end, verb.end + 1)
        word = self.desk.page.tokens.words[verb.end : verb.end + 1]
        return any(mark.key in OBJECTS for mark in marks) or any(one[0].isdecimal() for one in word)

    def _party(self, agreement: AgreementFinding, first: int, verb: Mark) -> tuple[str, ...] | None:
        """Give the parties that are the subject of a verb, by name or by role."""
        desk, at = self.desk, verb.first
        names = [name for name in desk.names.within(first, at) if not name.attributive]
        if names and at - names[-1].end <= SUBJECT_LOOSE:
            codes = {code for name in names for code in codes_of(name)}
            bound = tuple(code for code in agreement.parties if code in codes)
            return bound or None
        marks = desk.page.marks
        for file, key in (("clauses", "party"), ("grammar", "both")):
            for mark in marks.keyed(file, key, first, at):
                if 0 <= at - mark.end <= SUBJECT_LOOSE + 1:
                    return agreement.parties
        return None

    def _is_passive(self, verb: Mark, first: int) -> bool:
        """Tell whether something undergoes a verb now: "are cut", "dipangkas", no "was cut"."""
        if "passive" in verb.forms:
            return verb.first > first
        if "participle" not in verb.forms:
            return False
        start = max(first, verb.first - BE_REACH)
        be = self.desk.page.marks.keyed("grammar", "be", start, verb.first)
        return bool(be) and be[0].first > first


def _is_deed(mark: Mark) -> bool:
    """Tell whether a word is a plain verb of doing: of the present, or of what is undergone."""
    if mark.key in LIMITS:
        return bool({"participle", "passive"} & set(mark.forms))
    if mark.key == STANDS:
        return bool({"present", "bare"} & set(mark.forms))
    if mark.key != "deed":
        return False
    return not mark.forms or any(form in FORMS for form in mark.forms)


def _is_finite(verb: Mark) -> bool:
    """Tell whether a verb may be a plain present; a word with no forms of its own may."""
    return not verb.forms or any(form in FINITE for form in verb.forms)
