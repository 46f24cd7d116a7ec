"""Stances on contested facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.dates import When
from traktat.model.findings import ClaimFinding, DateFinding, Step
from traktat.model.kinds import Manner, NameKind, Stance
from traktat.reading.frames import code_of
from traktat.reading.mentions import Dates, NameMention, Names, Utterance, Utterances
from traktat.reading.quantities import quantity_in
from traktat.reading.scan import Scan

REACH = 22  # tokens before a cue in which the claimant stands
LIST_GAP = 3  # tokens between the members of a list ("A, B, dan C")
UNNAMED = "unattributed"
ACTORS = (NameKind.PERSON, NameKind.ORGAN, NameKind.STATE, NameKind.ORGANISATION, NameKind.GROUP)

STANCES = {
    "accuse": (Stance.ASSERTS, Manner.ACCUSE),
    "confirm": (Stance.ASSERTS, Manner.CONFIRM),
    "asserts": (Stance.ASSERTS, None),
    "denies": (Stance.DENIES, None),
    "neither": (Stance.NEITHER, None),
    "decline": (Stance.NEITHER, Manner.DECLINE),
    "suspect": (Stance.ASSERTS, Manner.SUSPECT),
    "fear": (Stance.ASSERTS, Manner.FEAR),
    "report": (Stance.ASSERTS, Manner.REPORT),
    "hypothetical": (Stance.NEITHER, Manner.HYPOTHETICAL),
    "presuppose": (Stance.ASSERTS, Manner.PRESUPPOSE),
}
"""What each entry of the pack's claims says: the stance and its manner."""

SPOKEN = ("hypothetical", "presuppose", "decline")
"""Manners that may stand inside a statement: the speaker is the claimant."""


EXPLICIT = ("accuse", "denies", "confirm", "asserts", "suspect")
"""Manners that are a stance by themselves, whatever they are about."""

TOPIC_WORDS = 6  # words that name a proposition no topic of the pack covers


