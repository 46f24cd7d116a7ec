"""Names: persons with office and state, bodies, places; variants united."""

from traktat.reading.names.names import read_names

__all__ = ["read_names"]
