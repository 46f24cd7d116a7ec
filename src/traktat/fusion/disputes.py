"""What rules of disagreement look at, and how they say that values differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from traktat.fusion.claims import Entry
from traktat.fusion.dossiers import Dossier, fact_id
from traktat.fusion.evidence import Voice
from traktat.fusion.happenings import Happening
from traktat.fusion.provisions import Clause
from traktat.model.dates import When
from traktat.model.kinds import ActKind, DisagreementClass, Status
from traktat.model.records import Disagreement, Value
from traktat.sentences import Sentence, as_sentence


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """All that has been put together for a record, before values are compared."""

    dossier: Dossier
    happenings: Sequence[Happening]
    clauses: Sequence[Clause]
    entries: Sequence[Entry]

    def occurred(self, *kinds: ActKind) -> Iterator[Happening]:
        """Go through what has happened, of these kinds or of all."""
        for one in self.happenings:
            if one.status is Status.OCCURRED and (not kinds or one.act in kinds):
                yield one


Sides = Iterable[tuple[str, Sequence[Voice[Any]]]]
"""Values, each with who gives it; words of reports, dates and keys, or sentences of ours."""


def dispute(
    about: str,
    sort: DisagreementClass,
    values: Sides,
    *,
    dossier: Dossier,
    prefer: str | None,
    why: Sentence,
    rule: str,
) -> Disagreement:
    """Say that values of one thing differ, why, and which one the record takes."""
    sides = tuple(_value(dossier, value, voices) for value, voices in values)
    return Disagreement(
        id=fact_id("differ-", dossier.id, about, rule, *(side.value for side in sides)),
        about=about,
        sort=sort,
        values=sides,
        prefer=None if prefer is None else as_sentence(prefer),
        why=why,
        rule=rule,
    )


def _value(dossier: Dossier, value: str, voices: Sequence[Voice[Any]]) -> Value:
    found = dossier.origins.corroboration(voices)
    return Value(
        value=as_sentence(value), support=dossier.supports(voices, found), origins=found.groups
    )


def by_value(
    voices: Iterable[Voice[Any]], values: Iterable[str | None]
) -> dict[str, list[Voice[Any]]]:
    """Put voices together by the value each gives; those that give none are left out."""
    out: dict[str, list[Voice[Any]]] = {}
    for voice, value in zip(voices, values, strict=True):
        if value:
            out.setdefault(str(value), []).append(voice)
    return dict(sorted(out.items()))


def stronger(
    dossier: Dossier, one: Sequence[Voice[Any]], other: Sequence[Voice[Any]]
) -> bool | None:
    """Tell whether the first side has more independent origins; None where both have as many."""
    left = dossier.origins.corroboration(one).independent
    right = dossier.origins.corroboration(other).independent
    return None if left == right else left > right


def against_the_first(
    dossier: Dossier, values: dict[str, list[Voice[Any]]]
) -> Iterator[tuple[str, str]]:
    """Pair the value with most origins behind it with each of the others."""
    if len(values) < 2:
        return
    count = dossier.origins.corroboration
    ranked = sorted(
        values,
        key=lambda value: (-count(values[value]).independent, -len(values[value]), value),
    )
    yield from ((ranked[0], other) for other in ranked[1:])


def preferred_of(
    dossier: Dossier, values: dict[str, list[Voice[Any]]], one: str, other: str
) -> str | None:
    """Give the value with more independent origins; None where both have as many."""
    more = stronger(dossier, values[one], values[other])
    return None if more is None else one if more else other


def about_act(happening: Happening, what: str) -> str:
    """Name a property of an act: `act:approval:lower:RUS:date`."""
    parts = ["act", happening.act.value, happening.chamber or "", *happening.side, what]
    return ":".join(part for part in parts if part)


def edtf(when: When | None) -> str:
    """Give a date as it is printed."""
    return when.edtf if when else "undated"


def first_told(voices: Iterable[Voice[Any]]) -> date | None:
    """Give the day of the earliest report."""
    return min((voice.published for voice in voices if voice.published), default=None)


def last_told(voices: Iterable[Voice[Any]]) -> date | None:
    """Give the day of the latest report."""
    return max((voice.published for voice in voices if voice.published), default=None)
