"""Parties that a report lists: "the other parties to the accord, A, B and C", "We, the leaders of".

Whoever is listed behind a word for parties is one, though no verb says so; and where several
heads of state speak as "we", what "our ministers" sign is theirs.
"""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import FRAMED, SIGNED, Evidence
from traktat.reading.agreements.groups import Group, Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

_LINK = 3  # tokens of "to the 2015" between "parties" and a phrase
_NOUN_REACH = 4  # tokens of "five remaining" between "the pact's" and "partners"
_COUNT_REACH = 4  # tokens of "the five other" before "parties"
_OPENING = 3  # tokens of "itu, yakni" between a phrase and the list
_OPENERS = frozenset(",:(-–—")
_ENDS = frozenset(".,;:)-–—")
_LEADERS_REACH = 8  # tokens of "leaders of Arctic nations," before the list
_FIRST_SENTENCES = 5  # a statement says at once who "we" are
_SIDES = 2
_SUBJECT = 4  # tokens of "The nine coastal states" that open a sentence
_DIRECTION = 6  # tokens of "back out of the" or "from the 12-nation" between a state and a phrase
_JOINTS = 7  # tokens of ", and from the Veland-era" between two agreements
_OBJECT_REACH = 3  # tokens of "the" between a verb and its object
_SUBJECT_REACH = 9  # tokens of "kesembilan negara penandatangan itu antara lain"
_OPEN_FORMS = frozenset({"treaty", "convention", "protocol", "charter"})  # many join them


