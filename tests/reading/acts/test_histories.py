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


def test_who_signs_with_another_party_signs_for_both() -> None:
    (act,) = told("President Oran Vask of Norland signed a border treaty with Sarvia.").acts
    assert set(act.states) == {"XNO", "XSA"}


def test_what_the_parties_do_together_is_never_that_of_one_where_nobody_is_named() -> None:
    text = "Norland agreed to a border treaty with Sarvia. The border treaty was agreed at night."
    assert set(told(text).acts[-1].states) == {"XNO", "XSA"}


def test_an_office_of_two_states_is_held_by_two() -> None:
    text = (
        "Menteri Luar Negeri Norland dan Sarvia menandatangani perjanjian damai."
        " Menteri Luar Negeri Norland Oran Vask dan Menteri Luar Negeri Sarvia Ilse Tam bertemu."
    )
    assert set(told(text, "id").acts[0].states) == {"XNO", "XSA"}


def test_what_is_said_again_was_said_by_the_day_of_the_report() -> None:
    text = "Norland and Sarvia signed a border treaty in 2015. They reaffirmed their commitment to"
    (_, act) = told(f"{text} the border treaty.").acts
    assert act.date is not None
    assert act.date.edtf == "[..2017-03-15]"


def test_signers_of_one_day_did_not_sign_on_another() -> None:
    first = "Kenya and Uganda have a water treaty. It was signed on 3 March 2015."
    report = told(f"{first} Kenya's president Uhuru Kenyatta signed it again on 9 March 2017.")
    assert [act.by for act in report.acts] == [(), ("Uhuru Kenyatta",)]
