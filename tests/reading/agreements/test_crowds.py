"""Many states that are not named."""

from __future__ import annotations

import pytest

from tests.agreed import read
from traktat.reading.agreements.crowds import crowd


@pytest.mark.parametrize(
    ("text", "language", "many"),
    [
        ("57 countries signed the treaty.", "en", True),
        ("Several nations signed the treaty.", "en", True),
        ("The two countries signed the treaty.", "en", False),
        ("It was signed by the two heads of state.", "en", False),
        ("Norland signed the treaty.", "en", False),
        ("Sebanyak 57 negara menandatangani perjanjian.", "id", True),
        ("Kedua negara menandatangani perjanjian.", "id", False),
        ("² countries signed the treaty.", "en", False),
        ("The 10² country to ratify the treaty was Norland.", "en", True),
    ],
)
def test_more_than_two_that_are_not_named_are_a_crowd(text: str, language: str, many: bool) -> None:
    report = read(text, language)
    sentence = report.page.sentences[0]
    report.words.roles.load(sentence)
    assert crowd(report.page, report.words.roles, sentence.first, sentence.end) is many
