"""Stances on contested facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.dates import When
from traktat.model.findings import ClaimFinding, DateFinding, Step
from traktat.model.kinds import Manner, Stance
from traktat.model.spans import Span
from traktat.reading.claims.charges import Charge, Charges
from traktat.reading.claims.claimants import SPOKEN, Actor, Claimants
from traktat.reading.claims.cues import STANCES, Cues
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.propositions import Propositions, Stretch, Topic
from traktat.reading.claims.quantities import quantity_in
from traktat.reading.frames import names_agreement
from traktat.reading.mentions import Dates, Names, Utterance, Utterances
from traktat.reading.scan import Scan

SMEAR = "spreads false information about"
ALSO = 3  # tokens before "accused" in which "also" stands; between two sentences
CONFESSED = 14  # tokens behind "admitted" in which nobody is said to know
OBJECT_REACH = 2  # words between a verb and the noun for what it denies
SAME_WORDS = 0.6  # share of words that two wordings of one proposition have in common
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
    if not page.marks.of("claims") and not page.marks.of("topics"):
        return ()
    ledger = _Ledger(page, names, dates, utterances)
    ledger.read()
    return tuple(without_repeats(page, ledger.found))


class _Ledger:
    """Reads the claims of a report in text order; each may speak of the one before."""

    def __init__(self, page: Scan, names: Names, dates: Dates, utterances: Utterances) -> None:
        self.page, self.names, self.dates, self.utterances = page, names, dates, utterances
        self.cues = Cues(page, names)
        self.claimants = Claimants(page, names, utterances)
        self.propositions = Propositions(page, names)
        self.charges = Charges(page, names)
        self.charged: list[tuple[Sentence, Utterance, Charge]] = []
        self.said = Said()
        self.found: list[ClaimFinding] = []

    def read(self) -> None:
        """Read all sentences in text order, and last what no word of a stance gives away."""
        for sentence in self.page.sentences:
            cues = _without_objects(self.cues.of(sentence))
            if not cues:
                self._go_on(sentence)
            self._charge(sentence, cues)
            for at, cue in enumerate(cues):
                end = cues[at + 1].first if at + 1 < len(cues) else sentence.end
                if not self.cues.is_negated(cue):
                    self._add(list(self._claim(sentence, cue, end)))
        for sentence, spoken, charge in self.charged:
            self._add(list(self._charging(sentence, spoken, charge)))

    def _charge(self, sentence: Sentence, cues: Sequence[Mark]) -> None:
        """Note what statements charge others with; a denial behind one is a denial of that."""
        for spoken in self.utterances.within(sentence.first, sentence.end):
            charge = self.charges.within(spoken)
            if charge is None or any(spoken.first <= cue.first < charge.mark.end for cue in cues):
                continue
            self.charged.append((sentence, spoken, charge))
            if not charge.denied and (not cues or spoken.first < cues[0].first):
                speaker = Actor(spoken.finding.speaker, spoken.finding.state, spoken.first)
                self.propositions.last, self.said.accusers = charge.topic, (speaker,)

    def _add(self, claims: list[ClaimFinding]) -> None:
        """Keep claims that do not say once more what the statement around them says already."""
        known = {(one.span, one.topic, one.manner) for one in self.found[-len(claims) :]}
        if not all((one.span, one.topic, one.manner) in known for one in claims):
            self.found.extend(claims)

    def _claim(self, sentence: Sentence, cue: Mark, end: int) -> Iterator[ClaimFinding]:
        before = self.said.actors if self.said.sentence == sentence.index else ()
        both = self.claimants.both(sentence, cue) if self.cues.is_mutual(cue) else ()
        if both:
            yield from self._mutual(sentence, cue, end, both)
            return
        undergone = self.cues.is_undergone(cue)
        actors = self.claimants.of(sentence, cue, before, undergone=undergone)
        if not actors and not undergone:
            actors = self._in_words(sentence, cue)
        if undergone and not actors and cue.key == "denies":
            actors, topic = self._accused_before(), self.propositions.last
            if topic is None and points_back(self.page, cue):
                actors = self.claimants.subject(sentence)  # "…, tuduhan yang dibantahnya"
                topic = self._topic(sentence, cue, end, actors) if actors else None
        else:
            accused = ""
            if undergone and cue.key == "accuse":
                actors = actors or self._accusing_before(sentence, cue)
                accused = self.claimants.undergoing(sentence, cue)
            topic = self._topic(sentence, cue, end, actors, accused) if actors else None
        if topic is None:
            return
        stance, manner = self._stance(cue)
        stance = Stance.DENIES if topic.denied else stance
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

    def _mutual(
        self, sentence: Sentence, cue: Mark, end: int, actors: tuple[Actor, ...]
    ) -> Iterator[ClaimFinding]:
        """Two who accuse each other: each says that the other did it."""
        first = self.cues.after_each_other(cue)
        for actor in actors:
            other = next(one.code for one in actors if one is not actor)
            stretch = Stretch(cue, first, end, (actor.code,), other=other)
            topic = self.propositions.of(stretch)
            if topic is None:
                return
            begin = min(cue.first, max(sentence.first, actors[0].first))
            line = (Stance.ASSERTS, Manner.ACCUSE, topic)
            yield from self._findings(sentence, (actor,), cue, (begin, end), line)
            self._remember(sentence, (actor,), *line)

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

    def _accused_before(self) -> tuple[Actor, ...]:
        """Give who was accused before: a denial by "them" is theirs ("dibantahnya")."""
        last = self.propositions.last
        return (Actor(last.accused, last.accused, 0),) if last and last.accused else ()

    def _in_words(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give a claimant no layer names: whoever the accusation is a statement of, or a noun."""
        for spoken in self.utterances.within(sentence.first, sentence.end):
            if spoken.cue == cue.first and cue.key in ("accuse", "denies"):
                return (Actor(spoken.finding.speaker, spoken.finding.state, cue.first),)
        near = self.propositions.last is not None and self.said.sentence >= sentence.index - 1
        return self.claimants.noun_before(sentence, cue) if near and cue.key == "denies" else ()

    def _accusing_before(self, sentence: Sentence, cue: Mark) -> tuple[Actor, ...]:
        """Give who goes on accusing: "Norland was also accused of …" behind what others said."""
        if not any(self.page.marks.keyed("grammar", "also", max(0, cue.first - ALSO), cue.first)):
            return ()
        if self.said.sentence == sentence.index - 1:
            return self.said.actors
        before = [one for one in self.utterances.items if one.end <= sentence.first]
        told = before[-1] if before else None
        if told is None or told.end < sentence.first - ALSO or told.finding.state is None:
            return ()
        return (Actor(told.finding.speaker, told.finding.state, told.first),)

    def _charging(
        self, sentence: Sentence, spoken: Utterance, charge: Charge
    ) -> Iterator[ClaimFinding]:
        """A statement that says another state did wrong accuses it; one's own "no" denies."""
        if self._is_told(spoken, charge):
            return
        actor = Actor(spoken.finding.speaker, spoken.finding.state, spoken.first)
        stance = Stance.DENIES if charge.denied else Stance.ASSERTS
        manner = None if charge.denied else Manner.ACCUSE
        place = spoken.first, min(spoken.end, sentence.end)
        line = (stance, manner, charge.topic)
        yield from self._findings(sentence, (actor,), charge.mark, place, line)

    def _is_told(self, spoken: Utterance, charge: Charge) -> bool:
        """Tell whether the speaker's state took this line before."""
        stance = Stance.DENIES if charge.denied else Stance.ASSERTS
        line = spoken.finding.state, stance, charge.topic.accused
        return any(
            (one.state, one.stance, one.topic.partition(" ")[0]) == line for one in self.found
        )

    def _topic(
        self,
        sentence: Sentence,
        cue: Mark,
        end: int,
        actors: tuple[Actor, ...],
        accused: str = "",
    ) -> Topic | None:
        """Give the proposition of a cue: most stand behind it, some in the whole sentence."""
        if cue.key == "evaluate":
            spoken = self.claimants.utterance_at(cue.first)
            return Topic(NOVELTY, None) if spoken and self._speaks_of_agreement(cue) else None
        own = tuple(actor.code for actor in actors)
        if cue.key == "counter-accuse":
            return self._smear(own)
        whole = cue.key in ("hypothetical", "presuppose", "decline") or cue.field == "slights"
        passive = "passive" in cue.forms  # "a charge that is denied by Norland"
        whole = whole or (cue.key == "denies" and (passive or self._closes(sentence, cue)))
        first = sentence.first if whole else cue.end
        official = any(actor.name == actor.state for actor in actors)
        if cue.field == "noun_words" and not self._names_others(first, end, own):
            return None  # "amid claims that it had …": those of others
        if self.cues.rejects_before(cue) and not self._is_near(sentence, own):
            return None
        other = accused if accused not in own else ""
        return self.propositions.of(Stretch(cue, first, end, own, official, other))

    def _names_others(self, first: int, end: int, own: tuple[str, ...]) -> bool:
        """Tell whether a clause begins with another state or organization."""
        named = self.propositions.codes(first, end)[:1]
        return any(":" not in code and code not in own for code in named)

    def _is_near(self, sentence: Sentence, own: tuple[str, ...]) -> bool:
        """Tell whether others took a stance here or in the sentence before: "rejects this"."""
        others = any(actor.code not in own for actor in self.said.actors)
        return others and self.said.sentence >= sentence.index - 1

    def _closes(self, sentence: Sentence, cue: Mark) -> bool:
        """Tell whether nothing is left to be denied behind a verb: "…, a charge Norland denies"."""
        words = self.page.tokens.words
        return all(not words[at][0].isalnum() for at in range(cue.end, sentence.end))

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


