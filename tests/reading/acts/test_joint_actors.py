"""Names that act together."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.acts.joint_actors import can_act, is_oblique, leftward, rightward


@pytest.mark.parametrize(
    ("text", "last", "keys"),
    [
        ("Norland and Sarvia signed a treaty.", "Sarvia", ["XNO", "XSA"]),
        ("Norland, Aruna and Sarvia signed a treaty.", "Sarvia", ["XNO", "XAR", "XSA"]),
        ("Norland and oil-rich Sarvia signed a treaty.", "Sarvia", ["XNO", "XSA"]),
        ("Norland signed; Sarvia signed a treaty.", "Sarvia", ["XSA"]),
    ],
)
def test_names_join_to_the_left(text: str, last: str, keys: list[str]) -> None:
    report = told(text)
    found = leftward(report.line, report.line.names[report.token(last)])
    assert [name.key for name in found] == keys


def test_names_join_to_the_right() -> None:
    report = told("The treaty was signed by Norland and Sarvia in May.")
    found = rightward(report.line, report.line.names[report.token("Norland")])
    assert [name.key for name in found] == ["XNO", "XSA"]


def test_a_name_behind_a_preposition_is_no_subject() -> None:
    report = told("In Norland the treaty with Sarvia was signed.")
    assert is_oblique(report.line, report.line.names[report.token("Norland")])


def test_a_name_before_its_verb_is_a_subject() -> None:
    report = told("Norland signed the treaty with Sarvia.")
    name = report.line.names[report.token("Norland")]
    assert not is_oblique(report.line, name)
    assert can_act(name)
