"""Laws of the mask: a line of furniture changes no finding, and every finding quotes its span."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traktat.model.documents import Document
from traktat.model.findings import Reading, finding_json
from traktat.pipeline.readers import Reader
from traktat.pipeline.settings import Settings

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
LINES = {
    "id": ("Baca juga: Harga beras naik lagi", "Komentar (12)", "Salin tautan", "ADVERTISEMENT"),
    "en": ("Read more: Rice prices rise again", "Comments (12)", "Copy link", "ADVERTISEMENT"),
}
PLACES = ("id", "span", "cue", "mentions")  # what an inserted line moves, and nothing else


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Settings())


def read(reader: Reader, text: str, like: Reading | None = None) -> Reading:
    """Read a text; `like` gives language and day of printing, as the page's container would."""
    published = like.report.published if like else None
    return reader.read(
        Document(
            path="page",
            text=text,
            lang=like.report.language if like else None,
            published=published.edtf if published else None,
        )
    )


def told(reading: Reading) -> list[dict[str, Any]]:
    """Give what a reading says, without places."""
    printed = [finding_json(finding) for finding in reading.findings]
    return [{key: value for key, value in one.items() if key not in PLACES} for one in printed]


@pytest.mark.parametrize("text", TEXTS)
def test_every_finding_quotes_its_span(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert reading.report.text == text
    assert all(text[slice(*finding.span)] == finding.quote for finding in reading.findings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.sampled_from(TEXTS), line=st.integers(0, 3), at=st.floats(0, 1, exclude_max=True))
def test_a_line_of_furniture_changes_no_finding(
    reader: Reader, text: str, line: int, at: float
) -> None:
    plain = read(reader, text, read(reader, text))
    paragraphs = text.split("\n\n")
    place = 1 + int(at * len(paragraphs))  # never before the first: a page begins with its title
    inserted = LINES[plain.report.language][line]
    longer = "\n\n".join([*paragraphs[:place], inserted, *paragraphs[place:]])
    reading = read(reader, longer, plain)
    assert inserted in [item.span.of(longer) for item in reading.report.mask]
    assert told(reading) == told(plain)
