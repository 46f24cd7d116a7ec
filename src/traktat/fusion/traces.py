"""Traces: what an agreement can be found by from the agreements of other homes.

Agreements of different homes influence one another only if they bear one key, a name or a dated
act, or would have the same id. Where no trace leads, nothing has to be settled anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from traktat.fusion.homes import Home, home_of
from traktat.fusion.identities import Identified, tried_ids
from traktat.fusion.mentions import Mention
from traktat.fusion.unions import Bearer, bearer_of, is_telling, may_be_one

ID = "id "  # before an id that an agreement has, or would have if it were free


class Trace(NamedTuple):
    """A key that an agreement of a home bears; an id has no bearer but its text."""

    key: str
    home: str
    bearer: Bearer | None = None


class Settled(Identified, Protocol):
    """An agreement whose traces can be given."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Give its mentions, sorted by id."""


def traces_of(
    homes: Mapping[str, Home], naming: Iterable[Sequence[Settled]]
) -> dict[str, tuple[Trace, ...]]:
    """Give the traces by home: of all clusters, and of every time agreements were given ids."""
    found: dict[str, list[Trace]] = {home: [] for home in homes}
    for key, home in homes.items():
        for cluster in home.clusters:
            bearer = bearer_of(cluster)
            found[key] += (Trace(one, key, bearer) for one in cluster.keys)
    for agreements in naming:
        for number, tried in tried_ids(agreements).items():
            home_key = home_of(agreements[number].mentions[0])
            found[home_key] += (Trace(f"{ID}{one}", home_key) for one in tried)
    return {home: tuple(traces) for home, traces in found.items()}


def led_to(
    key: str, was: Sequence[Trace], now: Sequence[Trace], outside: Sequence[Trace]
) -> Iterable[str]:
    """Give the homes outside that a key leads to, from those that had it and those that have it.

    Where the key begins or ceases to tell which agreement is meant, it does so for all.
    """
    if key.startswith(ID):
        return {one.home for one in outside}
    told, tells = (
        is_telling(key, [one.bearer for one in (*inside, *outside) if one.bearer])
        for inside in (was, now)
    )
    if not (told or tells):
        return ()
    others = [*was, *now] if told and tells else [*was, *now, *outside]
    return {one.home for one in outside if any(_may_meet(key, one, other) for other in others)}


def _may_meet(key: str, one: Trace, other: Trace) -> bool:
    if one.bearer is None or other.bearer is None or one.home == other.home:
        return False
    return may_be_one(key, one.bearer, other.bearer)