def _without_objects(cues: Sequence[Mark]) -> list[Mark]:
    """Leave out what a stance is taken on: "neither confirmed nor denied the deployment"."""
    kept: list[Mark] = []
    for cue in cues:
        taken = bool(kept) and kept[-1].key in ("neither", "denies")
        near = bool(kept) and cue.first - kept[-1].end <= CONFESSED
        if near and kept[-1].key == "confirm" and cue.key in ("neither", "decline"):
            kept.pop()  # "admitted that it could not confirm …"
        if taken and cue.field == "noun_words" and cue.first - kept[-1].end <= OBJECT_REACH:
            continue  # "denied its claim that …"
        if not (taken and cue.key == "presuppose" and cue.first - kept[-1].end <= OBJECT_REACH):
            kept.append(cue)
    return kept


def without_repeats(page: Scan, found: list[ClaimFinding]) -> Iterator[ClaimFinding]:
    """Keep each claim of a report once, where it is told first; not in a headline if elsewhere."""
    kept: list[ClaimFinding] = []
    for one in sorted(found, key=lambda one: _in_heading(page, one)):
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return (one for one in found if one in kept)


def _is_same(one: ClaimFinding, other: ClaimFinding) -> bool:
    """Tell whether two claims say the same of the same, by the same claimant."""
    same = (one.by, one.state, one.stance, one.manner) == (
        *(other.by, other.state, other.stance, other.manner),
    )
    dated = one.date is not None and other.date is not None and one.date != other.date
    if not same or dated or one.quantity != other.quantity:
        return False
    mine, theirs = set(one.topic.split()), set(other.topic.split())
    return len(mine & theirs) >= SAME_WORDS * len(mine | theirs)


def _in_heading(page: Scan, claim: ClaimFinding) -> bool:
    return any(span.start <= claim.span.start < span.end for span in page.report.headings)
