"""Clusters of different homes that are one agreement all the same.

A report may name only some of the parties, or one too many. Such a cluster joins the greater
one that bears its name, or that was signed or acted upon on the same day by the same hands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple

from traktat.fusion.bonds import ENOUGH, FAR_APART, MARGIN
from traktat.fusion.clusters import UMBRELLA_FORMS, Cluster, gap
from traktat.sentences import SILENT, Sentence, sentence

MOST = 0.5  # share of common parties from which two sets may mean the same parties
CROWDED = 30  # clusters under one key beyond which the key tells nothing


class Bearer(NamedTuple):
    """What of a cluster that bears a key says whether another may be the same agreement."""

    parties: tuple[str, ...]
    many: bool
    known: str | None


Others = Callable[[str], Sequence[Bearer]]
"""Gives the bearers of a key among the clusters of homes that are not at hand."""


class Unsettled(NamedTuple):
    """A cluster that could be part of several others, and was joined to none."""

    cluster: Cluster
    near: tuple[Cluster, ...]
    reason: Sentence


def nobody(key: str) -> tuple[Bearer, ...]:
    """Give no other bearers: all clusters there are are at hand."""
    return ()


def bearer_of(cluster: Cluster) -> Bearer:
    """Give a cluster as a bearer of its keys."""
    return Bearer(cluster.parties, cluster.many, cluster.known)


def groups_of(
    clusters: list[Cluster], others: Others = nobody
) -> tuple[list[list[Cluster]], list[Unsettled]]:
    """Put clusters that are one agreement together, the one that leads first."""
    bearers = [bearer_of(one) for one in clusters]
    index = _index(clusters, bearers, others)
    rank = {number: _rank(cluster) for number, cluster in enumerate(clusters)}
    parent = list(range(len(clusters)))
    unsettled: list[Unsettled] = []
    for number in sorted(rank, key=lambda one: rank[one]):
        found = _greater(number, clusters, index, rank)
        if len(found) > 1 and found[1][0] > found[0][0] - MARGIN:
            near = tuple(clusters[other] for _, other, _ in found[:3])
            unsettled.append(Unsettled(clusters[number], near, found[0][2]))
        elif found:
            parent[number] = found[0][1]
    members: dict[int, list[int]] = {}
    for number in range(len(clusters)):
        members.setdefault(_root(parent, number), []).append(number)
    groups = [
        [clusters[one] for one in sorted(found_in, key=lambda one: rank[one], reverse=True)]
        for found_in in members.values()
    ]
    return groups, unsettled


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        number = parent[number]
    return number


def _rank(cluster: Cluster) -> tuple[bool, bool, int, int, str]:
    """Give how much a cluster knows of its agreement: the greater takes the lesser in."""
    return (
        cluster.known is not None,
        len(cluster.parties) > 1,
        len(cluster.reports),
        len(cluster.parties),
        cluster.first_id,
    )


Index = dict[str, list[int]]


def _index(clusters: list[Cluster], bearers: list[Bearer], others: Others) -> Index:
    index: Index = {}
    for number, cluster in enumerate(clusters):
        for key in cluster.keys:
            index.setdefault(key, []).append(number)
    return {
        key: numbers
        for key, numbers in index.items()
        if len(numbers) > 1 and is_telling(key, [*map(bearers.__getitem__, numbers), *others(key)])
    }


def is_telling(key: str, bearers: Sequence[Bearer]) -> bool:
    """Tell whether a key says which of its bearers are one agreement."""
    if not 1 < len(bearers) <= CROWDED:
        return False
    return _sort_of(key) == "act" or not _generic(bearers)


def may_be_one(key: str, one: Bearer, other: Bearer) -> bool:
    """Tell whether of two bearers of a key either may be part of the other, as far as it goes."""
    sort = _sort_of(key)
    return bool(_score(sort, one, other) or _score(sort, other, one))


def _sort_of(key: str) -> str:
    return key.partition(" ")[0]


def _generic(bearers: Sequence[Bearer]) -> bool:
    """Tell whether a name is borne by agreements of different parties: it names none of them."""
    if any(one.known for one in bearers):
        return False  # the proper name of a known agreement
    named = sorted({one.parties for one in bearers if len(one.parties) > 1 and not one.many})
    return any(
        not set(one) <= set(other) and not set(other) <= set(one)
        for place, one in enumerate(named)
        for other in named[place + 1 :]
    )


def _greater(
    number: int,
    clusters: list[Cluster],
    index: Index,
    rank: dict[int, tuple[bool, bool, int, int, str]],
) -> list[tuple[float, int, Sentence]]:
    """List the greater clusters that this one may be part of, best first."""
    lesser = clusters[number]
    best: dict[int, tuple[float, Sentence]] = {}
    for key in lesser.keys:
        for other in index.get(key, ()):
            if rank[other] <= rank[number] or clusters[other].home == lesser.home:
                continue  # what a home has told apart stays apart
            score = _score(_sort_of(key), lesser, clusters[other])
            if score > best.get(other, (ENOUGH, SILENT))[0]:
                best[other] = score, _in_common(key)
    found = [
        (score, other, reason)
        for other, (score, reason) in best.items()
        if not _barred(lesser, clusters[other], named=score > _SCORES["act"])
    ]
    return sorted(found, key=lambda one: (-one[0], one[1]))


_SCORES = {"acronym": 0.9, "title": 0.85, "act": 0.7}


def _score(sort: str, lesser: Bearer | Cluster, greater: Bearer | Cluster) -> float:
    shared = set(lesser.parties) & set(greater.parties)
    both_many = lesser.many and greater.many and sort == "acronym"
    if lesser.parties and not shared and not greater.known and not both_many:
        return 0.0
    if not lesser.parties and sort == "act":
        return 0.0
    within = set(lesser.parties) <= set(greater.parties)
    together = len({*lesser.parties, *greater.parties})
    if within or greater.known or greater.many or len(shared) >= MOST * together:
        return _SCORES[sort] + (0.05 if within and lesser.parties else 0.0)
    return 0.0


def _in_common(key: str) -> Sentence:
    """Say what two clusters have in common: a name, or an act on a day."""
    sort, _, shared = key.partition(" ")
    if sort == "act":
        act, _, day = shared.partition(" ")
        return sentence("act {act:deed} {day:day} in common", act=act, day=day)
    if sort == "title":
        return sentence("title {name} in common", name=shared)
    return sentence("acronym {name} in common", name=shared)


def _barred(lesser: Cluster, greater: Cluster, *, named: bool) -> bool:
    if lesser.known and greater.known:
        return True
    births = [gap(one, other) for one in lesser.births for other in greater.births]
    if births and min(births) > (FAR_APART if named else timedelta(0)):
        return True
    forms, others = set(lesser.forms) - UMBRELLA_FORMS, set(greater.forms) - UMBRELLA_FORMS
    if forms and others and not forms & others and not named:
        return True
    return not named and bool(lesser.reports.keys() & greater.reports.keys())
