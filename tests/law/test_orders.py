from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act
from traktat.law.circles import circle_of
from traktat.law.orders import ORDERS, narrowed_by_law
from traktat.law.steps import Step, steps_by
from traktat.model.kinds import ActKind
from traktat.model.records import TimelineAct

PAIR = ("AAA", "BBB")


def narrowed(*acts: TimelineAct, parties: tuple[str, ...] = PAIR) -> dict[str, tuple[date, date]]:
    circle = circle_of(parties)
    steps: list[Step] = narrowed_by_law(steps_by(date.max, acts, circle), circle)
    return {step.act.id: (step.first, step.last) for step in steps}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.article)
def test_every_order_says_why_and_cites_its_article(order: object) -> None:
    assert getattr(order, "article", "").startswith("VCLT ")
    assert getattr(order, "why", "").endswith(".")


def test_a_ratification_lies_before_the_exchange_that_rests_on_it() -> None:
    found = narrowed(
        make_act("signature", "2024-06-19", "AAA BBB"),
        make_act("ratification", "2024", "BBB", id="decree"),
        make_act("exchange", "2024-12-04", "AAA BBB"),
    )
    assert found["decree"] == (date(2024, 6, 19), date(2024, 12, 4))


def test_among_many_only_the_own_instrument_bounds_a_ratification() -> None:
    found = narrowed(
        make_act("ratification", "2024", "BBB", id="decree"),
        make_act("deposit", "2024-03-01", "AAA"),
        make_act("entry-into-force", "2024-05-01"),
        parties=("AAA", "BBB", "MULTI"),
    )
    assert found["decree"] == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_resumption_comes_after_the_suspension_of_the_same_party() -> None:
    found = narrowed(
        make_act("entry-into-force", "2020-01-01"),
        make_act("suspension", "2021-05-10", "AAA"),
        make_act("resumption", "2021", "AAA", id="again"),
    )
    assert found["again"] == (date(2021, 5, 10), date(2021, 12, 31))


def test_dates_that_contradict_an_order_stay_as_reports_give_them() -> None:
    found = narrowed(
        make_act("ratification", "2025", "BBB", id="decree"),
        make_act("exchange", "2024-12-04", "AAA BBB"),
    )
    assert found["decree"] == (date(2025, 1, 1), date(2025, 12, 31))


def test_an_entry_that_reaches_back_bounds_nothing() -> None:
    found = narrowed(
        make_act("ratification", "2024", "BBB", id="decree"),
        make_act("entry-into-force", "2024-06-01", effective_on="2024-02-01"),
    )
    assert found["decree"] == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_doubtful_step_neither_bounds_nor_is_bound() -> None:
    found = narrowed(
        make_act("ratification", "2024", "BBB", id="decree"),
        make_act("exchange", "2024-03-01", "AAA BBB", certainty="possible"),
    )
    assert found["decree"] == (date(2024, 1, 1), date(2024, 12, 31))


def test_no_order_demands_an_approval_before_a_ratification() -> None:
    kinds = {(early, late) for order in ORDERS for early in order.earlier for late in order.later}
    assert (ActKind.APPROVAL, ActKind.RATIFICATION) not in kinds
