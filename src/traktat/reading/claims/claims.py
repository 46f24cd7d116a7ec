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
from traktat.reading.claims.actors import Actor, Speech, actor_before, ascribed
from traktat.reading.claims.charges import OBSERVED, Charge, Charges
from traktat.reading.claims.claimants import SPOKEN, Claimants
from traktat.reading.claims.contested import Contested
from traktat.reading.claims.cues import STANCES, Cues
from traktat.reading.claims.objects import without_objects
from traktat.reading.claims.pointing import points_back
from traktat.reading.claims.propositions import Propositions, Stretch, Topic
from traktat.reading.claims.quantities import quantity_in
from traktat.reading.claims.repeats import without_repeats
from traktat.reading.claims.stances import Lines
from traktat.reading.claims.standins import said_by, standing
from traktat.reading.claims.wrongs import setting
from traktat.reading.frames import names_agreement
from traktat.reading.mentions import Dates, Names, Utterance, Utterances
from traktat.reading.scan import Scan

SMEAR = "spreads false information about"
ANSWERED = 2  # sentences behind an accusation in which those accused answer it
ALSO = 3  # tokens before "accused" in which "also" stands; between two sentences
WEAK = ("nouns", "faulting_verbs", "faulting_words")
NOVELTY = "the agreement is new"


@dataclass(slots=True)
class Said:
    """What the ledger has just read: in which sentence, by whom, and who was denied there."""

    sentence: int = -1
    actors: tuple[Actor, ...] = ()
    denied_in: int = -1
    deniers: frozenset[str] = frozenset()
    accusers: tuple[Actor, ...] = ()
    charged_in: int = -1
    mutual: tuple[Topic, ...] = ()


def read_claims(
    page: Scan, names: Names, dates: Dates, utterances: Utterances
) -> tuple[ClaimFinding, ...]:
    """Find who asserts, denies, or neither, a contested fact."""
    if not page.marks.of("claims") and not page.marks.of("topics"):
        return ()
    ledger = _Ledger(page, names, dates, utterances)
    ledger.read()
    buildings = {name.name for name in names.items if name.metonym}
    return tuple(without_repeats(page, ledger.found, buildings))


