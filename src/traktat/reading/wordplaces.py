"""The roles pack words play in a report, looked up by the token they begin or end at."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.lang import Mark
from traktat.reading.scan import Scan


class WordPlaces:
    """Pack words of a few files by place: which entries begin at a token, which end there."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, page: Scan, files: Iterable[str] = ("agreements", "grammar")) -> None:
        self._starts: dict[int, list[Mark]] = {}
        self._ends: dict[int, list[Mark]] = {}
        for file in files:
            for mark in page.marks.of(file):
                self._starts.setdefault(mark.first, []).append(mark)
                self._ends.setdefault(mark.end, []).append(mark)

    def at(self, token: int) -> list[Mark]:
        """List the marks that begin at a token."""
        return self._starts.get(token, [])

    def until(self, token: int) -> list[Mark]:
        """List the marks that end before a token."""
        return self._ends.get(token, [])

    def end(self, token: int, *keys: str) -> int:
        """Give where the longest word of these entries that begins at a token ends, or 0."""
        return max((m.end for m in self._starts.get(token, ()) if m.entry.key in keys), default=0)

    def start(self, token: int, *keys: str) -> int:
        """Give where the longest word of these entries that ends before a token begins, or -1."""
        return min((m.first for m in self._ends.get(token, ()) if m.entry.key in keys), default=-1)

    def has(self, first: int, end: int, *keys: str) -> bool:
        """Tell whether a word of these entries begins within tokens [first, end)."""
        return any(
            mark.entry.key in keys
            for token in range(first, end)
            for mark in self._starts.get(token, ())
        )
