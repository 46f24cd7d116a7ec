"""Pledges: the parties bind themselves to something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding
from traktat.model.kinds import Force, NameKind
from traktat.reading.frames import Desk, Frame, codes_of, matter_marks, names_agreement, opens_deed
from traktat.reading.provisions.under import UNDER_GAP, Under

PLEDGE_GAP = 4  # tokens between "agreed" and "to": the day may stand between
OWNER = 3  # tokens before "pledge to" in which its owner stands
TALKS_REACH = 5  # tokens from the start of what is pledged in which talks are named
NOUN_BEFORE = ("article", "preposition", "own", "of")
ENVOYS_LOOSE = 2  # tokens between "delegates" and "agreed": "have also"
WE_REACH = 4  # tokens between "we" and "agreed"
CLOSE = 48  # tokens from an agreement to the pledge of one party that is bound by several
LATER = 4  # sentences from the agreement to what was promised in it
AHEAD = -2  # sentences from a pledge to the one that first names its agreement


@dataclass(frozen=True, slots=True)
class Pledges:
    """Finds what the parties pledge; `listed` is the agreement whose rules a list tells."""

    desk: Desk
    listed: AgreementFinding | None = None

    def frame(self, sentence: Sentence, cue: Mark) -> Frame | None:
        """The parties bind themselves: "both countries agreed to …"."""
        desk = self.desk
        first = self._pledged(sentence, cue)
        if first is None or (self.listed is None and desk.is_attitude(sentence, cue)):
            return None
        if self._is_noun(cue) or desk.is_negated(cue) or self._binds_another(cue):
            return None  # who did not promise it is not bound by it
        opens = self._behind_pledge(sentence, cue)
        actors = self._owner(cue) or desk.actors(opens, cue.first)
        actors = actors or desk.actors(cue.end, cue.end + 6)
        if not actors:
            return self._pledge_of_all(sentence, cue, first)
        agreement = self._bound_by(sentence, cue, actors)
        if agreement is None:
            envoys = any(self._envoys(sentence, cue))
            return self._pledge_of_all(sentence, cue, first) if envoys else None
        bearers = tuple(code for code in agreement.parties if code in actors)
        strong = bool(bearers) and self._is_its(sentence, cue, first)
        inside = desk.page.marks.keyed("grammar", "negation", cue.first, cue.end)
        force = Force.SHALL_NOT if any(inside) else Force.SHALL
        return Frame(agreement, first, sentence.end, cue, force, bearers, strong)

    def _binds_another(self, cue: Mark) -> bool:
        """Tell whether a verb names whom it binds: "the pact commits Peru to buying arms"."""
        bound = [name for name in self.desk.names.within(cue.end, cue.end + 1) if codes_of(name)]
        if cue.field != "verbs" or not bound:
            return False
        return any(self.desk.page.marks.keyed("grammar", "purpose", bound[0].end, bound[0].end + 1))

    def _owner(self, cue: Mark) -> tuple[str, ...]:
        """Give whose promise is told of: "Peru's pledge to …", "a Peruvian pledge to …"."""
        if cue.field != "noun_words":
            return ()
        named = self.desk.names.within(max(0, cue.first - OWNER), cue.first)
        codes = [code for name in named if name.attributive for code in codes_of(name)]
        return tuple(dict.fromkeys(codes))

    def _is_noun(self, cue: Mark) -> bool:
        """Tell whether a word that may be a verb is a noun: "the promises that he made"."""
        that = self.desk.page.marks.keyed("grammar", "that", cue.end, cue.end + 1)
        if cue.field != "verbs" or not any(that):
            return False
        before = self.desk.page.marks.within("grammar", max(0, cue.first - 3), cue.first)
        return any(mark.end == cue.first and mark.key in NOUN_BEFORE for mark in before)

    def _behind_pledge(self, sentence: Sentence, cue: Mark) -> int:
        """Give where the subject of a pledge may begin: behind a pledge that "and" joins to it."""
        marks = self.desk.page.marks
        named = self.desk.names.within(max(sentence.first, cue.first - WE_REACH), cue.first)
        if not named or not self._is_beside(named[-1].end, cue.first):
            return sentence.first
        first = named[-1].first
        if "gerund" in cue.forms and any(marks.keyed("grammar", "with", first - 1, first)):
            return first  # ", with Peru agreeing to …"
        turns = marks.within("grammar", max(sentence.first, first - 2), first)
        if any(one.key in ("while", "contrast") and one.end == first for one in turns):
            return first  # ", while Peru agreed to …"
        joins = [one for one in marks.keyed("grammar", "and", first - 2, first) if one.end == first]
        before = self.desk.names.within(sentence.first, first)
        if not joins or any(name.end == joins[0].first for name in before):
            return sentence.first  # "Peru and Chile agreed"
        return first

    def _is_beside(self, first: int, end: int) -> bool:
        """Tell whether nothing but "has" stands between a name and its verb."""
        helping = self.desk.page.marks.within("grammar", first, end)
        return end - first == sum(mark.key == "have" for mark in helping)

    def _is_its(self, sentence: Sentence, cue: Mark, first: int) -> bool:
        """Tell whether a pledge is the agreement's: made under it, or right after it was named."""
        if self.listed is not None:
            return True
        if not opens_deed(self.desk.page, first, sentence.end) or self._is_meeting(first):
            return False
        marks = self.desk.page.marks.keyed("clauses", "under", sentence.first, cue.first)
        if any(Under(self.desk).named_behind(sentence, mark) for mark in marks):
            return True
        if cue.field == "noun_words" and (not self._owner(cue) or self._is_thing(first)):
            return False
        if self._is_persons(sentence, cue):
            return False
        mentions = self.desk.agreements.mentions
        near = mentions.before(cue.first)[-1:] or mentions.items[:1]
        told = self.desk.page.sentence_at(near[0].span.start) if near else None
        behind = sentence.index - told.index if told is not None else AHEAD - 1
        return AHEAD <= behind <= (LATER if self._is_agreed(sentence, cue) else 1)

    def _is_agreed(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether states promised something, no person and no "we": "Peru agreed to …"."""
        named = self.desk.names.within(sentence.first, cue.first)
        if any(name.sort is NameKind.PERSON for name in named):
            return False
        marks, first = self.desk.page.marks, max(0, cue.first - WE_REACH)
        near = (("grammar", "we"), ("grammar", "be"), ("clauses", "stands"))
        if any(mark for file, key in near for mark in marks.keyed(file, key, first, cue.first)):
            return False  # "we committed to …", "is committed to …"
        return cue.field == "words" or "past" in cue.forms

    def _is_thing(self, first: int) -> bool:
        """Tell whether a thing stands where a deed may: "its commitment to peace is strong"."""
        behind = self.desk.page.marks.within("grammar", first + 1, first + 2)
        return any(mark.key in ("be", "have", "and") for mark in behind)

    def _is_persons(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether one person alone makes a pledge: "the president promised …"."""
        names = self.desk.names.within(sentence.first, cue.first)
        return bool(names) and names[-1].sort is NameKind.PERSON

    def _is_meeting(self, first: int) -> bool:
        """Tell whether what is pledged is to talk: that is no rule of an agreement."""
        acts = self.desk.page.marks.within("acts", first, first + TALKS_REACH)
        return any(mark.field == "talks" for mark in acts)

    def _pledge_of_all(self, sentence: Sentence, cue: Mark, first: int) -> Frame | None:
        """All who are bound pledge something: "the parties agreed to …"."""
        marks = self.desk.page.marks
        roles = chain(
            marks.keyed("clauses", "party", sentence.first, cue.first),
            marks.keyed("grammar", "both", sentence.first, cue.first),
            marks.keyed("grammar", "they", sentence.first, sentence.first + 1),
            marks.keyed("grammar", "we", max(sentence.first, cue.first - WE_REACH), cue.first),
            self._envoys(sentence, cue),
        )
        role = next(roles, None)
        agreement = self.desk.lately(sentence) if role else None
        if agreement is None or role is None:
            return None
        if role.key == "we" and any(marks.keyed("clauses", "procedure", first, first + 1)):
            return None
        strong = self._is_its(sentence, cue, first)
        return Frame(
            agreement, first, sentence.end, cue, Force.SHALL, agreement.parties, strong=strong
        )

    def _envoys(self, sentence: Sentence, cue: Mark) -> Iterator[Mark]:
        """Give those who agree for their states, right before a verb: "delegates also agreed"."""
        start = max(sentence.first, cue.first - WE_REACH)
        for mark in self.desk.page.marks.keyed("clauses", "envoys", start, cue.first):
            if cue.first - mark.end <= ENVOYS_LOOSE:
                yield mark

    def _pledged(self, sentence: Sentence, cue: Mark) -> int | None:
        """Give where what is pledged begins; None where it is the agreement itself.

        A verb that is inflected needs its "to" or "that", with a day between them at most.
        """
        first = self._linked(sentence, cue) if cue.field == "verbs" else self._placed(sentence, cue)
        if first is None:
            return None
        if self.desk.is_act(first, sentence.end) or self.desk.is_paper(first):
            return None
        stop = min(sentence.end, first + UNDER_GAP + 1)
        matter = next(iter(matter_marks(self.desk.page, first, sentence.end)), None)
        if matter is not None:
            stop = min(stop, matter.first)
        return None if self.desk.names_agreement(first, stop) else first

    def _linked(self, sentence: Sentence, cue: Mark) -> int | None:
        marks = self.desk.page.marks
        first = self._past_agreement(sentence, self._past_partner(cue.end))
        stop = min(sentence.end, first + PLEDGE_GAP)
        for mark in marks.within("grammar", first, stop):
            if mark.key in ("purpose", "that"):
                return mark.end
        return None

    def _placed(self, sentence: Sentence, cue: Mark) -> int:
        """Go past "in the pact to" behind a phrase: "berkomitmen dalam pakta itu untuk …"."""
        past = self._past_agreement(sentence, cue.end)
        links = self.desk.page.marks.within("grammar", past, min(sentence.end, past + 2))
        ends = [mark.end for mark in links if mark.key in ("purpose", "that")]
        return ends[0] if ends and past > cue.end else cue.end

    def _past_partner(self, token: int) -> int:
        """Go past whom somebody agrees with: "agreed with Peru to …"."""
        for link in self.desk.page.marks.keyed("grammar", "with", token, token + 1):
            for name in self.desk.names.within(link.end, link.end + 2):
                if not name.attributive:
                    return name.end
        return token

    def _past_agreement(self, sentence: Sentence, token: int) -> int:
        """Go past the agreement a pledge stands in: "promised in the 2014 pact with Peru to …"."""
        for link in self.desk.page.marks.keyed("clauses", "under", token, token + 1):
            named = Under(self.desk).named_behind(sentence, link)
            if link.first == token and named is not None:
                return self._past_partner(self.desk.past_parties(named[1], sentence.end))
        if any(self.desk.page.marks.keyed("grammar", "purpose", token, token + 1)):
            return token
        stop = min(sentence.end, token + UNDER_GAP)
        mentions = self.desk.agreements.mentions.within(token, stop + UNDER_GAP)
        for link in self.desk.page.marks.keyed("grammar", "in", token, stop):
            for mention in mentions:
                if 0 <= mention.first - link.end <= UNDER_GAP:
                    return mention.end
        return token

    def _bound_by(
        self, sentence: Sentence, cue: Mark, actors: tuple[str, ...]
    ) -> AgreementFinding | None:
        """Find the agreement these actors bind themselves by: named near, or theirs alone."""
        desk = self.desk
        if self.listed is not None and set(actors) & set(self.listed.parties):
            return self.listed
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
        close = recent and cue.first - recent[-1].end <= CLOSE
        return focus if named or close or len(theirs) == 1 else None
