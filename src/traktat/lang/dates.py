"""Dates in a text, as a language writes them, before they are resolved.

`expressions` finds them; `traktat.lang.resolution` turns them into values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang.calendar import END, Calendar, Node, Order, Word
from traktat.lang.numerals import FIRST_YEAR, LAST_YEAR, numeric_dates, stands_alone
from traktat.lang.shapes import SHAPES, Atom, Atoms, Shape
from traktat.lang.tokens import Tokens
from traktat.model.spans import Span

_DASHES = frozenset("-–—")
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written: its tokens [first, end), its characters, the order that read it."""

    first: int
    end: int
    span: Span
    entry: str
    reads: str
    shape: Shape


def expressions(
    text: str, tokens: Tokens, calendar: Calendar, first: int = 0, end: int | None = None
) -> list[Expression]:
    """List the dates in a stretch of tokens, in text order; of several readings the longest."""
    stop = len(tokens) if end is None else end
    lower, starters = tokens.lower, calendar.starters
    found: list[Expression] = []
    at = first
    while at < stop:
        word = lower[at]
        if word not in starters and word[0] not in _DIGITS and not _hung(word, calendar):
            at += 1
            continue
        expression = _Reader(text, tokens, calendar, first, stop).at(at)
        if expression is None:
            at += 1
        else:
            found.append(expression)
            at = expression.end
    return found


def _hung(word: str, calendar: Calendar) -> bool:
    """Tell whether a word with a clitic begins a date ("Sunday's")."""
    return any(
        word.endswith(clitic) and word[: -len(clitic)] in calendar.starters
        for clitic in calendar.clitics
    )


@dataclass(slots=True)
class _Reader:
    """Reads one expression at a token."""

    text: str
    tokens: Tokens
    calendar: Calendar
    first: int
    stop: int

    def at(self, at: int) -> Expression | None:
        """Give the longest date that begins at a token and is none of the look-alikes."""
        readings: list[tuple[int, int, Order, tuple[Atom, ...]]] = []
        stack: list[tuple[Node, int, tuple[Atom, ...]]] = [(self.calendar.orders, at, ())]
        while stack:
            node, here, path = stack.pop()
            order = node.get(END)
            if order is not None:
                readings.append((-here, order.rank, order, path))
            if here < self.stop:
                for atom in self._atoms(here):
                    step = node.get(atom.kind)
                    if step is not None:
                        stack.append((step, atom.end, (*path, atom)))
        readings.sort(key=lambda reading: reading[:2])
        for _, _, order, path in readings:
            shape = SHAPES[order.reads](path)
            if shape is not None and self._is_date(at, path, shape):
                return self._expression(at, order, path, shape)
        return None

    def _expression(self, at: int, order: Order, path: Atoms, shape: Shape) -> Expression:
        begin = at
        for atom in path:
            if atom.kind not in self.calendar.outside:
                break
            begin = atom.end
        last = path[-1]
        span = Span(self.tokens.starts[begin], self.tokens.ends[last.end - 1] - last.trim)
        return Expression(begin, last.end, span, order.entry, order.reads, shape)

    def _atoms(self, at: int) -> Iterator[Atom]:
        """Give everything a token can be in a date."""
        word = self.tokens.lower[at]
        initial = word[0]
        if initial in _DIGITS:
            yield from self._numbers(at, word)
        elif not initial.isalnum():
            yield Atom("dash" if word in _DASHES else word, word, at + 1)
        for entry in self.calendar.words.get(word, ()):
            yield from self._spelled(at, entry, 0)
        for clitic in self.calendar.clitics:
            if word.endswith(clitic):
                for entry in self.calendar.words.get(word[: -len(clitic)], ()):
                    if not entry.rest:
                        yield from self._spelled(at, entry, len(clitic))

    def _spelled(self, at: int, word: Word, trim: int) -> Iterator[Atom]:
        end = at + 1 + len(word.rest)
        lower = self.tokens.lower
        if end > self.stop or (word.rest and tuple(lower[at + 1 : end]) != word.rest):
            return
        if word.capital and not self.tokens.words[at][0].isupper():
            return
        yield Atom(word.kind, word.value, end, trim)
        if word.dotted and end + 1 < self.stop and lower[end] == ".":
            if self.tokens.starts[end] == self.tokens.ends[end - 1] and _goes_on(lower[end + 1]):
                yield Atom(word.kind, word.value, end + 1)

    def _numbers(self, at: int, word: str) -> Iterator[Atom]:
        text, start, end = self.text, self.tokens.starts[at], self.tokens.ends[at]
        yield from numeric_dates(
            text, self.tokens, at, self.stop, day_first=self.calendar.day_first
        )
        if not word.isdigit():
            yield from self._suffixed(at, word)
            return
        if not stands_alone(text, start, end):
            return
        value = int(word) if len(word) <= 4 else 0
        if len(word) <= 3 and value:
            yield Atom("number", value, at + 1)
            if value <= 31 and len(word) <= 2:
                yield Atom("day", value, at + 1)
        elif len(word) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
            yield Atom("year", value, at + 1)
        for suffix, kind in self.calendar.suffixes.items():
            if suffix.startswith("-") and self._follows(at, suffix):
                yield from _numbered(kind, value, at + 3)

    def _follows(self, at: int, suffix: str) -> bool:
        """Tell whether a hyphen and an ending follow a number without a gap ("1970-an")."""
        end = self.tokens.ends[at]
        return (
            at + 2 < self.stop
            and self.tokens.lower[at + 2] == suffix[1:]
            and self.text[end] in _DASHES
            and self.tokens.ends[at + 2] == end + len(suffix)
        )

    def _suffixed(self, at: int, word: str) -> Iterator[Atom]:
        for suffix, kind in self.calendar.suffixes.items():
            digits = word[: -len(suffix)]
            if word.endswith(suffix) and digits.isdigit() and len(digits) <= 4:
                yield from _numbered(kind, int(digits), at + 1)

    def _is_date(self, at: int, path: Atoms, shape: Shape) -> bool:
        return True


def _goes_on(word: str) -> bool:
    return word[0] in _DIGITS or word in (",", ")", "(")


def _numbered(kind: str, value: int, end: int) -> Iterator[Atom]:
    """Give what a number with an ending is: an ordinal that may be a day, or a decade."""
    if kind == "ordinal":
        yield Atom(kind, value, end)
        if 1 <= value <= 31:
            yield Atom("day", value, end)
    elif kind == "decade" and value % 10 == 0:
        if value < 100:
            value += 1900 if value >= 30 else 2000
        if FIRST_YEAR <= value <= LAST_YEAR:
            yield Atom(kind, value, end)
