"""The pieces dates are made of: what each token of a text can be in a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from traktat.lang.calendar import DASHES, Calendar, Word
from traktat.lang.numerals import FIRST_YEAR, LAST_YEAR, numeric_dates, stands_alone, timestamp
from traktat.lang.shapes import Atom
from traktat.lang.tokens import Tokens

_DIGITS = frozenset("0123456789")
_NUMERIC_MARKS = frozenset("/-.–—")  # stand between the numbers of a date in digits


@dataclass(slots=True)
class Pieces:
    """The tokens [first, stop) of a text, and what a calendar makes of them."""

    text: str
    tokens: Tokens
    calendar: Calendar
    first: int
    stop: int
    known: dict[int, tuple[Atom, ...]] = field(default_factory=dict)

    def at(self, at: int) -> tuple[Atom, ...]:
        """Give everything a token, alone or with those behind it, can be in a date."""
        atoms = self.known.get(at)
        if atoms is None:
            atoms = self.known[at] = tuple(self._atoms(at))
        return atoms

    def may_begin(self, at: int) -> bool:
        """Tell at little cost, by the token behind it, whether a date may begin at a token."""
        word, calendar = self.tokens.lower[at], self.calendar
        if word in calendar.complete:
            return True
        after = self.after(at + 1)
        if word[0] not in _DIGITS:
            following = calendar.follows[word]
        elif len(word) > 3:
            return True
        elif after in _NUMERIC_MARKS:
            end = self.tokens.ends[at + 1]
            return end == self.tokens.ends[at] + 1 and self.text[end : end + 1].isalnum()
        else:
            following = calendar.follows["0"]
        return after in following or ("0" in following and after[:1].isdigit())

    def _atoms(self, at: int) -> list[Atom]:
        found: list[Atom] = []
        word = self.tokens.lower[at]
        words = self.calendar.words.get(word)
        if words is not None:
            for known in words:
                self._spell(at, known, found)
        initial = word[0]
        if initial in _DIGITS:
            found += self._numbers(at, word)
        elif word in DASHES:
            found.append(Atom("dash", word, at + 2 if self._is_double(at) else at + 1))
        elif not initial.isalnum():
            found.append(Atom(word, word, at + 1))
        return found

    def _is_double(self, at: int) -> bool:
        """Tell whether a dash is written with two hyphens."""
        tokens = self.tokens
        return self.after(at + 1) == tokens.lower[at] and tokens.starts[at + 1] == tokens.ends[at]

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

    def _spell(self, at: int, word: Word, found: list[Atom]) -> None:
        tokens = self.tokens
        end = at + 1 + len(word.rest)
        if word.rest and (end > self.stop or tuple(tokens.lower[at + 1 : end]) != word.rest):
            return
        if word.capital and not tokens.words[at][0].isupper():
            return
        found.append(Atom(word.kind, word.value, end, word.trim, word.alone))
        if word.dotted and self._dot_goes_on(end):
            found.append(Atom(word.kind, word.value, end + 1, 0, word.alone))

    def _dot_goes_on(self, at: int) -> bool:
        """Tell whether a full stop at a token abbreviates rather than ends ("Dec. 4")."""
        tokens = self.tokens
        if at + 1 >= self.stop or tokens.words[at] != ".":
            return False
        after = tokens.words[at + 1]
        return tokens.starts[at] == tokens.ends[at - 1] and (after[0] in _DIGITS or after in ",()")

    def _numbers(self, at: int, word: str) -> Iterator[Atom]:
        text, end = self.text, self.tokens.ends[at]
        mark = text[end : end + 1]
        if mark in _NUMERIC_MARKS:
            yield from numeric_dates(
                text, self.tokens, at, self.stop, day_first=self.calendar.day_first
            )
        if not (word.isascii() and word.isdigit()):
            yield from self._suffixed(at, word)
        elif len(word) > 4:
            moment = timestamp(word)
            if moment:
                yield Atom("timestamp", moment, at + 1)
        elif stands_alone(text, self.tokens.starts[at], end):
            yield from _plain(int(word), len(word), at + 1)
            if mark in DASHES:
                yield from self._hyphened(at, int(word))

    def _hyphened(self, at: int, value: int) -> Iterator[Atom]:
        for suffix, kind in self.calendar.suffixes.items():
            if suffix.startswith("-") and self.text.startswith(suffix, self.tokens.ends[at]):
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


def _plain(value: int, digits: int, end: int) -> Iterator[Atom]:
    """Give what a number in digits alone is: a count and perhaps a day, or a year."""
    if digits <= 3 and value:
        yield Atom("number", value, end)
        if value <= 31 and digits <= 2:
            yield Atom("day", value, end)
    elif FIRST_YEAR <= value <= LAST_YEAR:
        yield Atom("year", value, end)


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