@dataclass(frozen=True, slots=True)
class Actor:
    """A claimant: name, state, and the first token of the mention."""

    name: str
    state: str | None
    first: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A proposition; `named` is false where it was taken over from the claim before."""

    text: str
    accused: str | None
    named: bool = True


def read_claims(
    page: Scan, names: Names, dates: Dates, utterances: Utterances
) -> tuple[ClaimFinding, ...]:
    """Find who asserts, denies, or neither, a contested fact."""
    if not page.marks.of("claims"):
        return ()
    return tuple(_Ledger(page, names, dates, utterances).claims())


class _Ledger:
    """Reads the claims of a report in text order; each may speak of the one before."""

    def __init__(self, page: Scan, names: Names, dates: Dates, utterances: Utterances) -> None:
        self.page, self.names, self.dates, self.utterances = page, names, dates, utterances
        self.last: Topic | None = None
        self.denied_in = -1
        self.deniers: frozenset[str] = frozenset()

    def claims(self) -> Iterator[ClaimFinding]:
        for sentence in self.page.sentences:
            cues = [mark for mark in self.page.marks.of("claims", sentence) if mark.key in STANCES]
            for at, cue in enumerate(cues):
                end = cues[at + 1].first if at + 1 < len(cues) else sentence.end
                if not self._is_negated(cue):
                    yield from self._claim(sentence, cue, end)

    def _is_negated(self, cue: Mark) -> bool:
        """A negated stance ("did not deny") is no stance, unless the pack says which."""
        if cue.key in ("neither", "decline", "hypothetical"):
            return False
        return any(self.page.marks.keyed("grammar", "negation", cue.first - 2, cue.first))

    def _claim(self, sentence: Sentence, cue: Mark, end: int) -> Iterator[ClaimFinding]:
        actors = self._actors(sentence, cue)
        topic = self._topic(sentence, cue, end, actors) if actors else None
        if topic is None:
            return
        stance, manner = STANCES[cue.key]
        codes = frozenset(actor.state or actor.name for actor in actors)
        again = sentence.index == self.denied_in and codes == self.deniers
        if manner is Manner.ACCUSE and again:
            manner = Manner.COUNTER_ACCUSE
        if stance is Stance.DENIES:
            self.denied_in, self.deniers = sentence.index, codes
        if topic.named and stance is not Stance.NEITHER and manner is not Manner.COUNTER_ACCUSE:
            self.last = topic
        span = self.page.tokens.span(min(cue.first, max(sentence.first, actors[0].first)), end)
        made = ClaimFinding(
            span=span,
            quote=self.page.quote(span),
            by="",
            stance=stance,
            topic=topic.text,
            manner=manner,
            quantity=quantity_in(self.page, cue.end, end),
            date=self._day(sentence, cue),
            via=self._via(cue),
            because=(Step("stance", cue.entry.name, self.page.tokens.span(cue.first, cue.end)),),
        )
        for actor in actors:
            yield replace(made, by=actor.name, state=actor.state)

    def _actors(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the claimants: subjects before the cue, an agent behind it, or the speaker."""
        if cue.key == "report":
            return (Actor(UNNAMED, None, cue.first),)
        if cue.key in SPOKEN:
            spoken = self._speaker(cue)
            if spoken:
                return (spoken,)
        found = self._subjects(sentence, cue)
        if not found and cue.key == "fear":
            return (Actor(UNNAMED, None, cue.first),)
        return found

    def _speaker(self, cue: Mark) -> Actor | None:
        for item in self.utterances.items:
            if item.first <= cue.first < item.end:
                return Actor(item.finding.speaker, item.finding.state, cue.first)
        return None

    def _subjects(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        if "passive" in cue.forms:
            return self._agents(sentence, cue)
        first = max(sentence.first, cue.first - REACH)
        before = [name for name in self.names.within(first, cue.first) if name.end <= cue.first]
        actors = [name for name in before if _can_claim(name)]
        if not actors:
            return self._agents(sentence, cue)
        chosen = [actors[-1]]
        for name in reversed(actors[:-1]):
            if not self._joined(name, chosen[0]):
                break
            chosen.insert(0, name)
        return self._expanded(chosen)

    def _agents(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give the claimants a passive names behind itself ("accused by A and B")."""
        for mark in self.page.marks.keyed("grammar", "agent", cue.end, cue.end + 4):
            after = [
                name
                for name in self.names.within(mark.end, min(sentence.end, mark.end + 8))
                if _can_claim(name)
            ]
            if after:
                return self._expanded(after[:1])
        return ()

    def _joined(self, one: NameMention, other: NameMention) -> bool:
        """Tell whether two names stand in one list."""
        gap = range(one.end, other.first)
        if len(gap) > LIST_GAP:
            return False
        joins = {
            token
            for mark in self.page.marks.keyed("grammar", "and", one.end, other.first)
            for token in range(mark.first, mark.end)
        }
        words = self.page.tokens.words
        return (
            bool(gap)
            and all(at in joins or words[at] == "," or words[at].islower() for at in gap)
            and (bool(joins) or words[one.end] == ",")
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
            yield Actor(label, name.state, name.first)
            return
        for key in name.members:
            known = next((item for item in self.names.items if item.key == key), None)
            yield Actor(
                known.name if known and known.sort is not NameKind.STATE else key,
                known.state if known else key,
                name.first,
            )

    def _topic(
        self, sentence: Sentence, cue: Mark, end: int, actors: tuple[Actor, ...]
    ) -> Topic | None:
        """Give the proposition: who is said to do what to whom; or the one spoken of before."""
        first = sentence.first if cue.key in SPOKEN else cue.end
        marks = self.page.marks.within("topics", first, max(end, cue.end))
        named = [mark for mark in marks if self._group(mark) == "claim"]
        if not named:
            anaphor = any(self._group(mark) == "anaphor" for mark in marks)
            if (anaphor or cue.key in ("neither", "decline")) and self.last:
                return replace(self.last, named=False)
            return self._worded(first, end, actors) if cue.key in EXPLICIT else None
        chosen = max(named, key=lambda mark: (mark.key == "front", -mark.first))
        codes = self._codes(first, sentence.end)
        own = [actor.state or actor.name for actor in actors]
        if cue.key in ("denies", "neither", "decline", "hypothetical") and (
            not codes or (len(codes) == 1 and codes[0] not in own)
        ):
            codes = [own[0], *codes]
        value = str(self.page.pack.entry("topics", chosen.key).get("value", chosen.key))
        accused = codes[0] if codes else None
        place = next((code for code in codes[1:] if code != accused), "")
        text = f"{accused or '?'} {value} {place}".strip()
        return Topic(text, accused) if accused else None

    def _worded(self, first: int, end: int, actors: tuple[Actor, ...]) -> Topic | None:
        """Give a proposition no topic names: who is meant, and the words that say what of them.

        Somebody else's state or group must be meant, or an agreement: the rest is not ours.
        """
        own = {actor.state or actor.name for actor in actors}
        codes = [code for code in self._codes(first, end) if code not in own]
        treaty = any(
            mark.field == "nouns" for mark in self.page.marks.within("agreements", first, end)
        )
        if not codes and not treaty:
            return None
        small = self.page.pack.lists.get("stopwords", ())
        words = [
            word
            for word in self.page.tokens.lower[first:end]
            if word[0].isalpha() and len(word) > 3 and word not in small
        ]
        accused = codes[0] if codes else actors[0].state or actors[0].name
        return Topic(f"{accused}: {' '.join(words[:TOPIC_WORDS])}", accused)

    def _codes(self, first: int, end: int) -> list[str]:
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

    def _day(self, sentence: Sentence, cue: Mark) -> When | None:
        """Give the day the claim was made, where it stands beside the cue."""
        for item in self.dates.within(max(sentence.first, cue.first - 6), cue.end + 4):
            if isinstance(item.finding, DateFinding):
                return item.finding.when
        return None

    def _via(self, cue: Mark) -> str | None:
        holder: Utterance | None = next(
            (item for item in self.utterances.items if item.first <= cue.first < item.end), None
        )
        return holder.finding.speaker if holder else None


def _can_claim(name: NameMention) -> bool:
    return name.sort in ACTORS and not name.attributive
