from __future__ import annotations

from datetime import date

import pytest

from tests.factories import make_provision
from traktat.law.events import Event, question
from traktat.law.rulings import JUDGES, Effect, Scene, Tie, ruling_on
from traktat.model.kinds import Force, ProvisionKind


def scene(event: str, by: str, on: str | None, *, others: bool = False, **ties: str) -> Scene:
    bound = tuple((code, Tie(tie)) for code, tie in sorted(ties.items()))
    return Scene(question(event, by, on, date(2024, 1, 1)), bound, others)


def test_every_event_is_judged_by_some_clause() -> None:
    assert {event for _, event in JUDGES} == set(Event)


@pytest.mark.parametrize(("kind", "event"), sorted(JUDGES))
def test_every_judge_explains_itself(kind: ProvisionKind, event: Event) -> None:
    judge = JUDGES[kind, event]
    assert (judge.__doc__ or "").split("\n")[0].endswith(".")
    ruling = ruling_on(make_provision(kind), scene(event, "AAA", "BBB", AAA="bound", BBB="bound"))
    assert ruling.why


def test_a_duty_is_sure_only_if_creditor_and_a_debtor_are_surely_bound() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack")
    attack = ("armed-attack", "XXX", "AAA")
    assert ruling_on(clause, scene(*attack, AAA="bound", BBB="bound")).sure
    assert not ruling_on(clause, scene(*attack, AAA="maybe", BBB="bound")).sure
    assert not ruling_on(clause, scene(*attack, AAA="bound", BBB="maybe")).sure
    some = ruling_on(clause, scene(*attack, AAA="bound", BBB="maybe", CCC="bound"))
    assert some.sure
    assert some.pairs == (("BBB", "AAA"), ("CCC", "AAA"))


def test_a_party_that_is_not_bound_is_no_party() -> None:
    clause = make_provision("non-aggression")
    ruling = ruling_on(clause, scene("armed-attack", "AAA", "BBB", AAA="not", BBB="bound"))
    assert ruling.effect is Effect.UNTOUCHED
    assert "AAA is not bound" in ruling.why


def test_bearers_unknown_among_the_parties_leave_everybody_bearing() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack", bearers=("EACH",))
    ruling = ruling_on(clause, scene("armed-attack", "XXX", "AAA", AAA="bound", BBB="bound"))
    assert ruling.pairs == (("BBB", "AAA"),)


def test_unnamed_parties_may_break_a_clause() -> None:
    clause = make_provision("no-sanctions")
    ruling = ruling_on(clause, scene("sanctions", "XXX", "AAA", others=True, AAA="bound"))
    assert ruling.effect is Effect.BREACHED
    assert not ruling.sure


def test_a_trigger_the_event_does_not_meet_is_named() -> None:
    clause = make_provision("consultation", trigger="ballistic-missile-test")
    ruling = ruling_on(clause, scene("armed-attack", "XXX", "AAA", AAA="bound", BBB="bound"))
    assert "ballistic-missile-test" in ruling.why


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("withdrawal", "withdrawal-notice"),
        ("no-adverse-treaty", "adverse-treaty"),
        ("consultation", "consultation-request"),
    ],
)
def test_where_nobody_else_is_bound_nothing_is_owed(kind: str, event: str) -> None:
    clause = make_provision(kind)
    alone = ruling_on(clause, scene(event, "AAA", None, AAA="bound", BBB="not"))
    assert (alone.effect, alone.pairs) == (Effect.UNTOUCHED, ())
    many = ruling_on(clause, scene(event, "AAA", None, others=True, AAA="bound"))
    assert many.effect is not Effect.UNTOUCHED
    assert "MULTI" in {code for pair in many.pairs for code in pair}


def test_a_clause_against_helping_an_attacker_obliges_nobody_to_help_the_attacked() -> None:
    clause = make_provision("mutual-assistance", trigger="armed-attack", force=Force.SHALL_NOT)
    ruling = ruling_on(clause, scene("armed-attack", "XXX", "AAA", AAA="bound", BBB="bound"))
    assert ruling.pairs == (("BBB", "AAA"),)
    assert ruling.why.endswith("the clause forbids helping XXX, no more")
