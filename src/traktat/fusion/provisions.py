"""Clauses: all renditions side by side, what most independent origins make of them, outliers.

Silence is not denial: a rendition that leaves a qualifier out says nothing against it. Only a
verbatim quotation that lacks what other renditions have has dropped it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from traktat.fusion.clauses import Rule, clauses_of
from traktat.fusion.dossiers import Dossier, fact_id
from traktat.fusion.origins import credibility
from traktat.fusion.outliers import GARBLED, INVERTED, covers, flags_of
from traktat.model.findings import ProvisionFinding
from traktat.model.kinds import ProvisionKind
from traktat.model.records import Provision, Rendition

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause with its renditions and the flags each of them got."""

    kind: ProvisionKind
    voices: tuple[Rule, ...]
    flags: dict[tuple[str, int, int, str], tuple[str, ...]]
    provision: Provision

    def flagged(self, flag: str) -> list[Rule]:
        """List the renditions with a flag."""
        return [voice for voice in self.voices if flag in self.flags[voice.place]]

    def without(self, flag: str) -> list[Rule]:
        """List the renditions that do not have a flag."""
        return [voice for voice in self.voices if flag not in self.flags[voice.place]]


def provisions_of(dossier: Dossier) -> list[Clause]:
    """Collate the clauses of an agreement."""
    out: list[Clause] = []
    numbers: dict[ProvisionKind, int] = {}
    for kind, voices in clauses_of(dossier):
        number = numbers.get(kind, 0)
        numbers[kind] = number + 1
        out.append(_collated(dossier, kind, voices, number))
    return out


def _collated(dossier: Dossier, kind: ProvisionKind, voices: list[Rule], number: int) -> Clause:
    flags = flags_of(dossier, voices)
    sound = [voice for voice in voices if INVERTED not in flags[voice.place]]
    apt = [voice for voice in voices if GARBLED not in flags[voice.place]]
    found = dossier.origins.corroboration(sound or voices)
    labels = dossier.origins.corroboration(voices).label  # whom each rendition counts under
    provision = Provision(
        id=fact_id("clause-", dossier.id, kind, number),
        kind=kind,
        bearers=majority(dossier, sound, lambda one: one.bearers or None) or (),
        beneficiary=majority(dossier, sound, lambda one: one.beneficiary),
        force=majority(dossier, voices, lambda one: one.force),
        trigger=majority(dossier, sound, lambda one: one.trigger or None),
        qualifiers=narrowest(item for voice in voices for item in voice.finding.qualifiers),
        timing=majority(dossier, voices, lambda one: one.timing),
        scope=majority(dossier, apt, lambda one: one.scope),
        content=majority(dossier, sound, lambda one: one.content),
        fields=tuple(sorted({item for voice in voices for item in voice.finding.fields})),
        origins=found.names,
        independent_origins=found.independent,
        credibility=credibility(found),
        renditions=tuple(
            _rendition(voice, flags[voice.place], labels.get(voice.place, ""))
            for voice in _in_order(voices)
        ),
    )
    return Clause(kind, tuple(voices), flags, provision)


def _in_order(voices: Iterable[Rule]) -> list[Rule]:
    return sorted(voices, key=lambda one: one.place)


def _rendition(voice: Rule, flags: tuple[str, ...], origin: str) -> Rendition:
    finding = voice.finding
    return Rendition(
        report=voice.report.id,
        span=finding.span,
        quote=finding.quote,
        language=voice.report.language,
        finding=voice.id,
        trigger=finding.trigger,
        bearers=finding.bearers,
        beneficiary=finding.beneficiary,
        force=finding.force,
        qualifiers=finding.qualifiers,
        timing=finding.timing,
        scope=finding.scope,
        content=finding.content,
        verbatim=finding.verbatim,
        via=finding.via,
        flags=flags,
        origin=origin,
    )


def majority(
    dossier: Dossier, voices: Iterable[Rule], read: Callable[[ProvisionFinding], V | None]
) -> V | None:
    """Give the value with most independent origins behind it; silence is no vote."""
    votes: dict[V, list[Rule]] = {}
    for voice in voices:
        value = read(voice.finding)
        if value is not None:
            votes.setdefault(value, []).append(voice)
    if len(votes) < 2:
        return next(iter(votes), None)
    return min(votes, key=lambda value: _weight(dossier, votes[value], value))


def _weight(dossier: Dossier, voices: Sequence[Rule], value: object) -> tuple[int, int, int, str]:
    origins = dossier.origins.corroboration(voices).independent
    reports = len({voice.report.id for voice in voices})
    return -origins, -reports, -len(str(value)), str(value)


def narrowest(qualifiers: Iterable[str]) -> tuple[str, ...]:
    """Give all qualifiers, without those that a narrower one holds."""
    given = sorted(set(qualifiers))
    return tuple(
        one for one in given if not any(other != one and covers(one, other) for other in given)
    )
