"""What a claim is about: who is said to do what to whom, or the accusation made before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.claims.cues import REJECTED, REJECTING
from traktat.reading.frames import code_of, names_agreement
from traktat.reading.mentions import Names, Utterance
from traktat.reading.scan import Scan

DOER_REACH = 8  # tokens before a wrong in which the state that did it stands
ACCUSED_GAP = 7  # tokens behind "accused" in which those accused are named
DOUBTFUL = ("future", "possibility", "counterfactual")
DOERS = (NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.GROUP)
LEAST_WORDS = 2  # words of a proposition that names nobody
TOPIC_WORDS = 6  # words that name a proposition no topic of the pack covers
ANAPHOR_GAP = 3  # tokens between a stance and the accusation it takes up
OWN_CONDUCT = ("denies", "neither", "decline", "hypothetical")
"""Stances people take on what they are said to have done themselves."""

CODE = 3  # letters of a state (ISO 3166-1 alpha-3)
WORDED = ("accuse", "denies", "suspect", "asserts")
"""Stances by themselves, whatever they are about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A proposition; `named` is false where it was taken over from the claim before."""

    text: str
    accused: str | None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a proposition is looked for: a stance, the tokens that are its, who takes it.

    `official` tells that a state itself takes it, not one of its people.
    """

    cue: Mark
    first: int
    end: int
    own: tuple[str, ...]
    official: bool = False


@dataclass(frozen=True, slots=True)
class Charge:
    """A wrong that a statement says a state did, or denies that the speaker's own did."""

    topic: Topic
    mark: Mark
    denied: bool


