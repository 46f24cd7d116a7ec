"""Agreements: which ones a report speaks of, and between whom."""

from traktat.reading.agreements.agreements import read_agreements
from traktat.reading.agreements.widening import widened

__all__ = ["read_agreements", "widened"]
