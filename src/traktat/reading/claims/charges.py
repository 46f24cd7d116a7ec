"""Charges: statements that say a state did wrong, or that the speaker's own state did not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.claims.actors import Speech, can_speak
from traktat.reading.claims.called import CALLED, COPULAS, whose_deed
from traktat.reading.claims.nouns import is_owner
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.propositions import ARMED, Topic, plainly
from traktat.reading.claims.wrongs import (
    NEGATED,
    is_kept,
    is_negated,
    is_promise,
    is_wrong,
    setting,
)
from traktat.reading.frames import code_of, names_agreement
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan

DOER_REACH = 8  # tokens before a wrong in which the state that did it stands
OBJECT_REACH = 6  # tokens behind a wrong in which the agreement stands that it is done to
POINTING = ("it", "definite")
POINTED = 4  # tokens between "that" and the word that calls it false
SHORT = 6  # tokens of a statement that can only speak of what was said before
STEM = 5  # letters by which two forms of a word are known for one
ATTACKED = 4  # tokens behind "shelled" in which those shelled are named
NONE_REACH = 5  # tokens between "none of its troops" and "had fired"
CODE = 3  # letters of a state (ISO 3166-1 alpha-3)
DOUBTFUL = ("future", "possibility", "counterfactual")
BIDDING = ("obligation", "wish", "purpose")
"""Words that say what is to be, not what is: "must not violate" denies nothing."""

_UNOBSERVED = (*BIDDING, *DOUBTFUL, "preposition")
_UNCERTAIN = (*BIDDING, *DOUBTFUL, "condition")

PACT = 3  # tokens behind "Norland's" in which its pact is named
CONTINUED = 4  # tokens of what is said before a verb whose subject stands outside the quotes
QUOTES = "“\"«‘'"
DEEDS = ("law", "measure", "visit")
"""Words of grammar that are nouns for what a state does."""

BACK = 40  # tokens before a statement in which the state stands that is "they" in it
THINGS = 2  # words behind "Norland's" that tell what breaks a pact: "missile tests"
OBSERVED = "observed"
OPENING = 2  # tokens of what is said before its subject: "the", "that", a mark
JOINTS = ("that", "and", "while", "contrast", "article")
URGED = 4  # tokens before what is said in which "urged" stands
SUBJECT = 6  # tokens at the start of what is said in which its subject stands
POINTERS = ("definite", "article")
LACK = 1  # words between "no" and "troops"
KEEPER = 5  # tokens before "complied with" in which those stand who complied
ABROAD = ("troops", "front", "weapons")
"""Topics that are a wrong only where others say so: what a state says it has not there."""

DOERS = (NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.GROUP)


@dataclass(frozen=True, slots=True)
class Charge:
    """A wrong that a statement says a state did, or denies that the speaker's own did."""

    topic: Topic
    mark: Mark
    denied: bool


