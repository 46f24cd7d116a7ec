from __future__ import annotations

from datetime import date

from tests.factories import make_act, make_statement, make_support
from traktat.law.discretion import discretion_by

DAY = date(2024, 12, 10)


def test_only_the_remark_whose_words_carry_the_decision_is_given() -> None:
    act = make_act("implementation-decision", support=(make_support("r1", 100, 120),))
    inside = make_statement("A", support=(make_support("r1", 90, 130),))
    beside = make_statement("B", support=(make_support("r1", 130, 150),))
    elsewhere = make_statement("C", support=(make_support("r2", 90, 130),))
    assert discretion_by(DAY, [act], [inside, beside, elsewhere]) == (inside,)


def test_one_remark_told_in_two_reports_is_given_once() -> None:
    acts = [
        make_act("implementation-decision", id=f"d{n}", support=(make_support(f"r{n}", 0, 9),))
        for n in (1, 2)
    ]
    remark = make_statement("A", support=(make_support("r1", 0, 9), make_support("r2", 0, 9)))
    assert discretion_by(DAY, acts, [remark]) == (remark,)


def test_a_denied_decision_claims_nothing() -> None:
    act = make_act("implementation-decision", status="denied", states="RUS")
    assert discretion_by(DAY, [act], []) == ()


def test_an_act_alone_speaks_for_its_states_on_the_day_it_was_reported() -> None:
    act = make_act("implementation-decision", states="PRK RUS", reported_on="2024-11-08")
    (found,) = discretion_by(DAY, [act], [])
    assert (found.speaker, found.state, str(found.uttered)) == ("PRK, RUS", None, "2024-11-08")
