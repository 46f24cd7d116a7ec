"""Accusations told as nouns: whose they are, and that they tell what they are of."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Valdoria's allegation that Norland broke the treaty was noted.", "en", ["XVA"]),
        ("An allegation by Valdoria that Norland broke the treaty was noted.", "en", ["XVA"]),
        ("Tuduhan Valdoria bahwa Norland melanggar perjanjian itu ramai dibahas.", "id", ["XVA"]),
        ("Valdoria's allegation was noted in Norland.", "en", []),
        ("Valdoria's claims of land in Norland were settled by the treaty.", "en", []),
    ],
)
def test_a_noun_accuses_where_it_tells_of_what(text: str, lang: str, expected: list[str]) -> None:
    assert [one.state or one.by for one in all_of(ClaimFinding, text, lang)] == expected
