"""A cluster of mentions with the parties that were made sure of."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.reading.agreements.instruments import Cluster
from traktat.reading.agreements.nouns import Phrase

_WIDE_FORMS = frozenset({"convention", "charter", "declaration", "protocol", "treaty", "consensus"})


@dataclass(slots=True)
class Settled:
    """A cluster with its parties; `relation` and `of` tie it to another cluster."""

    cluster: Cluster
    parties: tuple[str, ...]
    relation: str | None = None
    of: Cluster | None = None


def is_loose(cluster: Cluster) -> bool:
    """Tell whether a cluster speaks of agreements in general."""
    return all(
        "several" in phrase.flags or (phrase.determiner == "any" and not evidence.partners)
        for phrase, evidence in cluster.members
    )


def is_wide(phrase: Phrase) -> bool:
    """Tell whether a noun, or the raw material it is about, is one of agreements of many."""
    return phrase.form in _WIDE_FORMS or "commodity" in phrase.flags
