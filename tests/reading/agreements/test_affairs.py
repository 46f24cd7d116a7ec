"""Known agreements told by whose affairs they are on."""

from __future__ import annotations

import pytest

from tests.acted import told


@pytest.mark.parametrize(
    ("text", "language", "same"),
    [
        ("The deal to curb Iran's nuclear program took years. It is the Iran deal.", "en", True),
        ("An accord on Tehran's nuclear work took years. It is the Iran deal.", "en", True),
        ("A new deal to curb Iran's nuclear program is far. The Iran deal holds.", "en", False),
        (
            "Perjanjian untuk membatasi program nuklir Iran itu lama. Iran deal bertahan.",
            "id",
            True,
        ),
    ],
)
def test_a_deal_on_the_affairs_of_one_state_is_the_known_one(
    text: str, language: str, same: bool
) -> None:
    found = told(text, language).sources.agreements
    known = next(item for item in found.findings if item.known == "jcpoa")
    assert (len(known.mentions) > 1) is same
