"""Judgements in force: what people decided, found by what it is about.

Ids that a judgement can be about: a finding `report:finding` (or the bare finding id), a
report by its id, an agreement as one report has it `report#key`, a record id, a person as
`person:NAME`, a tie as `tie:REPORT:OF`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from hashlib import sha256
from typing import Any

from traktat.errors import TraktatError
from traktat.model.dates import parse
from traktat.model.findings import Finding, Step
from traktat.model.judgements import Judgement, Verdict
from traktat.model.kinds import (
    ActKind,
    Chamber,
    Force,
    Form,
    Manner,
    NameKind,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.reports import Report

ON_FINDINGS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)


@dataclass(frozen=True, slots=True)
class Rulings:
    """All judgements in force, in the order they were made.

    They are also found by what they are about, by the digest of their evidence, and, where
    they judge findings, by the report.
    """

    all: tuple[Judgement, ...] = ()
    about: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    reports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def last(self, about: str, verdicts: tuple[Verdict, ...]) -> Judgement | None:
        """Give the latest decision of these sorts about something."""
        found = [one for one in self.about.get(about, ()) if one.verdict in verdicts]
        return found[-1] if found else None

    def of(self, verdict: Verdict) -> tuple[Judgement, ...]:
        """List the decisions of one sort."""
        return tuple(one for one in self.all if one.verdict is verdict)

    def conflicting(self, about: str) -> tuple[Judgement, ...]:
        """List decisions of different people about one finding that do not agree."""
        made = {one.by: one for one in self.about.get(about, ()) if one.verdict in ON_FINDINGS}
        outcomes = {(one.verdict, one.changes) for one in made.values()}
        return tuple(made.values()) if len(outcomes) > 1 else ()


def in_force(judgements: Iterable[Judgement]) -> Rulings:
    """Gather the judgements that have not been undone; their order does not matter."""
    given = list(judgements)
    undone = {one.id for one in given if one.undone}
    kept = {one.id: one for one in sorted(given, key=_moment) if one.id not in undone}
    ordered = tuple(sorted(kept.values(), key=_moment))
    about = _by(ordered, lambda one: one.about)
    reports: dict[str, tuple[str, ...]] = {}
    for key in sorted(about):
        report, colon, _ = key.partition(":")
        if colon and any(one.verdict in ON_FINDINGS for one in about[key]):
            reports[report] = (*reports.get(report, ()), key)
    return Rulings(ordered, about, _by(ordered, lambda one: one.evidence), reports)


def _moment(judgement: Judgement) -> tuple[str, str, str]:
    at = judgement.at if judgement.at.tzinfo else judgement.at.replace(tzinfo=UTC)
    return at.astimezone(UTC).isoformat(), judgement.id, repr(judgement)


def _by(
    judgements: Iterable[Judgement], key: Callable[[Judgement], str]
) -> dict[str, tuple[Judgement, ...]]:
    out: dict[str, tuple[Judgement, ...]] = {}
    for one in judgements:
        if key(one):
            out[key(one)] = (*out.get(key(one), ()), one)
    return out


def evidence_digest(report: Report, finding: Finding) -> str:
    """Give the digest of what a judgement on a finding rests on: the text and the characters.

    A better reading of the same characters keeps the decision; a changed text loses it.
    """
    key = json.dumps([report.sha256, finding.kind, *finding.span])
    return sha256(key.encode("ascii")).hexdigest()[:16]


def corrected(finding: Finding, judgement: Judgement) -> Finding:
    """Apply a correction to a finding; raise `TraktatError` or `ValueError` for a bad value."""
    changes = {name: _typed(name, value) for name, value in judgement.changes}
    step = Step("judgement", judgement.id)
    changed: Finding = replace(finding, because=(*finding.because, step), confidence=1.0, **changes)
    return changed


def accepted(finding: Finding, judgement: Judgement) -> Finding:
    """Mark a finding as confirmed by a person."""
    changed: Finding = replace(
        finding, because=(*finding.because, Step("judgement", judgement.id)), confidence=1.0
    )
    return changed


_WHEN = frozenset({"date", "effective_on", "reported_on", "uttered", "when", "edtf"})
_MANY = frozenset(
    {"by", "states", "bearers", "qualifiers", "fields", "flags", "parties", "names", "topics"}
)
_WORDS: Mapping[str, Callable[[str], Any]] = {
    "act": ActKind,
    "status": Status,
    "chamber": Chamber,
    "provision": ProvisionKind,
    "force": Force,
    "form": Form,
    "stance": Stance,
    "manner": Manner,
    "sort": NameKind,
}


def _typed(name: str, value: str) -> Any:
    if name in ("span", "quote", "because", "confidence"):
        raise ValueError(f"{name} cannot be corrected")
    if name == "form" and value not in Form.__members__.values():
        return value or None  # the form of an instrument, not of a statement
    if name in _MANY or name == "quantity":
        return _list(value)
    if not value:
        return None
    if name in _WHEN:
        return parse(value)
    return _WORDS.get(name, str)(value)


def _list(value: str) -> tuple[str, ...]:
    items = json.loads(value) if value.startswith("[") else value.split(",")
    if not isinstance(items, list):
        raise ValueError(f"not a list: {value!r}")
    return tuple(str(item).strip() for item in items if str(item).strip())


BAD_CORRECTION = (TraktatError, ValueError, TypeError)
"""What a correction with an unknown field or an impossible value raises."""
