"""The agreements a report speaks of, each with all its mentions and its parties."""

from __future__ import annotations

from traktat.reading.mentions import Agreements, Dates, Names
from traktat.reading.scan import Scan


def read_agreements(page: Scan, names: Names, dates: Dates) -> Agreements:
    """Find mentions of agreements and unite those that mean one instrument."""
    return Agreements()
