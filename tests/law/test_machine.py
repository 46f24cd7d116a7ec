from __future__ import annotations

from datetime import date

from tests.law.histories import PRK_RUS, partnership_of_2024
from traktat.law import standing_on


def test_replaying_the_proof_alone_gives_the_standing_again() -> None:
    acts = partnership_of_2024()
    for day in (date(2024, 6, 19), date(2024, 11, 6), date(2024, 11, 9), date(2024, 12, 4)):
        whole = standing_on(day, acts, parties=PRK_RUS)
        proved = [act for act in acts if act.id in whole.because]
        again = standing_on(day, proved, parties=PRK_RUS)
        assert again.status == whole.status
        assert again.parties == whole.parties
        assert again.because == whole.because


def test_the_proof_is_in_the_order_in_which_the_acts_were_done() -> None:
    found = standing_on(date(2024, 11, 6), partnership_of_2024(), parties=PRK_RUS)
    assert [proof.act for proof in found.proof] == ["signed", "duma", "council"]


def test_a_vote_adds_to_the_proof_and_a_ratification_takes_its_place() -> None:
    found = standing_on(date(2024, 11, 9), partnership_of_2024(), parties=PRK_RUS)
    assert found.because == ("signed", "law")
