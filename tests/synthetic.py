"""Synthetic dossiers with known truth: agreements of made-up states, told by made-up reports.

The generator plants what fusion has to find: copies, translations, paraphrases, recycled
paragraphs, wrong dates and contradictions. All names are plainly made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.stories import Story, filler
from traktat.law import standing_on
from traktat.model.dates import compatible, month_of, on, parse
from traktat.model.findings import Reading
from traktat.model.kinds import ActKind
from traktat.model.records import Record
from traktat.model.spans import Span

AGENCIES = tuple(f"Kabar {filler(f'agency {n}', 1).title()}" for n in range(30))
OUTLETS = tuple(f"Harian {filler(str(n), 1).title()}" for n in range(40))
LANGUAGES = ("en", "id")
TOPICS = ("defense", "trade", "energy", "border", "extradition", "maritime", "climate", "tax")
FORMS = ("treaty", "memorandum", "protocol", "declaration")


@dataclass(slots=True)
class TrueAct:
    """An act as it happened, and the origins that told of it."""

    kind: str
    day: date
    states: str = ""
    chamber: str | None = None
    origins: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)  # all dates that reports give
    wrong: set[str] = field(default_factory=set)  # those of them that were planted

    @property
    def key(self) -> tuple[str, str, str]:
        """Give what makes an act of the record this one."""
        return self.kind, self.states, self.chamber or ""


@dataclass(slots=True)
class TrueAgreement:
    """An agreement as it is: parties, name, acts, and the reports that tell of it."""

    number: int
    parties: tuple[str, ...]
    name: str
    form: str
    topic: str
    acts: list[TrueAct]
    reports: set[str] = field(default_factory=set)
    copies: set[tuple[str, str, str]] = field(default_factory=set)
    stances: set[str] = field(default_factory=set)  # what reports have one state say
    clauses: set[str] = field(default_factory=set)  # ids of reports with a clause turned round
    dropped: set[str] = field(default_factory=set)  # ids of those that drop its qualifier
    qualified: bool = False  # whether any report has the qualifier
    sound: int = 0  # renditions that were not turned round

    @property
    def topic_of_claims(self) -> str:
        """Give the proposition that is contested."""
        return f"{self.parties[0]} breached {self.number}"


@dataclass(slots=True)
class World:
    """Readings with the truth behind them."""

    agreements: list[TrueAgreement]
    readings: list[Reading]


def state(number: int) -> str:
    """Give the code of a made-up state; ISO reserves XAA to XZZ for such use."""
    return f"X{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"


def agreement(rng: Random, number: int, born: date, manner: Manner) -> TrueAgreement:
    """Make an agreement up, with its life in order."""
    parties = manner.pair(number)
    first, second = parties
    day, acts = born, [TrueAct("signature", born)]
    for kind, states, chamber in (
        ("approval", first, "lower"),
        ("approval", first, "upper"),
        ("ratification", first, None),
        ("ratification", second, None),
        ("exchange", "", None),
        ("entry-into-force", "", None),
    ):
        day += timedelta(days=rng.randint(5, 70))
        acts.append(TrueAct(kind, day, states, chamber))
    return TrueAgreement(
        number=number,
        parties=parties,
        name=manner.called(number),
        form=manner.forms[number % len(manner.forms)] if rng.random() < 0.5 else "treaty",
        topic=TOPICS[number % len(TOPICS)],
        acts=acts[: rng.randint(2, len(acts))],
    )


def pair(number: int) -> tuple[str, str]:
    """Give the parties of an agreement: two agreements for each pair of made-up states."""
    return state(2 * (number // 2)), state(2 * (number // 2) + 1)


def called(number: int) -> str:
    """Give the name of an agreement."""
    return f"{filler(f'name {number}', 3).title()} Accord"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a world is told: who its parties are, what they make, who writes it down."""

    write: Callable[..., Reading]
    pair: Callable[[int], tuple[str, str]]
    called: Callable[[int], str]
    agencies: tuple[str, ...]
    forms: tuple[str, ...]


def world(
    agreements: int,
    reports: int,
    *,
    seed: int = 1,
    noise: float = 0.05,
    manner: Manner | None = None,
) -> World:
    """Make a world: so many agreements, so many reports, so large a share of wrong dates.

    Its reports are findings without a text of their own, unless another manner writes texts.
    """
    rng, manner = Random(seed), manner or FINDINGS
    made = [
        agreement(
            rng,
            number,
            date(1990, 1, 1) + timedelta(days=rng.randint(0, 3000) + 4000 * (number % 2)),
            manner,
        )
        for number in range(agreements)
    ]
    readings: list[Reading] = []
    for number in range(reports):
        truth = made[number % agreements]
        if len(readings) < reports:
            readings += _family(rng, truth, number, noise, manner)
    return World(made, readings[:reports])


