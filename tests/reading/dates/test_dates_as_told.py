"""How journalists write dates: each text and the dates it holds, with their values."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.told import told
from traktat.model.findings import DateFinding

LINES = Path(__file__).with_name("dates_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(map(str.strip, line.split("|"))) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("language", "published", "text", "dates"), ROWS)
def test_a_date_is_read_as_it_is_told(language: str, published: str, text: str, dates: str) -> None:
    reading = told(text.replace("\\n", "\n"), language, published=published or None)
    found = [f"{one.quote}={one.when}" for one in reading.findings if isinstance(one, DateFinding)]
    assert found == [one.strip() for one in dates.split(";") if one.strip()]
