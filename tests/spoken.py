"""Statements read from a text, for tests of the layers that find them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from traktat.facts import phrases
from traktat.lang import Packs, packs
from traktat.model.dates import parse
from traktat.model.findings import StatementFinding
from traktat.model.reports import Report
from traktat.reading.dates import read_dates
from traktat.reading.mentions import Quotation, Utterance
from traktat.reading.names import read_names
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import Scan, scan
from traktat.reading.statements import read_statements

FICTIONAL = (
    ("Aruna", "states", "XAR", True),
    ("Veland", "states", "XVE", True),
)
"""States for sentences that must say nothing untrue of a real one."""


@cache
def known() -> Packs:
    """Load the packs once."""
    return packs(names=[*phrases(), *FICTIONAL])


def page_of(text: str, language: str = "en", published: str | None = None) -> Scan:
    """Lay a text out."""
    report = Report(
        path="-",
        text=text,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=language,
        published=parse(published) if published else None,
    )
    return scan(report, known().get(language))


def quotations(text: str, language: str = "en") -> tuple[Quotation, ...]:
    """Find the quotations of a text."""
    return read_quotations(page_of(text, language)).items


def utterances(
    text: str, language: str = "en", published: str | None = None
) -> tuple[Utterance, ...]:
    """Read the statements of a text, with their tokens."""
    page = page_of(text, language, published)
    quotes = read_quotations(page)
    dates, _ = read_dates(page, quotes)
    return read_statements(page, read_names(page, quotes), quotes, dates).items


def statements(
    text: str, language: str = "en", published: str | None = None
) -> list[StatementFinding]:
    """Read the statements of a text."""
    return [item.finding for item in utterances(text, language, published)]


def rows(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Give form, speaker and words of each statement."""
    return [(str(item.form), item.speaker, item.quote) for item in statements(text, language)]
