"""Orders: which act the law takes to come before which, and what that tells of vague dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from traktat.law.circles import Circle
from traktat.law.steps import LEAVING, Step
from traktat.model.kinds import CONCLUSION, ActKind


class Reach(StrEnum):
    """Between whose acts an order holds."""

    PARTY = "party"  # the acts of one party
    PAIR = "pair"  # the acts of both sides of an agreement between two
    AGREEMENT = "agreement"  # everybody's acts


@dataclass(frozen=True, slots=True)
class Order:
    """One act comes before another, because an article of the VCLT says so.

    `binds_earlier` tells whether the later act also sets the last day of the earlier one.
    """

    earlier: frozenset[ActKind]
    later: frozenset[ActKind]
    reach: Reach
    article: str
    why: str
    binds_earlier: bool = True


_INSTRUMENTS = frozenset({ActKind.EXCHANGE, ActKind.DEPOSIT})
_AT_HOME = frozenset({ActKind.APPROVAL, ActKind.RATIFICATION})
_AFTER_TEXT = frozenset(ActKind) - CONCLUSION - {ActKind.REPLACEMENT}

ORDERS = (
    Order(
        CONCLUSION,
        _AFTER_TEXT,
        Reach.AGREEMENT,
        "VCLT 9",
        "There must be a text before anybody can approve, apply or end it.",
        binds_earlier=False,
    ),
    Order(
        frozenset({ActKind.SIGNATURE}),
        _INSTRUMENTS | {ActKind.RATIFICATION},
        Reach.PARTY,
        "VCLT 14(1)",
        "A party that signs subject to ratification signs first.",
    ),
    Order(
        _AT_HOME,
        _INSTRUMENTS,
        Reach.PARTY,
        "VCLT 14, 16",
        "An instrument of ratification rests on what was decided at home.",
    ),
    Order(
        _INSTRUMENTS | _AT_HOME,
        frozenset({ActKind.ENTRY_INTO_FORCE}),
        Reach.PAIR,
        "VCLT 24(2)",
        "Between two, the agreement enters into force once both have consented.",
    ),
    Order(
        frozenset({ActKind.SUSPENSION}),
        frozenset({ActKind.RESUMPTION}),
        Reach.PARTY,
        "VCLT 72",
        "Only what was suspended can be resumed.",
    ),
    Order(
        frozenset({ActKind.ENTRY_INTO_FORCE}),
        LEAVING,
        Reach.AGREEMENT,
        "VCLT 54",
        "A party leaves an agreement that is in force.",
        binds_earlier=False,
    ),
)


def narrowed_by_law(steps: list[Step], circle: Circle) -> list[Step]:
    """Narrow the days of vague steps to what the order of acts leaves possible.

    A step whose known dates contradict an order is left as the reports date it.
    """
    orders = [order for order in ORDERS if order.reach is not Reach.PAIR or circle.is_pair]
    for order in orders:
        earlier = _told(steps, order.earlier)
        steps = [_not_before(step, order, earlier) for step in steps]
    for order in reversed(orders):
        if order.binds_earlier:
            later = _told(steps, order.later)
            steps = [_not_after(step, order, later) for step in steps]
    return steps


def _told(steps: list[Step], kinds: frozenset[ActKind]) -> list[Step]:
    """Give the steps of these kinds that bound others: sure ones that do not reach back."""
    return [s for s in steps if s.kind in kinds and not (s.reaches_back or s.doubtful)]


def _not_before(step: Step, order: Order, earlier: list[Step]) -> Step:
    if not _is_vague(step) or step.kind not in order.later:
        return step
    first = min((one.first for one in earlier if _tied(one, step, order)), default=step.first)
    return replace(step, first=first) if step.first < first <= step.last else step


def _not_after(step: Step, order: Order, later: list[Step]) -> Step:
    if not _is_vague(step) or step.kind not in order.earlier:
        return step
    last = min((one.last for one in later if _tied(one, step, order)), default=step.last)
    return replace(step, last=last) if step.first <= last < step.last else step


def _is_vague(step: Step) -> bool:
    return step.is_loose and not step.doubtful


def _tied(one: Step, step: Step, order: Order) -> bool:
    return order.reach is not Reach.PARTY or one.shares_doer(step)
