"""Statements: one remark is one, in however many reports, wordings and translations."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from traktat.fusion.dossiers import Dossier, fact_id
from traktat.fusion.evidence import Evidence, Voice
from traktat.fusion.persons import split_words, words_of
from traktat.fusion.sketches import number_value, shingles_of
from traktat.fusion.timeline import commonest
from traktat.model.dates import When, compatible, narrowed
from traktat.model.findings import NameFinding, StatementFinding
from traktat.model.kinds import Form, Stance
from traktat.model.records import Statement

SAME_REMARK = 0.6  # share of the shorter wording's runs of words that stand in the longer one
SHORT = 8  # words below which single words are compared instead of runs
SAME_SHORT = 0.5  # share of telling words from which two short remarks are one
TELLING = 5  # letters of a word that tells something in a short remark
AS_LONG = 2.0  # a translation is at most this many times as long, in characters
ANCHORS = 2  # names, dates or numbers that a remark must have to be known in another language
BRIEF = 12  # words of a remark that holds one claim and nothing besides
CROWD = 50  # remarks under one run of words beyond which the run tells nothing

Remark = Voice[StatementFinding]


def statements_of(dossier: Dossier) -> tuple[Statement, ...]:
    """Give the remarks made about an agreement, by speaker and day."""
    speakers: dict[str, list[Remark]] = {}
    for voice in dossier.statements():
        speakers.setdefault(dossier.people.name(voice.finding.speaker), []).append(voice)
    found = [
        _statement(dossier, speaker, members)
        for speaker in sorted(speakers)
        for members in _Remarks(dossier, speakers[speaker]).groups()
    ]
    return tuple(sorted(found, key=_order))


def _order(statement: Statement) -> tuple[str, str, str]:
    when = statement.uttered
    return when.first.isoformat() if when else "9999", statement.speaker, statement.id


class _Remarks:
    """One speaker's remarks, united step by step."""

    def __init__(self, dossier: Dossier, voices: Iterable[Remark]) -> None:
        self._dossier = dossier
        self._voices = sorted(voices, key=lambda one: one.place)
        self._words = [split_words(voice.finding.quote) for voice in self._voices]
        self._parent = list(range(len(self._voices)))

    def groups(self) -> list[list[Remark]]:
        """Give the remarks, each with all voices that carry it."""
        self._unite_wordings()
        self._unite_short_ones()
        self._unite_translations()
        self._unite_claims()
        out: dict[int, list[Remark]] = {}
        for number, voice in enumerate(self._voices):
            out.setdefault(self._root(number), []).append(voice)
        return list(out.values())

    def _unite_wordings(self) -> None:
        """Wordings that share most of their runs of words are one remark."""
        index: dict[str, list[int]] = {}
        runs = [shingles_of(list(words)) if words else frozenset() for words in self._words]
        for number, own in enumerate(runs):
            if len(self._words[number]) < SHORT:
                continue
            shared = Counter(other for run in own for other in index.get(run, ()))
            for other, count in sorted(shared.items()):
                if count >= SAME_REMARK * min(len(own), len(runs[other])):
                    self._unite(number, other)
            for run in own:
                bearers = index.setdefault(run, [])
                if len(bearers) < CROWD:
                    bearers.append(number)

    def _unite_short_ones(self) -> None:
        """Short remarks of one day that share half of their telling words are one remark."""
        index: dict[str, list[int]] = {}
        for number, words in enumerate(self._words):
            if not words or len(words) >= SHORT:
                continue
            telling = {word for word in words if len(word) >= TELLING} or set(words)
            near = Counter(other for word in telling for other in index.get(word, ()))
            for other, count in sorted(near.items()):
                theirs = {word for word in self._words[other] if len(word) >= TELLING}
                enough = count >= SAME_SHORT * min(len(telling), len(theirs) or 1)
                if self._words[other] == words or (enough and self._of_one_day(number, other)):
                    self._unite(number, other)
            for word in telling:
                bearers = index.setdefault(word, [])
                if len(bearers) < CROWD:
                    bearers.append(number)

    def _unite_translations(self) -> None:
        """A remark in another language is known by what it names, or by its place in a copy."""
        by_anchors: dict[tuple[str, ...], list[int]] = {}
        by_place: dict[tuple[str, int, int], list[int]] = {}
        counts: Counter[str] = Counter()
        direct = Counter(
            voice.report.id for voice in self._voices if voice.finding.form is Form.DIRECT
        )
        for number, voice in enumerate(self._voices):
            if voice.finding.form is not Form.DIRECT:
                continue
            named = anchors_in(self._dossier.evidence[voice.report.id], voice)
            if len(set(named) - {f"name {party}" for party in self._dossier.parties}) >= ANCHORS:
                by_anchors.setdefault(named, []).append(number)
            report = voice.report.id
            root = self._dossier.lineage.root[report]
            by_place.setdefault((root, direct[report], counts[report]), []).append(number)
            counts[report] += 1
        for numbers in (*by_anchors.values(), *by_place.values()):
            for number in numbers[1:]:
                if self._in_two_languages(number, numbers[0]):
                    self._unite(number, numbers[0])

    def _unite_claims(self) -> None:
        """Brief remarks by which one speaker claims one thing are one remark."""
        by_claim: dict[tuple[str, Stance], list[int]] = {}
        for number, voice in enumerate(self._voices):
            if voice.finding.form is Form.INDIRECT or len(self._words[number]) > BRIEF:
                continue
            for claim in self._claims_in(voice):
                by_claim.setdefault(claim, []).append(number)
        for numbers in by_claim.values():
            for number in numbers[1:]:
                if self._may_word_the_same(numbers[0], number):
                    self._unite(number, numbers[0])

    def _claims_in(self, voice: Remark) -> set[tuple[str, Stance]]:
        evidence, name = self._dossier.evidence[voice.report.id], self._dossier.people.name
        speaker = name(voice.finding.speaker)
        return {
            (claim.finding.topic, claim.finding.stance)
            for claim in evidence.claims
            if claim.finding.span.overlaps(voice.finding.span) and name(claim.finding.by) == speaker
        }

    def _may_word_the_same(self, one: int, other: int) -> bool:
        """Tell whether two remarks share a telling word, or are in two languages."""
        left, right = self._voices[one].report, self._voices[other].report
        shared = set(self._words[one]) & set(self._words[other])
        return left.language != right.language or any(len(word) >= TELLING for word in shared)

    def _in_two_languages(self, one: int, other: int) -> bool:
        left, right = self._voices[one], self._voices[other]
        if left.report.language == right.report.language:
            return False
        lengths = sorted((len(left.finding.quote), len(right.finding.quote)))
        return lengths[1] <= AS_LONG * lengths[0]

    def _of_one_day(self, one: int, other: int) -> bool:
        left, right = self._voices[one].finding, self._voices[other].finding
        return left.uttered is not None and right.uttered is not None

    def _unite(self, one: int, other: int) -> None:
        """Unite two voices unless their days exclude each other or one report has both."""
        left, right = self._voices[one], self._voices[other]
        day, far = left.finding.uttered, right.finding.uttered
        if day and far and not compatible(day, far):
            return
        if left.report.id == right.report.id and self._words[one] != self._words[other]:
            return
        first, last = sorted((self._root(one), self._root(other)))
        self._parent[last] = first

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number


