"""Parties of a multilateral that only its acts name: "Sarvia has yet to complete ratification"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from traktat.facts.tables import table
from traktat.model.findings import ActFinding, AgreementFinding
from traktat.model.kinds import MANY, ActKind, Status
from traktat.reading.mentions import Agreements

_OF_A_PARTY = frozenset(
    {
        *(ActKind.SIGNATURE, ActKind.RATIFICATION, ActKind.DEPOSIT, ActKind.ACCESSION),
        *(ActKind.WITHDRAWAL, ActKind.SUSPENSION, ActKind.RESUMPTION, ActKind.NOTIFICATION),
        *(ActKind.ENTRY_INTO_FORCE, ActKind.PROVISIONAL_APPLICATION, ActKind.APPROVAL),
    }
)
_UNDONE = frozenset({ActKind.SIGNATURE, ActKind.ACCESSION})
"""Acts without which a state is no party; who has not ratified may have signed.

Nor is it one while its accession is still to come.
"""


def widened(agreements: Agreements, acts: Iterable[ActFinding]) -> Agreements:
    """Add to agreements of many the states whose acts a report tells of."""
    found: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        refused = act.status is Status.DENIED and act.act in _UNDONE
        ahead = act.status is Status.PLANNED and act.act is ActKind.ACCESSION
        if act.act in _OF_A_PARTY and not (refused or ahead):
            found[act.agreement].update(code for code in act.states if _may_join(code))
    findings = tuple(_with(item, found[item.key]) for item in agreements.findings)
    return replace(agreements, findings=findings)


def _with(agreement: AgreementFinding, codes: set[str]) -> AgreementFinding:
    if MANY not in agreement.parties or codes <= set(agreement.parties):
        return agreement
    return replace(agreement, parties=tuple(sorted(codes.union(agreement.parties))))


def _may_join(code: str) -> bool:
    """Tell whether a code is that of a state or a group, not of many or an organization."""
    return code != MANY and code not in table("organisations")
