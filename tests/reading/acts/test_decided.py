"""What a decree or a vote at home decides."""

from __future__ import annotations

import pytest

from tests.acted import acts

PACT = "Norland and Sarvia signed a water pact on 3 March 2017."
SIGNED = "signature occurred XNO+XSA 2017-03-03"


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("The president of Norland signed a decree to end the pact.", "termination occurred"),
        ("The president of Norland will sign a decree to end the pact.", "termination planned"),
        ("The parliament of Norland voted to extend the pact.", "approval occurred"),
        ("The parliament of Norland will vote to extend the pact.", "planned"),
        ("Norland wants a decree to end the pact.", "termination planned"),
    ],
)
def test_a_decree_or_a_vote_decides(told: str, act: str) -> None:
    found = [item for item in acts(f"{PACT} {told}") if item != SIGNED]
    assert len(found) == 1
    assert act in found[0]
