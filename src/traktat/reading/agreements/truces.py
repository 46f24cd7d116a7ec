"""The sides of truces: who fights, and the armed group of the state where a truce holds."""

from __future__ import annotations

from collections import Counter

from traktat.facts.tables import table
from traktat.reading.agreements.armed import ARMED
from traktat.reading.agreements.company import Company
from traktat.reading.agreements.evidence import SIGNED
from traktat.reading.agreements.instruments import Cluster

_MORE = 2  # times as often as the next: the group that a report's truce is with


def sides_told(cluster: Cluster, parties: tuple[str, ...], company: Company) -> tuple[str, ...]:
    """Give the sides of a truce that says nothing sure of its own, else what is known of it."""
    if cluster.known or not cluster.truce:
        return parties
    if company.combat and _is_guessed(cluster) and cluster.codes <= {*company.combat, *parties}:
        return tuple(sorted(company.combat))
    return parties or _held_in(cluster, company.named)


def guessed_sides(
    cluster: Cluster, parties: tuple[str, ...], named: Counter[str]
) -> tuple[str, ...]:
    """Give the state and the armed group of a report for a truce whose sides are guessed.

    An organization watches over a truce; it holds no fire.
    """
    if not cluster.truce or not _is_guessed(cluster) or cluster.known:
        return ()
    armed = _foremost(named)
    states = (cluster.codes or set(parties)) & table("states").keys()
    return tuple(sorted({armed, *states})) if armed and len(states) == 1 else ()


def _held_in(cluster: Cluster, named: Counter[str]) -> tuple[str, ...]:
    """Give the state a truce holds in, and the armed group named above all others."""
    states = {evidence.where for _, evidence in cluster.members if evidence.where}
    armed = _foremost(named)
    if len(states) != 1 or not armed or not cluster.codes <= {armed, *states}:
        return ()
    return tuple(sorted({armed, *states}))


def _is_guessed(cluster: Cluster) -> bool:
    return all(weight < SIGNED for _, weight in cluster.closed)


def _foremost(named: Counter[str]) -> str:
    """Give the armed group that is named far more often than any other, or nothing.

    Where a report speaks more often of "the rebels", they may be somebody else.
    """
    counts = sorted((-n, c) for c, n in named.items() if c.startswith(ARMED) and c != ARMED)
    alone = counts and (len(counts) == 1 or counts[0][0] <= _MORE * counts[1][0])
    return counts[0][1] if alone and -counts[0][0] >= named[ARMED] else ""
