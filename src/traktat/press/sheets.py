"""A document laid out for the press room: tokens, lines, and the press words in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from traktat.lang import Mark, Pack, Tokens
from traktat.lang.initials import other_initials
from traktat.lang.places import first_from
from traktat.lang.tokens import tokens_of
from traktat.model.spans import Span

FILE = "press"
_MEDIA = ("agencies", "outlets")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: tokens [first, end), its span without surrounding space, its number of words."""

    index: int
    first: int
    end: int
    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the layers of press work on."""

    text: str
    pack: Pack
    tokens: Tokens
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    starts: list[int]
    settings: dict[str, dict[str, str]]

    def words(self, line: Line) -> int:
        """Count the words of a line, marks left out."""
        return line.words

    def within(self, first: int, end: int) -> tuple[Mark, ...]:
        """List the press words that begin within tokens [first, end)."""
        starts = self.starts
        if not starts or starts[-1] < first or starts[0] >= end:
            return ()
        return self.marks[first_from(starts, first) : first_from(starts, end)]

    def setting(self, mark: Mark, name: str) -> str:
        """Give a setting of the entry a press word belongs to; empty where it has none."""
        entry = self.settings.get(mark.key)
        return "" if entry is None else entry.get(name, "")


def lay_out(text: str, pack: Pack) -> Sheet:
    """Lay a text out: one pass for tokens, one for the words of press."""
    tokens = tokens_of(text)
    marks = pack.lexicon_for("press", "agencies", "outlets", "states").find(tokens)
    others = other_initials(tokens, (mark for mark in marks if mark.file == "agencies"))
    if others:
        marks = [m for m in marks if m.file not in _MEDIA or tokens.words[m.first] not in others]
    starts = [mark.first for mark in marks]
    lines = tuple(_lines(text, tokens))
    return Sheet(text, pack, tokens, lines, tuple(marks), starts, _settings(pack))


@lru_cache(maxsize=16)  # packs in use
def _settings(pack: Pack) -> dict[str, dict[str, str]]:
    """Give the settings of the entries of press."""
    entries = pack.entries.get(FILE, {})
    return {
        key: {name: value for name, value in entry.items() if isinstance(value, str)}
        for key, entry in entries.items()
    }


def _lines(text: str, tokens: Tokens) -> list[Line]:
    out: list[Line] = []
    start, at = 0, 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        end = tokens.at(stop)
        if end > at:
            words = [word for word in tokens.words[at:end] if word[0].isalnum()]
            whole = text[start:stop]
            left = start + len(whole) - len(whole.lstrip())
            span = Span(left, left + len(whole.strip()))  # bold marks are no tokens
            out.append(Line(len(out), at, end, span, len(words)))
        start, at = stop + 1, end
    return out