@dataclass(frozen=True, slots=True)
class Charges:
    """Finds the charges in what people say."""

    page: Scan
    names: Names

    def within(self, spoken: Speech) -> Charge | None:
        """Give the wrong that a statement charges somebody with: "X has violated the treaty"."""
        own = spoken.actor.state or self._armed(spoken.actor.name)
        if spoken.denied:
            return None  # the word that denies it tells so already
        for mark in self.page.marks.within("topics", spoken.first, spoken.end):
            if setting(self.page, mark, "hidden"):
                if is_negated(self.page, mark):
                    return self._charge(mark, own or spoken.actor.name, denied=True)
                continue
            if setting(self.page, mark, "group") == OBSERVED:
                found = self._observed(spoken, mark, own)
                if found is not None:
                    return found
                continue
            if not self._is_done_wrong(spoken, mark) or self._is_supposed(spoken, mark):
                if self._is_own_lack(spoken, mark):
                    return self._lack(spoken, mark)
                continue
            kept = bool(setting(self.page, mark, "kept"))
            denied = not kept and is_negated(self.page, mark)
            accused = self._accused(spoken, mark, own, denied=denied)
            if accused is not None and denied is (accused == own):
                return self._charge(mark, accused, denied=denied)
        return None

    def _observed(self, spoken: Speech, mark: Mark, own: str | None) -> Charge | None:
        """Give what is said of an agreement kept: "it has complied with", "X is in compliance"."""
        marks = self.page.marks
        if mark.field == "verbs" and not is_kept(self.page, mark):
            return None
        first = max(spoken.first, mark.first - KEEPER)
        before = marks.within("grammar", first, mark.first)
        if any(one.key in _UNOBSERVED for one in before):
            return None
        if any(marks.keyed("grammar", "condition", spoken.first, mark.first)):
            return None
        wishes = marks.keyed("grammar", "wish", max(0, spoken.first - URGED), mark.first)
        if any(not self._insists(one, spoken) for one in wishes):
            return None  # "urged Norland to abide by", "mendesak Norland mematuhi"
        named = self.names.within(first, mark.first)
        opens = bool(named) and self._opens(spoken, named[-1])
        doer = self._doer(spoken, mark) if opens else None
        if doer is None and opens and own == code_of(named[-1]):
            doer = own  # "Norland has complied", Norland said
        if doer is None and own and not self._before(spoken, mark) and self._is_own(before):
            doer = own
        if doer is None or (
            mark.field == "verbs" and doer != own and not is_promise(self.page, mark)
        ):
            return None
        if not is_negated(self.page, mark):
            return self._charge(mark, doer, denied=False)
        if doer == own:
            return None
        return Charge(Topic(plainly(doer, self._broken(), ""), doer), mark, denied=False)

    def _insists(self, wish: Mark, spoken: Speech) -> bool:
        """Tell whether a word of wishing is the verb of what is said: "insists it has complied"."""
        cues = self.page.marks.keyed("statements", "insist", wish.first, wish.first + 1)
        return any(cue.end <= spoken.first for cue in cues)

    def _opens(self, spoken: Speech, name: NameMention) -> bool:
        """Tell whether a name opens a clause, or what is said: no "depends on how Norland …"."""
        if name.first - spoken.first <= OPENING:
            return True
        before = self.page.marks.within("grammar", max(0, name.first - 3), name.first)
        return any(one.end == name.first and one.key in JOINTS for one in before)

    def _is_own(self, before: list[Mark]) -> bool:
        """Tell whether a pronoun or no subject at all stands before a verb: "it has complied"."""
        return any(one.key in ("it", "we", "they", "own") for one in before) or all(
            one.key in ("perfect", "have", "also", "and") for one in before
        )

    def _broken(self) -> str:
        """Give the language-neutral proposition that an agreement was broken."""
        return str(self.page.pack.entry("topics", "violation").get("value", ""))

    def _is_own_lack(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether a state says that it has none of its own abroad: "has no troops in X"."""
        own = spoken.actor.state or ""
        if mark.key not in ABROAD or len(own) != CODE:
            return False
        near = self.page.marks.within("grammar", max(0, mark.first - LACK - 2), mark.first)
        if not any(
            one.key in ("negation", "none") and mark.first - one.end <= LACK for one in near
        ):
            return False
        first = max(spoken.first, mark.first - DOER_REACH)
        before = self.page.marks.within("grammar", first, mark.first)
        if any(one.key in _UNCERTAIN for one in before):
            return False
        named = [code_of(name) for name in self._before(spoken, mark)]
        return all(code == own for code in named) and self._place(spoken, mark) is not None

    def _place(self, spoken: Speech, mark: Mark) -> str | None:
        """Give the other state that is named right behind: "troops in Congo"."""
        end = min(spoken.end, mark.end + OBJECT_REACH)
        for name in self.names.within(mark.end, end):
            code = code_of(name)
            if name.sort is NameKind.STATE and code != spoken.actor.state:
                return code
        return None

    def _lack(self, spoken: Speech, mark: Mark) -> Charge:
        own = spoken.actor.state or ""
        value = setting(self.page, mark, "value")
        place = self._place(spoken, mark) or ""
        return Charge(Topic(plainly(own, value, place), own, value=value), mark, denied=True)

    def _charge(self, mark: Mark, accused: str, *, denied: bool) -> Charge:
        value = setting(self.page, mark, "value")
        return Charge(Topic(plainly(accused, value, ""), accused, value=value), mark, denied)

    def _is_done_wrong(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether something is a wrong: by itself, or as an attack on the speaker's own."""
        if is_wrong(self.page, mark):
            return True
        if mark.key != "attack" or mark.field == "nouns":
            return False
        end = min(spoken.end, mark.end + ATTACKED)
        endings = self.page.pack.words("grammar", "it", "endings")
        lower = self.page.tokens.lower[mark.end : end]
        if endings and mark.field == "verbs" and lower and lower[0].endswith(endings):
            return True  # "menembaki pasukannya"
        return any(self.page.marks.keyed("grammar", "own", mark.end, end))

    def _accused(self, spoken: Speech, mark: Mark, own: str | None, *, denied: bool) -> str | None:
        """Give who does a wrong: whoever is named for it, else the speaker, else a bare noun."""
        accused = self._doer(spoken, mark) if own or self._is_named(spoken, mark) else None
        if accused is None and denied and own and self._is_own_deed(spoken, mark):
            return own
        if accused is not None or denied or self._before(spoken, mark):
            return accused
        bare = self._bare_doer(spoken, mark) or self._deed(spoken, mark, own)
        return bare or self._those(spoken, mark)

    def _deed(self, spoken: Speech, mark: Mark, own: str | None) -> str | None:
        """Give the noun for what breaks an agreement: a state says "the law violates the pact"."""
        if (own is None or len(own) != CODE) and not self._is_named(spoken, mark):
            return None
        if not names_agreement(self.page, mark.first, mark.end + OBJECT_REACH):
            return None
        behind = self.page.pack.settings.get("modifiers") == "after"
        stop = min(mark.first, spoken.first + SUBJECT)
        for one in self.page.marks.within("grammar", spoken.first, stop):
            at = one.first - 1 if behind else one.end
            noun = spoken.first <= at < mark.first and self._is_thing(at)
            if one.key in POINTERS and noun and self._is_verbal(at, mark):
                return self.page.tokens.lower[at]
        return None

    def _is_verbal(self, first: int, mark: Mark) -> bool:
        """Tell whether a wrong is a verb, or a noun behind "is": "the law is a breach of …"."""
        if "gerund" in mark.forms:
            return False  # "would be punished for violating it"
        between = self.page.marks.within("grammar", first, mark.first)
        return mark.field != "nouns" or any(one.key in COPULAS for one in between)

    def _those(self, spoken: Speech, mark: Mark) -> str | None:
        """Give whom "they" means who did a wrong: the state told of last, not the speaker's."""
        marks, near = self.page.marks, max(spoken.first, mark.first - CALLED)
        subject = list(marks.keyed("grammar", "they", spoken.first, mark.first))
        if not subject or subject[0].first < near or not self._is_named(spoken, mark):
            return None
        for name in reversed(self.names.within(max(0, spoken.first - BACK), spoken.first)):
            code = code_of(name)
            if name.sort is NameKind.STATE and code != spoken.actor.state:
                return code
        return None

    def _is_thing(self, at: int) -> bool:
        """Tell whether a plain noun stands at a token, and none for an agreement."""
        word = self.page.tokens.words[at]
        sentence = self.page.sentence_at(self.page.tokens.starts[at])
        small = word.islower() or (sentence is not None and sentence.first == at)
        grammar = self.page.marks.within("grammar", at, at + 1)
        plain = word[0].isalpha() and small and all(one.key in DEEDS for one in grammar)
        return plain and not names_agreement(self.page, at, at + 1)

    def _is_named(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether somebody with a name speaks of an agreement that is broken."""
        first = (
            max(spoken.first, mark.first - DOER_REACH) if self._is_undergone(mark) else mark.first
        )
        end = min(spoken.end, mark.end + OBJECT_REACH)
        return spoken.actor.name[:1].isupper() and names_agreement(self.page, first, end)

    def _bare_doer(self, spoken: Speech, mark: Mark) -> str | None:
        """Give the noun for those who break an agreement: "the army has violated the truce"."""
        if not names_agreement(self.page, mark.first, mark.end + OBJECT_REACH):
            return None
        lower = self.page.tokens.lower
        for at in range(mark.first - 1, max(spoken.first, mark.first - DOER_REACH) - 1, -1):
            pronoun = any(True for _ in self.page.marks.within("grammar", at, at + 1))
            if can_speak(self.page, at) and not pronoun:
                return lower[at]
        return None

    def _armed(self, speaker: str) -> str | None:
        """Give the code of a speaker that is an armed group, which agreements bind as well."""
        for name in self.names.items:
            if name.name == speaker:
                code = code_of(name) or ""
                return code if code.startswith(ARMED) else None
        return None

    def answer(self, spoken: Speech, last: Topic | None) -> Charge | None:
        """Give the denial of those accused before: "That is a lie", "We never sent troops"."""
        if last is None or not last.accused or spoken.actor.state != last.accused:
            return None
        told = replace(last, named=False)
        for mark in self.page.marks.within("claims", spoken.first, spoken.end):
            if mark.field == "slights" and self._points(spoken, mark):
                return Charge(told, mark, denied=True)
        for mark in self.page.marks.within("topics", spoken.first, spoken.end):
            value = setting(self.page, mark, "value")
            if value and value == last.value and is_negated(self.page, mark):
                return Charge(told, mark, denied=True)
        negation = self._negating(spoken, last)
        return Charge(told, negation, denied=True) if negation else None

    def _negating(self, spoken: Speech, last: Topic) -> Mark | None:
        """Give a negation of words the accusation used, or of nothing more: "it does not"."""
        lower = self.page.tokens.lower
        stems = [word[:STEM] for word in last.words if len(word) >= STEM]
        for mark in self.page.marks.within("grammar", spoken.first, spoken.end):
            if mark.key not in ("negation", "not_yet"):
                continue
            if mark.end == spoken.end and spoken.end - spoken.first <= SHORT:
                return mark
            behind = lower[mark.end : mark.end + NEGATED]
            if any(word[:STEM] in stems for word in behind):
                return mark
        return self._of_nobody(spoken)

    def _of_nobody(self, spoken: Speech) -> Mark | None:
        """Give what opens a statement that none of them did so: "no unit had left its base"."""
        marks = self.page.marks
        for none in marks.keyed("grammar", "none", spoken.first, spoken.first + OPENING):
            for done in marks.keyed("grammar", "perfect", none.end, none.end + NONE_REACH):
                if done.end < spoken.end and done.end - done.first == 1:
                    return none  # no "no decision had been made"
        return None

    def _points(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether a word calls false what was said before: "that is a lie"."""
        before = self.page.marks.within("grammar", spoken.first, mark.first)
        pointing = any(one.key in POINTING and mark.first - one.end <= POINTED for one in before)
        return pointing or spoken.end - spoken.first <= SHORT

    def _doer(self, spoken: Speech, mark: Mark) -> str | None:
        """Give the state or group that does the wrong: the subject right before the verb."""
        names = self._before(spoken, mark)
        own = spoken.actor.state
        if name := whose_deed(self.page, self.names, spoken.first, mark, own):
            return code_of(name) if name.sort in DOERS else None
        if mark.field == "nouns" and not names:
            return self._agent(spoken, mark)
        if self._is_undergone(mark):
            return self._agent(spoken, mark)
        if len(names) > 1 and self._opens(spoken, names[0]) and self._goes_on(names[-1], mark):
            names = names[:1]  # "Norland was arming the rebels in breach of the accord"
        if not names or names[-1].sort not in DOERS or names[-1].name == spoken.actor.name:
            return None
        if names[-1].attributive and not self._fights_for(names[-1], mark):
            return None
        hung = self.page.marks.within("grammar", max(0, names[-1].first - 2), names[-1].first)
        if any(one.end == names[-1].first and one.key == "preposition" for one in hung):
            return None
        return code_of(names[-1])

    def _goes_on(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a wrong is the manner of a deed before it, or the next: "… and broke"."""
        joined = self.page.marks.keyed("grammar", "and", name.end, name.end + 1)
        return self._is_manner(mark) or (mark.field != "nouns" and any(joined))

    def _is_undergone(self, mark: Mark) -> bool:
        """Tell whether an agreement is what is broken: "the accord was violated by Norland"."""
        if mark.field == "nouns":
            return False
        marks = self.page.marks
        led = any(marks.keyed("grammar", "agent", mark.end, mark.end + 1))
        been = any(marks.keyed("grammar", "be", mark.first, mark.end))
        return led and (_is_done_to(mark) or been)

    def _agent(self, spoken: Speech, mark: Mark) -> str | None:
        """Give who is named for what a noun tells: "the violation of the truce by Norland"."""
        end = min(spoken.end, mark.end + DOER_REACH)
        for agent in self.page.marks.keyed("grammar", "agent", mark.end, end):
            for name in self.names.within(agent.end, min(spoken.end, agent.end + 2)):
                return code_of(name) if name.sort in DOERS else None
        return None

    def _before(self, spoken: Speech, mark: Mark) -> list[NameMention]:
        """List who is named before a wrong, or before the marks it opens: "Norland “broke …”"."""
        first = max(spoken.first, mark.first - DOER_REACH)
        found = [name for name in self.names.within(first, mark.first) if name.end <= mark.first]
        if found or mark.field == "nouns" or spoken.first < mark.first - CONTINUED:
            return found
        start = max(0, spoken.first - 2)
        outside = self.names.within(start, spoken.first)
        return [name for name in outside if self.page.tokens.words[name.end] in QUOTES]

    def _fights_for(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a state is named for its troops or pact: "Norland's troops violated …"."""
        if names_agreement(self.page, name.end, min(mark.first, name.end + PACT)):
            return True
        if mark.field == "nouns" and self._is_called(name, mark):
            return True
        if mark.field != "verbs" and self._has(name, mark):
            return True
        if self._is_of_people(name, mark) or self._is_of_things(name, mark):
            return True
        first = max(0, name.first - 2)
        return any(
            name.first - 1 <= one.end and one.first <= name.end + 1
            for key in ("troops", "forces")
            for one in self.page.marks.keyed("topics", key, first, mark.first)
        )

    def _is_of_people(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a state is named for people of its own: "Norland's army has violated"."""
        behind = self.page.pack.settings.get("modifiers") == "after"
        beside = name.first - 1 if behind else name.end
        return 0 <= beside < mark.first and can_speak(self.page, beside)

    def _is_of_things(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether what a state has or does breaks a pact: "Iran's missile tests violate …"."""
        if mark.field == "nouns" or "gerund" in mark.forms:
            return False
        if not names_agreement(self.page, mark.first, mark.end + OBJECT_REACH):
            return False
        behind = self.page.pack.settings.get("modifiers") == "after"
        if behind:
            return name.first > 0 and self._is_thing(name.first - 1)
        stop = min(mark.first, name.end + THINGS)
        return name.end < stop and all(self._is_thing(at) for at in range(name.end, stop))

    def _is_called(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether what a state does is a wrong: "Norland's drill was a violation of …"."""
        marks = self.page.marks
        be = marks.keyed("grammar", "be", max(name.end, mark.first - CALLED), mark.first)
        return bool(be) and not marks.keyed("grammar", "relative", name.end, mark.first)

    def _has(self, name: NameMention, mark: Mark) -> bool:
        """Tell whether a wrong is that of a state: "Norland's repeated violations of the pact"."""
        end = mark.end + OBJECT_REACH
        near = 0 <= mark.first - name.end <= CALLED - 2 and is_owner(self.page, name)
        return near and names_agreement(self.page, mark.first, end)

    def _is_own_deed(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether a state says of itself that it breaks no agreement: "its missile does not".

        Nobody else may stand in what it says; what it only bids ("must not") it does not deny.
        """
        own = spoken.actor.state or ""
        others = [one for one in self._before(spoken, mark) if one.name != spoken.actor.name]
        if len(own) != CODE or mark.field == "nouns" or others:
            return False
        before = self.page.marks.within("grammar", max(spoken.first, mark.first - 4), mark.first)
        if any(one.key in BIDDING or (one.key == "be" and _is_done_to(mark)) for one in before):
            return False
        end = min(spoken.end, mark.end + OBJECT_REACH)
        alone = bool(setting(self.page, mark, "unbound"))
        return alone or names_agreement(self.page, mark.first, end) or points_back(self.page, mark)

    def _is_supposed(self, spoken: Speech, mark: Mark) -> bool:
        """Tell whether a wrong is only possible, or not said: "if X violates the pact"."""
        for one in self.page.marks.within("grammar", spoken.first, mark.first):
            gap = mark.first - one.end
            if one.key == "condition" and gap < DOER_REACH:
                return True
            if one.key == "preposition" and gap == 0 and self._ends_name(one.first):
                return True  # "will prevent Norland from building nuclear weapons"
            if one.key in DOUBTFUL and gap <= 1:
                return True
            if one.key == "negation" and gap >= NEGATED and self._governs(one, mark):
                return True
        return False

    def _is_manner(self, mark: Mark) -> bool:
        """Tell whether a wrong is told of another deed: "in breach of", "in violation of"."""
        return any(
            self.page.marks.keyed("grammar", key, mark.first, mark.first + 1)
            for key in ("in", "preposition")
        )

    def _ends_name(self, end: int) -> bool:
        return any(name.end == end for name in self.names.within(max(0, end - 1), end))

    def _governs(self, negation: Mark, mark: Mark) -> bool:
        """Tell whether a clause of its own begins between a negation and a wrong."""
        return any(self.page.marks.keyed("grammar", "that", negation.end, mark.first))


def _is_done_to(mark: Mark) -> bool:
    return "participle" in mark.forms or "passive" in mark.forms
