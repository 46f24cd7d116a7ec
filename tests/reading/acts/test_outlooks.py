"""What is only in prospect, and what is said not to be."""

from __future__ import annotations

import pytest

from tests.acted import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Prospects for a water pact between Norland and Sarvia are dim.", ["text-agreed planned"]),
        ("A water pact between Norland and Sarvia is likely.", ["text-agreed planned"]),
        ("There is no water pact between Norland and Sarvia.", ["text-agreed denied"]),
        ("There may be a water pact between Norland and Sarvia.", ["text-agreed planned"]),
        ("There is a water pact between Norland and Sarvia.", []),
        ("If there is no water pact between Norland and Sarvia, wells run dry.", []),
    ],
)
def test_what_may_become_is_nobodys_act(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted
