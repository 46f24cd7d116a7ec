"""Provisions: what an agreement obliges whom to do."""

from traktat.reading.provisions.provisions import read_provisions

__all__ = ["read_provisions"]
