"""Ids of records: parties and year, and what else sets an agreement apart from its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import Protocol

from traktat.fusion.persons import words_of
from traktat.model.kinds import MANY

FEW = 4  # parties that still make a readable id
NON_STATE = "NSA:"


def is_named(party: str) -> bool:
    """Tell whether a party has a name; "rebel groups" is called otherwise by the next report.

    >>> is_named("SDN"), is_named("NSA:M23"), is_named("NSA:rebel groups"), is_named("MULTI")
    (True, True, False, False)
    """
    return party != MANY and not (
        party.startswith(NON_STATE) and party.removeprefix(NON_STATE).islower()
    )


def named_parties(parties: Iterable[str]) -> tuple[str, ...]:
    """Give the parties that have a name, sorted."""
    return tuple(sorted({party for party in parties if is_named(party)}))


class Identified(Protocol):
    """What an id is made of."""

    @property
    def known(self) -> str | None:
        """Give the name of a known agreement."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Give the parties, sorted."""

    @property
    def many(self) -> bool:
        """Tell whether more parties are meant than are named."""

    @property
    def since(self) -> date | None:
        """Give the day of signature, or of the first dated act."""

    @property
    def form(self) -> str | None:
        """Give the form most reports give."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Give the subjects, sorted."""

    @property
    def called(self) -> str:
        """Give the best name for a slug."""

    @property
    def apart(self) -> bool:
        """Tell whether a person took it out of another agreement."""

    @property
    def base_id(self) -> str:
        """Give `base_id` of it, worked out once."""

    @property
    def first_mention(self) -> str:
        """Give the id of the mention that sorts first."""


def slug(text: str) -> str:
    """Turn a name into the characters of an id.

    >>> slug("NSA:M23 Movement"), slug("Perjanjian Damai (2005)")
    ('m23-movement', 'perjanjian-damai-2005')
    """
    return "-".join(words_of(text.removeprefix(NON_STATE)))


def base_id(agreement: Identified) -> str:
    """Give the id that an agreement would have if there were no other like it."""
    if agreement.known:
        return slug(agreement.known)
    if agreement.many or not 0 < len(agreement.parties) <= FEW:
        stem = slug(agreement.called) or "-".join(map(slug, agreement.parties[:FEW])) or "unnamed"
    else:
        stem = "-".join(map(slug, agreement.parties))
    return f"{stem}-{agreement.since.year}" if agreement.since else stem


def ids_of(agreements: Sequence[Identified]) -> Mapping[int, str]:
    """Give each agreement (by its place in the list) an id of its own.

    The earliest of several like ones keeps the plain id; the others add what sets them apart.
    """
    return {number: tried[-1] for number, tried in tried_ids(agreements).items()}


def tried_ids(agreements: Sequence[Identified]) -> Mapping[int, tuple[str, ...]]:
    """Give each agreement the ids it tried, from its base id to its own.

    An id depends on nothing but the agreements that tried the same.
    """
    alike: dict[str, list[int]] = {}
    for number, agreement in enumerate(agreements):
        alike.setdefault(agreement.base_id, []).append(number)
    out: dict[int, tuple[str, ...]] = {}
    taken = set(alike)
    for base, numbers in sorted(alike.items()):
        ranked = sorted(numbers, key=lambda number: _age(agreements[number]))
        out[ranked[0]] = (base,)
        for number in ranked[1:]:
            marks = _marks(agreements[number], agreements[ranked[0]])
            out[number] = (base, *_until_free(base, marks, taken))
            taken.add(out[number][-1])
    return out


def _age(agreement: Identified) -> tuple[bool, date, bool, str, tuple[str, ...], str]:
    return (
        agreement.apart,
        agreement.since or date.max,
        agreement.form in (None, "memorandum", "protocol", "letter", "declaration"),
        agreement.form or "",
        agreement.topics,
        agreement.first_mention,
    )


def _marks(agreement: Identified, first: Identified) -> Iterable[str]:
    if agreement.form and agreement.form != first.form:
        yield slug(agreement.form)
    for topic in agreement.topics:
        if topic not in first.topics:
            yield slug(topic)


def _until_free(base: str, marks: Iterable[str], taken: set[str]) -> Iterator[str]:
    for mark in chain(marks, map(str, count(2))):
        yield f"{base}-{mark}"
        if f"{base}-{mark}" not in taken:
            return