@dataclass(slots=True)
class Telling:
    """What a report tells: acts with the dates it gives, clause, quotes, in its own order."""

    day: date
    acts: list[tuple[TrueAct, str]]
    quotes: list[str]
    numbers: list[int]
    people: list[str]
    clause: str | None = None  # sound, full, turned, dropped
    stance: str | None = None


def _family(
    rng: Random, truth: TrueAgreement, number: int, noise: float, manner: Manner
) -> Iterator[Reading]:
    """Give an original report and, now and then, copies, translations and paraphrases of it."""
    telling = _telling(rng, truth, noise)
    outlet = OUTLETS[rng.randrange(len(OUTLETS))]
    agencies = manner.agencies
    agency = agencies[rng.randrange(len(agencies))] if rng.random() < 0.6 else None
    language = LANGUAGES[rng.random() < 0.5]
    name = f"report {truth.number} {number}"
    first = manner.write(
        truth, telling, name, words=name, language=language, outlet=outlet, agency=agency
    )
    origin = agency or outlet
    _note(truth, telling, first.report.id)
    for act, given in telling.acts:
        if given in act.wrong:
            continue
        act.origins.add(origin)
    yield first
    for sort in _copied(rng):
        copied = _Copied(name, sort, language, agency)
        child = _child(rng, truth, telling, copied, manner)
        _note(truth, telling, child.report.id)
        truth.copies.add((child.report.id, first.report.id, sort))
        yield child


def _note(truth: TrueAgreement, telling: Telling, report: str) -> None:
    """Note what a report contributes to the truth."""
    truth.reports.add(report)
    for act, given in telling.acts:
        act.told.add(given)
    if telling.stance:
        truth.stances.add(telling.stance)
    if telling.clause == "turned":
        truth.clauses.add(report)
    elif telling.clause:
        truth.sound += 1
    if telling.clause == "dropped":
        truth.dropped.add(report)
    truth.qualified = truth.qualified or telling.clause == "full"


def _copied(rng: Random) -> Iterator[str]:
    for sort, share in (("copy", 0.3), ("translation", 0.2), ("paraphrase", 0.1)):
        if rng.random() < share:
            yield sort


@dataclass(frozen=True, slots=True)
class _Copied:
    """What a copy, a translation or a paraphrase is made from."""

    name: str
    sort: str
    language: str
    agency: str | None


def _child(
    rng: Random, truth: TrueAgreement, telling: Telling, copied: _Copied, manner: Manner
) -> Reading:
    outlet = OUTLETS[rng.randrange(len(OUTLETS))]
    later = replace(telling, day=telling.day + timedelta(days=1))
    name = f"{copied.name} {copied.sort}"
    if copied.sort == "copy":
        return manner.write(
            truth,
            later,
            name,
            words=copied.name,
            language=copied.language,
            outlet=outlet,
            agency=copied.agency,
            tail=True,
        )
    other = LANGUAGES[1 - LANGUAGES.index(copied.language)]
    language = other if copied.sort == "translation" else copied.language
    return manner.write(
        truth, later, name, words=name, language=language, outlet=outlet, agency=None
    )


def _telling(rng: Random, truth: TrueAgreement, noise: float) -> Telling:
    count = rng.randint(1, len(truth.acts))
    known = truth.acts[:count]
    told = rng.sample(known, rng.randint(1, count))
    day = known[-1].day + timedelta(days=rng.randint(1, 60))
    acts = [(act, _dated(rng, act, noise)) for act in told]
    return Telling(
        day=day,
        acts=acts,
        quotes=[
            f"Speaker {filler(f'{truth.number} {rng.randrange(5)}', 2).title()}"
            for _ in range(rng.randint(1, 4))
        ],
        numbers=[rng.randint(100, 99999) for _ in range(rng.randint(3, 7))],
        people=[
            filler(f"person {truth.number} {rng.randrange(6)}", 2).title()
            for _ in range(rng.randint(2, 5))
        ],
        clause=_clause(rng, noise),
        stance=rng.choice(("asserts", "denies")) if rng.random() < noise else None,
    )


def _clause(rng: Random, noise: float) -> str | None:
    draw = rng.random()
    if draw < noise / 2:
        return "turned"
    if draw < noise:
        return "dropped"
    return "full" if draw < 0.2 else "sound" if draw < 0.4 else None