class Rosters:
    """Reads the lists of parties of one report."""

    def __init__(self, page: Scan, groups: Groups, roles: WordPlaces) -> None:
        self._page = page
        self._groups = groups
        self._roles = roles
        self._ours: tuple[str, ...] | None = None
        self._mover: tuple[int, tuple[str, ...]] = (-1, ())  # where the last phrase moved from ends

    def read(self, phrase: Phrase, out: Evidence) -> None:
        """Take the list behind a word for parties, or those who speak as "we"."""
        if not out.closed:
            self._behind(phrase, out)
        if not out.codes and out.dealt and not phrase.known:
            self._we(phrase, out)
        if phrase.known or len(out.codes) <= 1 or out.codes == out.partners:
            self._moved(phrase, out)
        if out.many and out.dealt:
            self._listed_next(phrase, out)

    def follow(self, phrase: Phrase, out: Evidence) -> None:
        """Take who did the same: "Norland left the convention in April, followed by Sarvia"."""
        if out.partners or not (phrase.form in _OPEN_FORMS or out.many or out.wide):
            return
        sentence = phrase.sentence
        for mark in self._page.marks.keyed("agreements", "followed", phrase.end, sentence.end):
            for group in self._groups.of(sentence) if out.dealt else ():
                if group.first >= mark.end:
                    out.some += [code for code in group.codes if code not in out.some]
            return

    def next(self, phrase: Phrase, out: Evidence) -> None:
        """Take who they were: "Nine states signed the treaty. They include A, B and C"."""
        at = phrase.sentence.index + 1
        if not (out.many and out.dealt) or out.partners or at >= len(self._page.sentences):
            return
        sentence = self._page.sentences[at]
        first, last = sentence.first, min(sentence.first + _SUBJECT_REACH, sentence.end)
        marks = list(self._page.marks.keyed("agreements", "comprising", first, last))
        if not marks or marks[0].first == first:
            return
        self._roles.load(sentence)
        subject = first, marks[0].first
        if self._roles.has(*subject, "relative"):
            return  # "the states that object include"
        if not self._roles.has(*subject, "nations", "bound", "they", "several"):
            return
        for group in self._groups.of(sentence):
            if 0 <= group.first - marks[0].end <= _OPENING and len(group.codes) >= _SIDES:
                out.some += [code for code in group.codes if code not in out.some]

    def _behind(self, phrase: Phrase, out: Evidence) -> None:
        """Read "the five other parties to the accord - A, B and C", "the pact's partners, A"."""
        noun = self._noun_before(phrase)
        end = phrase.end
        if noun < 0:
            noun, end = self._noun_behind(phrase)
        opens = 0 <= noun - phrase.sentence.first <= _COUNT_REACH
        fronted = opens and self._roles.end(phrase.sentence.first, "of") > 0
        group = self._list(phrase.sentence, end, fronted=fronted) if noun >= 0 else None
        if group is None:
            return
        out.dealt, out.many = True, group.crowded
        first = max(phrase.sentence.first, noun - _COUNT_REACH)
        if self._roles.has(first, end, "remaining", "new", "third"):
            codes = dict.fromkeys((*self._talker(phrase, first), *group.codes))
            out.some += [code for code in codes if code not in out.some]
        else:
            out.close(group.codes, SIGNED)

    def _listed_next(self, phrase: Phrase, out: Evidence) -> None:
        """Read who the many are: "Nine states signed it. The nine are A, B and C"."""
        index = phrase.sentence.index + 1
        if index >= len(self._page.sentences):
            return
        sentence = self._page.sentences[index]
        self._roles.load(sentence)
        last = min(sentence.first + _SUBJECT, sentence.end)
        if not self._roles.has(sentence.first, last, "nations", "bound", "they"):
            return
        for group in self._groups.of(sentence):
            near = last <= group.first <= last + _SUBJECT or group.first <= last
            told = self._roles.has(sentence.first, group.first, "be", "including")
            deeds = self._roles.has(sentence.first, group.first, "dealing")
            if near and told and not deeds and len(group.codes) > _SIDES:
                out.some += [code for code in group.codes if code not in out.some]
            return

    def _talker(self, phrase: Phrase, noun: int) -> tuple[str, ...]:
        """Give who deals with the others: "Norland will talk with the pact's other members"."""
        first = min(noun, phrase.first - _LINK)
        if self._roles.has(max(phrase.sentence.first, first), phrase.first, "with"):
            for group in self._groups.of(phrase.sentence):
                if group.acts and group.end <= phrase.first and len(group.codes) == 1:
                    return group.codes
        return ()

    def _noun_before(self, phrase: Phrase) -> int:
        """Give the token of a word for parties that a phrase belongs to, or -1."""
        lowest = max(phrase.sentence.first, phrase.first - _LINK)
        for at in range(phrase.first, lowest - 1, -1):
            if (found := self._roles.start(at, "bound")) >= phrase.sentence.first:
                return found
            if at and not self._page.tokens.lower[at - 1].isalnum():
                return -1
        return -1

    def _noun_behind(self, phrase: Phrase) -> tuple[int, int]:
        """Give the tokens of a word for parties that a phrase owns: "the pact's other members"."""
        if not self._groups.possesses(phrase.end):
            return -1, 0
        for at in range(phrase.end, min(phrase.end + _NOUN_REACH, phrase.sentence.end)):
            if end := self._roles.end(at, "bound"):
                return at, end
        return -1, 0

    def _list(self, sentence: Sentence, end: int, *, fronted: bool) -> Group | None:
        """Give the names set off behind a token; `fronted`: "Of its signatories, A and B have"."""
        words = self._page.tokens.words
        last = min(end + _OPENING, sentence.end)
        opener = next((at for at in range(end, last) if words[at] in _OPENERS), -1)
        if opener < 0:
            return None
        for group in self._groups.of(sentence):
            if 0 < group.first - opener <= _OPENING:
                closed = fronted or group.end >= sentence.end or words[group.end] in _ENDS
                return group if closed and len(group.codes) >= _SIDES else None
        return None

    def _moved(self, phrase: Phrase, out: Evidence) -> None:
        """Read who is taken in or out: "pulled Norland out of the accord, the pact and …"."""
        end, moved = self._mover
        if end > phrase.sentence.first and self._joins(end, phrase.first):
            self._take_moved(phrase, moved, out)
        for group in self._groups.of(phrase.sentence) if not out.partners else ():
            between = self._page.tokens.words[group.end : phrase.first]
            near = 0 < len(between) <= _DIRECTION and not any(
                word[0].isupper() or word == "," for word in between
            )
            fits = phrase.known or not out.codes or out.codes == group.codes
            if near and fits and len(group.codes) == 1 and group.names[0].sort is NameKind.STATE:
                first = max(phrase.sentence.first, group.first - _OBJECT_REACH)
                if self._roles.has(first, group.first, "moving"):
                    self._take_moved(phrase, group.codes, out)

    def _take_moved(self, phrase: Phrase, moved: tuple[str, ...], out: Evidence) -> None:
        """Note who is taken in or out, for what is listed behind too."""
        self._mover = phrase.end, moved
        out.dealt = True
        if out.partners:
            out.close(tuple(dict.fromkeys((*moved, *out.partners))), FRAMED)
        else:
            out.some += [code for code in moved if code not in out.some]

    def _joins(self, first: int, end: int) -> bool:
        """Tell whether tokens only join two agreements: ", the", "and from the Veland-era"."""
        words = self._page.tokens.words
        if not 0 < end - first <= _JOINTS:
            return False
        start = first + (words[first] == ",")
        behind = self._roles.end(start, "and") or start
        if behind == first or "," in words[behind:end]:
            return False
        return not self._roles.has(behind, end, "dealing", "with", "agent", "relative")

    def _we(self, phrase: Phrase, out: Evidence) -> None:
        """Read who "we" are: "We, the leaders of A and B, ... Our ministers signed the pact"."""
        if self._roles.has(phrase.sentence.first, phrase.first, "we"):
            if self._ours is None:
                self._ours = self._speakers()
            out.close(self._ours, SIGNED)

    def _speakers(self) -> tuple[str, ...]:
        """Give the states whose leaders speak: "As leaders of A and B, we", "We, the leaders"."""
        for sentence in self._page.sentences[:_FIRST_SENTENCES]:
            self._roles.load(sentence)
            for group in self._groups.of(sentence):
                if len(group.codes) >= _SIDES and self._are_we(sentence, group):
                    return group.codes
        return ()

    def _are_we(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a group opens a sentence as the leaders who are "we"."""
        roles, at = self._roles, group.first
        first = max(sentence.first, at - _LEADERS_REACH)
        if not roles.has(first, group.end, "nations", "party_noun"):
            return False
        if first == sentence.first and roles.has(group.end, sentence.end, "we"):
            return True
        while self._page.tokens.words[at - 1] == "," or roles.start(at, "definite", "article") >= 0:
            at -= 1  # "We, the leaders of"
        return roles.start(at, "we") >= sentence.first
