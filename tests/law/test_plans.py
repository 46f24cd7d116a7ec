from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act
from traktat.law import standing_on
from traktat.law.circles import circle_of
from traktat.law.plans import plans_by
from traktat.model.kinds import ActKind, AgreementStatus
from traktat.model.records import Standing, TimelineAct

ENTRY = ActKind.ENTRY_INTO_FORCE
SIGNED = make_act("signature", "2024-03-01", "AAA BBB")
PLANNED = make_act(
    "entry-into-force", "2025-01-01", status="planned", reported_on="2024-04-01", id="plan"
)


def on(day: str, *acts: TimelineAct) -> Standing:
    return standing_on(date.fromisoformat(day), acts, parties=("AAA", "BBB"))


def test_a_plan_is_ahead_until_its_day_and_due_from_then() -> None:
    before, after = (plans_by(day, [PLANNED]) for day in (date(2024, 12, 31), date(2025, 1, 1)))
    assert before.ahead(ENTRY) == (PLANNED,)
    assert before.due(ENTRY) == ()
    assert after.due(ENTRY) == (PLANNED,)


def test_a_plan_nobody_has_reported_yet_is_unknown() -> None:
    assert plans_by(date(2024, 3, 31), [PLANNED]).planned == ()


def test_a_planned_day_that_has_come_makes_the_effect_possible_and_no_more() -> None:
    assert on("2024-12-31", SIGNED, PLANNED).certain
    found = on("2025-01-01", SIGNED, PLANNED)
    assert found.status is AgreementStatus.SIGNED
    assert found.alternatives == (AgreementStatus.IN_FORCE,)


def test_a_planned_day_for_an_act_somebody_must_do_proves_nothing() -> None:
    plan = make_act("exchange", "2025-01-01", status="planned", reported_on="2024-04-01")
    assert on("2025-06-01", SIGNED, plan).certain


def test_a_newer_plan_sets_an_older_one_aside() -> None:
    later = make_act(
        "entry-into-force", "2026-01-01", status="planned", reported_on="2024-11-01", id="later"
    )
    assert plans_by(date(2025, 2, 1), [PLANNED, later]).planned == (later,)
    assert on("2025-02-01", SIGNED, PLANNED, later).certain


def test_a_denial_closes_what_a_plan_opened_as_far_as_it_was_told() -> None:
    denied = make_act(
        "entry-into-force", None, status="denied", reported_on="2025-03-01", id="not-yet"
    )
    assert on("2025-02-01", SIGNED, PLANNED, denied).certain
    assert not on("2025-03-02", SIGNED, PLANNED, denied).certain


def test_consent_opens_nothing_while_the_day_of_entry_is_known_to_lie_ahead() -> None:
    exchanged = make_act("exchange", "2024-11-01", "AAA BBB")
    assert on("2024-11-01", SIGNED, exchanged, PLANNED).certain
    assert not on("2024-11-01", SIGNED, exchanged).certain


def test_the_leavers_are_those_said_to_plan_it() -> None:
    acts = [
        make_act("withdrawal", None, "AAA", status="planned"),
        make_act("termination", None, "", status="planned"),
    ]
    found = plans_by(date(2024, 1, 1), acts).leavers(circle_of(("AAA", "BBB")))
    assert found == {"AAA"}


@pytest.mark.parametrize("date_told", ["[..2025-01-01]", "2025-01-01/..", "../2025-01-01"])
def test_a_half_open_plan_is_due_at_its_known_end(date_told: str) -> None:
    plan = make_act("entry-into-force", date_told, status="planned", reported_on="2024-04-01")
    assert plans_by(date(2024, 12, 31), [plan]).due(ENTRY) == ()
    assert plans_by(date(2025, 1, 1), [plan]).due(ENTRY) == (plan,)


def test_what_is_planned_for_some_later_day_is_never_due() -> None:
    plan = make_act("entry-into-force", "[2024-11-10..]", status="planned")
    assert plans_by(date(2030, 1, 1), [plan]).due(ENTRY) == ()
    assert on("2030-01-01", SIGNED, plan).certain
