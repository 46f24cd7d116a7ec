"""Words that take a stance only where they are verbs, and whom a passive names."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding


def claimants(text: str, lang: str = "en") -> list[str]:
    return [one.state or one.by for one in all_of(ClaimFinding, text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Norland disputes that it violated the treaty with Valdoria.", "en", ["XNO"]),
        ("The dispute of Norland with Valdoria goes on.", "en", []),
        ("Norland will contest that it violated the treaty with Valdoria.", "en", ["XNO"]),
        ("Norland was accused by Valdoria of violating the treaty.", "en", ["XVA"]),
        ("Norland, accused of violating the treaty with Valdoria, said nothing.", "en", []),
        ("Norland dituduh oleh Valdoria melanggar perjanjian itu.", "id", ["XVA"]),
        ("Norland dituduh melanggar perjanjian itu.", "id", []),
        ("Norland dismissed the chief of its army in Sarvia.", "en", []),
        ("Norland menolak usul Valdoria.", "id", []),
    ],
)
def test_who_takes_a_stance(text: str, lang: str, expected: list[str]) -> None:
    assert claimants(text, lang) == expected
