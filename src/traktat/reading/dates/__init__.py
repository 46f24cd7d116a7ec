"""Dates and other expressions of time: found, anchored, resolved."""

from traktat.reading.dates.dates import read_dates

__all__ = ["read_dates"]
