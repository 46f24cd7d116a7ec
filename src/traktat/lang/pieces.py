"""The pieces dates are made of: what each token of a text can be in a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang.calendar import Calendar, Word
from traktat.lang.numerals import FIRST_YEAR, LAST_YEAR, numeric_dates, stands_alone, timestamp
from traktat.lang.shapes import Atom
from traktat.lang.tokens import Tokens

DASHES = frozenset("-–—‑")
_DIGITS = frozenset("0123456789")


@dataclass(slots=True)
class Pieces:
    """The tokens [first, stop) of a text, and what a calendar makes of them."""

    text: str
    tokens: Tokens
    calendar: Calendar
    first: int
    stop: int

    def at(self, at: int) -> Iterator[Atom]:
        """Give everything a token, alone or with those behind it, can be in a date."""
        word = self.tokens.lower[at]
        words = self.calendar.words.get(word)
        if words is not None:
            for known in words:
                yield from self._spelled(at, known)
        initial = word[0]
        if initial in _DIGITS:
            yield from self._numbers(at, word)
        elif word in DASHES:
            twice = (
                self.after(at + 1) == word and self.tokens.starts[at + 1] == self.tokens.ends[at]
            )
            yield Atom("dash", word, at + 2 if twice else at + 1)
        elif not initial.isalnum():
            yield Atom(word, word, at + 1)

    def is_plain_number(self, at: int, digits: int) -> bool:
        """Tell whether a token is a number of at most so many digits, no part of a longer one."""
        tokens = self.tokens
        word = tokens.words[at]
        return (
            len(word) <= digits
            and word.isascii()
            and word.isdigit()
            and stands_alone(self.text, tokens.starts[at], tokens.ends[at])
        )

    def before(self, at: int) -> str:
        """Give the word before a token; empty at the beginning of the stretch."""
        return self.tokens.lower[at - 1] if at > self.first else ""

    def after(self, end: int) -> str:
        """Give the word at a token; empty behind the stretch."""
        return self.tokens.lower[end] if end < self.stop else ""

    def is_joined(self, at: int) -> bool:
        """Tell whether a mark without a gap ties a token to what is before it ("post-2014")."""
        start = self.tokens.starts[at]
        return start > 1 and self.text[start - 1] in "-–—‑/" and not self.text[start - 2].isspace()

    def _spelled(self, at: int, word: Word) -> Iterator[Atom]:
        tokens = self.tokens
        end = at + 1 + len(word.rest)
        if word.rest and (end > self.stop or tuple(tokens.lower[at + 1 : end]) != word.rest):
            return
        if word.capital and not tokens.words[at][0].isupper():
            return
        yield Atom(word.kind, word.value, end, word.trim, word.alone)
        if word.dotted and self._dot_goes_on(end):
            yield Atom(word.kind, word.value, end + 1, 0, word.alone)

    def _dot_goes_on(self, at: int) -> bool:
        """Tell whether a full stop at a token abbreviates rather than ends ("Dec. 4")."""
        tokens = self.tokens
        if at + 1 >= self.stop or tokens.words[at] != ".":
            return False
        after = tokens.words[at + 1]
        return tokens.starts[at] == tokens.ends[at - 1] and (after[0] in _DIGITS or after in ",()")

    def _numbers(self, at: int, word: str) -> Iterator[Atom]:
        text, start, end = self.text, self.tokens.starts[at], self.tokens.ends[at]
        if text[end : end + 1] in ("/", "-", ".", "–"):
            yield from numeric_dates(
                text, self.tokens, at, self.stop, day_first=self.calendar.day_first
            )
        if not (word.isascii() and word.isdigit()):
            yield from self._suffixed(at, word)
            return
        if not stands_alone(text, start, end):
            return
        if len(word) > 4:
            moment = timestamp(word)
            if moment:
                yield Atom("timestamp", moment, at + 1)
            return
        value = int(word)
        if len(word) <= 3 and value:
            yield Atom("number", value, at + 1)
            if value <= 31 and len(word) <= 2:
                yield Atom("day", value, at + 1)
        elif FIRST_YEAR <= value <= LAST_YEAR:
            yield Atom("year", value, at + 1)
        if text[end : end + 1] in DASHES:
            for suffix, kind in self.calendar.suffixes.items():
                if suffix.startswith("-") and text.startswith(suffix[1:], end + 1):
                    yield from self._ended(at, suffix, kind, value)

    def _ended(self, at: int, suffix: str, kind: str, value: int) -> Iterator[Atom]:
        """Give the decade or ordinal that a hyphen and an ending make ("1970-an")."""
        if at + 2 < self.stop and self.tokens.lower[at + 2] == suffix[1:]:
            yield from _numbered(kind, value, at + 3)

    def _suffixed(self, at: int, word: str) -> Iterator[Atom]:
        for suffix, kind in self.calendar.suffixes.items():
            digits = word[: -len(suffix)]
            if word.endswith(suffix) and digits.isascii() and digits.isdigit() and len(digits) <= 4:
                yield from _numbered(kind, int(digits), at + 1)


def _numbered(kind: str, value: int, end: int) -> Iterator[Atom]:
    """Give what a number with an ending is: an ordinal that may be a day, or a decade."""
    if kind == "ordinal":
        yield Atom(kind, value, end)
        if 1 <= value <= 31:
            yield Atom("day", value, end)
    elif kind == "decade" and value % 10 == 0 and (value < 100 or value >= FIRST_YEAR):
        if value < 100:
            value += 1900 if value >= 30 else 2000
        if value <= LAST_YEAR:
            yield Atom(kind, value, end)
