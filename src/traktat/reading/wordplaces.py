"""Pack words of a report, looked up by the token they begin or end at."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence

_FILES = ("agreements", "grammar")


_NONE: list[Mark] = []  # what stands at most tokens


class WordPlaces:
    """Pack words by place: which entries begin at a token, which end there.

    Only sentences that were asked for with `load` are laid out; most speak of no agreement.
    """

    __slots__ = ("_ends", "_loaded", "_page", "_starts")

    def __init__(self, page: Scan) -> None:
        self._page = page
        self._loaded: set[int] = set()
        self._starts = [_NONE] * (len(page.tokens) + 1)
        self._ends = [_NONE] * (len(page.tokens) + 1)

    def load(self, sentence: Sentence) -> None:
        """Lay out the words of a sentence."""
        if sentence.index in self._loaded:
            return
        self._loaded.add(sentence.index)
        for file in _FILES:
            for mark in self._page.marks.of(file, sentence):
                _put(self._starts, mark.first, mark)
                _put(self._ends, mark.end, mark)

    def at(self, token: int) -> list[Mark]:
        """List the marks that begin at a token."""
        return self._starts[token] if 0 <= token < len(self._starts) else _NONE

    def until(self, token: int) -> list[Mark]:
        """List the marks that end before a token."""
        return self._ends[token] if 0 <= token < len(self._ends) else _NONE

    def end(self, token: int, *keys: str) -> int:
        """Give where the longest word of these entries that begins at a token ends, or 0."""
        found = 0
        for mark in self.at(token):
            if mark.end > found and mark.key in keys:
                found = mark.end
        return found

    def start(self, token: int, *keys: str) -> int:
        """Give where the longest word of these entries that ends before a token begins, or -1."""
        found = -1
        for mark in self.until(token):
            if mark.key in keys and (found < 0 or mark.first < found):
                found = mark.first
        return found

    def has(self, first: int, end: int, *keys: str) -> bool:
        """Tell whether a word of these entries begins within tokens [first, end)."""
        for token in range(first, end):
            for mark in self.at(token):
                if mark.key in keys:
                    return True
        return False


def _put(places: list[list[Mark]], token: int, mark: Mark) -> None:
    if places[token]:
        places[token].append(mark)
    else:
        places[token] = [mark]
