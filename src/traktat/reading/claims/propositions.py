"""What a claim is about: who is said to do what to whom, or the accusation made before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from traktat.lang import Mark
from traktat.reading.claims.cues import REJECTED, REJECTING
from traktat.reading.claims.nouns import accuser
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.wrongs import is_claim, is_negated, setting
from traktat.reading.frames import code_of, names_agreement
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan

LISTED = 2  # tokens of "and the" between two who are accused together
ACCUSED_GAP = 7  # tokens behind "accused" in which those accused are named
LAND = 6  # tokens between "claims" and the land that is claimed
TOLD = 5  # tokens behind "denied" in which the auxiliary of a clause stands
CLAUSE = 3  # tokens from the subject of a clause to its verb
FEARED = 10  # tokens behind "fears that" in which what is feared stands
LEAST_WORDS = 2  # words of a proposition that names nobody
TOPIC_WORDS = 6  # words that name a proposition no topic of the pack covers
ANAPHOR_GAP = 3  # tokens between a stance and the accusation it takes up
RELATIVE_GAP = 6  # tokens between an accusation and the stance of its relative clause
DOING = 4  # tokens between those who do a wrong and the verb for it
OWN_CONDUCT = ("denies", "neither", "decline", "hypothetical")
"""Stances people take on what they are said to have done themselves."""

ARMED = "NSA:"  # the codes of armed groups
CODE = 3  # letters of a state (ISO 3166-1 alpha-3)
CONTESTED = ("troops", "front", "violation", "compliance", "weapons", "attack")
"""Topics that agreements are about: whoever confirms one settles what was contested."""

TAKEN_UP = "what others say of it"
WORDED = ("accuse", "denies", "suspect", "asserts", "neither", "decline")
"""Stances by themselves, whatever they are about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A proposition; `named` is false where it was taken over from the claim before.

    `denied` tells that its words say it is not so: "insists that it has not violated …"; `value`
    is what is said to be done, where a word of the pack names it; `words` say it in the report.
    """

    text: str
    accused: str | None
    named: bool = True
    denied: bool = False
    value: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a proposition is looked for: a stance, the tokens that are its, who takes it.

    `official` tells that a state itself takes it, not one of its people; `other` is who is
    accused where two accuse each other.
    """

    cue: Mark
    first: int
    end: int
    own: tuple[str, ...]
    official: bool = False
    other: str = ""

    @property
    def ours(self) -> frozenset[str]:
        """Give the codes by which those who take it may be told."""
        return frozenset((*self.own, *(f"{ARMED}{code}" for code in self.own)))


ANSWERS = ("denies", "neither", "decline")
"""Stances that one may take on "the report", without telling what it says."""


