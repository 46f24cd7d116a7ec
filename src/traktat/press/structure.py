"""Structure that is no prose: headlines, sub-headings, versions stacked in one report."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from traktat.model.issues import Issue
from traktat.model.reports import Origin, Segment
from traktat.model.spans import Span
from traktat.press.sheets import Line, Sheet
from traktat.sentences import sentence

HEADING = 16  # words: headlines of the labelled reports have at most 15
MOST_STRAYS = 20  # of one report: more say no more
# the mark first: looking back from the few of them costs a quarter of looking at each character
_STRAY = re.compile(r"(?P<mark>[.,;])(?<=[^\s.][.,;:!?][ \t][.,;])(?=\s|\Z)(?![ \t]\.)")
_APART = (" .", " ,", " ;", "\t.", "\t,", "\t;")  # without one of these there is none
SAME_STORY = 0.6  # share of a sub-heading's words that stand in the headline of the same story


def headings(sheet: Sheet, lines: list[Line]) -> tuple[Span, ...]:
    """List the lines that head what follows: short, unpunctuated, above a longer line."""
    out = []
    for line, after in pairwise(lines):
        if _is_heading(sheet, line) and sheet.words(after) > sheet.words(line):
            out.append(line.span)
    return tuple(out)


def _is_heading(sheet: Sheet, line: Line) -> bool:
    words = sheet.tokens.words
    last = words[line.end - 1]
    text = line.span.of(sheet.text)
    return (
        2 <= sheet.words(line) <= HEADING
        and last not in '.,:;…"”)'
        and words[line.first] not in '"“-•–—*'
        and (words[line.first][0].isupper() or text.startswith("#"))
        and sum(w in '"“”' for w in words[line.first : line.end]) % 2 == 0
    )


def segments(
    sheet: Sheet, lines: list[Line], heads: tuple[Span, ...], origins: tuple[Origin, ...]
) -> tuple[Segment, ...]:
    """Tell the versions of a story that are stacked in one report; empty when it is one.

    A second version begins at a sub-heading that repeats the headline's words. Where the
    report's closing line credits as many sources as there are versions, each gets its own.
    """
    if len(heads) < 2 or not lines or heads[0] != lines[0].span:
        return ()
    headline = _content(sheet, heads[0])
    cuts = [
        head.start for head in heads[1:] if _alike(_content(sheet, head), headline) >= SAME_STORY
    ]
    if not cuts:
        return ()
    edges = [lines[0].span.start, *cuts, lines[-1].span.end]
    whole = [origin.name for origin in origins if origin.scope is None]
    names = whole if len(whole) == len(edges) - 1 else [None] * (len(edges) - 1)
    return tuple(
        Segment(Span(start, end), name)
        for (start, end), name in zip(pairwise(edges), names, strict=True)
    )


def _content(sheet: Sheet, span: Span) -> frozenset[str]:
    first, end = sheet.tokens.at(span.start), sheet.tokens.at(span.end)
    small = sheet.pack.stopwords
    return frozenset(
        word for word in sheet.tokens.lower[first:end] if word[0].isalpha() and word not in small
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one) if one else 0.0


def stray_marks(text: str) -> tuple[Issue, ...]:
    """Report marks that stand by themselves behind another one: "the state. . The law …".

    Something was lost or added there; three dots in a row are an ellipsis and no doubt.
    """
    if not any(mark in text for mark in _APART):
        return ()
    return tuple(
        Issue(
            "stray-mark", Span(found.start("mark"), found.end("mark")), sentence("a mark by itself")
        )
        for found in islice(_STRAY.finditer(text), MOST_STRAYS)
    )
