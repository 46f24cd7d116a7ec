"""Lines around a report as pages print them, and lines of the report that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.lang import Packs
from traktat.model.documents import Document
from traktat.press import prepare

PRINTED = Path(__file__).with_name("furniture_as_printed.txt")
CASES = [
    tuple(line.split(" | ", 2))
    for line in PRINTED.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
OUTLET = {"David Nari": "\nUSA TODAY"}
"""A line that is furniture only above another."""

LEAD = {
    "en": "Norland and Valdoria signed a truce on Monday after ten days of talks in Nari.",
    "id": "Norland dan Valdoria meneken gencatan senjata Senin setelah sepuluh hari berunding.",
}


@pytest.mark.parametrize(("lang", "where", "line"), CASES, ids=[case[2][:50] for case in CASES])
def test_a_line_is_of_the_page_or_of_the_report(
    known: Packs, lang: str, where: str, line: str
) -> None:
    above = f"{line}{OUTLET[line]}\n{LEAD[lang]}" if line in OUTLET else f"{LEAD[lang]}\n{line}"
    text = f"{above}\n{LEAD[lang]}"
    report = prepare(Document(path="page.txt", text=text, lang=lang), known)
    masked = any(item.span.start <= text.index(line) < item.span.end for item in report.mask)
    assert masked == (where == "page")
