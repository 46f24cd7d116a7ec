"""The other side of an agreement, from the company it keeps in its sentences."""

from __future__ import annotations

import pytest

from tests.acted import told


def parties(text: str) -> list[tuple[str, ...]]:
    """Give the parties of each agreement of an English text."""
    return [item.parties for item in told(text, "en").sources.agreements.findings]


def test_the_one_state_beside_a_partner_is_the_other_side() -> None:
    assert parties("The trade pact with Uganda takes effect in May, Kenya said.") == [
        ("KEN", "UGA")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The trade pact with Uganda takes effect in May, officials from Kenya and Chad said.",
        "The trade pact with Uganda takes effect in May in the Kenyan town of Malaba.",
        "A trade pact was praised by Kenya. Uganda and Chad want one as well.",
    ],
    ids=["two-others", "a-place", "three"],
)
def test_nothing_is_guessed_among_several(text: str) -> None:
    assert parties(text) == []


def test_a_host_takes_the_mention_of_its_own_agreement() -> None:
    text = "Colombia signed a truce with the FARC. France praised the truce with the FARC."
    assert parties(text) == [("COL", "NSA:FARC")]
