"""Credits in the many ways reports write them, one sentence a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.lang import Packs
from traktat.model.documents import Document
from traktat.press import prepare

TOLD = Path(__file__).with_name("credits_as_told.txt")
CASES = [
    tuple(line.split(" | ", 2))
    for line in TOLD.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("lang", "wanted", "text"), CASES, ids=[case[2][:50] for case in CASES])
def test_a_sentence_credits_its_sources_and_no_others(
    known: Packs, lang: str, wanted: str, text: str
) -> None:
    report = prepare(Document(path="told.txt", text=text.replace("\\n", "\n"), lang=lang), known)
    names = {origin.name for origin in report.origins}
    assert names == (set() if wanted == "-" else set(wanted.split("; ")))
