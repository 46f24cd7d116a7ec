"""How journalists name the parties of an agreement: each sentence and whose agreements it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acted import told

LINES = Path(__file__).with_name("parties_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.split("|"))) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "parties"), ROWS)
def test_parties_are_read_as_they_are_told(language: str, text: str, parties: str) -> None:
    found = {frozenset(item.parties) for item in told(text, language).sources.agreements.findings}
    assert found == {frozenset(each.split("+")) for each in parties.split(";") if each}