class _Ledger:
    """Reads the claims of a report in text order; each may speak of the one before."""

    def __init__(self, page: Scan, names: Names, dates: Dates, utterances: Utterances) -> None:
        self.page, self.names, self.dates, self.utterances = page, names, dates, utterances
        self.cues = Cues(page, names)
        self.claimants = Claimants(page, names, utterances)
        self.propositions = Propositions(page, names)
        self.charges = Charges(page, names)
        self.contested = Contested(page, self.cues, utterances)
        self.charged: list[tuple[Sentence, Speech, Charge]] = []
        self.said = Said()
        self.found: list[ClaimFinding] = []
        self.weak: list[ClaimFinding] = []
        self.lines = Lines(page, names, self.found)

    def read(self) -> None:
        """Read all sentences in text order, and last what no word of a stance gives away."""
        for sentence in self.page.sentences:
            cues = without_objects(self.page, self.cues.of(sentence))
            if not cues:
                self._go_on(sentence)
            self._charge(sentence, cues)
            for at, cue in enumerate(cues):
                later = cues[at + 1 :]
                if cue.key == "denies" and later and self._is_denied(later[0]):
                    later = later[1:]  # "denied Norland's allegation that …": what it is of
                end = later[0].first if later else sentence.end
                if not (self.cues.is_negated(cue) or self.cues.is_outlook(cue)):
                    self._add(list(self._claim(sentence, cue, end)), cue)
            self._answer(sentence, cues)
        for sentence, spoken, charge in self.charged:
            self._add(list(self._charging(sentence, spoken, charge)), charge.mark)
        self.found.extend(one for one in self.weak if not self.lines.has_line(one))

    def _is_denied(self, cue: Mark) -> bool:
        """Tell whether a cue only tells what is denied: "denied the claim of X that called …"."""
        marks = self.page.marks.keyed("grammar", "relative", cue.first - 1, cue.first)
        return cue.field == "nouns" or (cue.field == "naming_verbs" and any(marks))

    def _charge(self, sentence: Sentence, cues: Sequence[Mark]) -> None:
        """Note what statements charge others with; a denial behind one is a denial of that."""
        for spoken in self.utterances.within(sentence.first, sentence.end):
            if not self._is_accusing(spoken, cues):
                self._note(sentence, Speech.of(spoken), cues)
        if not cues and any(self.page.marks.of("topics", sentence)):
            told = ascribed(self.page, self.names, sentence)
            if told:
                self._note(sentence, told, cues)

    def _note(self, sentence: Sentence, spoken: Speech, cues: Sequence[Mark]) -> None:
        """Note the charge in what somebody says, unless a word takes a stance on it there."""
        charge = self.charges.within(spoken)
        if charge is None or any(spoken.first <= cue.first < charge.mark.first for cue in cues):
            return
        thing = (charge.topic.accused or "").islower()
        if thing and any(cue.key == "accuse" for cue in cues):
            return  # "lodged a protest with Norland, saying the ruling violates the pact"
        self.charged.append((sentence, spoken, charge))
        if not charge.denied and (not cues or spoken.first < cues[0].first):
            self.propositions.last, self.said.accusers = charge.topic, (spoken.actor,)
            self.said.charged_in = sentence.index

    def _answer(self, sentence: Sentence, cues: Sequence[Mark]) -> None:
        """Note the denials of those whom this sentence or those right before it accused."""
        last = self.propositions.last
        near = max(self.said.sentence, self.said.charged_in)
        if last is None or near < sentence.index - ANSWERED:
            return
        for spoken in self.utterances.within(sentence.first, sentence.end):
            speech = Speech.of(spoken)
            answer = self.charges.answer(speech, last)
            if answer and not any(speech.first <= cue.first < speech.end for cue in cues):
                self.charged.append((sentence, speech, answer))

    def _is_accusing(self, spoken: Utterance, cues: Sequence[Mark]) -> bool:
        """Tell whether a statement is an accusation already: its verb is "accused"."""
        return any(cue.key == "accuse" and cue.first == spoken.cue for cue in cues)

    def _add(self, claims: list[ClaimFinding], cue: Mark) -> None:
        """Keep claims that do not say once more what the statement around them says already.

        What is told with a noun only, or in passing, waits: it may be told plainly elsewhere.
        """
        if cue.file == "claims" and cue.field in WEAK:
            self.weak.extend(claims)
            return
        known = {(one.span, one.topic, one.manner) for one in self.found[-len(claims) :]}
        if not all((one.span, one.topic, one.manner) in known for one in claims):
            self.found.extend(claims)

    def _claim(self, sentence: Sentence, cue: Mark, end: int) -> Iterator[ClaimFinding]:
        before = self.said.actors if self.said.sentence == sentence.index else ()
        if self.cues.is_mutual(cue):
            yield from self._mutual(sentence, cue, end, self.claimants.both(sentence, cue))
            return
        actors, topic = self._taken(sentence, cue, end, before)
        if actors and (topic is None or topic.named):
            pointed, told = self._pointed_at(sentence, cue, actors)
            topic = topic if topic and (topic.value or not told) else pointed
            yield from self._asserted(sentence, cue, told, topic)
        if topic is None:
            return
        if cue.key in ("denies", "accuse"):
            actors = standing(self.page, self.names, actors, cue, topic)
        if not actors:
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

    def _taken(
        self, sentence: Sentence, cue: Mark, end: int, before: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], Topic | None]:
        """Give who takes the stance of a cue, and on what."""
        undergone = self.cues.is_undergone(cue)
        actors = self.claimants.of(sentence, cue, before, undergone=undergone)
        if not undergone:
            actors = self._speaking(sentence, cue, actors or self._in_words(sentence, cue))
        actors = self._not_accusers(cue, actors)
        if undergone and not actors and self.claimants.is_led(cue):
            actors = self.claimants.noun_agent(cue)  # "a charge disputed by inspectors"
        elif undergone and not actors and cue.key == "denies":
            return self._denied_of_late(sentence, cue, end)
        accused = ""
        if undergone and cue.key == "accuse":
            actors = actors or self._accusing_before(sentence, cue)
            accused = self.claimants.undergoing(sentence, cue)
        elif cue.field == "nouns" and self.said.denied_in == sentence.index:
            accused = next(iter(self.said.deniers), "")  # "Peru denied Chile's claim that it …"
        topic = self._topic(sentence, cue, end, actors, accused) if actors else None
        return actors, topic

    def _denied_of_late(
        self, sentence: Sentence, cue: Mark, end: int
    ) -> tuple[tuple[Actor, ...], Topic | None]:
        """Give who denies where a passive names nobody: those accused before, else the subject."""
        last = self.propositions.last
        if last is not None or not points_back(self.page, cue):
            return self._accused_before(), last
        actors = self.claimants.subject(sentence)  # "…, tuduhan yang dibantahnya"
        return actors, self._topic(sentence, cue, end, actors) if actors else None

    def _pointed_at(
        self, sentence: Sentence, cue: Mark, actors: tuple[Actor, ...]
    ) -> tuple[Topic | None, Utterance | None]:
        """Give what others say right before, which nobody was accused of by name, and where.

        "Rebels say a strike broke the truce; the army denies it", "Vietnam disputes that"; behind
        an accusation that names its subject only in words, "denied leaking it" speaks of that.
        """
        if cue.key not in ("denies", "neither"):
            return None, None
        codes = {actor.code for actor in actors}
        last = self.propositions.last
        if last and self.said.sentence >= sentence.index - 1 and not last.accused:
            accusing = codes <= {one.code for one in self.said.accusers}
            return (None if accusing else replace(last, named=False)), None
        if not self.propositions.is_of_agreements:
            return None, None
        told = self.contested.told_before(sentence, cue, codes)
        return (
            (said_by(self.page, self.names, told, cue, actors[0]), told) if told else (None, None)
        )

    def _asserted(
        self, sentence: Sentence, cue: Mark, told: Utterance | None, topic: Topic | None
    ) -> Iterator[ClaimFinding]:
        """What others deny somebody asserts: who said of a wrong that it was done."""
        if told is None or topic is None or cue.key != "denies" or not topic.value:
            return
        span, state = told.finding.span, told.finding.state
        near = [
            one for one in self.found if one.span.start < span.end and span.start < one.span.end
        ]
        if state is None or any(state in (one.by, one.state) for one in near):
            return
        place = told.first, min(told.end, cue.first)
        actor = Actor(told.finding.speaker, state, told.first)
        line = (Stance.ASSERTS, None, topic)
        yield from self._findings(sentence, (actor,), cue, place, line)

    def _mutual(
        self, sentence: Sentence, cue: Mark, end: int, actors: tuple[Actor, ...]
    ) -> Iterator[ClaimFinding]:
        """Two who accuse each other: each says that the other did it."""
        first = self.cues.after_each_other(cue)
        self.said.mutual = ()
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
            self.said.mutual += (topic,)

    def _stance(self, cue: Mark) -> tuple[Stance, Manner | None]:
        if self.cues.is_neither(cue):
            return Stance.NEITHER, None
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
            self.said.accusers = () if stance is Stance.DENIES else actors

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
        noun = actor_before(self.page, self.propositions.names, sentence, cue)
        if noun and cue.key in ("accuse", "denies"):
            return (noun,)
        near = self.propositions.last is not None and self.said.sentence >= sentence.index - 1
        return self.claimants.noun_before(sentence, cue) if near and cue.key == "denies" else ()

    def _speaking(
        self, sentence: Sentence, cue: Mark, actors: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """Give who says what a verb of stance reports, where that is a name of its own.

        Who speaks is known better than whose name stands nearest: "the rebels' envoy, Ada Lund,
        denied", "Lund said … the treaty, accusing Norland".
        """
        if len(actors) != 1 or cue.key in SPOKEN or self.claimants.is_joined(cue):
            return actors
        if "gerund" in cue.forms and self.claimants.is_beside(cue):
            return actors
        for spoken in self.utterances.within(sentence.first, sentence.end):
            speaker = spoken.finding.speaker
            if spoken.cue != cue.first or not speaker[:1].isupper() or "," in speaker:
                continue
            known = speaker in (actors[0].name, actors[0].code)
            return actors if known else (Actor(speaker, spoken.finding.state, actors[0].first),)
        return actors

    def _not_accusers(self, cue: Mark, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Give those accused in place of their accusers: nobody denies what they say themselves."""
        last = self.propositions.last
        if cue.key != "denies" or not last or not last.accused or not points_back(self.page, cue):
            return actors
        own = {actor.code for actor in actors}
        accusing = bool(own) and own <= {one.code for one in self.said.accusers}
        mine = [one for one in self.said.mutual if last in self.said.mutual and one.accused in own]
        if mine:
            self.propositions.last = mine[0]  # of two who accuse each other one denies it
            return actors
        return self._accused_before() if accusing and last.accused not in own else actors

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
        self, sentence: Sentence, spoken: Speech, charge: Charge
    ) -> Iterator[ClaimFinding]:
        """A statement that says another state did wrong accuses it; one's own "no" denies."""
        if self.lines.is_told(spoken, charge) or self.lines.is_boast(spoken, charge):
            return
        stance = Stance.DENIES if charge.denied else Stance.ASSERTS
        kept = charge.denied or setting(self.page, charge.mark, "group") == OBSERVED
        manner = None if kept else Manner.ACCUSE
        place = spoken.first, min(spoken.end, sentence.end)
        line = (stance, manner, charge.topic)
        speakers = spoken.speakers(self.names)
        yield from self._findings(sentence, speakers, charge.mark, place, line)

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
        passive = self.cues.is_undergone(cue)  # "a charge that is denied by Norland"
        whole = whole or (cue.key == "asserts" and passive)
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
        charged = any(actor.code not in own for actor in self.said.accusers)
        near = sentence.index - 1
        return (others and self.said.sentence >= near) or (charged and self.said.charged_in >= near)

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
