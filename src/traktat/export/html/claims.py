"""The claim matrix: claimants by propositions, each cell a line of stances over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from traktat.model.dates import OPEN_END
from traktat.model.records import Claim

COLUMNS = 6  # propositions side by side; more would not fit a page, they follow below


@dataclass(frozen=True, slots=True)
class Row:
    """A claimant and its claims on each proposition, in the order of time."""

    by: str
    state: str | None
    cells: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Propositions as columns, claimants as rows."""

    topics: tuple[str, ...]
    rows: tuple[Row, ...]


def matrices(claims: Iterable[Claim]) -> tuple[Matrix, ...]:
    """Lay claims out, the proposition with most claimants first."""
    known = list(claims)
    claimants: dict[str, set[str]] = {}
    for claim in known:
        claimants.setdefault(claim.topic, set()).add(claim.by)
    topics = sorted(claimants, key=lambda topic: (-len(claimants[topic]), topic))
    return tuple(_matrix(known, topics[at : at + COLUMNS]) for at in range(0, len(topics), COLUMNS))


def _matrix(claims: list[Claim], topics: list[str]) -> Matrix:
    inside = [claim for claim in claims if claim.topic in topics]
    names = sorted({(claim.state or "~", claim.by) for claim in inside})
    rows = [
        Row(
            by,
            state if state != "~" else None,
            tuple(
                tuple(sorted((c for c in inside if c.by == by and c.topic == topic), key=_when))
                for topic in topics
            ),
        )
        for state, by in names
    ]
    return Matrix(tuple(topics), tuple(rows))


def _when(claim: Claim) -> tuple[object, ...]:
    first = claim.date.first if claim.date else OPEN_END
    return first, claim.id
