"""How journalists report speech: each text, who says what in it, and in which form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.told import all_of
from traktat.model.findings import StatementFinding
from traktat.model.kinds import Form

LINES = Path(__file__).with_name("speech_as_told.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split(" | ", 2)) for line in LINES if not line.startswith("#")]
FORMS = {Form.DIRECT: "D", Form.INDIRECT: "I"}


@pytest.mark.parametrize(("lang", "wanted", "text"), ROWS, ids=[row[2][:50] for row in ROWS])
def test_speech_is_read_as_it_is_told(lang: str, wanted: str, text: str) -> None:
    said = [
        one
        for one in all_of(StatementFinding, text.replace("\\n", "\n"), lang)
        if one.form in FORMS
    ]
    rows = [] if wanted == "-" else [row.split("~") for row in wanted.split("; ")]
    assert [f"{FORMS[one.form]}:{one.speaker}" for one in said] == [row[0] for row in rows]
    assert all(one.quote.startswith(row[1]) for one, row in zip(said, rows, strict=True))
