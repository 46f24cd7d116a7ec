"""What somebody denies is no claim of its own."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding


@pytest.mark.parametrize(
    "text",
    [
        "Norland denied reports that its troops were in Sarvia.",
        "Norland rejected Valdoria's claim that it had broken the treaty.",
        "Norland dismissed as baseless the charge that it had broken the treaty with Valdoria.",
        "Norland dismissed fears that the treaty would harm Valdoria.",
    ],
)
def test_only_the_denial_is_a_claim(text: str) -> None:
    found = all_of(ClaimFinding, text)
    assert [(one.state, one.stance.value) for one in found] == [("XNO", "denies")]
