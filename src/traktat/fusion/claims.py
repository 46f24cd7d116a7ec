"""The ledger of claims: who takes which stance on what, when, and when a line changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from traktat.fusion.dossiers import Dossier, fact_id
from traktat.fusion.evidence import Voice
from traktat.fusion.persons import words_of
from traktat.fusion.quantities import Quantity, agree, printed, same_unit
from traktat.fusion.timeline import commonest
from traktat.model.dates import When, compatible, narrowed
from traktat.model.findings import ClaimFinding
from traktat.model.kinds import Manner, Stance
from traktat.model.records import Claim

Telling = Voice[ClaimFinding]

OPPOSED = frozenset({Stance.ASSERTS, Stance.DENIES})


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A claim of the ledger with the voices that tell of it."""

    claim: Claim
    voices: tuple[Telling, ...]
    topic: tuple[str, ...]


def topic_key(topic: str) -> tuple[str, ...]:
    """Give what makes two propositions one: their words, in any order.

    >>> topic_key("PRK troops in RUS") == topic_key("prk troops, in RUS")
    True
    """
    return tuple(sorted(set(words_of(topic))))


def ledger_of(dossier: Dossier) -> list[Entry]:
    """Give the ledger, by proposition, claimant and day."""
    lines: dict[tuple[tuple[str, ...], str, Stance, bool], list[Telling]] = {}
    for voice in dossier.claims():
        finding = voice.finding
        supposed = finding.manner is Manner.HYPOTHETICAL
        by = dossier.people.name(finding.by)
        key = (topic_key(finding.topic), by, finding.stance, supposed)
        lines.setdefault(key, []).append(voice)
    entries = [
        _entry(dossier, topic, by, members)
        for (topic, by, _, _), voices in sorted(lines.items(), key=lambda item: item[0])
        for members in _occasions(sorted(voices, key=lambda one: one.place))
    ]
    return _with_changes(sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[tuple[str, ...], str, str, str]:
    when = entry.claim.date
    return entry.topic, entry.claim.by, when.first.isoformat() if when else "9999", entry.claim.id


def _occasions(voices: Iterable[Telling]) -> list[list[Telling]]:
    """Part one line by day and number: other days and other numbers are other claims."""
    groups: list[tuple[When | None, Quantity | None, list[Telling]]] = []
    for voice in sorted(voices, key=_sharpest_first):
        day, quantity = voice.finding.date, voice.finding.quantity
        fitting = [
            place
            for place, (when, number, _) in enumerate(groups)
            if _one_day(when, day) and _one_number(number, quantity)
        ]
        if not fitting:
            groups.append((day, quantity, [voice]))
            continue
        when, number, members = groups[fitting[0]]
        when = narrowed(when, day) if when and day else when or day
        groups[fitting[0]] = when, number or quantity, [*members, voice]
    return [members for _, _, members in groups]


def _sharpest_first(voice: Telling) -> tuple[int, str, bool, tuple[str, int, int, str]]:
    day = voice.finding.date
    return (
        day.days if day else 10**7,
        day.edtf if day else "",
        voice.finding.quantity is None,
        voice.place,
    )


def _one_day(one: When | None, other: When | None) -> bool:
    return one is None or other is None or compatible(one, other)


def _one_number(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return True
    return same_unit(one[2], other[2]) and agree(one, other)


def _entry(dossier: Dossier, topic: tuple[str, ...], by: str, voices: Sequence[Telling]) -> Entry:
    findings = [voice.finding for voice in voices]
    found = dossier.origins.corroboration(voices)
    first = min(voices, key=lambda one: (dossier.lineage.age[one.report.id], one.place))
    numbers = {one.id: printed(one.finding.quantity) for one in voices if one.finding.quantity}
    when: When | None = None
    for one in findings:
        when = narrowed(when, one.date) if when and one.date else when or one.date
    manner = commonest(one.manner for one in findings)
    claim = Claim(
        id=fact_id("claim-", dossier.id, *topic, by, findings[0].stance, first.report.id, first.id),
        topic=commonest(one.topic for one in findings) or "",
        by=by,
        stance=findings[0].stance,
        state=commonest(one.state for one in findings) or _state_of(dossier, by),
        manner=Manner(manner) if manner else None,
        quantity=next((one.quantity for one in findings if one.quantity), None),
        date=when,
        via=tuple(sorted({one.via for one in findings if one.via})),
        support=dossier.supports(voices, found, numbers),
    )
    return Entry(claim, tuple(voices), topic)


def _state_of(dossier: Dossier, by: str) -> str | None:
    return by if by in dossier.parties else dossier.people.states.get(by)


def _with_changes(entries: list[Entry]) -> list[Entry]:
    """Note where a claimant's line on a proposition is not the line it took before."""
    last: dict[tuple[tuple[str, ...], str], Entry] = {}
    out: list[Entry] = []
    for entry in entries:
        key = entry.topic, entry.claim.by
        earlier = last.get(key)
        if earlier and changed_line(earlier.claim, entry.claim):
            claim = replace(entry.claim, changed_from=earlier.claim.id)
            entry = Entry(claim, entry.voices, entry.topic)  # noqa: PLW2901 - the same entry, with more known
        if entry.claim.date:
            last[key] = entry
        out.append(entry)
    return out


def changed_line(earlier: Claim, later: Claim) -> bool:
    """Tell whether a later claim takes another stance than an earlier one, days in order."""
    if earlier.stance is later.stance or not earlier.date or not later.date:
        return False
    return earlier.date.last < later.date.first


def claims_of(entries: Iterable[Entry]) -> tuple[Claim, ...]:
    """Give the claims of a ledger."""
    return tuple(entry.claim for entry in entries)


def related(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two propositions that are not the same are about the same matter.

    >>> related(topic_key("PRK troops in RUS"), topic_key("PRK troops at the front"))
    True
    """
    shared = set(one) & set(other)
    telling = {word for word in shared if len(word) > 2}
    return one != other and len(telling) > 1
