"""Origins: who stands behind a fact, and how many of them are independent of one another.

Outlets are not counted; who they have it from is. A credit covers only its scope; the narrowest
credit is the deepest ("KCNA, according to AFP" goes back to KCNA); copies count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from traktat.fusion.evidence import Voice
from traktat.fusion.lineage import Lineage
from traktat.fusion.persons import People, words_of
from traktat.model.kinds import Basis
from traktat.model.reports import Origin, Report
from traktat.model.spans import Span

WHOLE = 0.8  # share of a text from which a credit speaks for all of it

FAR_MORE = 3  # times as many origins for a fact as against it that leave it probable

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNKNOWABLE = 1, 2, 3, 4, 5, 6
"""The Admiralty scale of credibility."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom one passage rests on: the deepest names, all names on the way, and the kind.

    `narrow` is true where the passage itself is credited and not only the whole report;
    `own` where nobody is credited and the outlet answers for it.
    """

    deepest: tuple[str, ...]
    chain: tuple[str, ...]
    narrow: bool = False
    own: bool = False
    organ: bool = False


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The origins of a fact. `groups` are the independent ones; `label` gives a voice's group."""

    names: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    organ: bool = False
    nameless: bool = False
    label: Mapping[tuple[str, int, int, str], str] = field(default_factory=dict)

    @property
    def independent(self) -> int:
        """Count the independent origins."""
        return len(self.groups)


class Origins:
    """Credits of all passages of a record's reports, looked up once each."""

    def __init__(self, parties: Iterable[str], people: People, lineage: Lineage) -> None:
        self._parties = frozenset(parties)
        self._people = people
        self._lineage = lineage
        self._credits: dict[tuple[str, Span, str], Credit] = {}

    def credit(self, voice: Voice[Any]) -> Credit:
        """Give whom a passage rests on."""
        via = getattr(voice.finding, "via", None) or ""
        key = (voice.report.id, voice.finding.span, via)
        if key not in self._credits:
            self._credits[key] = self._work_out(voice.report, voice.finding.span, via)
        return self._credits[key]

    def _work_out(self, report: Report, span: Span, via: str) -> Credit:
        wide, narrow = _covering(report, span)
        own = report.outlet or f"report {report.id}"
        chain = [origin.name for origin in (*narrow, *wide)]
        if via and words_of(via) not in {words_of(name) for name in chain}:
            organ = bool({via, self._people.state(via)} & self._parties)
            return Credit((self._people.name(via),), (via, *chain), narrow=True, organ=organ)
        deepest = _deepest(narrow) or wide
        if not deepest:
            return Credit((own,), (own,), own=True)
        return Credit(
            tuple(sorted({origin.name for origin in deepest})),
            tuple(dict.fromkeys(chain)),
            narrow=bool(narrow),
            organ=any(origin.organ_of in self._parties for origin in deepest),
        )

    def corroboration(self, voices: Sequence[Voice[Any]]) -> Corroboration:
        """Count the independent origins of what these voices say."""
        families: dict[str, list[Voice[Any]]] = {}
        for voice in sorted(voices, key=lambda one: one.place):
            source = self._lineage.source(voice.report.id, voice.finding.span)
            families.setdefault(source, []).append(voice)
        sets: dict[frozenset[str], list[Voice[Any]]] = {}
        printed_by: dict[str, frozenset[str]] = {}
        for _, members in sorted(families.items()):
            found = self._family(members)
            for voice, names in found:
                sets.setdefault(names, []).append(voice)
            for voice in members:
                _note_printer(printed_by, voice.report.outlet, found[0][1])
        counted = _disjoint(sets, printed_by)
        given = [self.credit(voice) for voice in voices]
        return Corroboration(
            names=tuple(sorted({name for credit in given for name in credit.chain})),
            groups=tuple(sorted({_named(names) for names in counted.values()})),
            organ=any(credit.organ for credit in given),
            nameless=all(_nameless(names) for names in sets),
            label={
                voice.place: _named(counted[names])
                for names, members in sets.items()
                for voice in members
            },
        )

    def _family(self, members: list[Voice[Any]]) -> list[tuple[Voice[Any], frozenset[str]]]:
        """Give every voice of a family of copies the origins that the oldest of them has."""
        lead = self._oldest(members)
        first = [self.credit(voice) for voice in lead]
        others = [self.credit(voice) for voice in members]
        sets = _sets(first) or _joined(others) or [_outlets(first)]
        out = []
        for voice in members:
            own = frozenset(self.credit(voice).deepest)
            out.append((voice, own if own in sets else sets[0]))
        reached = {names for _, names in out}
        out += [(members[0], names) for names in sets if names not in reached]
        return out

    def _oldest(self, members: list[Voice[Any]]) -> list[Voice[Any]]:
        """Give the voices of the oldest report, and of those that may be as old."""
        oldest = min(members, key=lambda voice: self._lineage.age.get(voice.report.id, 0))
        day = oldest.published
        return [
            voice
            for voice in members
            if voice.report.id == oldest.report.id
            or day is None
            or voice.published is None
            or voice.published <= day
        ]


def _covering(report: Report, span: Span) -> tuple[list[Origin], list[Origin]]:
    """Give the credits that cover a passage: those of the whole text, and narrower ones."""
    wide: list[Origin] = []
    narrow: list[Origin] = []
    for origin in report.origins:
        if origin.basis is Basis.METADATA or origin.scope is None:
            wide.append(origin)
        elif origin.scope.overlaps(span):
            length = origin.scope.end - origin.scope.start
            (wide if length >= WHOLE * len(report.text) else narrow).append(origin)
    stacked = {part.origin for part in report.segments if part.origin and part.span.overlaps(span)}
    return [origin for origin in wide if not stacked or origin.name in stacked] or wide, narrow


def _deepest(narrow: list[Origin]) -> list[Origin]:
    """Give the credits of the narrowest scope; among equals, those that are organs."""
    if not narrow:
        return []
    least = min(_length(origin) for origin in narrow)
    found = [origin for origin in narrow if _length(origin) == least]
    return [origin for origin in found if origin.organ_of] or found


def _length(origin: Origin) -> int:
    return origin.scope.end - origin.scope.start if origin.scope else 0


def _sets(given: Iterable[Credit]) -> list[frozenset[str]]:
    """Give the origins of one report: its narrow credits each, or else all it credits together."""
    found = list(given)
    narrow = {frozenset(one.deepest) for one in found if one.narrow}
    return sorted(narrow, key=sorted) or _joined(found)


def _joined(given: Iterable[Credit]) -> list[frozenset[str]]:
    names = {name for one in given if not one.own for name in one.deepest}
    return [frozenset(names)] if names else []


def _outlets(given: Iterable[Credit]) -> frozenset[str]:
    return frozenset(name for one in given for name in one.deepest)


def _disjoint(
    sets: Iterable[frozenset[str]], printed_by: Mapping[str, frozenset[str]]
) -> dict[frozenset[str], frozenset[str]]:
    """Give for each set of origins the counted one that it shares an origin with.

    The smallest are counted first: who credits two agencies adds nothing to what both say.
    Who credits an outlet that only printed a copy goes back to where the copy came from.
    """
    counted: list[frozenset[str]] = []
    keys: list[frozenset[str]] = []
    out: dict[frozenset[str], frozenset[str]] = {}
    ordered = sorted(sets, key=lambda one: (len(one), sorted(one)))
    for names in sorted(ordered, key=lambda one: _is_passed_on(one, printed_by)):
        known = {_key(name) for name in names}
        for name in sorted(known):
            known |= {_key(far) for far in printed_by.get(name, ())}
        shared = next((place for place, taken in enumerate(keys) if taken & known), None)
        if shared is None:
            counted.append(names)
            keys.append(frozenset(known))
        out[names] = names if shared is None else counted[shared]
    return out


def _note_printer(
    printed_by: dict[str, frozenset[str]], outlet: str | None, names: frozenset[str]
) -> None:
    """Note whose news an outlet printed; what it had by itself goes before what it copied."""
    if outlet and (outlet in names or _key(outlet) not in printed_by):
        printed_by[_key(outlet)] = names


def _is_passed_on(names: frozenset[str], printed_by: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether an outlet that is credited had it from somebody else."""
    return any(_key(name) in printed_by and printed_by[_key(name)] != names for name in names)


def _key(name: str) -> str:
    """Give a name as it is compared: TEMPO.CO and Tempo.co are one."""
    return " ".join(words_of(name)) or name


def _named(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _nameless(names: frozenset[str]) -> bool:
    return all(name.startswith("report ") for name in names)


def credibility(agreeing: Corroboration, disputing: int = 0) -> int:
    """Place a fact on the Admiralty scale by the independent origins for and against it.

    >>> credibility(Corroboration(groups=("KCNA", "TASS")))
    1
    >>> credibility(Corroboration(groups=("KCNA",)), disputing=2)
    5
    """
    origins = agreeing.independent
    if disputing > origins:
        return IMPROBABLE
    if disputing and disputing == origins:
        return DOUBTFUL
    if agreeing.nameless:
        return UNKNOWABLE
    if origins > 1 and not disputing:
        return CONFIRMED
    return PROBABLE if origins >= FAR_MORE * disputing else POSSIBLE
