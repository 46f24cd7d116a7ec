"""The page on security names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "explanation" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(?:(test_\w+)\.py|…)::(test_\w+)`", PAGE)))


def test_every_promise_names_what_shows_it() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "promise" not in line]
    assert len(rows) > 15
    assert all("test" in row or "the same" in row for row in rows)


@pytest.mark.parametrize(("module", "name"), NAMED)
def test_every_test_that_is_named_is_there(module: str, name: str) -> None:
    path = ROOT / "tests" / "desk" / f"{module or 'test_guard'}.py"
    assert f"def {name}(" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", re.findall(r"`(tests/\S+)`", PAGE))
def test_every_place_that_is_named_is_there(place: str) -> None:
    assert (ROOT / place).exists()
