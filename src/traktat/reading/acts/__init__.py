"""Acts: what was done to which agreement, by whom, when."""

from traktat.reading.acts.acts import read_acts

__all__ = ["read_acts"]
