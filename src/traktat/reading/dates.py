"""Dates of a report, resolved against the day they count from."""

from __future__ import annotations

from traktat.model.issues import Issue
from traktat.reading.mentions import Dates, Quotations, Row
from traktat.reading.scan import Scan


def read_dates(page: Scan, quotations: Quotations) -> tuple[Dates, tuple[Issue, ...]]:
    """Find dates and other times, and say which of them do not agree with themselves."""
    return Row(), ()
