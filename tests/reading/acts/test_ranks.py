"""Acts done as one of several."""

from __future__ import annotations

import pytest

from tests.acted import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norland became the 50th state to ratify the Rome Statute.",
            ["ratification occurred XNO"],
        ),
        ("Norland wants to ratify the Rome Statute.", ["ratification planned XNO"]),
    ],
)
def test_who_comes_as_the_nth_has_done_it(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted
