"""Charges and denials without a word of accusing, and those who accuse each other."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding, StatementFinding

VIOLATED = "violated agreement"


def lines(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [
        (one.state or one.by, one.stance.value, one.topic)
        for one in all_of(ClaimFinding, text, lang)
    ]


BOTH = [("XVA", "asserts", f"XNO {VIOLATED}"), ("XNO", "asserts", f"XVA {VIOLATED}")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Valdoria and Norland accused each other of violating the truce.", "en"),
        ("Valdoria and Norland on Friday traded accusations of breaching the truce.", "en"),
        ("Both Valdoria and Norland blamed one another for violations of the truce.", "en"),
        ("Valdoria and Norland have each accused the other of breaking the truce.", "en"),
        ("Valdoria and Norland signed a truce. Each side accused the other of violations.", "en"),
        ("Amid mutual accusations of violations, Valdoria and Norland will meet again.", "en"),
        ("Valdoria and Norland claim the other is violating the truce.", "en"),
        ("Valdoria dan Norland saling menuduh melanggar gencatan senjata.", "id"),
        ("Valdoria dan Norland kembali saling tuding soal pelanggaran gencatan senjata.", "id"),
        ("Valdoria dan Norland masing-masing menuduh pihak lain melanggar perjanjian itu.", "id"),
        ("Valdoria dan Norland meneken pakta. Kedua pihak saling tuduh melanggarnya.", "id"),
        ("Di tengah saling tuduh pelanggaran, Valdoria dan Norland sepakat bertemu.", "id"),
    ],
)
def test_two_who_accuse_each_other_each_charge_the_other(text: str, lang: str) -> None:
    assert lines(text, lang) == BOTH


def test_who_brokered_a_truce_accuses_nobody() -> None:
    text = "The fighters traded accusations over a truce brokered by Valdoria and Norland."
    assert lines(text, "en") == []


DENIED = ("XNO", "denies", f"XNO {VIOLATED}")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Norland insisted that it had not violated the treaty.", "en"),
        ("Norland says its missile does not violate the treaty.", "en"),
        ("Norland insists it has not violated the treaty.", "en"),
        ("Norland maintains it never violated the treaty.", "en"),
        ("Norland claimed it had never breached the pact.", "en"),
        ("Norland menegaskan tidak pernah melanggar perjanjian itu.", "id"),
        ("Norland bersikeras rudalnya tidak melanggar perjanjian.", "id"),
        ("Norland mengatakan pihaknya belum pernah melanggar pakta itu.", "id"),
    ],
)
def test_who_says_that_its_own_deeds_break_nothing_denies(text: str, lang: str) -> None:
    assert lines(text, lang) == [DENIED]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Norland said that an accord must not violate its rights.", "en"),
        ("Norland said it would not violate the treaty.", "en"),
        ("The minister said the law did not violate the constitution of Norland.", "en"),
        ("The president of Valdoria was not saying that Norland had violated the treaty.", "en"),
        ("Norland mengatakan kesepakatan itu tidak boleh melanggar kedaulatannya.", "id"),
        ("Norland berjanji tidak akan melanggar perjanjian itu.", "id"),
    ],
)
def test_what_is_bidden_or_to_come_is_not_denied(text: str, lang: str) -> None:
    assert lines(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Valdoria said Norland had violated the truce. Norland denied this.", "en"),
        ("Valdoria said Norland's troops had violated the truce. Norland denied it.", "en"),
        ("Valdoria said Norland had broken the truce, a charge Norland denies.", "en"),
        ("Valdoria mengatakan Norland melanggar gencatan senjata. Norland membantahnya.", "id"),
        ("Valdoria mengatakan Norland melanggar pakta, tudingan yang dibantah Norland.", "id"),
        ("Valdoria menuduh Norland melanggar pakta. Norland menepis tudingan itu.", "id"),
    ],
)
def test_a_denial_takes_up_what_a_statement_charged(text: str, lang: str) -> None:
    assert sorted(lines(text, lang)) == [DENIED, BOTH[0]]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "Valdoria said Norland had violated the pact. Norland denied this and blamed Valdoria.",
            "en",
        ),
        (
            "Norland melanggar pakta, kata Valdoria. Norland membantah dan menyalahkan Valdoria.",
            "id",
        ),
    ],
)
def test_who_blames_back_charges_the_other_with_the_same(text: str, lang: str) -> None:
    assert sorted(lines(text, lang)) == sorted([DENIED, *BOTH])


def test_a_wrong_says_more_than_the_troops_that_do_it() -> None:
    text = "Norland menolak tuduhan Valdoria bahwa pasukannya melanggar gencatan senjata."
    assert lines(text, "id") == [("XNO", "denies", f"XNO {VIOLATED} with XVA")]
    text = "Norland denied that it had broken the agreement with Valdoria on Sarvia."
    assert lines(text, "en") == [("XNO", "denies", f"XNO {VIOLATED} with XVA")]


def test_who_has_not_denied_it_yet_takes_no_stance() -> None:
    assert lines("Norland has not denied violating the treaty.", "en") == []
    assert lines("Norland belum membantah melanggar perjanjian itu.", "id") == []


def test_a_charge_that_somebody_denies_is_nothing_he_said() -> None:
    text = "Valdoria accused Norland of violating the treaty, a charge Norland denies."
    found = all_of(StatementFinding, text, "en")
    assert all(one.speaker != "XNO" for one in found)
    assert sorted(lines(text, "en")) == [DENIED, BOTH[0]]
