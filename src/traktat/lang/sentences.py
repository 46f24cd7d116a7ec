"""Sentences and paragraphs of a text, masked stretches left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from traktat.lang.places import first_from
from traktat.lang.tokens import Tokens, before_bold, tokens_of
from traktat.model.spans import Span

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’'»)]")
_LAST = _STOPS | _CLOSERS  # the last character before a new sentence in the same line
_LINE_START = re.compile(r"\n[ \t]{0,8}([^\W\d_])")
WRAPPED_LINES = 3  # fewer line starts tell nothing
WRAPPED_SHARE = 0.2  # agency copy of 1987 and official letters have .3 to .9, web pages up to .3
WRAPPED_WIDTH = 100  # code points: wrapped lines are shorter, paragraphs of web pages longer
_OPENERS = frozenset("\"“‘'«([-–—")
_BULLETS = frozenset("-–—•*")
_MARKS = frozenset(".)")
LONGEST_NUMBER = 2  # digits of the number of an item
MOST_CLOSERS = 6  # closing marks after a full stop that are looked past; more are no prose


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, end) of one sentence; `paragraph` counts the lines that are read."""

    index: int
    paragraph: int
    first: int
    end: int
    span: Span


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a language gives for cutting sentences.

    A full stop belongs to the word before it in `abbreviations`; behind one of several full
    stops ("U.S.") a word of `openings` with a capital opens a sentence all the same.
    """

    abbreviations: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()


def sentences(
    text: str, tokens: Tokens, mask: Iterable[tuple[int, int]], cutting: Cutting
) -> tuple[Sentence, ...]:
    """Cut a text into sentences; a new paragraph always ends one, masked stretches have none."""
    hidden = sorted(mask)
    starts = [start for start, _ in hidden]
    wrapped = is_wrapped(text)
    out: list[Sentence] = []
    first, paragraph, hang = -1, -1, 0
    for at in _places(text, tokens, hidden):
        if _is_hidden(tokens.starts[at], hidden, starts):
            if first >= 0:
                out.append(Sentence(len(out), paragraph, first, at, tokens.span(first, at)))
            first = -1
            continue
        fresh = first < 0 or _breaks(text, tokens, at, wrapped, hang)
        if first >= 0 and (fresh or _begins(tokens, first, at, cutting)):
            out.append(Sentence(len(out), paragraph, first, at, tokens.span(first, at)))
            first = at
        if fresh:
            first = at
            paragraph += 1
            hang = _hang(text, tokens, at)
    if first >= 0:
        out.append(
            Sentence(len(out), paragraph, first, len(tokens), tokens.span(first, len(tokens)))
        )
    return tuple(out)


@lru_cache(maxsize=1)  # press and reading cut the same text, one right after the other
def sentences_of(
    text: str, mask: tuple[tuple[int, int], ...], cutting: Cutting
) -> tuple[Sentence, ...]:
    """Cut a whole text into sentences; asked twice in a row, it is cut once."""
    return sentences(text, tokens_of(text), mask, cutting)


def _places(text: str, tokens: Tokens, hidden: list[tuple[int, int]]) -> list[int]:
    """List the tokens at which a sentence may begin or end: nine tokens in ten are none."""
    words = tokens.words
    found = {0}
    for word, stands in tokens.places().items():
        if word[-1] in _LAST:
            found.update([at + 1 for at in stands if words[at][-1] in _LAST])
    found.update(tokens.at(edge) for span in hidden for edge in span)
    line = text.find("\n")
    while line >= 0:
        found.add(tokens.at(line))
        line = text.find("\n", line + 1)
    found.discard(len(tokens))
    return sorted(found)


def is_wrapped(text: str) -> bool:
    """Tell whether lines end at a fixed width, so that a new line is no new paragraph.

    In such a text many lines go on in lower case; where lines are paragraphs none does.
    """
    follow: list[str] = _LINE_START.findall(text)
    if len(follow) < WRAPPED_LINES:
        return False
    small = sum(word.islower() for word in follow)
    if small <= WRAPPED_SHARE * len(follow):
        return False
    lines = text.split("\n")
    return sum(len(line) > WRAPPED_WIDTH for line in lines) <= len(lines) // 10


def _hang(text: str, tokens: Tokens, at: int) -> int:
    """Give the column at which the text of a list's item begins; 0 where no item does."""
    if tokens.words[at] not in _BULLETS or at + 1 >= len(tokens):
        return 0
    start, text_start = tokens.starts[at], tokens.starts[at + 1]
    text_start = before_bold(text, text_start)
    if text_start - tokens.ends[at] < 1 or "\n" in text[start:text_start]:
        return 0
    return text_start - (text.rfind("\n", 0, start) + 1)


def _breaks(text: str, tokens: Tokens, at: int, wrapped: bool, hang: int) -> bool:
    """Tell whether a paragraph begins at a token; lines that hang below an item go on with it."""
    gap = text[tokens.ends[at - 1] : tokens.starts[at]]
    if "\n" not in gap:
        return False
    if hang and gap.count("\n") == 1 and gap.endswith("\n" + " " * hang):
        return tokens.words[at] in _BULLETS
    if wrapped:
        return gap.count("\n") > 1 or gap.endswith(("  ", "\t"))
    word, before = tokens.words[at], tokens.words[at - 1]
    return not (
        word[0].islower() and gap.count("\n") == 1 and (before[0].isalnum() or before == ",")
    )


def _is_hidden(offset: int, hidden: list[tuple[int, int]], starts: list[int]) -> bool:
    at = first_from(starts, offset + 1) - 1
    return at >= 0 and offset < hidden[at][1]


def _begins(tokens: Tokens, first: int, at: int, cutting: Cutting) -> bool:
    """Tell whether a new sentence begins at a token."""
    gap_start, gap_end = tokens.ends[at - 1], tokens.starts[at]
    if gap_start == gap_end:
        return False
    stop = at - 1
    floor = max(first, at - MOST_CLOSERS)
    while stop > floor and tokens.words[stop] in _CLOSERS:
        stop -= 1
    word = tokens.words[stop]
    if stop - first == 1 and word in _MARKS and is_enumerator(tokens.words[first]):
        return False  # "1. Peru withdraws": the number belongs to what it counts
    if word not in _STOPS:
        if not word.endswith(".") or not _opens(tokens, at):
            return False
        if tokens.lower[at] in cutting.openings:
            return True
        return stop == at - 1 and tokens.lower[stop] not in cutting.abbreviations and len(word) > 4
    if word == "." and stop > first and _abbreviates(tokens, stop, cutting.abbreviations):
        return False
    return _opens(tokens, at)


def is_enumerator(word: str) -> bool:
    """Tell whether a word may count the items of a list: "1", "12", "a"."""
    if len(word) == 1:
        return word.isdecimal() or word.islower()
    return len(word) <= LONGEST_NUMBER and word.isdecimal()


def _opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a token can open a sentence: a capital, a digit or an opening mark."""
    word = tokens.words[at]
    if word in _OPENERS:
        return at + 1 >= len(tokens) or not tokens.words[at + 1][0].islower()
    return not word[0].islower() and word[0] not in ",;:)]”"


def _abbreviates(tokens: Tokens, stop: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether the full stop belongs to the word before it: "Gen.", an initial."""
    if tokens.ends[stop - 1] != tokens.starts[stop]:
        return False
    before = tokens.words[stop - 1]
    return tokens.lower[stop - 1] in abbreviations or (len(before) == 1 and before.isupper())