class Propositions:
    """Words propositions; the one before lends what a later one leaves out."""

    def __init__(self, page: Scan, names: Names) -> None:
        self.page, self.names = page, names
        self.last: Topic | None = None
        self.is_of_agreements = names_agreement(page, 0, len(page.tokens))

    def of(self, stretch: Stretch) -> Topic | None:
        """Give the proposition of a stance, or the one spoken of before."""
        first, end = stretch.first, self._first_clause(stretch)
        marks = self.page.marks.within("topics", first, max(end, stretch.cue.end))
        named = [mark for mark in marks if is_claim(self.page, mark)]
        named = [mark for mark in named if not self.names.over(mark.first)] or named
        if stretch.cue.key == "fear":
            named = [mark for mark in named if mark.first - stretch.cue.end <= FEARED]
        taken_up = [mark for mark in marks if self._group(mark) == "anaphor"]
        if self.last and self._takes_up(stretch, named, taken_up):
            return replace(self.last, named=False)
        if named and not self._blames_unnamed(stretch, end):
            found = self._named(stretch, named, end)
            nobody = found is None and stretch.official and stretch.cue.field == "naming_verbs"
            if found is None and not nobody and stretch.cue.key in ("accuse", "asserts", "denies"):
                return self._worded(stretch, end)  # "accused the army of a raid"
            return (
                Topic(plainly("", setting(self.page, named[0], "value"), ""), None)
                if nobody
                else found
            )
        told = stretch.cue.key in WORDED and not self._is_foretold(stretch, end)
        worded = self._worded(stretch, end) if told else None
        answered = bool(taken_up) or stretch.cue.key == "neither"
        if worded is None and answered and self._answers(stretch):
            return Topic(f"{stretch.own[0]}: {TAKEN_UP}", stretch.own[0])
        return worded

    def _is_foretold(self, stretch: Stretch, end: int) -> bool:
        """Tell whether somebody only claims what will or should be: that is no fact."""
        marks = self.page.marks
        if stretch.cue.key != "asserts":
            return False
        future = marks.keyed("grammar", "future", stretch.first, end)
        told = (marks.keyed("clauses", key, stretch.first, end) for key in ("will", "opinion"))
        return any(future) or any(mark for found in told for mark in found)

    def _answers(self, stretch: Stretch) -> bool:
        """Tell whether a state takes a stance on a report or charge that is not told here."""
        own = any(len(code) == CODE for code in stretch.own)
        return own and self.is_of_agreements and stretch.cue.key in ANSWERS

    def _blames_unnamed(self, stretch: Stretch, end: int) -> bool:
        """Tell whether those accused are not named: "accused the movement of …"."""
        if stretch.cue.key != "accuse" or not self.codes(stretch.first, end):
            return False
        return not self.names.within(stretch.first, min(end, stretch.first + ACCUSED_GAP))

    def _takes_up(self, stretch: Stretch, named: list[Mark], taken_up: list[Mark]) -> bool:
        """Tell whether a stance is one on the accusation made before, not on a new one."""
        cue = stretch.cue
        near = any(mark.first - cue.end <= ANAPHOR_GAP for mark in taken_up)
        if near and not any(mark.first < taken_up[0].first for mark in named):
            return True
        if cue.key == "denies" and self._is_relative(cue, named, taken_up):
            return True
        pointed = cue.key == "denies" and points_back(self.page, cue)
        if named:
            return pointed and self._is_joined_behind(cue, named[0])
        return pointed or bool(taken_up) or cue.key in ("neither", "decline")

    def _is_joined_behind(self, cue: Mark, mark: Mark) -> bool:
        """Tell whether a wrong is told in a clause of its own: "denied it and said Peru had"."""
        return any(self.page.marks.keyed("grammar", "and", cue.end, mark.first))

    def _is_relative(self, cue: Mark, named: list[Mark], taken_up: list[Mark]) -> bool:
        """Tell whether a stance is on the accusation right before it: "…, a charge X denies"."""
        before = [mark for mark in taken_up if 0 <= cue.first - mark.end <= RELATIVE_GAP]
        return bool(before) and all(mark.first < before[-1].first for mark in named)

    def _first_clause(self, stretch: Stretch) -> int:
        """Give where the second of two joined that-clauses begins: "that … and that …".

        What somebody confirms or asserts ends where the sentence turns: "that … but".
        """
        marks = self.page.marks
        if stretch.cue.key in ("confirm", "asserts"):
            turns = marks.keyed("grammar", "contrast", stretch.first + 2, stretch.end)
            turn = next(iter(turns), None)
            if turn is not None:
                return turn.first
        joins = {mark.end for mark in marks.keyed("grammar", "and", stretch.first, stretch.end)}
        for mark in marks.keyed("grammar", "that", stretch.first + 2, stretch.end):
            if mark.first in joins:
                return mark.first
        return stretch.end

    def _named(self, stretch: Stretch, named: list[Mark], end: int) -> Topic | None:
        chosen = self._done(named, max(named, key=lambda mark: (mark.key == "front", -mark.first)))
        wrong = bool(setting(self.page, chosen, "wrong"))
        denied = stretch.cue.key == "asserts" and wrong and is_negated(self.page, chosen)
        if stretch.cue.key == "confirm" and not self._is_contested(chosen):
            return None
        codes = self._ordered(stretch, named, chosen, end)
        if stretch.cue.key == "accuse" and codes and stretch.ours.issuperset(codes):
            return None  # "rebels accused the army of attacking their positions"
        if not codes and denied:
            codes = list(stretch.own[:1])
        if not codes and self.last and self.last.accused:
            codes = [self.last.accused]
        if not codes:
            return None
        value = setting(self.page, chosen, "value") or chosen.key
        together = self._together(stretch, chosen, codes)
        place = next((code for code in codes[1:] if code not in together), "")
        said = tuple(self.page.tokens.lower[chosen.first : chosen.end])
        text = plainly("+".join(together), value, place)
        return Topic(text, codes[0], denied=denied, value=value, words=said)

    def _together(self, stretch: Stretch, chosen: Mark, codes: list[str]) -> list[str]:
        """List those accused of one wrong together: "accused Norland and Aruna of breaking"."""
        named = self.names.within(stretch.cue.end, chosen.first)
        out = codes[:1]
        for one, other in pairwise(named if stretch.cue.key == "accuse" else ()):
            joined = any(self.page.marks.keyed("grammar", "and", one.end, other.first))
            listed = self.page.tokens.words[one.end : other.first] == [","]
            if code_of(one) not in out or not (joined or listed) or other.first - one.end > LISTED:
                break
            out += [code] if (code := code_of(other)) and code not in out else []
        return out

    def _is_contested(self, chosen: Mark) -> bool:
        """Tell whether what is confirmed is a matter of agreements, or what others said before."""
        told = self.last is not None and setting(self.page, chosen, "value") == self.last.value
        return told or chosen.key in CONTESTED

    def _done(self, named: list[Mark], first: Mark) -> Mark:
        """Give the wrong that troops or arms do, where that says more: "its troops violated"."""
        words = self.page.tokens.words
        for mark in named:
            near = 0 <= mark.first - first.end <= DOING and "," not in words[first.end : mark.first]
            joined = any(self.page.marks.keyed("grammar", "and", first.end, mark.first))
            if near and not joined and setting(self.page, mark, "wrong"):
                return mark
        return first

    def _ordered(self, stretch: Stretch, named: list[Mark], chosen: Mark, end: int) -> list[str]:
        """List the states of a proposition, the one said to do it first."""
        codes = self.codes(stretch.first, end)
        if stretch.cue.key == "denies":
            codes = self._behind_accuser(stretch, codes, end)
        if stretch.other:
            return [stretch.other, *(code for code in codes if code not in stretch.own)]
        if stretch.cue.key == "accuse":
            codes.sort(key=lambda code: code in stretch.own)
        owner = next((code for mark in named if (code := self._owner(mark))), None)
        if stretch.cue.key == "accuse" and owner in stretch.own:
            owner = None  # nobody accuses himself
        if owner:
            return [owner, *(code for code in codes if code != owner)]
        if self._is_own_conduct(stretch, chosen, codes):
            return [stretch.own[0], *codes]
        return codes

    def _behind_accuser(self, stretch: Stretch, codes: list[str], end: int) -> list[str]:
        """Put whose accusation is denied last: "denied Norland's claim that Aruna had …"."""
        claims = self.page.marks.within("claims", stretch.cue.end, stretch.cue.end + REJECTED)
        nouns = [mark for mark in claims if mark.field == "nouns"]
        name = accuser(self.page, self.names, nouns[0]) if nouns else None
        accusing = code_of(name) if name else None
        if name is None or accusing not in codes:
            return codes
        behind = self.names.within(name.end, end)
        others = [code for code in self.codes(name.end, end) if code != accusing]
        points = any(one.pronoun for one in behind)
        own = [] if others and not points else list(stretch.own[:1])
        return list(dict.fromkeys((*own, *others, *((accusing,) if accusing else ()))))

    def _is_own_conduct(self, stretch: Stretch, chosen: Mark, codes: list[str]) -> bool:
        """Tell whether a stance is on one's own deed; who admits names nobody else as its doer."""
        alone = not codes or (len(codes) == 1 and codes[0] not in stretch.own)
        if stretch.cue.field == "avowals":
            return alone
        if stretch.cue.key == "confirm":
            return alone and not self.names.within(stretch.cue.end, chosen.first)
        return stretch.cue.key in OWN_CONDUCT and (alone or self._is_deed(stretch, chosen))

    def _is_deed(self, stretch: Stretch, chosen: Mark) -> bool:
        """Tell whether a verb for a wrong has nobody's name before it: "denied violating …"."""
        verb = chosen.field != "nouns" and bool(setting(self.page, chosen, "wrong"))
        return verb and not self.names.within(stretch.cue.end, chosen.first)

    def _owner(self, mark: Mark) -> str | None:
        """Give the state whose the thing is said to be: "pasukan Norland", "Norland's troops"."""
        for name in self.names.within(max(0, mark.first - 4), mark.end + 2):
            beside = name.end in (mark.first, mark.first - 1) or name.first == mark.end
            if any(self.page.marks.keyed("grammar", "that", name.end, mark.first)):
                continue  # "the accusation by Norland that troops …"
            if name.attributive and beside:
                return code_of(name)
        return None

    def _stands_alone(self, stretch: Stretch) -> bool:
        """Tell whether a stance is ours though it names nobody else.

        A state accuses somebody the text does not name by a name, or denies something; somebody
        of a state denies a whole clause ("denied that …").
        """
        if stretch.cue.key == "accuse" and stretch.own and self.is_of_agreements:
            return True  # "the commander accused the army of a raid"
        if not any(len(code) == CODE for code in stretch.own):
            named = bool(stretch.own) and stretch.own[0][:1].isupper()
            if not named or not self.is_of_agreements:
                return False
            if stretch.cue.key in ("neither", "decline"):
                return True
        if stretch.official and stretch.cue.key in ("accuse", "denies"):
            return True
        if stretch.cue.key != "denies":
            return stretch.official and stretch.cue.key == "asserts" and self._is_land(stretch)
        return self._denies_clause(stretch)

    def _denies_clause(self, stretch: Stretch) -> bool:
        """Tell whether what is denied is a whole clause, or what the own state does."""
        reach = REJECTED if stretch.cue.field in REJECTING else 2
        first = stretch.cue.end
        marks = self.page.marks
        if any(marks.keyed("agreements", "own", first, first + 1)):
            return True  # "membantah negaranya menunggak"
        if any(marks.keyed("grammar", "own", first, first + 1)):
            return self._is_clause(first + 1)
        if any(marks.keyed("grammar", "that", first, first + reach)):
            return True
        return stretch.cue.field not in REJECTING and self._is_told(first)

    def _is_land(self, stretch: Stretch) -> bool:
        """Tell whether a state claims land or sea: "claims the islands", "waters claimed by"."""
        cue, marks = stretch.cue, self.page.marks
        first = max(stretch.first, cue.first - LAND)
        near = marks.within("claims", min(first, cue.first), cue.end + LAND)
        return any(mark.field == "lands" for mark in near)

    def _is_told(self, first: int) -> bool:
        """Tell whether a subject and its auxiliary follow: "denied the bloc would close"."""
        marks = self.page.marks
        for mark in marks.within("grammar", first, first + TOLD):
            if mark.key in ("preposition", "relative", "and", "purpose"):
                return False
            if mark.first > first and mark.key in ("be", "have", "future"):
                return True
        return any(
            mark.first > first for mark in marks.keyed("clauses", "will", first, first + TOLD)
        )

    def _is_clause(self, first: int) -> bool:
        """Tell whether a verb follows a subject: "denied his country was", no "denied his role"."""
        be = ("be", "have", "future")
        near = self.page.marks.within("grammar", first + 1, first + CLAUSE)
        return any(mark.key in be for mark in near)

    def _worded(self, stretch: Stretch, end: int) -> Topic | None:
        """Give a proposition no topic names: who is meant, and the words that say what of them.

        Somebody else's state or group must be meant, or an agreement, or what a state denies
        of itself in a clause of its own: the rest is not ours.
        """
        first = stretch.first
        codes = [code for code in self.codes(first, end) if code not in stretch.ours]
        codes = [stretch.other, *codes] if stretch.other else codes
        named = bool(codes) or names_agreement(self.page, first, end)
        behind = self.page.tokens.words[end : end + 1]
        cut = end - first <= LISTED + 1 and bool(behind) and behind[0][0].isalnum()
        if not named and (cut or not self._stands_alone(stretch)):
            return None  # "lodged a protest over what it called …"
        small = self.page.pack.lists.get("stopwords", ())
        words = [
            word
            for word in self.page.tokens.lower[first:end]
            if word[0].isalpha() and len(word) > 3 and word not in small
        ]
        if not named and len(words) < (1 if stretch.cue.key == "asserts" else LEAST_WORDS):
            return None
        if stretch.cue.key == "denies" and not stretch.other:
            codes = [code for code in codes if len(code) == CODE]  # "denied backing the rebels"
        if not codes and stretch.cue.key == "accuse" and not stretch.official:
            return Topic(" ".join(words[:TOPIC_WORDS]), None)
        accused = codes[0] if codes else stretch.own[0]
        if self._is_turned(stretch, accused, words) and self.last:
            return replace(self.last, text=plainly(accused, self.last.value, ""), accused=accused)
        text = f"{accused}: {' '.join(words[:TOPIC_WORDS])}"
        return Topic(text, accused, words=tuple(words[:TOPIC_WORDS]))

    def _is_turned(self, stretch: Stretch, accused: str, words: list[str]) -> bool:
        """Tell whether somebody else is blamed for what was told before: "… and blamed Sarvia"."""
        last = self.last
        if last is None or not last.value or last.accused not in stretch.own:
            return False
        return stretch.cue.key == "accuse" and accused != last.accused and len(words) < LEAST_WORDS

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
        return setting(self.page, mark, "group")


def plainly(accused: str, value: str, place: str) -> str:
    """Put a proposition in words; a preposition that leads nowhere is left out.

    >>> plainly("PRK", "troops at the front in", ""), plainly("PRK", "troops in", "RUS")
    ('PRK troops at the front', 'PRK troops in RUS')
    """
    if place:
        return f"{accused} {value} {place}"
    head, _, last = value.rpartition(" ")
    return f"{accused} {head if last in ('in', 'with', 'for', 'about', 'of') else value}".strip()
