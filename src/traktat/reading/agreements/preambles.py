"""Words that only describe whom the next name means: "one of the country's main" rebel groups."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.mentions import Names
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_PLAIN = 3  # words of "last big active" before "rebel group"
_TOLD = ("modifier", "fresh", "rank", "ordinal", "remaining", "openings")
_LEADING = ("preposition", "definite", "indefinite", "with", "and", "dealing")
_YEAR = 4  # digits


class Preambles:
    """Steps back over the words before a name that tell nothing but what it is like."""

    def __init__(self, page: Scan, names: Names, roles: WordPlaces) -> None:
        self._page = page
        self._roles = roles
        self._until = {item.end: item for item in names.items if item.sort is NameKind.STATE}
        self._owner = tuple(
            clitic for clitic in page.pack.settings.get("clitics", ()) if clitic.startswith("'")
        )

    def start(self, at: int, floor: int, *, armed: bool) -> int:
        """Give where what describes a name at a token begins, or -1.

        An article stands before it. Before an armed group it may be longer, or whose it is:
        "the last big active", "the country's main".
        """
        if is_number(self._page.tokens.words[at - 1]):
            return at - 1  # "with 14 armed groups"
        first = at
        for _ in range(_PLAIN if armed else 1):
            if not self._is_plain(first - 1, floor):
                break
            first -= 1
        if armed:
            whose = self._until.get(first)
            if whose is not None and self._page.tokens.lower[first - 1].endswith(self._owner):
                return whose.first
        led = first < at and self._roles.start(first, "definite", "article") >= floor
        return first if led else -1

    def counts(self, first: int, at: int) -> bool:
        """Tell whether all that stands before a name counts or describes it: "armed", "10"."""
        words = self._page.tokens.words
        return first < at and all(
            self._is_plain(token, first) or is_number(words[token]) for token in range(first, at)
        )

    def part(self, at: int) -> int:
        """Give where "one of", "a coalition of" or "salah satu" begins that ends there, or -1."""
        of = self._roles.start(at, "of")
        part = self._roles.start(at if of < 0 else of, "indefinite", "several")
        if part >= 0 or of < 0:
            return part
        noun = of
        while noun > of - _PLAIN and self._is_noun(noun - 1):
            noun -= 1
        return self._roles.start(noun, "indefinite", "definite") if noun < of else -1

    def _is_noun(self, at: int) -> bool:
        """Tell whether a word may be part of "a loose alliance"."""
        word = self._page.tokens.words[at]
        return word.isalpha() and word.islower() and not self._roles.end(at, *_LEADING)

    def _is_plain(self, at: int, floor: int) -> bool:
        """Tell whether a word only says what somebody is like: "larger"."""
        if at < floor:
            return False
        word = self._page.tokens.words[at]
        told = all(mark.key in _TOLD for mark in self._roles.until(at + 1))
        return told and word.isalpha() and word.islower()


def is_number(word: str) -> bool:
    """Tell whether a word counts something; four digits are a year."""
    return word.isdigit() and len(word) < _YEAR