def _dated(rng: Random, act: TrueAct, noise: float) -> str:
    draw = rng.random()
    if draw < noise:
        wrong = on(act.day + timedelta(days=rng.choice((-2, -1, 1, 9)))).edtf
        act.wrong.add(wrong)
        return wrong
    if draw < 0.2:
        return month_of(act.day.year, act.day.month).edtf
    return on(act.day).edtf


def _report(
    truth: TrueAgreement,
    telling: Telling,
    name: str,
    *,
    words: str,
    language: str,
    outlet: str,
    agency: str | None,
    tail: bool = False,
) -> Reading:
    """Write a report. `words` seeds its words: two reports with the same ones are copies."""
    story = Story(name, telling.day.isoformat(), outlet=outlet, language=language, parties="")
    _line(story, words, "head", 14)
    story.agreement(
        parties=" ".join(truth.parties),
        text=f"{filler(words + 'about', 6)} {truth.name}",
        names=(truth.name,),
        form=truth.form,
        topics=(truth.topic,),
    )
    for place, (act, given) in enumerate(telling.acts):
        story.person(telling.people[place % len(telling.people)], text=None)
        span = _line(story, words, f"act {place}", 16)
        story.act(act.kind, given, at=span, states=act.states, chamber=act.chamber)
        story.day(given, at=_line(story, words, f"day {place}", 3), anchor="explicit")
    for place, number in enumerate(telling.numbers):
        _line(story, words, f"number {place}", 12, f" {number} ")
    for place, speaker in enumerate(telling.quotes):
        story.statement(speaker, at=_line(story, words, f"quote {place}", 15))
    if telling.clause:
        _tell_clause(story, truth, telling.clause, _line(story, words, "clause", 18))
    if telling.stance:
        span = _line(story, words, "claim", 9)
        day = telling.day.isoformat()
        story.claim(truth.parties[0], telling.stance, truth.topic_of_claims, day, at=span)
    if tail:
        _line(story, name, "tail", 10)
    if agency:
        story.credit(agency)
    return story.reading()


def _tell_clause(story: Story, truth: TrueAgreement, clause: str, span: Span) -> None:
    turned = clause == "turned"
    story.provision(
        "mutual-assistance",
        at=span,
        bearers=" ".join(truth.parties),
        beneficiary="same-party" if turned else "attacked-party",
        trigger="armed-attack",
        verbatim=clause in ("full", "dropped"),
        qualifiers=("un-charter-51",) if clause == "full" else (),
    )


def _line(story: Story, words: str, seed: str, count: int, middle: str = " ") -> Span:
    half = count // 2
    text = middle.join((filler(words + seed, half), filler(words + seed + "b", count - half)))
    return story.line(text[:1].upper() + text[1:])


FINDINGS = Manner(write=_report, pair=pair, called=called, agencies=AGENCIES, forms=FORMS)
"""The manner that writes no texts: what a report would be read as."""


def truth_of(found: World, parties: tuple[str, ...], reports: set[str]) -> TrueAgreement | None:
    """Find the true agreement that most of these reports tell of."""
    fitting = [one for one in found.agreements if one.parties == parties]
    return max(fitting, key=lambda one: len(one.reports & reports), default=None)


def act_key(act: Any) -> tuple[str, str, str]:
    """Give the key by which an act of a record is compared with a true one."""
    joint = act.act in (ActKind.SIGNATURE, ActKind.EXCHANGE, ActKind.ENTRY_INTO_FORCE)
    return act.act.value, "" if joint else "+".join(act.states), (act.chamber or "")


@dataclass(slots=True)
class Score:
    """How much of the truth the records hold: right and all, by question."""

    records: int = 0
    agreements: int = 0
    dates: list[int] = field(default_factory=lambda: [0, 0])
    origins: list[int] = field(default_factory=lambda: [0, 0])
    planted: list[int] = field(default_factory=lambda: [0, 0])
    alarms: list[int] = field(default_factory=lambda: [0, 0])
    ties: list[int] = field(default_factory=lambda: [0, 0])
    standings: list[int] = field(default_factory=lambda: [0, 0])
    settled: list[int] = field(default_factory=lambda: [0, 0])
    false_ties: int = 0

    @staticmethod
    def share(pair: list[int]) -> float:
        """Give the share that is right."""
        return pair[0] / pair[1] if pair[1] else 1.0


