"""Who takes which stance, on what, and how."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding

ACCUSED = "Valdoria accused Norland of sending troops to Sarvia. "
DITUDUH = "Valdoria menuduh Norland mengirim pasukan ke Sarvia. "

Line = tuple[str, str, str | None, str]


def lines(text: str, lang: str = "en") -> list[Line]:
    return [
        (one.state or one.by, one.stance.value, one.manner and one.manner.value, one.topic)
        for one in all_of(ClaimFinding, text, lang)
    ]


TROOPS = "XNO troops in XSA"


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (ACCUSED, "en", [("XVA", "asserts", "accuse", TROOPS)]),
        (
            ACCUSED + "Norland denied the accusation.",
            "en",
            [("XVA", "asserts", "accuse", TROOPS), ("XNO", "denies", None, TROOPS)],
        ),
        (
            DITUDUH + "Norland membantah tuduhan tersebut.",
            "id",
            [("XVA", "asserts", "accuse", TROOPS), ("XNO", "denies", None, TROOPS)],
        ),
        (
            DITUDUH + "Norland tidak membenarkan atau membantah tuduhan itu.",
            "id",
            [("XVA", "asserts", "accuse", TROOPS), ("XNO", "neither", None, TROOPS)],
        ),
    ],
)
def test_an_accusation_and_the_answer_to_it_are_about_one_thing(
    text: str, lang: str, expected: list[Line]
) -> None:
    assert lines(text, lang) == expected


def test_a_joined_stance_has_the_subject_of_the_one_before() -> None:
    text = "Valdoria menuduh Norland mengirim pasukan ke Sarvia dan khawatir akan ikut berperang."
    assert [line[:3] for line in lines(text, "id")] == [
        ("XVA", "asserts", "accuse"),
        ("XVA", "asserts", "fear"),
    ]


def test_whose_troops_they_are_is_who_is_accused() -> None:
    text = "Duta Besar Valdoria membantah keberadaan pasukan Norland di garis depan."
    assert lines(text, "id") == [("XVA", "denies", None, "XNO troops at the front")]


def test_a_smear_needs_an_accusation_before_it() -> None:
    smear = "Norland mengatakan bahwa tuduhan itu adalah upaya untuk menodai citra negaranya."
    found = lines(DITUDUH + smear, "id")
    assert ("XNO", "asserts", "counter-accuse") in [line[:3] for line in found]
    assert [line for line in lines(smear, "id") if line[2] == "counter-accuse"] == []


def test_of_two_joined_that_clauses_the_first_is_the_claim() -> None:
    text = (
        "Valdoria mengonfirmasi bahwa pasukan Norland telah dikerahkan ke Sarvia"
        " dan bahwa bentrokan telah terjadi di garis depan."
    )
    assert [line[3] for line in lines(text, "id")] == [TROOPS]


def test_numbers_are_kept_with_how_exact_they_are() -> None:
    text = "Valdoria accused Norland of sending tens of thousands of troops to Sarvia."
    assert [one.quantity for one in all_of(ClaimFinding, text)] == [
        ("~", "tens-of-thousands", "soldiers")
    ]
    text = "Valdoria menuduh Norland mengirim lebih dari 10.000 tentara ke Sarvia."
    assert [one.quantity for one in all_of(ClaimFinding, text, "id")] == [
        (">", "10000", "soldiers")
    ]


def test_a_denial_that_is_denied_is_no_stance() -> None:
    assert lines("Norland did not deny the accusation.") == []
