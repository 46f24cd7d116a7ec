"""Where an act was done."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.acts.places import place_of


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norland signed the border treaty with Sarvia in Paris on 3 March.", "Paris"),
        ("id", "Norland menandatangani perjanjian dengan Sarvia di Paris pada 3 Maret.", "Paris"),
        ("en", "During a visit to Paris, Norland signed the border treaty with Sarvia.", "Paris"),
        ("en", "Norland signed the border treaty with Sarvia in March.", None),
        ("en", "Norland signed the border treaty with Sarvia; talks began in Paris.", None),
    ],
)
def test_a_place_stands_behind_its_preposition(language: str, text: str, place: str | None) -> None:
    report = told(text, language)
    trigger = report.drafts[-1].trigger
    assert place_of(report.line, trigger) == place
