"""The other side of an agreement, where only the company it keeps in its sentences tells it."""

from __future__ import annotations

from traktat.facts.tables import table
from traktat.reading.agreements.instruments import Cluster

_PAIR = 2


def other_side(cluster: Cluster) -> tuple[str, ...]:
    """Add the one state named beside an agreement that only says whom it is with.

    "The trade pact with Aruna takes effect on Monday, Norland said."
    """
    partners = cluster.partners
    if len(partners) != 1 or cluster.codes != partners or cluster.many or cluster.wide:
        return ()
    beside = _near(cluster) - partners
    return tuple(sorted(beside | partners)) if len(beside) == 1 else ()


def two_beside(cluster: Cluster) -> tuple[str, ...]:
    """Give the only two states that the sentences of an agreement name.

    "The border deal was inked in the presence of the leaders of Norland and Aruna."
    """
    if cluster.many or cluster.wide:
        return ()
    states = table("states")
    beside = {code for _, told in cluster.members for code in told.beside if code in states}
    return tuple(sorted(beside)) if len(beside) == _PAIR and cluster.codes <= beside else ()


def _near(cluster: Cluster) -> set[str]:
    states = table("states")
    return {code for _, told in cluster.members for code in told.nearby if code in states}
