"""Whose deed a gerund is behind "after" or "before"."""

from __future__ import annotations

import pytest

from tests.acted import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "After ratifying the Ottawa Convention on Monday, Norland cleared its mines.",
            ["ratification occurred XNO 2017-03-13"],
        ),
        (
            "President Ana Orlo of Norland left after signing a pact with Sarvia on Monday.",
            ["signature occurred Ana Orlo 2017-03-13"],
        ),
        (
            "Prior to ratifying the Ottawa Convention in 2015, Norland laid mines.",
            ["ratification occurred XNO 2015"],
        ),
        (
            "Norland must pass a law before ratifying the Ottawa Convention.",
            ["ratification planned XNO"],
        ),
    ],
)
def test_a_hanging_gerund_has_the_subject_of_the_sentence(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted
