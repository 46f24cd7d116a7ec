"""Whom a report names besides its agreements: who they may be between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a report names: `named` counts all codes, `present` are those not only adjectives.

    `unnamed` are the words for an armed group without a name, `home` is the state whose offices
    a report means without naming it, `combat` the two that fight.
    """

    named: Counter[str]
    present: frozenset[str]
    unnamed: str = ""
    home: str = ""
    combat: tuple[str, ...] = ()
