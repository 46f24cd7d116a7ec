"""Reports for the tests of dates: a text, the day it was printed, laid out for reading."""

from __future__ import annotations

from hashlib import sha256

from traktat.lang import Pack
from traktat.model.dates import parse
from traktat.model.reports import Report
from traktat.reading.scan import Scan, scan


def date_page(text: str, pack: Pack, *, published: str | None = None) -> Scan:
    """Lay a text out as a report of a day."""
    report = Report(
        path="report.txt",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        language=pack.code,
        published=parse(published) if published else None,
    )
    return scan(report, pack)
