"""Rules for claims that differ: stances, lines that changed, numbers, neighboring propositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from traktat.fusion.claims import OPPOSED, Entry, related
from traktat.fusion.disputes import Collected, dispute
from traktat.fusion.evidence import Voice
from traktat.fusion.quantities import agree, printed, same_unit
from traktat.model.kinds import DisagreementClass, Stance
from traktat.model.records import Disagreement
from traktat.sentences import Sentence, sentence


def _by_topic(found: Collected) -> dict[tuple[str, ...], list[Entry]]:
    topics: dict[tuple[str, ...], list[Entry]] = {}
    for entry in found.entries:
        topics.setdefault(entry.topic, []).append(entry)
    return topics


def _about(entries: Sequence[Entry], what: str) -> str:
    return f"claim:{entries[0].claim.topic}:{what}"


def _voices(entries: Sequence[Entry]) -> list[Voice[Any]]:
    return [voice for entry in entries for voice in entry.voices]


def _side(entry: Entry) -> str:
    return entry.claim.state or entry.claim.by


def stances_opposed(found: Collected) -> Iterator[Disagreement]:
    """What some assert and others deny is contested, and stays open."""
    for entries in _by_topic(found).values():
        asserted = [one for one in entries if one.claim.stance is Stance.ASSERTS]
        denied = [one for one in entries if one.claim.stance is Stance.DENIES]
        sides = {_side(one) for one in asserted}
        others = {_side(one) for one in denied}
        if asserted and denied and (sides - others or others - sides):
            yield dispute(
                _about(entries, "stance"),
                DisagreementClass.CONTRADICTION,
                [
                    (_held_by(Stance.ASSERTS, asserted), _voices(asserted)),
                    (_held_by(Stance.DENIES, denied), _voices(denied)),
                ],
                dossier=found.dossier,
                prefer=None,
                why=sentence("asserted by some, denied by others"),
                rule="stances-opposed",
            )


def _held_by(stance: Stance, entries: Sequence[Entry]) -> Sentence:
    claimants = tuple(sorted({entry.claim.by for entry in entries}))
    return sentence("{stance:stance}: {claimants:claimant}", stance=stance, claimants=claimants)


def lines_that_changed(found: Collected) -> Iterator[Disagreement]:
    """One side that takes two stances on one proposition has changed its line.

    What another side says of its stance is no stance of its own.
    """
    for entries in _by_topic(found).values():
        sides: dict[str, list[Entry]] = {}
        for entry in entries:
            if not _is_hearsay(found, entry):
                sides.setdefault(_side(entry), []).append(entry)
        for side in sorted(sides):
            yield from _change(found, side, sides[side])


def _is_hearsay(found: Collected, entry: Entry) -> bool:
    """Tell whether only another side tells of a claim: "A says that B denies it"."""
    people = found.dossier.people
    tellers = [
        people.state(one) or (one if one in found.dossier.parties else None)
        for one in entry.claim.via
    ]
    return bool(tellers) and all(one is not None and one != _side(entry) for one in tellers)


def _change(found: Collected, side: str, entries: list[Entry]) -> Iterator[Disagreement]:
    lines: dict[Stance, list[Entry]] = {}
    for entry in sorted(entries, key=_by_day):
        lines.setdefault(entry.claim.stance, []).append(entry)
    if len(lines) < 2:
        return
    days = [entry.claim.date for members in lines.values() for entry in members]
    ordered = all(days) and _one_after_the_other(list(lines.values()))
    one_breath = {day.edtf for day in days if day}
    split = set(lines) >= OPPOSED and all(days) and len(one_breath) == 1
    yield dispute(
        f"{_about(entries, 'stance')}:{side}",
        DisagreementClass.CONTRADICTION if split else DisagreementClass.CHANGE_OF_LINE,
        [(_line(stance, members), _voices(members)) for stance, members in lines.items()],
        dossier=found.dossier,
        prefer=None,
        why=_why(side, split=split, ordered=ordered),
        rule="two-stances-at-once" if split else "change-of-line",
    )


def _by_day(entry: Entry) -> tuple[str, str]:
    return entry.claim.date.edtf if entry.claim.date else "9999", entry.claim.id


def _one_after_the_other(lines: list[list[Entry]]) -> bool:
    spans = [
        (
            min(one.claim.date.first for one in members if one.claim.date),
            max(one.claim.date.last for one in members if one.claim.date),
        )
        for members in lines
    ]
    return all(one[1] < other[0] for one, other in pairwise(spans))


def _line(stance: Stance, entries: list[Entry]) -> Sentence:
    day = next((entry.claim.date.edtf for entry in entries if entry.claim.date), None)
    if day is None:
        return sentence("{stance:stance} (undated)", stance=stance)
    return sentence("{stance:stance} ({day:day})", stance=stance, day=day)


def _why(side: str, *, split: bool, ordered: bool) -> Sentence:
    if split:
        return sentence("{side:claimant} is said to assert and to deny it on one day", side=side)
    if ordered:
        return sentence("{side:claimant} took these stances one after the other", side=side)
    return sentence(
        "{side:claimant} took these stances in an order the reports do not give", side=side
    )


def neighboring_propositions(found: Collected) -> Iterator[Disagreement]:
    """A side that denies one thing and not another, near to it, does not contradict itself."""
    sides: dict[str, list[Entry]] = {}
    for entry in found.entries:
        sides.setdefault(_side(entry), []).append(entry)
    for side in sorted(sides):
        denials = [one for one in sides[side] if one.claim.stance is Stance.DENIES]
        rest = [one for one in sides[side] if one.claim.stance is not Stance.DENIES]
        near = [one for one in rest if any(related(one.topic, no.topic) for no in denials)]
        told = [no for no in denials if any(related(one.topic, no.topic) for one in near)]
        if near:
            yield _apart(found, side, [*told, *near])


def _apart(found: Collected, side: str, entries: Sequence[Entry]) -> Disagreement:
    values: dict[str, list[Voice[Any]]] = {}
    for entry in entries:
        said = sentence(
            "{stance:stance}: {topic:topic}", stance=entry.claim.stance, topic=entry.claim.topic
        )
        values.setdefault(said, []).extend(entry.voices)
    return dispute(
        f"claim:{side}:propositions",
        DisagreementClass.DIFFERENT_PROPOSITIONS,
        values.items(),
        dossier=found.dossier,
        prefer=None,
        why=sentence(
            "{side:claimant} speaks of several things: the stances can be held at once", side=side
        ),
        rule="different-propositions",
    )


def numbers_that_differ(found: Collected) -> Iterator[Disagreement]:
    """Numbers that one number can satisfy agree; others contradict, or a claimant changed them."""
    for entries in _by_topic(found).values():
        counted: dict[str, list[Entry]] = {}
        for entry in entries:
            for voice in entry.voices:
                if voice.finding.quantity:
                    counted.setdefault(printed(voice.finding.quantity), []).append(entry)
        ranked = sorted(counted, key=lambda value: (-len(counted[value]), value))
        for value in ranked[1:]:
            if _count_the_same(counted[ranked[0]], ranked[0], counted[value], value):
                yield _numbers(found, entries, counted, ranked[0], value)


def _count_the_same(one: Sequence[Entry], value: str, rest: Sequence[Entry], other: str) -> bool:
    """Tell whether two numbers count things of one sort."""
    units = [
        voice.finding.quantity[2]
        for voice in (*_saying(one, value), *_saying(rest, other))
        if voice.finding.quantity
    ]
    return all(same_unit(units[0], unit) for unit in units)


def _numbers(
    found: Collected,
    entries: Sequence[Entry],
    counted: dict[str, list[Entry]],
    one: str,
    other: str,
) -> Disagreement:
    left, right = _saying(counted[one], one), _saying(counted[other], other)
    first, second = left[0].finding.quantity, right[0].finding.quantity
    fits = agree(first, second)
    own = {_side(entry) for entry in counted[one]} & {_side(entry) for entry in counted[other]}
    sort = DisagreementClass.CHANGE_OF_LINE if own else DisagreementClass.CONTRADICTION
    return dispute(
        _about(entries, "quantity"),
        DisagreementClass.IMPRECISION if fits else sort,
        [(one, left), (other, right)],
        dossier=found.dossier,
        prefer=None,
        why=sentence("one number can satisfy both")
        if fits
        else sentence("no number satisfies both"),
        rule="numbers-agree" if fits else "numbers-differ",
    )


def _saying(entries: Sequence[Entry], value: str) -> list[Voice[Any]]:
    return [
        voice
        for entry in entries
        for voice in entry.voices
        if voice.finding.quantity and printed(voice.finding.quantity) == value
    ]
