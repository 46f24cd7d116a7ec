"""Who goes to whom, offers or tells whom."""

from __future__ import annotations

import pytest

from tests.agreed import read

PAIR = ("XNO", "XSA")
TOLD = [
    "Norland's minister flew to Sarvia to sign a treaty on fishing.",
    "The treaty was signed during Norland President Anna Berg's visit to Sarvia.",
    "The treaty was signed on Monday during a visit of Norland's king to Sarvia.",
    "Norland offered Sarvia a pact on water.",
    "Norland told Sarvia it was ending the treaty on fishing.",
]


@pytest.mark.parametrize("text", TOLD)
def test_both_sides_are_party_to_what_comes_of_it(text: str) -> None:
    assert read(text).parties == {PAIR}


def test_a_visit_to_oneself_brings_no_second_side() -> None:
    assert not read("The treaty was signed during a visit of Norland's king to Norland.").parties
