"""The golden cases: what the examples give today is what was reviewed."""

from __future__ import annotations

import pytest

from tests.golden.outcomes import HERE, cases, outcome


@pytest.mark.parametrize("name", sorted(cases()))
def test_a_case_gives_what_was_reviewed(name: str) -> None:
    """After a wanted change run `make golden` and review the difference."""
    found = outcome(cases()[name])
    for file, text in found.items():
        expected = (HERE / "expected" / name / file).read_text(encoding="utf-8")
        assert text.splitlines() == expected.splitlines(), file
