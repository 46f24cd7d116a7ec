"""States taken out of an agreement that is not named again."""

from __future__ import annotations

import pytest

from tests.acted import acts

PACT = "Norland and Sarvia signed a water pact in 2001. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("President Ana Orlo pulled Norland out in 2015.", ["withdrawal occurred Ana Orlo 2015"]),
        ("President Ana Orlo withdrew Norland in 2015.", ["withdrawal occurred Ana Orlo 2015"]),
        ("President Ana Orlo withdrew Norland from the games in 2015.", []),
        ("President Ana Orlo took Norland seriously.", []),
    ],
)
def test_a_party_is_taken_out(text: str, wanted: list[str]) -> None:
    told = acts(PACT + text)
    assert [line for line in told if line.startswith("withdrawal")] == wanted
