from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_act, make_provision
from traktat.law import standing_on
from traktat.model.records import TimelineAct

SIGNED = make_act("signature", "2020-01-01", "AAA BBB")


def missing(day: str, *acts: TimelineAct, trigger: str | None = None) -> tuple[str, ...]:
    clauses = [make_provision("entry-into-force", trigger=trigger)] if trigger else []
    found = standing_on(date.fromisoformat(day), acts, parties=("AAA", "BBB"), provisions=clauses)
    return found.subject_to


def plan(kind: str, states: str = "", **more: object) -> TimelineAct:
    return make_act(kind, None, states, status="planned", reported_on="2020-02-01", **more)


def test_nothing_told_is_nothing_missing() -> None:
    assert missing("2020-01-01", SIGNED) == ()


def test_a_clause_names_what_is_missing_until_every_party_has_done_it() -> None:
    one = make_act("ratification", "2020-03-01", "AAA")
    other = make_act("ratification", "2020-04-01", "BBB")
    trigger = "exchange-of-ratification-instruments"
    assert missing("2020-03-01", SIGNED, one, other, trigger=trigger) == (
        "ratification",
        "exchange",
    )
    assert missing("2020-04-01", SIGNED, one, other, trigger=trigger) == ("exchange",)


def test_an_undated_plan_was_missing_before_its_report_too() -> None:
    assert missing("2020-01-01", SIGNED, plan("ratification", "AAA")) == ("ratification",)


def test_a_dated_plan_is_missing_from_the_day_it_is_known() -> None:
    dated = make_act("ratification", "2021", "AAA", status="planned", reported_on="2020-02-01")
    assert missing("2020-01-31", SIGNED, dated) == ()
    assert missing("2020-02-01", SIGNED, dated) == ("ratification",)


def test_a_plan_is_fulfilled_by_the_party_it_names() -> None:
    done = make_act("ratification", "2020-03-01", "AAA")
    assert missing("2020-03-01", SIGNED, plan("ratification", "AAA"), done) == ()
    assert missing("2020-03-01", SIGNED, plan("ratification", "BBB"), done) == ("ratification",)
    assert missing("2020-03-01", SIGNED, plan("ratification", "AAA BBB"), done) == ("ratification",)


def test_the_other_chamber_does_not_fulfil_a_plan() -> None:
    lower = make_act("approval", "2020-03-01", "AAA", chamber="lower")
    upper = plan("approval", "AAA", chamber="upper")
    assert missing("2020-03-01", SIGNED, lower, upper) == ("approval",)


def test_what_is_denied_is_missing_as_far_as_the_denial_was_told() -> None:
    denied = make_act("ratification", None, "AAA", status="denied", reported_on="2020-05-01")
    assert missing("2020-05-01", SIGNED, denied) == ("ratification",)
    assert missing("2020-05-02", SIGNED, denied) == ()


def test_entry_into_force_is_named_only_when_no_step_before_it_is() -> None:
    assert missing("2020-01-01", SIGNED, plan("entry-into-force")) == ("entry-into-force",)
    both = (plan("entry-into-force"), plan("exchange"))
    assert missing("2020-01-01", SIGNED, *both) == ("exchange",)


def test_an_agreement_only_negotiated_lacks_its_planned_signature() -> None:
    text = make_act("text-agreed", "2020-01-01")
    assert missing("2020-01-01", text, plan("signature")) == ("signature",)


@pytest.mark.parametrize("kind", ["entry-into-force", "termination"])
def test_what_is_in_force_or_over_lacks_nothing(kind: str) -> None:
    later = make_act(kind, "2020-06-01")
    assert missing("2020-06-01", SIGNED, later, plan("ratification", "AAA")) == ()
