"""A dossier: all that the making of one record may look at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from traktat.fusion.conflicts import conflicts_between, message_of
from traktat.fusion.evidence import Evidence, Voice
from traktat.fusion.lineage import Lineage, lineage_of
from traktat.fusion.linking import Agreement
from traktat.fusion.origins import Corroboration, Origins
from traktat.fusion.persons import People, names_in, people_of
from traktat.fusion.rulings import PERSON, TIE, Rulings
from traktat.model.dates import When
from traktat.model.findings import (
    ActFinding,
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    ProvisionFinding,
    StatementFinding,
)
from traktat.model.records import RecordIssue, Support
from traktat.model.spans import Span
from traktat.sentences import sentence


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """An agreement with the evidence of its reports and what ties them together.

    `homes` gives the record of any mention (`report#key`), of this agreement or another.
    """

    agreement: Agreement
    evidence: Mapping[str, Evidence]
    people: People
    lineage: Lineage
    origins: Origins
    homes: Mapping[str, str]
    keys: Mapping[str, tuple[str, ...]]
    doubts: tuple[RecordIssue, ...] = ()

    @property
    def id(self) -> str:
        """Give the id of the record."""
        return self.agreement.id

    @property
    def parties(self) -> tuple[str, ...]:
        """Give the parties, sorted."""
        return self.agreement.group.parties

    @property
    def bilateral(self) -> bool:
        """Tell whether there are two parties and no more."""
        return len(self.parties) == 2 and not self.agreement.group.many

    def mentions(self) -> Iterator[Voice[AgreementFinding]]:
        """Go through the agreement as each report has it."""
        for report, one in self.evidence.items():
            yield from (voice for voice in one.agreements if voice.finding.key in self.keys[report])

    def acts(self) -> Iterator[Voice[ActFinding]]:
        """Go through the acts of this agreement, and those by which another took its place."""
        for report, one in self.evidence.items():
            keys = self.keys[report]
            yield from (
                voice
                for voice in one.acts
                if voice.finding.agreement in keys or voice.finding.replaces in keys
            )

    def provisions(self) -> Iterator[Voice[ProvisionFinding]]:
        """Go through the clauses of this agreement."""
        for report, one in self.evidence.items():
            keys = self.keys[report]
            yield from (voice for voice in one.provisions if voice.finding.agreement in keys)

    def statements(self) -> Iterator[Voice[StatementFinding]]:
        """Go through what is said about this agreement, or in reports that are mainly about it."""
        for report, one in self.evidence.items():
            main = _is_main(one, self.keys[report])
            yield from (
                voice
                for voice in one.statements
                if (voice.finding.about in self.keys[report] if voice.finding.about else main)
            )

    def claims(self) -> Iterator[Voice[ClaimFinding]]:
        """Go through the claims made about this agreement, or in reports mainly about it."""
        for report, one in self.evidence.items():
            main = _is_main(one, self.keys[report])
            yield from (
                voice
                for voice in one.claims
                if (voice.finding.about in self.keys[report] if voice.finding.about else main)
            )

    def supports(
        self,
        voices: Iterable[Voice[Any]],
        found: Corroboration,
        values: Mapping[str, str] | None = None,
    ) -> tuple[Support, ...]:
        """Give the anchors of voices in the order of reports and text."""
        given = values or {}
        return tuple(
            voice.support(given.get(voice.id, ""), found.label.get(voice.place, ""))
            for voice in sorted(voices, key=lambda one: one.place)
        )

    def words_of_date(self, voice: Voice[Any], when: When) -> DateFinding | None:
        """Give the expression nearest to a finding that reads as this date."""
        fitting = [one for one in self.evidence[voice.report.id].dates if one.when == when]
        return min(
            fitting, key=lambda one: (apart(one.span, voice.finding.span), one.span), default=None
        )

    def has_issue(self, voice: Voice[Any], code: str, span: Span) -> bool:
        """Tell whether the reading of a stretch raised an issue of that code."""
        issues = self.evidence[voice.report.id].issues
        return any(issue.code == code and issue.span.overlaps(span) for issue in issues)


def _is_main(evidence: Evidence, keys: Iterable[str]) -> bool:
    """Tell whether an agreement is the one its report mostly speaks of."""
    counts = {voice.finding.key: 0 for voice in evidence.agreements}
    for voice in evidence.agreements:
        counts[voice.finding.key] += len(voice.finding.mentions)
    spoken = [voice.finding.agreement for voice in evidence.acts]
    spoken += [voice.finding.agreement for voice in evidence.provisions]
    for key in spoken:
        if key in counts:
            counts[key] += 2
    main = min(counts, key=lambda key: (-counts[key], key), default=None)
    return main is not None and main in keys


def apart(one: Span, other: Span) -> int:
    """Count the characters between two spans, none where they touch."""
    return max(0, one.start - other.end, other.start - one.end)


def dossier_of(
    agreement: Agreement,
    evidence: Mapping[str, Evidence],
    homes: Mapping[str, str],
    rulings: Rulings,
) -> Dossier:
    """Gather what a record is made from."""
    keys = agreement.keys
    own = {report: evidence[report] for report in sorted(keys)}
    people = people_of(own.values(), rulings)
    lineage = lineage_of(list(own.values()), rulings)
    origins = Origins(agreement.group.parties, people, lineage)
    doubts = tuple(_disputed(agreement, own, rulings))
    return Dossier(agreement, own, people, lineage, origins, homes, keys, doubts)


def _disputed(
    agreement: Agreement, evidence: Mapping[str, Evidence], rulings: Rulings
) -> Iterator[RecordIssue]:
    """Tell on which of its reports, ties, persons and mentions people decided differently."""
    conflicts = conflicts_between(rulings)
    if not conflicts:
        return
    known = {f"{report}#{key}" for report, keys in agreement.keys.items() for key in keys}
    known |= {f"{PERSON}{name}" for name in names_in(evidence.values())}
    for conflict in conflicts:
        about = conflict.about
        named = set(about.removeprefix(TIE).split(":")) if about.startswith(TIE) else set()
        parts = set(about.split("+")) if about.startswith(PERSON) else {about}
        if parts <= known or (named and named <= evidence.keys()) or about in evidence:
            message = sentence(
                "{about}: {conflict}", about=about, conflict=message_of(conflict.decisions)
            )
            yield RecordIssue(code="conflicting-judgement", message=message)


def fact_id(prefix: str, *stated: object) -> str:
    """Give the id of something in a record: a digest of what makes it what it is."""
    key = json.dumps([str(item) for item in stated], ensure_ascii=False)
    return f"{prefix}{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
