"""For whom an act takes effect."""

from __future__ import annotations

from tests.acted import told
from traktat.model.kinds import ActKind
from traktat.reading.acts.bound import bound_by


def bound(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Give states and day of each act of a text that takes effect for some."""
    found = told(text, language).acts
    effects = [act for act in found if act.act is ActKind.ENTRY_INTO_FORCE]
    return [("+".join(act.states), act.date.edtf if act.date else "") for act in effects]


def test_each_party_has_its_day() -> None:
    text = (
        "The Paris Agreement entered into force for Norland on 1 May 2016 and for Sarvia"
        " on 2 June 2016."
    )
    assert bound(text) == [("XNO", "2016-05-01"), ("XSA", "2016-06-02")]


def test_a_crowd_is_those_it_includes() -> None:
    text = (
        "The Paris Agreement entered into force on 1 May 2016 for ten countries, among them"
        " Norland and Aruna."
    )
    assert bound(text) == [("XNO+XAR", "2016-05-01"), ("MULTI", "2016-05-01")]


def test_indonesian_has_it_behind_the_same_verb() -> None:
    text = (
        "Perjanjian Paris berlaku bagi Norland sejak 1 Mei 2016 dan bagi Sarvia sejak 2 Juni 2016."
    )
    assert bound(text, "id") == [("XNO", "2016-05-01"), ("XSA", "2016-06-02")]


def test_to_be_in_force_for_somebody_is_a_rule() -> None:
    assert bound("Perjanjian Paris berlaku bagi Norland.", "id") == []


def test_an_agreement_of_two_takes_effect_for_both() -> None:
    text = "The border treaty between Norland and Sarvia took effect for Norland on 1 May 2016."
    assert bound(text) == [("XNO+XSA", "2016-05-01")]


def test_other_acts_bind_nobody_apart() -> None:
    line = told("Norland ratified the Paris Agreement for Sarvia.").line
    trigger = told("Norland ratified the Paris Agreement for Sarvia.").triggers[0]
    assert bound_by(line, trigger, ActKind.RATIFICATION) == []
