"""Report in, findings out."""

from traktat.reading.readings import read_report

__all__ = ["read_report"]
