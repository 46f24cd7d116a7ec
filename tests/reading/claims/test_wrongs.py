"""Promises not kept are wrongs; promises kept, or still to be kept, are none."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Valdoria said Norland had not lived up to its obligations.", "en", 1),
        ("Valdoria said Norland had failed to implement the treaty.", "en", 1),
        ("Valdoria said Norland had lived up to its obligations.", "en", 0),
        ("Valdoria said Norland must live up to its obligations.", "en", 0),
        ("Valdoria said Norland had failed to meet the press.", "en", 0),
        ("Valdoria mengatakan Norland tidak memenuhi kewajibannya.", "id", 1),
        ("Valdoria mengatakan Norland telah memenuhi kewajibannya.", "id", 0),
    ],
)
def test_a_promise_not_kept_is_a_wrong(text: str, lang: str, expected: int) -> None:
    told = [one for one in all_of(ClaimFinding, text, lang) if "violated" in one.topic]
    assert len(told) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Valdoria said Norland had lived up to its obligations.", "en", 1),
        ("Valdoria mengatakan Norland telah memenuhi kewajibannya.", "id", 1),
        ("Valdoria urged Norland to abide by the treaty.", "en", 0),
        ("Valdoria mendesak Norland mematuhi perjanjian itu.", "id", 0),
        ("Valdoria said Norland would be in compliance with the treaty.", "en", 0),
    ],
)
def test_a_promise_kept_is_told_of_those_who_keep_it(text: str, lang: str, expected: int) -> None:
    told = [one for one in all_of(ClaimFinding, text, lang) if "keeps" in one.topic]
    assert len(told) == expected
