"""Evidence of parties in one sentence."""

from __future__ import annotations

import pytest

from tests.agreed import read
from traktat.reading.agreements.evidence import FRAMED, NAMED, SIGNED, Evidence
from traktat.reading.agreements.parties import Frames


def evidence(text: str, language: str = "en", number: int = 0) -> Evidence:
    report = read(text, language)
    found = report.phrases
    return Frames(report.page, report.groups, report.words.roles, found).evidence(found[number])


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("The Norland-Sarvia border treaty was extended.", NAMED),
        ("A treaty between Norland and Sarvia was extended.", NAMED),
        ("Norland signed a treaty on river traffic with Sarvia.", FRAMED),
        ("Norland and Sarvia signed a treaty.", SIGNED),
        ("A treaty was signed by Norland and Sarvia.", SIGNED),
    ],
)
def test_a_frame_gives_both_sides(text: str, weight: int) -> None:
    found = evidence(text)
    assert (set(found.closed), found.weight) == ({"XNO", "XSA"}, weight)


@pytest.mark.parametrize(
    "text",
    [
        "Traktat Norland-Sarvia diperpanjang.",
        "Perjanjian antara Norland dan Sarvia diperpanjang.",
        "Norland menandatangani perjanjian dengan Sarvia.",
        "Perjanjian yang diteken Norland dan Sarvia berlaku hari ini.",
    ],
)
def test_indonesian_frames_give_both_sides(text: str) -> None:
    assert set(evidence(text, "id").closed) == {"XNO", "XSA"}


def test_a_mediator_is_no_side() -> None:
    assert "XAR" not in evidence("Aruna brokered a truce between Norland and Sarvia.").codes


def test_partners_one_by_one_are_each_a_side_of_their_own() -> None:
    found = evidence("Norland signed several treaties with Sarvia and Aruna.")
    assert set(found.each) == {"XSA", "XAR"}


def test_a_company_is_a_stranger() -> None:
    assert evidence("Norland signed a deal with the company that runs its port.").outside


def test_a_third_party_is_none_in_particular() -> None:
    assert evidence("The sides will sign no treaty with third parties.").third


def test_a_crowd_says_that_not_all_are_named() -> None:
    found = evidence("Some 57 countries including Norland signed the treaty on wetlands.")
    assert found.many
    assert found.codes == ("XNO",)


def test_who_refuses_to_sign_is_not_counted() -> None:
    assert evidence("Norland has refused to sign the treaty.").codes == ()


def test_whose_deed_a_noun_names() -> None:
    assert evidence("Norland's withdrawal from the treaty shocked nobody.").codes == ("XNO",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("An agreement on fishing will be signed at the Norland-Sarvia summit.", "en"),
        ("Perjanjian perikanan akan ditandatangani dalam KTT Norland-Sarvia.", "id"),
    ],
)
def test_who_meets_where_it_is_signed_is_a_side(text: str, language: str) -> None:
    assert set(evidence(text, language).closed) == {"XNO", "XSA"}


def test_who_attended_signs_nothing() -> None:
    found = evidence("The agreement was reached at a meeting attended by Norland.")
    assert not found.codes


def test_deals_of_two_with_one_are_one_each() -> None:
    found = evidence("Norland and Sarvia signed trade deals with Aruna.")
    assert set(found.each) == {"XNO", "XSA"}


def test_a_crowd_that_a_clause_speaks_of_deals_alone() -> None:
    found = evidence("Norland follows a number of countries which had signed pacts with Aruna.")
    assert found.many
    assert found.codes == ("XAR",)
