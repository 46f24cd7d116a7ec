"""Those who take a stance without a name: "Norland's army", "its government", "the rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import NameKind, Stance
from traktat.reading.mentions import NameMention, Names, Utterance
from traktat.reading.scan import Scan

LONGEST = 3  # words of a noun for a claimant: "the foreign ministry spokesman"
HELPING = (
    "article",
    "have",
    "be",
    "and",
    "while",
    "contrast",
    "also",
    "perfect",
    "own",
    "it",
    "relative",
)
"""Words around a noun that are none of its own."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A claimant: name, state, and the first token of the mention."""

    name: str
    state: str | None
    first: int

    @property
    def code(self) -> str:
        """Give the state, or the name of a claimant that is none."""
        return self.state or self.name


@dataclass(frozen=True, slots=True)
class Speech:
    """Tokens [first, end) that somebody says, by a statement or by "according to".

    `denied` tells that the speaker says it is not so.
    """

    first: int
    end: int
    actor: Actor
    denied: bool = False

    def speakers(self, names: Names) -> tuple[Actor, ...]:
        """Give those who speak one by one, where several say it together: "IDN, Mendoza"."""
        parts = self.actor.name.split(", ")
        if len(parts) == 1:
            return (self.actor,)
        known = {name.name: name.state for name in names.items if name.state}
        known |= {state: state for state in known.values()}
        if not all(part in known for part in parts):
            return (self.actor,)
        return tuple([Actor(part, known[part], self.actor.first) for part in parts])

    @classmethod
    def of(cls, spoken: Utterance) -> Speech:
        """Give the speech of a statement."""
        actor = Actor(spoken.finding.speaker, spoken.finding.state, spoken.first)
        return cls(spoken.first, spoken.end, actor, spoken.finding.stance is Stance.DENIES)


def ascribed(page: Scan, names: Names, sentence: Sentence) -> Speech | None:
    """Give what a sentence ascribes to somebody without a verb: "according to Norland, …"."""
    for mark in page.marks.of("statements", sentence):
        if mark.key != "attribution":
            continue
        named = names.within(mark.end, mark.end + LONGEST)
        if not named or named[0].sort is NameKind.AGENCY:
            return None
        label = named[0].state if named[0].sort is NameKind.STATE else named[0].name
        actor = Actor(label or named[0].name, named[0].state, named[0].first)
        behind = named[0].end + 1 if mark.first - sentence.first <= 1 else sentence.first
        end = sentence.end if mark.first - sentence.first <= 1 else mark.first
        return Speech(behind, end, actor)
    return None


def actor_before(page: Scan, names: Names, sentence: Sentence, verb: Mark) -> Actor | None:
    """Give the noun for people or bodies right before a verb; its state where it is beside it."""
    end = _without_helping(page, sentence.first, verb.first)
    if page.pack.settings.get("modifiers") == "after":
        return _led(page, names, sentence, end)
    return _trailed(page, names, sentence, end)


def is_bare(page: Scan, actor: Actor) -> bool:
    """Tell whether a claimant is told by a noun alone: "the government", "pemerintah"."""
    return page.tokens.words[actor.first].islower() and can_speak(page, actor.first)


def _without_helping(page: Scan, first: int, end: int) -> int:
    """Give where the words end that stand before the adverbs and auxiliaries of a verb."""
    lower = page.tokens.lower
    adverbs = page.pack.words("statements", "adverbs", "single")
    ends = page.pack.words("statements", "adverbs", "ends")
    while end > first:
        marks = page.marks.within("grammar", max(first, end - 2), end)
        helping = any(mark.end == end and mark.key in HELPING for mark in marks)
        word = lower[end - 1]
        if not helping and word not in adverbs and not (ends and word.endswith(ends)):
            break
        end -= 1
    return end


def _led(page: Scan, names: Names, sentence: Sentence, end: int) -> Actor | None:
    """Give a noun with the state behind it: "tentara Norland", "pemerintahnya"."""
    before = names.within(max(sentence.first, end - LONGEST), end)
    state = next((one for one in before if one.end == end and one.attributive), None)
    last = (state.first if state else end) - 1
    if last < sentence.first or not can_speak(page, last):
        return None
    return _made(page, last, end, state)


def _trailed(page: Scan, names: Names, sentence: Sentence, end: int) -> Actor | None:
    """Give a noun with the state before it: "Norland's army", "the army"."""
    if end <= sentence.first or not can_speak(page, end - 1):
        return None
    words, first = page.tokens.words, end - 1
    named = names.within(max(sentence.first, end - LONGEST - 1), end)
    state = next((one for one in reversed(named) if one.attributive), None)
    stop = state.end if state else max(sentence.first, end - LONGEST)
    while first > stop and words[first - 1].islower() and not _helps(page, first - 1):
        first -= 1
    if state and first == state.end:
        return _made(page, state.first, end, state)
    return _made(page, first, end, None)


def _helps(page: Scan, token: int) -> bool:
    return any(True for _ in page.marks.within("grammar", token, token + 1))


def can_speak(page: Scan, token: int) -> bool:
    """Tell whether a word is a noun for people or bodies that can speak."""
    word = page.tokens.lower[token]
    nouns: Sequence[str] = page.pack.words("statements", "speakers", "single")
    endings = page.pack.words("grammar", "it", "endings")
    if endings and word.endswith(endings):
        word = next(word[: -len(one)] for one in endings if word.endswith(one))
    return word in nouns


def _made(page: Scan, first: int, end: int, state: NameMention | None) -> Actor:
    name = page.text[page.tokens.starts[first] : page.tokens.ends[end - 1]]
    return Actor(name, state.state if state else None, first)
