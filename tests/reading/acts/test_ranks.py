"""Acts done as one of several."""

from __future__ import annotations

import pytest

from tests.acted import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norland became the 50th state to ratify the Rome Statute on 3 March 2017.",
            ["ratification occurred XNO 2017-03-03"],
        ),
        ("Norland wants to ratify the Rome Statute.", ["ratification planned XNO"]),
    ],
)
def test_who_comes_as_the_nth_has_done_it(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted
