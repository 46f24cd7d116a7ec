"""Who takes a stance: the subjects of a verb, its agents, or the speaker of what is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import MANY, NameKind
from traktat.reading.claims.actors import HELPING, Actor, actor_before, can_speak
from traktat.reading.claims.nouns import accuser
from traktat.reading.frames import code_of
from traktat.reading.mentions import NameMention, Names, Utterance, Utterances
from traktat.reading.scan import Scan

ADVERBS = 2  # words between "which" and its verb
GAP = 5  # tokens between the comma that ends an aside and the verb: ", has always denied"
OFFICE = 5  # words between a body and the person who acts for it
REACH = 22  # tokens before a cue in which the claimant stands
LIST_GAP = 3  # tokens between the members of a list ("A, B, dan C")
LOWER = 2  # small words between two names that only a comma joins: more are another clause
UNNAMED = "unattributed"
ACTORS = (NameKind.PERSON, NameKind.ORGAN, NameKind.STATE, NameKind.ORGANISATION, NameKind.GROUP)

SUBORDINATE = ("after", "while", "condition", "contrast")
TOLD = ("slights", "negating")
"""Lists of words that deny where somebody says them."""

TURNS = ("contrast", "while")
HANGING = ("in", "preposition", "between")
SPOKEN = ("hypothetical", "presuppose", "decline", "counter-accuse", "evaluate")
"""Manners that may stand inside a statement: the speaker is the claimant."""


@dataclass(frozen=True, slots=True)
class Claimants:
    """Finds claimants in a report."""

    page: Scan
    names: Names
    utterances: Utterances

    def of(
        self,
        sentence: Sentence,
        cue: Mark,
        before: tuple[Actor, ...],
        *,
        undergone: bool = False,
    ) -> tuple[Actor, ...]:
        """Give who takes the stance of a cue; `before` took the stance it may be joined to.

        Of a verb that is `undergone` those take it who are named behind "by".
        """
        if cue.key == "report":
            return (Actor(UNNAMED, None, cue.first),)
        if cue.key in SPOKEN or cue.field in TOLD:
            spoken = self.utterance_at(cue.first)
            if spoken:
                return self._speaking(spoken, cue)
            if cue.field == "negating":
                return ()
            if cue.field == "slights":
                return self._slighting(sentence, cue)
        if cue.field == "nouns":
            owner = accuser(self.page, self.names, cue)
            return self._expanded((owner,)) if owner else ()
        if before and self.is_joined(cue):
            return before
        found = self._agents(sentence, cue) if undergone else self._nearest(sentence, cue)
        if cue.field == "naming_verbs" and self._is_of_pronoun(cue):
            found = self.subject(sentence)
        if not found and cue.key == "fear":
            return (Actor(UNNAMED, None, cue.first),)
        return found

    def _is_pronoun(self, end: int) -> bool:
        """Tell whether "he" or the like stands right before a verb: "said he would not"."""
        marks = self.page.marks
        return any(any(marks.keyed("grammar", key, end - 1, end)) for key in ("he", "it", "they"))

    def _is_of_pronoun(self, cue: Mark) -> bool:
        """Tell whether a pronoun names something: "what it called …", "yang disebutnya …"."""
        marks = self.page.marks.within("grammar", max(0, cue.first - 1), cue.first)
        if any(mark.key in ("it", "they") and mark.end == cue.first for mark in marks):
            return True
        endings = self.page.pack.words("grammar", "it", "endings")
        last = self.page.tokens.lower[cue.end - 1]
        return bool(endings) and "passive" in cue.forms and last.endswith(endings)

    def _nearest(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the subjects of a verb, or a noun with its state that stands nearer to it."""
        spoken = self.utterance_at(cue.first) if cue.field == "words" else None
        if spoken and spoken.first < cue.first and self._is_pronoun(cue.first):
            return self._speaking(spoken, cue)
        found = self._subjects(sentence, cue)
        if self.is_joined(cue):
            return found
        beside = actor_before(self.page, self.names, sentence, cue)
        if beside is None or (found and found[-1].first >= beside.first):
            return found
        if beside.state or (found and self._is_cut(found[-1].first, beside.first)):
            return (beside,)
        return found

    def _is_cut(self, first: int, end: int) -> bool:
        """Tell whether another clause begins between a name and a noun: "…; army denies it"."""
        turns = self.page.marks.within("grammar", first, end)
        if any(mark.key in TURNS and end - mark.end <= 1 for mark in turns):
            return True
        words = self.page.tokens.words
        return any(words[at] in ";:" for at in range(max(first, end - 2), end))

    def both(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the two or more who accuse each other: the subject, else who is listed behind.

        None are given where they are not told.
        """
        found = self._subjects(sentence, cue)
        if len(found) > 1:
            return found
        described = self._described(sentence, cue) or self._coupled(sentence, cue)
        if described:
            return described
        after = [name for name in self.names.within(cue.end, sentence.end) if _can_claim(name)]
        for one, other in pairwise(after):
            if self._listed(one, other, joined=True) and not self._is_agent(one):
                return self._expanded((one, other))
        return next((self._expanded((name,)) for name in after if len(name.members) > 1), ())

    def _coupled(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the two that "both … and …" couples before a verb."""
        for mark in self.page.marks.keyed("grammar", "both", sentence.first, cue.first):
            free = list({name.key: name for name in self._free(mark.end, cue.first)}.values())
            joined = self.page.marks.keyed("grammar", "and", mark.end, cue.first)
            if len(free) == 2 and any(free[0].end <= one.first < free[1].first for one in joined):
                return self._expanded(free)
        return ()

    def _described(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the two states whose armies or the like accuse each other."""
        first = max(sentence.first, cue.first - REACH)
        states = {
            name.state: name
            for name in self.names.within(first, cue.first)
            if name.sort is NameKind.STATE and name.state and not self._is_place(name)
        }
        pair = list(states.values())
        near = len(pair) == 2 and cue.first - pair[-1].end <= LIST_GAP
        return self._expanded(pair) if near and any(one.attributive for one in pair) else ()

    def _is_agent(self, name: NameMention) -> bool:
        marks = self.page.marks.keyed("grammar", "agent", max(0, name.first - 2), name.first)
        return any(marks)

    def utterance_at(self, token: int) -> Utterance | None:
        """Give the statement that covers a token."""
        return next((i for i in self.utterances.items if i.first <= token < i.end), None)

    def _slighting(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give who calls an accusation false without a word of saying: "called it baseless"."""
        called = self.page.marks.within("claims", sentence.first, cue.first)
        verbs = [one for one in called if one.field == "naming_verbs"]
        return self._nearest(sentence, verbs[-1]) if verbs else ()

    def named(self, mention: NameMention) -> tuple[Actor, ...]:
        """Give the claimants a mention stands for."""
        return self._expanded((mention,))

    def _speaking(self, spoken: Utterance, cue: Mark) -> tuple[Actor, ...]:
        return (Actor(spoken.finding.speaker, spoken.finding.state, cue.first),)

    def is_joined(self, cue: Mark) -> bool:
        """Tell whether a cue stands right behind "and" or "while": it has no subject of its own."""
        marks = self.page.marks
        return any(
            mark.end == cue.first
            for key in ("and", "while")
            for mark in marks.keyed("grammar", key, cue.first - 3, cue.first)
        )

    def _subjects(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        if self._is_of_nobody(sentence, cue):
            return ()
        if self._goes_on(cue):
            free = self._of_clause(sentence, cue)
            if free:
                return self._expanded(self._list_from(free))
        first = max(sentence.first, cue.first - REACH)
        before = [name for name in self.names.within(first, cue.first) if name.end <= cue.first]
        actors = [name for name in before if _can_claim(name) or self._is_antecedent(name, cue)]
        while actors and self._hangs(actors[-1], cue):
            actors.pop()
        if not actors:
            return self._agents(sentence, cue)
        outer = self._before_aside(actors, cue)
        if outer is not None:
            return self._expanded((outer,))
        if self._is_aside(cue):
            actors = [*actors[:-1], actors[0]] if len(actors) > 1 else actors
        chosen = [actors[-1]]
        for name in reversed(actors[:-1]):
            last = len(chosen) == 1  # the last of a list is joined by "and", not by a comma
            if not self._listed(name, chosen[0], joined=last):
                break
            chosen.insert(0, name)
        return self._expanded(chosen)

    def _goes_on(self, cue: Mark) -> bool:
        """Tell whether a verb goes on about the subject of a clause: "…, accusing"."""
        if "gerund" in cue.forms:
            if self.is_beside(cue):
                return False
            being = self.page.marks.keyed("grammar", "be", cue.first - ADVERBS, cue.first)
            return not any(being)
        return self.is_joined(cue)

    def is_beside(self, cue: Mark) -> bool:
        """Tell whether a gerund has a subject of its own: "despite Norland earlier denying"."""
        near = self.names.within(max(0, cue.first - ADVERBS - 2), cue.first)
        if not near or not _can_claim(near[-1]) or cue.first - near[-1].end >= ADVERBS:
            return False
        words = self.page.tokens.words
        first = near[-1].first
        opens = self.page.marks.keyed("grammar", "preposition", max(0, first - 3), first)
        led = any(first - mark.end <= 1 for mark in opens)
        return led and all(words[at].isalpha() for at in range(near[-1].end, cue.first))

    def _is_of_nobody(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether a relative clause hangs on no name: "those who accuse", "pihak yang"."""
        first = max(sentence.first, cue.first - ADVERBS - 1)
        for mark in self.page.marks.keyed("grammar", "relative", first, cue.first):
            inside = self.names.within(mark.end, cue.first)
            if inside or any(self.page.marks.keyed("grammar", "that", mark.first, mark.end)):
                continue
            named = self.names.within(max(sentence.first, mark.first - REACH), mark.first)
            return not any(0 <= mark.first - name.end <= 1 for name in named)
        return False

    def _of_clause(self, sentence: Sentence, cue: Mark) -> list[NameMention]:
        """Give whom a clause is about that ends in "…, accusing X", "… and accused X", in order.

        What opens with "after" or the like has its subject behind the first comma; "but" opens
        a clause of its own. Before all else a gerund speaks of who stands behind its clause.
        """
        words, marks = self.page.tokens.words, self.page.marks
        if cue.first - sentence.first < ADVERBS:
            at = next((at for at in range(cue.end, sentence.end) if words[at] == ","), 0)
            return self._free(at, sentence.end) if at else []
        first = sentence.first
        opening = marks.within("grammar", first, first + 1)
        if any(mark.key in SUBORDINATE for mark in opening):
            first = next((at for at in range(first, cue.first) if words[at] == ","), first)
        for mark in marks.within("grammar", first, cue.first):
            if mark.key not in TURNS:
                continue
            comma = mark.key == "contrast" or words[mark.first - 1] == ","
            if self._free(mark.end, cue.first if comma else mark.end + ADVERBS):
                first = mark.end
        return self._without_offices(self._free(first, cue.first))

    def _without_offices(self, free: list[NameMention]) -> list[NameMention]:
        """Leave out what only tells whose a person is: "Senate committee member Ada Lund"."""
        if len(free) < 2 or free[0].sort is NameKind.PERSON or free[1].sort is not NameKind.PERSON:
            return free
        words = self.page.tokens.words[free[0].end : free[1].first]
        marks = self.page.marks.within("grammar", free[0].end, free[1].first)
        told = len(words) <= OFFICE and all(word[0].isalpha() for word in words)
        return free[1:] if told and not any(True for _ in marks) else free

    def _free(self, first: int, end: int) -> list[NameMention]:
        """List those in a stretch who can claim and hang on no other word."""
        named = [name for name in self.names.within(first, end) if _can_claim(name)]
        return [name for name in named if not self._is_place(name)]

    def subject(self, sentence: Sentence) -> tuple[Actor, ...]:
        """Give whom a sentence is about: the first that can claim and stands free."""
        named = self.names.within(sentence.first, sentence.end)
        free = [name for name in named if _can_claim(name) and not self._is_place(name)]
        return self._expanded(free[:1])

    def noun_before(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the few words before a verb that nobody knows for a name: "the army denies it"."""
        words, tokens = self.page.tokens.words, self.page.tokens
        first = cue.first
        while first > sentence.first and words[first - 1][0].isalnum() and cue.first - first < GAP:
            first -= 1
        helping = {
            token
            for mark in self.page.marks.within("grammar", first, cue.first)
            if mark.key in HELPING
            for token in range(mark.first, mark.end)
        }
        while first < cue.first and first in helping:
            first += 1
        end = cue.first
        while end > first and end - 1 in helping:
            end -= 1
        if not first < end or end - first > LIST_GAP or words[end - 1][0].isdigit():
            return ()
        name = self.page.text[tokens.starts[first] : tokens.ends[end - 1]]
        return (Actor(name, None, first),)

    def undergoing(self, sentence: Sentence, cue: Mark) -> str:
        """Give who is accused by a passive: its subject ("Norland, accused by Valdoria of")."""
        first = max(sentence.first, cue.first - REACH)
        named = any(name.end <= cue.first for name in self.names.within(first, cue.first))
        found = self._subjects(sentence, cue) if named else ()
        return found[0].code if found else ""

    def _before_aside(self, actors: list[NameMention], cue: Mark) -> NameMention | None:
        """Give whom an aside interrupts: "Norland, accused by Valdoria of theft, denied"."""
        words, marks = self.page.tokens.words, self.page.marks
        reach = range(cue.first - 1, max(0, cue.first - GAP), -1)
        comma = next((at for at in reach if words[at] == ","), 0)
        if not comma or any(words[at][0].isupper() for at in range(comma, cue.first)):
            return None
        for name in reversed(actors):
            if name.end < comma and words[name.end] == ",":
                opens = marks.within("grammar", name.end + 1, name.end + 2)
                charged = marks.keyed("claims", "accuse", name.end + 1, name.end + 2)
                if any(mark.key == "relative" for mark in opens) or any(charged):
                    return name
        return None

    def _is_antecedent(self, name: NameMention, cue: Mark) -> bool:
        """Tell whether the clause of a cue hangs on a name: "…into Norland, which accuses"."""
        return any(
            0 <= mark.first - name.end <= 1 and cue.first - mark.end <= ADVERBS
            for mark in self.page.marks.keyed("grammar", "relative", name.end, cue.first)
        )

    def _is_place(self, name: NameMention) -> bool:
        """Tell whether a name only says where or of whom: it hangs on a preposition."""
        marks = self.page.marks.within("grammar", max(0, name.first - 3), name.first)
        return any(mark.end == name.first and mark.key in HANGING for mark in marks)

    def _hangs(self, name: NameMention, cue: Mark) -> bool:
        """Tell whether a name is no subject of a verb: a place, and not "with Norland accusing"."""
        if not self._is_place(name) or self._is_antecedent(name, cue):
            return False
        marks = self.page.marks.keyed("grammar", "with", max(0, name.first - 2), name.first)
        return name.end != cue.first or not any(mark.end == name.first for mark in marks)

    def _is_aside(self, cue: Mark) -> bool:
        """Tell whether a cue goes on about the subject of the sentence ("…, accusing X of")."""
        if "gerund" in cue.forms:
            return True
        marks = self.page.marks.within("grammar", cue.first - 2, cue.first)
        return any(mark.key in ("with", "while") and mark.end == cue.first for mark in marks)

    def _agents(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the claimants a passive names behind itself ("accused by A and B")."""
        if "passive" in cue.forms:  # "dituduh Norland": the agent stands right behind the verb
            agent = [one for one in self.names.within(cue.end, cue.end + 1) if _can_claim(one)]
            if agent:
                return self._expanded(agent[:1])
        for mark in self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 4):
            after = [
                name
                for name in self.names.within(mark.end, min(sentence.end, mark.end + 8))
                if _can_claim(name)
            ]
            if after:
                return self._expanded(self._list_from(after))
        return ()

    def is_led(self, cue: Mark) -> bool:
        """Tell whether a passive says by whom: "disputed by"."""
        return any(self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 1))

    def noun_agent(self, cue: Mark) -> tuple[Actor, ...]:
        """Give the noun for people that a passive names behind "by": "by many inspectors"."""
        for mark in self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 1):
            for at in range(mark.end, min(mark.end + LIST_GAP, len(self.page.tokens.words))):
                if can_speak(self.page, at):
                    return (Actor(self.page.tokens.lower[at], None, at),)
        return ()

    def _list_from(self, names: Sequence[NameMention]) -> list[NameMention]:
        """Give the first of some names and those listed with it: "by A, B and C"."""
        chosen = [names[0]]
        for name in names[1:]:
            comma = self._listed(chosen[-1], name, joined=False)
            if not comma and not self._listed(chosen[-1], name, joined=True):
                break
            chosen.append(name)
        return chosen

    def _listed(self, one: NameMention, other: NameMention, *, joined: bool) -> bool:
        """Tell whether two names stand in one list, `joined` by a word and no comma alone."""
        gap = range(one.end, other.first)
        if len(gap) > LIST_GAP:
            return False
        joins = {
            token
            for mark in self.page.marks.keyed("grammar", "and", one.end, other.first)
            for token in range(mark.first, mark.end)
        }
        words = self.page.tokens.words
        if any(words[at] == "," for at in gap[1:]):
            return False  # "…, brokered by Norland, with the government blaming"
        small = sum(words[at].islower() and at not in joins for at in gap)
        return (
            bool(gap)
            and all(at in joins or words[at] == "," or words[at].islower() for at in gap)
            and (bool(joins) or (not joined and words[one.end] == "," and small < LOWER))
        )

    def _expanded(self, chosen: Iterable[NameMention]) -> tuple[Actor, ...]:
        """Give each claimant once; a plural mention stands for its members."""
        out: dict[str, Actor] = {}
        for name in chosen:
            for actor in self._members(name):
                out.setdefault(actor.name, actor)
        return tuple(out.values())

    def _members(self, name: NameMention) -> Iterator[Actor]:
        if not name.members:
            label = (code_of(name) or name.name) if name.sort is NameKind.STATE else name.name
            yield Actor(label, name.state or self._crowd(name), name.first)
            return
        for key in name.members:
            known = next((item for item in self.names.items if item.key == key), None)
            yield Actor(
                known.name if known and known.sort is not NameKind.STATE else key,
                known.state if known else key,
                name.first,
            )

    def _crowd(self, name: NameMention) -> str | None:
        """Give the code of many states for a name that stands for some: "Arab states"."""
        if name.sort is not NameKind.GROUP:
            return None
        return MANY if any(self.page.marks.keyed("topics", "crowd", name.first, name.end)) else None


def _can_claim(name: NameMention) -> bool:
    return name.sort in ACTORS and not name.attributive
