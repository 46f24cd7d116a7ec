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


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("{} rejected Norland's claim that {} had violated the border treaty.", "en"),
        ("{} membantah tuduhan Norland bahwa negara itu melanggar gencatan senjata.", "id"),
        ("{} membantah tuduhan Norland yang menyebut {} melanggar gencatan senjata.", "id"),
    ],
)
def test_who_denies_what_others_claim_is_the_accused(text: str, lang: str) -> None:
    denial = next(line for line in lines(text.replace("{}", "Valdoria"), lang) if "XVA" in line)
    assert denial == ("XVA", "denies", None, "XVA violated agreement with XNO")


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


def stances(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return [line[:2] for line in lines(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Norland rejected allegations that it sent troops to Sarvia.", "en", [("XNO", "denies")]),
        ("Norland dismissed a report of troops in Sarvia.", "en", [("XNO", "denies")]),
        ("Norland menolak kecaman bahwa pasukannya ada di Sarvia.", "id", [("XNO", "denies")]),
        (
            ACCUSED + "“The accusation is baseless,” the president of Norland said.",
            "en",
            [("XVA", "asserts"), ("XNO", "denies")],
        ),
        (
            DITUDUH + "Hal itu dibantahnya.",
            "id",
            [("XVA", "asserts"), ("XNO", "denies")],
        ),
    ],
)
def test_accusations_are_rejected_in_many_words(
    text: str, lang: str, expected: list[tuple[str, str]]
) -> None:
    assert stances(text, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norland rejected a demand by Valdoria to close the border.",
        "Trade disputes between Valdoria and Norland go on.",
        "Valdoria's claims on the islands are old.",
        "Valdoria denied Norland the fuel for its reactor.",
        "The storm in Norland claimed 63 lives.",
        "Norland was blamed for the flood in Sarvia.",
        "An alleged attack in Sarvia was looked into by Norland.",
    ],
)
def test_what_only_looks_like_a_stance_is_none(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Norland has violated the treaty, the president of Valdoria said.",
            "en",
            [("XVA", "asserts")],
        ),
        (
            "Presiden Valdoria mengatakan Norland telah melanggar perjanjian itu.",
            "id",
            [("XVA", "asserts")],
        ),
        ("If Norland violates the treaty, Valdoria will leave it, its president said.", "en", []),
    ],
)
def test_a_statement_that_charges_somebody_else_is_a_claim(
    text: str, lang: str, expected: list[tuple[str, str]]
) -> None:
    assert stances(text, lang) == expected


def test_one_claim_told_twice_is_one_claim() -> None:
    assert len(lines(ACCUSED + "The summit went on. " + ACCUSED)) == 1


def test_those_listed_claim_together_and_those_in_a_phrase_do_not() -> None:
    text = "After talks between Sarvia and Aruna, Valdoria accused Norland of violating the treaty."
    assert stances(text) == [("XVA", "asserts")]
    assert stances("Valdoria and Sarvia accused Norland of violating the treaty.") == [
        ("XVA", "asserts"),
        ("XSA", "asserts"),
    ]


def test_states_that_are_not_named_are_many() -> None:
    assert stances("Western countries accused Norland of violating the treaty.") == [
        ("MULTI", "asserts")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“The treaty has no bearing at all on the islands,” the president of Norland said.",
            marks=pytest.mark.xfail(
                strict=True, reason="a denial without a word of denying is not told from a remark"
            ),
            id="no-bearing",
        ),
        pytest.param(
            "Norland opposes the treaty, arguing that it robs fishermen of the islands.",
            marks=pytest.mark.xfail(
                strict=True, reason="arguing for a view is not told from contesting a fact"
            ),
            id="arguing",
        ),
    ],
)
def test_stances_not_yet_read(text: str) -> None:
    assert [state for state, _ in stances(text)] == ["XNO"]
