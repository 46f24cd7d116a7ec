"""Who says what: direct, indirect, mixed and nested statements."""

from __future__ import annotations

from traktat.reading.mentions import Dates, Names, Quotations, Row, Utterances
from traktat.reading.scan import Scan


def read_statements(page: Scan, names: Names, quotations: Quotations, dates: Dates) -> Utterances:
    """Find statements and trace their speakers through the text."""
    return Row()
