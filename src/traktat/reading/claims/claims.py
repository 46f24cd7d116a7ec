"""Stances on contested facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.dates import When
from traktat.model.findings import ClaimFinding, DateFinding, Step
from traktat.model.kinds import Manner, Stance
from traktat.model.spans import Span
from traktat.reading.claims.claimants import SPOKEN, Actor, Claimants
from traktat.reading.claims.propositions import Propositions, Stretch, Topic
from traktat.reading.claims.quantities import quantity_in
from traktat.reading.frames import names_agreement
from traktat.reading.mentions import Dates, Names, Utterance, Utterances
from traktat.reading.scan import Scan

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
    "counter-accuse": (Stance.ASSERTS, Manner.COUNTER_ACCUSE),
    "evaluate": (Stance.ASSERTS, Manner.EVALUATE),
}
"""What each entry of the pack's claims says: the stance and its manner."""

UNMOVED = ("neither", "decline", "hypothetical", "evaluate")
"""Stances a negation belongs to: it does not take them back."""

SMEAR = "spreads false information about"
NOVELTY = "the agreement is new"


@dataclass(slots=True)
class Said:
    """What the ledger has just read: in which sentence, by whom, and who was denied there."""

    sentence: int = -1
    actors: tuple[Actor, ...] = ()
    denied_in: int = -1
    deniers: frozenset[str] = frozenset()
    accusers: tuple[Actor, ...] = ()


def read_claims(
    page: Scan, names: Names, dates: Dates, utterances: Utterances
) -> tuple[ClaimFinding, ...]:
    """Find who asserts, denies, or neither, a contested fact."""
    if not page.marks.of("claims"):
        return ()
    ledger = _Ledger(page, names, dates, utterances)
    ledger.read()
    return tuple(ledger.found)