def scored(found: World, records: Iterable[Record]) -> Score:
    """Hold records against the truth they were made from."""
    score = Score(agreements=sum(bool(one.reports) for one in found.agreements))
    ids = {one.report.id for one in found.readings}
    ties: set[tuple[str, str]] = set()
    for record in records:
        score.records += 1
        truth = truth_of(found, record.parties, {one.report for one in record.reports})
        if truth is None:
            continue
        _score_acts(score, truth, record)
        _score_standings(score, truth, record)
        _score_planted(score, truth, record, ids)
        ties |= {
            (one.report, one.of)
            for one in record.lineage
            if one.sort in ("copy", "translation", "paraphrase")
        }
    true = {pair[:2] for one in found.agreements for pair in one.copies if pair[0] in ids}
    score.ties = [len(true & ties), len(true)]
    score.false_ties = len(ties - true)
    return score


def _score_acts(score: Score, truth: TrueAgreement, record: Record) -> None:
    acts = {act.key: act for act in truth.acts}
    for act in record.timeline:
        true = acts.get(act_key(act))
        if true is None:
            score.dates[1] += 1
            continue
        held = act.date is not None and act.date.first <= true.day <= act.date.last
        score.dates = [score.dates[0] + held, score.dates[1] + 1]
        same = act.independent_origins == len(true.origins)
        score.origins = [score.origins[0] + same, score.origins[1] + 1]


DAYS = 20  # random days on which a standing is asked for
RUNGS = ("signed", "partly-approved", "approved", "ratified", "consented", "bound")


def stood(truth: TrueAgreement, day: date) -> tuple[str, dict[str, str]]:
    """Tell where an agreement stood on a day, by the acts that any report tells of."""
    status, places = "unknown", dict.fromkeys(truth.parties, "none")
    for act in truth.acts:
        if act.day > day or not act.told - act.wrong:
            continue
        joint = {"signature": "signed", "exchange": "consented", "entry-into-force": "bound"}
        if act.kind in joint:
            status = {"exchange": "consented-by-all", "entry-into-force": "in-force"}.get(
                act.kind, "signed"
            )
            reached = dict.fromkeys(truth.parties, joint[act.kind])
        else:
            status = "negotiated" if status == "unknown" else status
            both = act.chamber == "upper" and places[act.states] == "partly-approved"
            place = "approved" if both else "partly-approved" if act.chamber else "ratified"
            reached = {act.states: place}
        for party, place in reached.items():
            if places[party] == "none" or RUNGS.index(place) > RUNGS.index(places[party]):
                places[party] = place
    return status, places


def _score_standings(score: Score, truth: TrueAgreement, record: Record) -> None:
    """Hold the standing on random days against the truth.

    A standing that is sure must be the true one; one that is not must leave it open.
    """
    rng = Random(truth.number)
    first, last = truth.acts[0].day, truth.acts[-1].day
    for _ in range(DAYS):
        day = first + timedelta(days=rng.randint(-20, (last - first).days + 60))
        status, places = stood(truth, day)
        found = standing_on(
            day,
            record.timeline,
            parties=record.parties,
            provisions=record.provisions,
            kind=record.kind,
            agreement=record.id,
        )
        possible = found.possible_parties or {}
        right = status in (found.status, *found.alternatives) and all(
            place in (found.parties.get(party, "none"), *possible.get(party, ()))
            for party, place in places.items()
        )
        sure = found.status == status and found.certain and not possible
        score.standings = [score.standings[0] + right, score.standings[1] + 1]
        score.settled = [score.settled[0] + sure, score.settled[1] + 1]


HARMLESS = ("imprecision", "progression")


def _score_planted(score: Score, truth: TrueAgreement, record: Record, ids: set[str]) -> None:
    """Count planted contradictions that were found, and alarms where nothing was planted."""
    told = [one for one in record.disagreements if one.sort not in HARMLESS]
    dates = {one.about for one in told if one.about.endswith(":date")}
    for act in truth.acts:
        days = [parse(one) for one in sorted(act.told)]
        about = _about(act)
        contested = any(
            not compatible(one, other) for place, one in enumerate(days) for other in days[place:]
        )
        _count(score, planted=contested, found=about in dates)
    rules = {one.rule for one in told}
    _count(
        score, planted=bool(truth.clauses & ids and truth.sound), found="roles-inverted" in rules
    )
    dropped = bool(truth.dropped & ids and truth.qualified)
    _count(score, planted=dropped, found="qualifier-dropped" in rules)
    lines = bool(rules & {"change-of-line", "two-stances-at-once"})
    _count(score, planted=len(truth.stances) > 1, found=lines)


def _about(act: TrueAct) -> str:
    parts = ("act", act.kind, act.chamber or "", act.states, "date")
    return ":".join(part for part in parts if part)


def _count(score: Score, *, planted: bool, found: bool) -> None:
    if planted:
        score.planted = [score.planted[0] + found, score.planted[1] + 1]
    else:
        score.alarms = [score.alarms[0] + found, score.alarms[1] + 1]
