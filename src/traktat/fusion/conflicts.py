"""Decisions of different people that do not agree.

The latest decision counts; that others decided otherwise is never hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from traktat.fusion.corrections import listed
from traktat.fusion.rulings import PERSON, Rulings
from traktat.model.judgements import Judgement, Verdict, moment
from traktat.sentences import Sentence, sentence

Decisions = tuple[Judgement, ...]


class Conflict(NamedTuple):
    """What people disagree about (an id, or two with `+` between them), and their decisions."""

    about: str
    decisions: Decisions


class Outcome(NamedTuple):
    """What one person's decisions on a finding come to."""

    verdict: Verdict
    changes: Mapping[str, str]
    last: Judgement


def outcome_of(decisions: Iterable[Judgement]) -> Outcome | None:
    """Take decisions on a finding together, in the order they were made.

    Corrections of different fields add up; whoever accepts or rejects begins anew.
    """
    found: Outcome | None = None
    for one in decisions:
        kept = found.changes if found and found.verdict is Verdict.CORRECT else {}
        added = dict(one.changes) if one.verdict is Verdict.CORRECT else {}
        is_correction = one.verdict is Verdict.CORRECT
        found = Outcome(one.verdict, {**kept, **added} if is_correction else {}, one)
    return found


def at_odds(decisions: Iterable[Judgement]) -> Decisions:
    """Give the last decision of each person who decided on a finding otherwise than another."""
    by_person: dict[str, list[Judgement]] = {}
    for one in decisions:
        by_person.setdefault(one.by, []).append(one)
    outcomes = [found for made in by_person.values() if (found := outcome_of(made))]
    apart = [
        one.last
        for one in outcomes
        if any(_differ(one, other) for other in outcomes if other is not one)
    ]
    return tuple(sorted(apart, key=moment))


def _differ(one: Outcome, other: Outcome) -> bool:
    if one.verdict is not other.verdict:
        return True
    shared = one.changes.keys() & other.changes.keys()
    return any(_plain(one.changes[name]) != _plain(other.changes[name]) for name in shared)


def _plain(value: str) -> tuple[str, ...]:
    """Give a value so that two ways to write it compare as one."""
    try:
        return tuple(sorted(listed(value.strip())))
    except ValueError:
        return (value,)


@lru_cache(maxsize=4)  # asked for every record, and the same for all of them
def conflicts_between(rulings: Rulings) -> tuple[Conflict, ...]:
    """List the conflicts about reports, ties, persons and agreements, sorted.

    Those about findings are found where the findings are.
    """
    found = [*_about_pairs(rulings), *_about_reports(rulings), *_about_moves(rulings)]
    return tuple(sorted(found, key=lambda one: one.about))


def _about_pairs(rulings: Rulings) -> Iterator[Conflict]:
    for (one, other), decisions in rulings.persons.items():
        yield from _conflict(f"{PERSON}{one}+{PERSON}{other}", decisions, _word)
    for (one, other), decisions in rulings.ties.items():
        yield from _conflict(f"tie:{one}:{other}", decisions, _is_copy)


def _about_reports(rulings: Rulings) -> Iterator[Conflict]:
    for about, decisions in rulings.about.items():
        if ":" not in about and "#" not in about:
            whole = tuple(
                one for one in decisions if one.verdict in (Verdict.ACCEPT, Verdict.REJECT)
            )
            yield from _conflict(about, whole, _word)


def _about_moves(rulings: Rulings) -> Iterator[Conflict]:
    """Who takes a mention out of an agreement contradicts whoever put it there."""
    named: dict[str, Decisions] = {}
    for one in rulings.moves:
        for anchor in dict.fromkeys((one.about, one.other or "")):
            if "#" in anchor and (one.verdict is Verdict.MERGE or anchor == one.about):
                named[anchor] = (*named.get(anchor, ()), one)
    for anchor, decisions in named.items():
        if any(one.verdict is Verdict.SPLIT for one in decisions):
            yield from _conflict(anchor, decisions, _destination)


def _conflict(
    about: str, decisions: Decisions, outcome: Callable[[Judgement], object]
) -> Iterator[Conflict]:
    last = {one.by: one for one in decisions}
    if len({outcome(one) for one in last.values()}) > 1:
        yield Conflict(about, tuple(sorted(last.values(), key=moment)))


def _word(judgement: Judgement) -> object:
    return judgement.verdict


def _is_copy(judgement: Judgement) -> object:
    return judgement.verdict is not Verdict.REJECT


def _destination(judgement: Judgement) -> object:
    split = judgement.verdict is Verdict.SPLIT
    return (split, judgement.other) if split else (split, None)


def message_of(decisions: Decisions) -> Sentence:
    """Say that people decided differently, and whose decision is applied.

    >>> message_of(())
    'people decided differently'
    """
    if not decisions:
        return sentence("people decided differently")
    return sentence(
        "{people} decided differently; the latest decision ({judgement}) is applied",
        people=tuple(sorted({one.by for one in decisions})),
        judgement=decisions[-1].id,
    )
