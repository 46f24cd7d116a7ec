"""Rules that only say more of another rule of their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from traktat.model.findings import ProvisionFinding
from traktat.model.kinds import ProvisionKind
from traktat.model.spans import Span
from traktat.reading.provisions.renditions import is_triggered

PARTS: dict[ProvisionKind, tuple[ProvisionKind, ...]] = {
    ProvisionKind.MUTUAL_ASSISTANCE: (ProvisionKind.FINANCE, ProvisionKind.RIGHTS),
    ProvisionKind.NO_ADVERSE_TREATY: (
        ProvisionKind.OTHER,
        ProvisionKind.RIGHTS,
        ProvisionKind.FINANCE,
    ),
}
"""Kinds whose words, beside a rule of another kind, only say more of it."""


def without_parts(told: list[ProvisionFinding]) -> list[ProvisionFinding]:
    """Leave out what only says more of another rule of the sentence.

    Aid and protection belong to the duty to help, rights and sovereignty to the scope of a ban
    on agreements with others; how one leaves is no matter beside the clause on leaving.
    """
    whole = [one for one in told if one.trigger or not is_triggered(one.provision)]
    parts = {(one.agreement, part) for one in whole for part in PARTS.get(one.provision, ())}
    exits = [one.span for one in told if one.provision is ProvisionKind.WITHDRAWAL]
    return [
        one
        for one in told
        if (one.agreement, one.provision) not in parts and not _is_held(one, exits)
    ]


def _is_held(one: ProvisionFinding, exits: Sequence[Span]) -> bool:
    """Tell whether a matter of no kind of its own stands within a clause on leaving."""
    return one.provision is ProvisionKind.OTHER and any(span.holds(one.span) for span in exits)