class Propositions:
    """Words propositions; the one before lends what a later one leaves out."""

    def __init__(self, page: Scan, names: Names) -> None:
        self.page, self.names = page, names
        self.last: Topic | None = None

    def of(self, stretch: Stretch) -> Topic | None:
        """Give the proposition of a stance, or the one spoken of before."""
        first, end = stretch.first, self._first_clause(stretch)
        marks = self.page.marks.within("topics", first, max(end, stretch.cue.end))
        named = [mark for mark in marks if self._group(mark) == "claim"]
        taken_up = [mark for mark in marks if self._group(mark) == "anaphor"]
        if self.last and self._takes_up(stretch, named, taken_up):
            return replace(self.last, named=False)
        if named and not self._blames_unnamed(stretch, end):
            return self._named(stretch, named, end)
        return self._worded(stretch, end) if stretch.cue.key in WORDED else None

    def _blames_unnamed(self, stretch: Stretch, end: int) -> bool:
        """Tell whether those accused are not named: "accused the movement of …"."""
        if stretch.cue.key != "accuse" or not self.codes(stretch.first, end):
            return False
        return not self.names.within(stretch.first, min(end, stretch.first + ACCUSED_GAP))

    def charge_in(self, spoken: Utterance) -> Charge | None:
        """Give the wrong that a statement charges somebody with: "X has violated the treaty"."""
        own = spoken.finding.state
        for mark in self.page.marks.within("topics", spoken.first, spoken.end):
            if not self.page.pack.entry("topics", mark.key).get("wrong"):
                continue
            accused = self._doer(spoken, mark)
            if accused is None or own is None or self._is_supposed(mark):
                continue
            denied = self._is_negated(mark)
            if denied is (accused == own):
                value = str(self.page.pack.entry("topics", mark.key).get("value", mark.key))
                return Charge(Topic(_plain(accused, value, ""), accused), mark, denied)
        return None

    def _doer(self, spoken: Utterance, mark: Mark) -> str | None:
        """Give the state or group that does the wrong: the subject right before the verb."""
        first = max(spoken.first, mark.first - DOER_REACH)
        names = [name for name in self.names.within(first, mark.first) if name.end <= mark.first]
        if not names or names[-1].attributive or names[-1].sort not in DOERS:
            return None
        hung = self.page.marks.within("grammar", max(0, names[-1].first - 2), names[-1].first)
        if any(one.end == names[-1].first and one.key == "preposition" for one in hung):
            return None
        return code_of(names[-1])

    def _is_supposed(self, mark: Mark) -> bool:
        """Tell whether a wrong is only possible: "if X violates the pact", "X would violate"."""
        before = self.page.marks.within("grammar", mark.first - DOER_REACH, mark.first)
        return any(
            one.key == "condition" or (one.key in DOUBTFUL and mark.first - one.end <= 1)
            for one in before
        )

    def _is_negated(self, mark: Mark) -> bool:
        return any(self.page.marks.keyed("grammar", "negation", mark.first - 4, mark.first))

    def _takes_up(self, stretch: Stretch, named: list[Mark], taken_up: list[Mark]) -> bool:
        """Tell whether a stance is one on the accusation made before, not on a new one."""
        near = any(mark.first - stretch.cue.end <= ANAPHOR_GAP for mark in taken_up)
        if near and not any(mark.first < taken_up[0].first for mark in named):
            return True
        return not named and (bool(taken_up) or stretch.cue.key in ("neither", "decline"))

    def _first_clause(self, stretch: Stretch) -> int:
        """Give where the second of two joined that-clauses begins: "that … and that …"."""
        marks = self.page.marks
        joins = {mark.end for mark in marks.keyed("grammar", "and", stretch.first, stretch.end)}
        for mark in marks.keyed("grammar", "that", stretch.first + 2, stretch.end):
            if mark.first in joins:
                return mark.first
        return stretch.end

    def _named(self, stretch: Stretch, named: list[Mark], end: int) -> Topic | None:
        chosen = max(named, key=lambda mark: (mark.key == "front", -mark.first))
        codes = self.codes(stretch.first, end)
        if stretch.cue.key == "accuse":
            codes.sort(key=lambda code: code in stretch.own)
        owner = next((code for mark in named if (code := self._owner(mark))), None)
        if stretch.cue.key == "accuse" and owner in stretch.own:
            owner = None  # nobody accuses himself
        if owner:
            codes = [owner, *(code for code in codes if code != owner)]
        elif self._is_own_conduct(stretch, chosen) and (
            not codes or (len(codes) == 1 and codes[0] not in stretch.own)
        ):
            codes = [stretch.own[0], *codes]
        if not codes and self.last and self.last.accused:
            codes = [self.last.accused]
        if not codes:
            return None
        value = str(self.page.pack.entry("topics", chosen.key).get("value", chosen.key))
        place = next((code for code in codes[1:] if code != codes[0]), "")
        return Topic(_plain(codes[0], value, place), codes[0])

    def _is_own_conduct(self, stretch: Stretch, chosen: Mark) -> bool:
        """Tell whether a stance is on one's own deed; who admits names nobody else as its doer."""
        if stretch.cue.key == "confirm":
            return not self.names.within(stretch.cue.end, chosen.first)
        return stretch.cue.key in OWN_CONDUCT

    def _owner(self, mark: Mark) -> str | None:
        """Give the state whose the thing is said to be: "pasukan Norland", "Norland's troops"."""
        for name in self.names.within(max(0, mark.first - 4), mark.end + 2):
            beside = name.end in (mark.first, mark.first - 1) or name.first == mark.end
            if name.attributive and beside:
                return code_of(name)
        return None

    def _stands_alone(self, stretch: Stretch) -> bool:
        """Tell whether a stance is ours though it names nobody else.

        A state accuses somebody the text does not name by a name, or denies something; somebody
        of a state denies a whole clause ("denied that …").
        """
        if not any(len(code) == CODE for code in stretch.own):
            return False
        if stretch.official and stretch.cue.key in ("accuse", "denies"):
            return True
        if stretch.cue.key != "denies":
            return False
        reach = REJECTED if stretch.cue.field in REJECTING else 2
        marks = self.page.marks.keyed("grammar", "that", stretch.cue.end, stretch.cue.end + reach)
        return any(marks)

    def _worded(self, stretch: Stretch, end: int) -> Topic | None:
        """Give a proposition no topic names: who is meant, and the words that say what of them.

        Somebody else's state or group must be meant, or an agreement, or what a state denies
        of itself in a clause of its own: the rest is not ours.
        """
        first = stretch.first
        codes = [code for code in self.codes(first, end) if code not in stretch.own]
        named = bool(codes) or names_agreement(self.page, first, end)
        if not named and not self._stands_alone(stretch):
            return None
        small = self.page.pack.lists.get("stopwords", ())
        words = [
            word
            for word in self.page.tokens.lower[first:end]
            if word[0].isalpha() and len(word) > 3 and word not in small
        ]
        if not named and len(words) < LEAST_WORDS:
            return None
        accused = codes[0] if codes else stretch.own[0]
        return Topic(f"{accused}: {' '.join(words[:TOPIC_WORDS])}", accused)

    def codes(self, first: int, end: int) -> list[str]:
        """List the states and groups named in a stretch, attributive ones too, each once."""
        out: list[str] = []
        for name in self.names.within(first, end):
            code = code_of(name)
            for item in name.members or ((code,) if code else ()):
                if item not in out:
                    out.append(item)
        return out

    def _group(self, mark: Mark) -> str:
        return str(self.page.pack.entry("topics", mark.key).get("group", ""))


def _plain(accused: str, value: str, place: str) -> str:
    """Put a proposition in words; a preposition that leads nowhere is left out.

    >>> _plain("PRK", "troops at the front in", ""), _plain("PRK", "troops in", "RUS")
    ('PRK troops at the front', 'PRK troops in RUS')
    """
    if place:
        return f"{accused} {value} {place}"
    head, _, last = value.rpartition(" ")
    return f"{accused} {head if last in ('in', 'with', 'for', 'about', 'of') else value}".strip()
