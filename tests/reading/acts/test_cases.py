"""What act a word tells of, once it is known who acts on what."""

from __future__ import annotations

import pytest

from tests.acted import acts, told
from traktat.reading.acts.cases import agreement_of_named


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Norland's parliament ratified the border treaty with Sarvia.",
            ["approval occurred Norland's parliament"],
        ),
        (
            "id",
            "Parlemen Norland mengesahkan perjanjian perbatasan dengan Sarvia.",
            ["approval occurred Parlemen Norland"],
        ),
        (
            "en",
            "The border treaty between Norland and Sarvia passed Norland's parliament.",
            ["approval occurred Norland's parliament"],
        ),
        (
            "en",
            "Norland's parliament will vote on the border treaty with Sarvia.",
            ["approval planned Norland's parliament"],
        ),
        ("en", "Norland's parliament voted on the border treaty with Sarvia.", []),
        ("en", "Norland's president praised the border treaty with Sarvia.", []),
    ],
)
def test_who_acts_decides_the_act(language: str, text: str, expected: list[str]) -> None:
    assert acts(text, language) == expected


def test_a_signed_adjective_tells_of_no_act() -> None:
    assert told("Norland has a signed treaty with Sarvia.").drafts == []


def test_the_agreement_of_two_named_parties() -> None:
    report = told("Norland and Sarvia signed a treaty. Norland and Sarvia will train together.")
    assert agreement_of_named(report.line) == "A"


def test_one_named_party_is_not_enough() -> None:
    report = told("Norland and Sarvia signed a treaty. Norland will train alone.")
    assert agreement_of_named(report.line) is None
