"""How journalists tell who accuses, denies, or declines to say: each text and its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.told import all_of
from traktat.model.findings import ClaimFinding

LINES = Path(__file__).with_name("stances_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.split("|"))) for line in LINES if not line.startswith("#")]


def named(claim: ClaimFinding, told: str) -> bool:
    """Tell whether a claim is of a claimant, by its state or a part of its name, and a stance."""
    by, _, stance = told.rpartition(" ")
    return claim.stance.value == stance and (by == claim.state or by in claim.by)


@pytest.mark.parametrize(("language", "text", "told"), ROWS)
def test_a_stance_is_read_as_it_is_told(language: str, text: str, told: str) -> None:
    left = all_of(ClaimFinding, text, language)
    for one in filter(None, map(str.strip, told.split(","))):
        found = next((claim for claim in left if named(claim, one)), None)
        assert found is not None, one
        left.remove(found)
    assert left == []
