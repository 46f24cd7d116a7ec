"""Sentences and paragraphs of a text, masked stretches left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from traktat.lang.tokens import Tokens
from traktat.model.spans import Span

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’'»)]")
_OPENERS = frozenset("\"“‘'«([-–—")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, end) of one sentence; `paragraph` counts the lines that are read."""

    index: int
    paragraph: int
    first: int
    end: int
    span: Span


def sentences(
    text: str, tokens: Tokens, mask: Iterable[tuple[int, int]], abbreviations: frozenset[str]
) -> tuple[Sentence, ...]:
    """Cut a text into sentences; a new line always ends one, masked stretches belong to none."""
    hidden = sorted(mask)
    out: list[Sentence] = []
    paragraph = -1
    last_line = -1
    for first, end in _cuts(text, tokens, hidden, abbreviations):
        line = (
            text.count("\n", 0 if last_line < 0 else tokens.starts[last_line], tokens.starts[first])
            if last_line >= 0
            else 1
        )
        if line:
            paragraph += 1
        last_line = first
        out.append(Sentence(len(out), paragraph, first, end, tokens.span(first, end)))
    return tuple(out)


def _cuts(
    text: str, tokens: Tokens, hidden: list[tuple[int, int]], abbreviations: frozenset[str]
) -> Iterable[tuple[int, int]]:
    """Give the token stretches of the sentences."""
    starts_hidden = [start for start, _ in hidden]
    first = -1
    for at in range(len(tokens)):
        if _is_hidden(tokens.starts[at], hidden, starts_hidden):
            if first >= 0:
                yield first, at
                first = -1
            continue
        if first >= 0 and _begins(text, tokens, first, at, abbreviations):
            yield first, at
            first = at
        elif first < 0:
            first = at
    if first >= 0:
        yield first, len(tokens)


def _is_hidden(offset: int, hidden: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < hidden[at][1]


def _begins(text: str, tokens: Tokens, first: int, at: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether a new sentence begins at a token."""
    gap_start, gap_end = tokens.ends[at - 1], tokens.starts[at]
    if gap_start == gap_end:
        return False
    if "\n" in text[gap_start:gap_end]:
        return True
    stop = at - 1
    while stop > first and tokens.words[stop] in _CLOSERS:
        stop -= 1
    word = tokens.words[stop]
    if word not in _STOPS:
        return (
            word.endswith(".")
            and stop == at - 1
            and _opens(tokens, at)
            and (tokens.lower[stop] not in abbreviations and len(word) > 4)
        )
    if word == "." and stop > first and _abbreviates(tokens, stop, abbreviations):
        return False
    return _opens(tokens, at)


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