def anchors_in(evidence: Evidence, voice: Remark) -> tuple[str, ...]:
    """List what a remark names: persons, states, days and numbers, sorted."""
    span = voice.finding.span
    found = {
        f"name {one.state or ' '.join(words_of(one.name))}"
        for one in _within(evidence, span.start, span.end)
    }
    found |= {f"day {one.when.edtf}" for one in evidence.dates if span.holds(one.span)}
    numbers = (number_value(part) for part in voice.finding.quote.split() if part[0].isdigit())
    found |= {f"number {value}" for value in numbers if len(value) > 1}
    return tuple(sorted(found))


def _within(evidence: Evidence, start: int, end: int) -> Sequence[NameFinding]:
    """Give the names that begin within a stretch; they are in the order of the text."""
    names = evidence.names
    return names[bisect_left(names, start, key=_start) : bisect_left(names, end, key=_start)]


def _start(finding: NameFinding) -> int:
    return finding.span.start


def _uttered(voices: Iterable[Remark]) -> When | None:
    when: When | None = None
    for voice in voices:
        day = voice.finding.uttered
        if day:
            when = day if when is None else narrowed(when, day)
    return when


def _statement(dossier: Dossier, speaker: str, voices: Sequence[Remark]) -> Statement:
    found = dossier.origins.corroboration(voices)
    first = min(voices, key=lambda one: (dossier.lineage.age[one.report.id], one.place))
    findings = [voice.finding for voice in voices]
    direct = any(one.form is Form.DIRECT for one in findings)
    days = {voice.id: voice.finding.uttered.edtf for voice in voices if voice.finding.uttered}
    return Statement(
        id=fact_id("say-", dossier.id, speaker, first.report.id, first.id),
        speaker=speaker,
        form=Form.DIRECT if direct else Form.INDIRECT,
        office=commonest(one.office for one in findings) or dossier.people.offices.get(speaker),
        state=commonest(one.state for one in findings) or dossier.people.states.get(speaker),
        via=tuple(sorted({one.via for one in findings if one.via})),
        uttered=_uttered(voices),
        occasion=commonest(one.occasion for one in findings),
        stance=next((one.stance for one in findings if one.stance), None),
        support=dossier.supports(voices, found, days),
    )