class _Ledger:
    """Reads the claims of a report in text order; each may speak of the one before."""

    def __init__(self, page: Scan, names: Names, dates: Dates, utterances: Utterances) -> None:
        self.page, self.names, self.dates, self.utterances = page, names, dates, utterances
        self.claimants = Claimants(page, names, utterances)
        self.propositions = Propositions(page, names)
        self.said = Said()
        self.found: list[ClaimFinding] = []

    def read(self) -> None:
        """Read all sentences in text order."""
        for sentence in self.page.sentences:
            cues = [mark for mark in self.page.marks.of("claims", sentence) if mark.key in STANCES]
            if not cues:
                self._go_on(sentence)
            for at, cue in enumerate(cues):
                end = cues[at + 1].first if at + 1 < len(cues) else sentence.end
                if not self._is_negated(cue):
                    self._add(list(self._claim(sentence, cue, end)))

    def _add(self, claims: list[ClaimFinding]) -> None:
        """Keep claims that do not say once more what the statement around them says already."""
        known = {(one.span, one.topic, one.manner) for one in self.found[-len(claims) :]}
        if not all((one.span, one.topic, one.manner) in known for one in claims):
            self.found.extend(claims)

    def _is_negated(self, cue: Mark) -> bool:
        """A negated stance ("did not deny") is no stance, unless the pack says which."""
        if cue.key in UNMOVED:
            return False
        return any(self.page.marks.keyed("grammar", "negation", cue.first - 2, cue.first))

    def _claim(self, sentence: Sentence, cue: Mark, end: int) -> Iterator[ClaimFinding]:
        before = self.said.actors if self.said.sentence == sentence.index else ()
        actors = self.claimants.of(sentence, cue, before)
        topic = self._topic(sentence, cue, end, actors) if actors else None
        if topic is None:
            return
        stance, manner = self._stance(cue)
        codes = frozenset(actor.code for actor in actors)
        again = sentence.index == self.said.denied_in and codes == self.said.deniers
        if manner is Manner.ACCUSE and again:
            manner = Manner.COUNTER_ACCUSE
        self._remember(sentence, actors, stance, manner, topic)
        first = min(cue.first, max(sentence.first, actors[0].first))
        spoken = self.claimants.utterance_at(cue.first) if cue.key in SPOKEN else None
        if spoken:
            first, end = max(sentence.first, spoken.first), min(sentence.end, spoken.end)
        yield from self._findings(sentence, actors, cue, (first, end), (stance, manner, topic))

    def _stance(self, cue: Mark) -> tuple[Stance, Manner | None]:
        stance, manner = STANCES[cue.key]
        return (Stance.DENIES if cue.field == "negative" else stance), manner

    def _remember(
        self,
        sentence: Sentence,
        actors: tuple[Actor, ...],
        stance: Stance,
        manner: Manner | None,
        topic: Topic,
    ) -> None:
        self.said.sentence, self.said.actors = sentence.index, actors
        if stance is Stance.DENIES:
            self.said.denied_in = sentence.index
            self.said.deniers = frozenset(actor.code for actor in actors)
        told = topic.named and stance is not Stance.NEITHER
        if told and manner not in (Manner.COUNTER_ACCUSE, Manner.EVALUATE, Manner.FEAR):
            self.propositions.last = topic
            self.said.accusers = actors

    def _findings(
        self,
        sentence: Sentence,
        actors: tuple[Actor, ...],
        cue: Mark,
        tokens: tuple[int, int],
        line: tuple[Stance, Manner | None, Topic],
    ) -> Iterator[ClaimFinding]:
        """Give one finding for each claimant."""
        span = self.page.tokens.span(*tokens)
        stance, manner, topic = line
        spoken = self.claimants.utterance_at(cue.first)
        made = ClaimFinding(
            span=span,
            quote=self.page.quote(span),
            by="",
            stance=stance,
            topic=topic.text,
            manner=manner,
            quantity=quantity_in(self.page, cue.end, tokens[1]),
            date=self._day(sentence, cue, spoken),
            via=spoken.finding.speaker if spoken else None,
            because=(Step("stance", cue.entry.name, self.page.tokens.span(cue.first, cue.end)),),
        )
        for actor in actors:
            yield replace(made, by=actor.name, state=actor.state)

    def _topic(
        self, sentence: Sentence, cue: Mark, end: int, actors: tuple[Actor, ...]
    ) -> Topic | None:
        """Give the proposition of a cue: most stand behind it, some in the whole sentence."""
        if cue.key == "evaluate":
            return Topic(NOVELTY, None) if self._speaks_of_agreement(cue) else None
        own = tuple(actor.code for actor in actors)
        if cue.key == "counter-accuse":
            return self._smear(own)
        whole = cue.key in ("hypothetical", "presuppose", "decline")
        first = sentence.first if whole else cue.end
        return self.propositions.of(Stretch(cue, first, end, own))

    def _smear(self, own: tuple[str, ...]) -> Topic | None:
        """Those who accused before are said to smear; without an accusation nobody is."""
        accusers = [actor.code for actor in self.said.accusers if actor.code not in own]
        return Topic(f"{accusers[0]} {SMEAR} {own[0]}", accusers[0]) if accusers else None

    def _speaks_of_agreement(self, cue: Mark) -> bool:
        """Tell whether the statement that holds a cue names an agreement or a document."""
        spoken = self.claimants.utterance_at(cue.first)
        first, end = (spoken.first, spoken.end) if spoken else (cue.first - 6, cue.end + 6)
        return names_agreement(self.page, max(0, first), end)

    def _go_on(self, sentence: Sentence) -> None:
        """Those who took a stance in the sentence before go on: "They said troops …".

        Where they say the same again, their claims take the sentence in; one claim stays one.
        """
        here = self.utterances.within(sentence.first, sentence.end)
        spoken = next((item for item in here if item.cue >= sentence.first), None)
        cue = self._they(sentence, spoken) if spoken else None
        if spoken is None or cue is None or self.said.sentence != sentence.index - 1:
            return
        actors = self.said.actors
        own = tuple(actor.code for actor in actors)
        topic = self.propositions.of(Stretch(cue, spoken.first, spoken.end, own))
        if topic is None or not topic.named or topic.accused in own:
            return
        before = self.found[-len(actors) :]
        if all(one.topic == topic.text and one.stance is Stance.ASSERTS for one in before):
            self.found[-len(actors) :] = [self._widened(one, spoken) for one in before]
            return
        self._remember(sentence, actors, Stance.ASSERTS, None, topic)
        line = (Stance.ASSERTS, None, topic)
        self.found.extend(self._findings(sentence, actors, cue, (cue.first, spoken.end), line))

    def _they(self, sentence: Sentence, spoken: Utterance) -> Mark | None:
        """Give the pronoun that opens a sentence of several speakers who were named before."""
        found = self.page.marks.keyed("grammar", "they", sentence.first, sentence.first + 2)
        first = next(iter(found), None)
        return first if first and first.first < spoken.cue and len(self.said.actors) > 1 else None

    def _widened(self, claim: ClaimFinding, spoken: Utterance) -> ClaimFinding:
        span = Span(claim.span.start, max(claim.span.end, spoken.finding.span.end))
        return replace(claim, span=span, quote=self.page.quote(span))

    def _day(self, sentence: Sentence, cue: Mark, spoken: Utterance | None) -> When | None:
        """Give the day the claim was made: beside the cue, or that of the statement around it."""
        for item in self.dates.within(max(sentence.first, cue.first - 6), cue.end + 4):
            if isinstance(item.finding, DateFinding):
                return item.finding.when
        uttered = spoken.finding.uttered if spoken else None
        return uttered if uttered and not uttered.is_open else None
