"""Judgements in force: what people decided, found by what it is about.

Ids that a judgement can be about: a finding `report:finding` (or the bare finding id), a
report by its id, an agreement as one report has it `report#key`, a record id, a person as
`person:NAME`, a tie as `tie:REPORT:OF`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from traktat.model.findings import Finding
from traktat.model.judgements import Judgement, Verdict, moment
from traktat.model.reports import Report
from traktat.model.spans import Span

ON_FINDINGS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)
PERSON, TIE = "person:", "tie:"

Pair = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Rulings:
    """All judgements in force, in the order they were made.

    They are also found by what they are about and, where they judge findings, by the report;
    those about a bare finding id stand under the empty report.
    """

    all: tuple[Judgement, ...] = ()
    about: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    reports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def last(self, about: str, verdicts: tuple[Verdict, ...]) -> Judgement | None:
        """Give the latest decision of these sorts about something."""
        found = [one for one in self.about.get(about, ()) if one.verdict in verdicts]
        return found[-1] if found else None

    def of(self, verdict: Verdict) -> tuple[Judgement, ...]:
        """List the decisions of one sort."""
        return tuple(one for one in self.all if one.verdict is verdict)

    @cached_property
    def persons(self) -> Mapping[Pair, tuple[Judgement, ...]]:
        """Give what was decided of two names: whether they are one person."""
        return _pairs(self.all, persons_of)

    @cached_property
    def ties(self) -> Mapping[Pair, tuple[Judgement, ...]]:
        """Give what was decided of two reports: whether one is a copy of the other."""
        return _pairs(self.all, reports_tied)

    @cached_property
    def moves(self) -> tuple[Judgement, ...]:
        """List what was decided of agreements: which are one, and which mention is another's."""
        return tuple(one for one in self.all if moves_agreements(one))


def in_force(judgements: Iterable[Judgement]) -> Rulings:
    """Gather the judgements that have not been undone; their order does not matter."""
    given = list(judgements)
    undone = {one.id for one in given if one.undone}
    kept = {one.id: one for one in sorted(given, key=moment) if one.id not in undone}
    ordered = tuple(sorted(kept.values(), key=moment))
    about: dict[str, tuple[Judgement, ...]] = {}
    for one in ordered:
        about[one.about] = (*about.get(one.about, ()), one)
    reports: dict[str, tuple[str, ...]] = {}
    for key in sorted(about):
        report = report_judged(key)
        if report is not None and any(one.verdict in ON_FINDINGS for one in about[key]):
            reports[report] = (*reports.get(report, ()), key)
    return Rulings(ordered, about, reports)


def report_judged(about: str) -> str | None:
    """Give the report of the finding a judgement is about; empty where only a bare id is given.

    >>> report_judged("5f0c2ab41d00:9a"), report_judged("person:Ann"), report_judged("a#A")
    ('5f0c2ab41d00', None, None)
    """
    if about.startswith((PERSON, TIE)) or "#" in about:
        return None
    report, colon, _ = about.partition(":")
    return report if colon else ""


def persons_of(judgement: Judgement) -> Pair | None:
    """Give the two names that a judgement is about, sorted; None where it is about others."""
    other = judgement.other or ""
    if judgement.verdict not in (Verdict.MERGE, Verdict.SPLIT):
        return None
    if not (judgement.about.startswith(PERSON) and other.startswith(PERSON)):
        return None
    return _sorted(judgement.about.removeprefix(PERSON), other.removeprefix(PERSON))


def reports_tied(judgement: Judgement) -> Pair | None:
    """Give the two reports whose tie a judgement is about, sorted."""
    if judgement.verdict is Verdict.COPY and judgement.other:
        return _sorted(judgement.about, judgement.other)
    if judgement.verdict in (Verdict.ACCEPT, Verdict.REJECT) and judgement.about.startswith(TIE):
        report, _, other = judgement.about.removeprefix(TIE).partition(":")
        return _sorted(report, other)
    return None


def moves_agreements(judgement: Judgement) -> bool:
    """Tell whether a judgement merges agreements or takes a report's agreement out of one."""
    if judgement.verdict is Verdict.SPLIT:
        return "#" in judgement.about and not judgement.about.startswith(PERSON)
    return judgement.verdict is Verdict.MERGE and not judgement.about.startswith(PERSON)


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _pairs(
    judgements: Iterable[Judgement], pair_of: Callable[[Judgement], Pair | None]
) -> dict[Pair, tuple[Judgement, ...]]:
    out: dict[Pair, tuple[Judgement, ...]] = {}
    for one in judgements:
        pair = pair_of(one)
        if pair is not None:
            out[pair] = (*out.get(pair, ()), one)
    return out


def digest_of(report: str, kind: str, span: Span) -> str:
    """Give the digest of characters of a report, as evidence of a sort of finding."""
    key = json.dumps([report, kind, *span])
    return sha256(key.encode("ascii")).hexdigest()[:16]


def evidence_digest(report: Report, finding: Finding) -> str:
    """Give the digest of what a judgement on a finding rests on: the text and the characters.

    A better reading of the same characters keeps the decision; a changed text loses it.
    """
    return digest_of(report.id, finding.kind, finding.span)
