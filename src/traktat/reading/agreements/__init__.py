"""Agreements: which ones a report speaks of, and between whom."""

from traktat.reading.agreements.agreements import read_agreements

__all__ = ["read_agreements"]
