"""How journalists write the steps of an agreement's life: each sentence and what it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acted import told

LINES = Path(__file__).with_name("steps_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.split("|"))) for line in LINES if not line.startswith("#")]


def acts_of(text: str, language: str) -> set[str]:
    """List the acts of a report as kind, status and date, and shorter forms of each."""
    out = set()
    for act in told(text, language).acts:
        whole = (act.act.value, act.status.value, act.date.edtf if act.date else "")
        out |= {":".join(whole[:end]) for end in (1, 2, 3)}
    return out


@pytest.mark.parametrize(("language", "text", "acts"), ROWS)
def test_a_step_is_read_as_it_is_told(language: str, text: str, acts: str) -> None:
    wanted, found = set(acts.split()), acts_of(text, language)
    assert wanted <= found
    assert wanted or not found  # where no act is named, none may be told
