"""Datings: the ways in which steps with vague dates may in fact have followed each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from traktat.law.steps import CONSENT, LEAVING, RANK, Step
from traktat.model.kinds import CONCLUSION, ActKind

# Up to 2**6 datings are tried one by one; with more vague steps, each alone and each prefix;
# beyond 40, which no record of labelled reports comes near, 40 prefixes spread evenly. So the
# work grows with the number of steps and not with its power.
_ALL_COMBINATIONS = 6
_EACH_ALONE = 40

# Steps that can undo one another, so that their order matters even when both are long past.
_TURNING = LEAVING | {
    ActKind.SUSPENSION,
    ActKind.RESUMPTION,
    ActKind.REJECTION,
    ActKind.NOTIFICATION,
    ActKind.REPLACEMENT,
}

# What puts an agreement under way, so that there is something to suspend (VCLT 57).
_UNDER_WAY = CONSENT | {ActKind.SIGNATURE, ActKind.ENTRY_INTO_FORCE}

Dated = tuple[tuple[date, Step], ...]


def datings(day: date, steps: list[Step]) -> Iterator[Dated]:
    """Give possible courses up to a day: the steps done by then, in the order they were done.

    The first takes every step as late as its dates allow, so what it holds is sure. The
    others put vague steps early, alone and together, and a suspension also only then when
    there is something to suspend.
    """
    loose: list[Step] = []
    settled: list[Step] = []
    turning = [step for step in steps if step.kind in _TURNING]
    for step in sorted(steps, key=lambda step: (step.first, step.last, step.act.id)):
        rivals = steps if step.kind in _TURNING else turning
        (loose if _matters(step, day, rivals) else settled).append(step)
    seen: set[tuple[object, ...]] = set()
    for early in _choices(len(loose)):
        dated = _dated(settled, loose, early)
        for course in (_done_by(day, dated), _done_by(day, _with_something_to_suspend(dated))):
            key = tuple(map(_lawfully, course))
            if key not in seen:
                seen.add(key)
                yield course


def _matters(step: Step, day: date, rivals: list[Step]) -> bool:
    """Tell whether a vague step may still lie ahead, or change places with one it undoes."""
    if not step.is_loose:
        return False
    return step.last > day or any(
        one.first <= step.last and step.first <= one.last and one.shares_doer(step)
        for one in rivals
        if one is not step
    )


def _choices(count: int) -> Iterator[tuple[bool, ...]]:
    """Say for each vague step whether it is early; all late comes first."""
    if count <= _ALL_COMBINATIONS:
        yield from product((False, True), repeat=count)
        return
    yield (False,) * count
    if count <= _EACH_ALONE:
        for index in range(count):
            yield tuple(place == index for place in range(count))
            yield tuple(place != index for place in range(count))
    for part in range(1, _EACH_ALONE + 1):
        yield tuple(place * _EACH_ALONE < part * count for place in range(count))


def _dated(
    settled: list[Step], loose: list[Step], early: tuple[bool, ...]
) -> list[tuple[date, Step]]:
    days = [(step.last, step) for step in settled]
    chosen = [
        (step.first if soon else step.last, step) for step, soon in zip(loose, early, strict=True)
    ]
    begun = min((day for day, step in days + chosen if step.kind in CONCLUSION), default=date.min)
    return days + [(_from(begun, day, step), step) for day, step in chosen]


def _from(begun: date, day: date, step: Step) -> date:
    """Move a step no earlier than the text it rests on, as far as its own dates allow."""
    return day if step.kind in CONCLUSION else min(max(day, begun), step.last)


def _with_something_to_suspend(dated: list[tuple[date, Step]]) -> list[tuple[date, Step]]:
    """Move each suspension no earlier than what puts the agreement under way."""
    begun = min((day for day, step in dated if step.kind in _UNDER_WAY), default=date.min)
    return [
        (max(day, min(begun, step.last)) if step.kind is ActKind.SUSPENSION else day, step)
        for day, step in dated
    ]


def _done_by(day: date, dated: list[tuple[date, Step]]) -> Dated:
    done = [(when, step) for when, step in dated if when <= day]
    return tuple(sorted(done, key=_lawfully))


def _lawfully(item: tuple[date, Step]) -> tuple[date, int, bool, tuple[str, ...], str]:
    when, step = item
    return when, RANK[step.kind], not step.notice, step.doers, step.act.id
