"""Claims: who asserts, denies or declines to say what."""

from traktat.reading.claims.claims import read_claims

__all__ = ["read_claims"]
