"""Mentions of one act in a report, united."""

from __future__ import annotations

from tests.acted import acts, told
from traktat.reading.acts.histories import actor_names, members_of, united

SIGNED = "Norland and Sarvia signed a border treaty on 3 March 2017."


def test_an_undated_mention_takes_the_day_of_its_twin() -> None:
    found = acts(f"{SIGNED} The border treaty was signed at night.")
    assert found == ["signature occurred XNO+XSA 2017-03-03"] * 2


def test_days_that_cannot_be_one_are_kept_apart() -> None:
    found = acts(f"{SIGNED} The border treaty was signed on 5 March 2017.")
    assert [line.split()[-1] for line in found] == ["2017-03-03", "2017-03-05"]


def test_two_states_ratify_each_for_itself() -> None:
    found = acts("Norland ratified the border treaty with Sarvia. Sarvia ratified it in May.")
    assert found == ["ratification occurred XNO", "ratification occurred XSA 2016-05"]


def test_an_act_without_actor_is_the_parties_own() -> None:
    (act,) = told("The border treaty between Norland and Sarvia was signed.").acts
    assert act.by == ()
    assert act.states == ("XNO", "XSA")


def test_what_is_reported_tells_by_whom() -> None:
    (act,) = told("Norland said that Sarvia had signed the border treaty with Aruna.").acts
    assert act.via is not None


def test_nothing_is_united_to_nothing() -> None:
    assert united(told(SIGNED).sources, []) == ()


def test_states_are_named_by_code() -> None:
    report = told(SIGNED)
    names = list(report.line.ordered(report.line.names))
    assert actor_names(report.sources, names, {}) == ("XNO", "XSA")
    assert members_of(report.sources, names[0]) == [names[0]]


def test_a_condition_is_kept_in_words() -> None:
    (act, *_) = told(
        "The border treaty between Norland and Sarvia will take effect once both parliaments agree."
    ).acts
    assert act.condition == "once both parliaments agree"
