"""A report that is cut off anywhere is still read: feeds cut, headlines have no full stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from traktat.model.documents import Document
from traktat.pipeline.readers import Reader
from traktat.pipeline.settings import DEFAULT

REPORTS = (
    ("en", "Congo and the M23 rebels signed a declaration with Angola as guarantor."),
    ("en", "Rwanda rejected claims that it breached the deal between Kenya and"),
    ("en", "Kenya became the 40th country to ratify the treaty, which takes effect in May."),
    ("en", "Kenya and Uganda agreed on Monday to swap 1,200 prisoners and to reopen the border."),
    ("id", "Pemerintah Indonesia dan GAM sepakat mengakhiri konflik melalui MoU di Helsinki."),
    ("id", "Maroko menjadi negara ke-60 yang meratifikasi Perjanjian Laut Lepas, katanya."),
    ("en", "Kenya became the 10² country to ratify it; ² states had signed on a ²-day visit."),
    ("en", "The treaty between Kenya and Uganda will stay in place until 2030."),
    ("en", "Kenya is ready to keep the pact, its foreign minister has said, just not this year."),
    ("id", "Kenya menyetujui pakta dengan Uganda. Berdasarkan pakta itu, Kenya memasok listrik."),
    ("id", "Perundingan pakta air Kenya dan Uganda ditunda hingga 5 Mei selama 72 jam."),
    ("id", "Kenya membantah menuduh Uganda melanggar gencatan senjata antara kedua pihak."),
)


@pytest.mark.parametrize(("language", "text"), REPORTS)
def test_a_report_cut_off_anywhere_is_read(language: str, text: str) -> None:
    reader = Reader(DEFAULT)
    words = text.split()
    for end in range(1, len(words) + 1):
        for cut in (" ".join(words[:end]), " ".join(words[-end:]), " ".join(words[:end]) + " ke-"):
            reading = reader.read(Document(path="cut.txt", text=cut, lang=language))
            assert all(
                reading.report.text[f.span.start : f.span.end] == f.quote for f in reading.findings
            )


TOLD = sorted((Path(__file__).parents[1] / "reading").glob("*/*_as_told.txt"))


@pytest.mark.parametrize("table", TOLD, ids=lambda path: path.stem)
def test_the_sentences_of_the_tables_are_read_wherever_one_is_cut_off(table: Path) -> None:
    reader = Reader(DEFAULT)
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if "|" in line]
    for number, row in enumerate(row for row in rows if not row.startswith("#")):
        language, *cells = map(str.strip, row.split("|"))
        words = max(cells, key=len).split()
        for end in {number % len(words) + 1, len(words) - 1 - number % 3}:
            cut = " ".join(words[:end])
            if cut:
                reader.read(Document(path="cut.txt", text=cut, lang=language))
