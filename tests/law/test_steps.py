from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act
from traktat.law.circles import circle_of
from traktat.law.steps import LAWFUL_ORDER, Plane, days_of, known_by, plane_of, steps_by, steps_of
from traktat.model.dates import OPEN_END, OPEN_START
from traktat.model.kinds import ActKind

PAIR = circle_of(("AAA", "BBB"))


def test_every_kind_of_act_has_its_place_and_plane() -> None:
    assert set(LAWFUL_ORDER) == set(ActKind)


@pytest.mark.parametrize("kind", ["submission", "rejection", "approval", "ratification"])
def test_steps_of_parliament_and_head_of_state_are_domestic(kind: str) -> None:
    assert plane_of(ActKind(kind)) is Plane.DOMESTIC


@pytest.mark.parametrize("kind", ["signature", "exchange", "deposit", "notification", "accession"])
def test_steps_between_parties_are_international(kind: str) -> None:
    assert plane_of(ActKind(kind)) is Plane.INTERNATIONAL


def test_what_is_told_as_done_was_done_by_the_day_of_the_report() -> None:
    act = make_act("signature", "2024", reported_on="2024-06-20 2024-12-05")
    assert days_of(act) == (date(2024, 1, 1), date(2024, 6, 20))


def test_a_date_after_its_report_is_left_as_told() -> None:
    act = make_act("entry-into-force", "2025-01-01", reported_on="2024-12-20")
    assert days_of(act) == (date(2025, 1, 1), date(2025, 1, 1))


def test_an_undated_act_is_open_up_to_its_report() -> None:
    assert days_of(make_act("signature")) == (OPEN_START, OPEN_END)
    assert days_of(make_act("signature", reported_on="2024-06-20"))[1] == date(2024, 6, 20)


def test_a_plan_is_known_from_its_report_and_an_act_from_its_day() -> None:
    plan = make_act("withdrawal", "2019-08-02", status="planned", reported_on="2019-02-02")
    done = make_act("withdrawal", "2019-08-02", reported_on="2019-08-02")
    assert known_by(date(2019, 2, 2), plan)
    assert not known_by(date(2019, 2, 1), plan)
    assert not known_by(date(2019, 8, 1), done)
    assert known_by(date(2019, 8, 2), done)


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_what_did_not_happen_is_no_step(status: str) -> None:
    assert steps_of(make_act("signature", "2024-06-19", "AAA BBB", status=status), PAIR) == []


def test_an_effect_apart_from_its_act_is_a_step_of_its_own() -> None:
    signed = make_act("signature", "2024-01-01", "AAA BBB", effective_on="2024-02-01")
    kinds = [(step.kind, step.first) for step in steps_of(signed, PAIR)]
    assert kinds == [
        (ActKind.SIGNATURE, date(2024, 1, 1)),
        (ActKind.ENTRY_INTO_FORCE, date(2024, 2, 1)),
    ]


def test_a_law_that_takes_effect_at_home_brings_nothing_into_force() -> None:
    ratified = make_act("ratification", "2024-01-01", "AAA", effective_on="2024-02-01")
    assert [step.kind for step in steps_of(ratified, PAIR)] == [ActKind.RATIFICATION]


def test_a_copy_adds_no_step() -> None:
    act = make_act("signature", "2024-06-19", "AAA BBB")
    copy = make_act("signature", "2024-06-19", "AAA BBB", id="a-copy", place="Rome")
    steps = steps_by(date(2025, 1, 1), [act, copy, act], PAIR)
    assert len(steps) == 1


def test_an_undated_step_waits_for_a_text_or_for_its_report() -> None:
    decree = make_act("ratification", None, "BBB", reported_on="2024-12-05")
    signed = make_act("signature", "2024-06-19", "AAA BBB")
    assert steps_by(date(2024, 6, 18), [decree, signed], PAIR) == []
    (found,) = (
        step
        for step in steps_by(date(2024, 6, 19), [decree, signed], PAIR)
        if step.kind is ActKind.RATIFICATION
    )
    assert (found.first, found.last) == (date(2024, 6, 19), date(2024, 12, 5))
    assert len(steps_by(date(2024, 12, 5), [decree], PAIR)) == 1


def test_a_half_open_date_is_placed_like_an_undated_one() -> None:
    decree = make_act("ratification", "[..2024-12-04]", "BBB")
    signed = make_act("signature", "2024-06-19", "AAA BBB")
    found = steps_by(date(2024, 12, 3), [decree, signed], PAIR)
    assert [step.first for step in found] == [date(2024, 6, 19)] * 2
