"""Promises not kept are wrongs; promises kept, or still to be kept, are none."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding


@pytest.mark.parametrize(
    ("text", "lang", "topic", "expected"),
    [
        ("Valdoria said Norland had not lived up to its obligations.", "en", "violated", 1),
        ("Valdoria said Norland had failed to implement the treaty.", "en", "violated", 1),
        ("Valdoria said Norland had lived up to its obligations.", "en", "violated", 0),
        ("Valdoria said Norland must live up to its obligations.", "en", "violated", 0),
        ("Valdoria said Norland had failed to meet the press.", "en", "violated", 0),
        ("Valdoria mengatakan Norland tidak memenuhi kewajibannya.", "id", "violated", 1),
        ("Valdoria mengatakan Norland telah memenuhi kewajibannya.", "id", "violated", 0),
        ("Valdoria said Norland had lived up to its obligations.", "en", "keeps", 1),
        ("Valdoria mengatakan Norland telah memenuhi kewajibannya.", "id", "keeps", 1),
        ("Valdoria urged Norland to abide by the treaty.", "en", "keeps", 0),
        ("Valdoria mendesak Norland mematuhi perjanjian itu.", "id", "keeps", 0),
        ("Valdoria said Norland would be in compliance with the treaty.", "en", "keeps", 0),
    ],
)
def test_promises_kept_and_not_kept_are_told_apart(
    text: str, lang: str, topic: str, expected: int
) -> None:
    told = [one for one in all_of(ClaimFinding, text, lang) if topic in one.topic]
    assert len(told) == expected
