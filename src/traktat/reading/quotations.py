"""Stretches in quotation marks.

Marks are paired within a paragraph: by their shape where it tells (a space on one side only),
by their glyph where it tells, and by what is open where neither does. A mark that is never
closed ends at the words of attribution that follow it, or with its paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from traktat.lang.places import first_from
from traktat.lang.tokens import lowered
from traktat.reading.mentions import Quotation, Quotations, Row
from traktat.reading.scan import Scan

DOUBLE = frozenset('"“”„‟«»＂')
SINGLE = frozenset("'‘’‚‹›`´")
_GLYPHS = (*sorted(DOUBLE), *sorted(SINGLE))
_OPENING = frozenset("“„«‘‚‹`")
_CLOSING = frozenset("”»’›´")
_STARTERS = frozenset("([{-–—:/…*") | DOUBLE | SINGLE
_STOPS = frozenset(",.!?…")
_ATTRIBUTION = 9  # tokens between a comma and the verb of saying: "the foreign minister of Peru"


@dataclass(slots=True)
class _Mark:
    """A quotation mark on tokens [first, end) and what its surroundings say of it."""

    first: int
    end: int
    glyph: str
    opens: bool
    closes: bool

    @property
    def is_opener(self) -> bool:
        """Tell whether it can only open."""
        if self.opens != self.closes:
            return self.opens
        return self.glyph in _OPENING

    @property
    def is_closer(self) -> bool:
        """Tell whether it can only close."""
        if self.opens != self.closes:
            return self.closes
        return self.glyph in _CLOSING


@dataclass(slots=True)
class _Pair:
    """The inside of a quotation, tokens [first, end), and whether it was closed."""

    first: int
    end: int
    closed: bool


@dataclass(slots=True)
class _Paragraph:
    """The tokens [first, end) of a paragraph, and those among them that are marks."""

    page: Scan
    first: int
    end: int
    marks: list[int]


def read_quotations(page: Scan) -> Quotations:
    """Find the stretches in quotation marks, in text order; inner ones follow outer ones."""
    found: list[Quotation] = []
    marks = sorted([at for glyph in _GLYPHS for at in _places(page, glyph)])
    for _, group in groupby(page.sentences, key=lambda sentence: sentence.paragraph):
        cut = list(group)
        first, end = cut[0].first, cut[-1].end
        inside = marks[first_from(marks, first) : first_from(marks, end)]
        if not inside:
            continue
        paragraph = _Paragraph(page, first, end, inside)
        doubles = list(_doubles(paragraph))
        singles = _singles(paragraph, doubles)
        pairs = sorted([*doubles, *singles], key=lambda pair: (pair.first, -pair.end))
        found += _quotations(page, pairs)
    return Row(tuple(found))


def _places(page: Scan, glyph: str) -> list[int]:
    """List the tokens of a mark; curly ones that are looked up as straight ones are told apart."""
    words = page.tokens.words
    return [at for at in page.places.get(lowered(glyph), ()) if words[at] == glyph]


def _quotations(page: Scan, pairs: Iterable[_Pair]) -> Iterator[Quotation]:
    """Turn pairs, outer before inner, into quotations; empty ones are dropped."""
    around: list[int] = []
    for pair in pairs:
        if pair.end <= pair.first:
            continue
        while around and around[-1] <= pair.first:
            around.pop()
        words = page.tokens.words
        yield Quotation(
            first=pair.first,
            end=pair.end,
            span=page.tokens.span(pair.first, pair.end),
            closed=pair.closed,
            words=sum([_is_word(words, at) for at in range(pair.first, pair.end)]),
            depth=len(around),
        )
        around.append(pair.end)


def _is_word(words: list[str], at: int) -> bool:
    """Tell whether a word begins at a token; "decision-making" is one, and so is "2.0"."""
    if not words[at][0].isalnum():
        return False
    if at > 1 and words[at - 1] in ".," and words[at][0].isdecimal():
        return not words[at - 2][0].isdecimal()
    return not (at and words[at - 1] == "-" and words[at][0].islower())


def _marks(paragraph: _Paragraph, glyphs: frozenset[str]) -> Iterator[_Mark]:
    """Give the quotation marks of a kind; two single ones side by side are a double one."""
    tokens, reached = paragraph.page.tokens, paragraph.first
    words, end = tokens.words, paragraph.end
    for at in paragraph.marks:
        word = words[at]
        if at < reached:
            continue
        if word in SINGLE:
            twin = (
                at + 1 < end and words[at + 1] == word and tokens.starts[at + 1] == tokens.ends[at]
            )
            reached = at + 2 if twin else at + 1
            if (glyphs is DOUBLE) == twin:
                yield _mark(paragraph.page, at, reached, '"' if twin and word == "'" else word)
        elif word in glyphs:
            yield _mark(paragraph.page, at, at + 1, word)


def _mark(page: Scan, first: int, end: int, glyph: str) -> _Mark:
    text, start, stop = page.text, page.tokens.starts[first], page.tokens.ends[end - 1]
    left = text[start - 1] if start else " "
    right = text[stop] if stop < len(text) else " "
    opens = (left.isspace() or left in _STARTERS) and not right.isspace()
    closes = not left.isspace() and not right.isalnum()
    return _Mark(first, end, glyph, opens, closes)


def _doubles(paragraph: _Paragraph) -> Iterator[_Pair]:
    """Pair double marks; an opener within an open quotation shows that it was never closed."""
    opened: _Mark | None = None
    last = paragraph.first
    for mark in _marks(paragraph, DOUBLE):
        if opened is None:
            if not mark.is_closer:
                opened = mark
            elif _lost_its_opener(paragraph.page, mark):
                yield _Pair(_sentence_start(paragraph.page, mark.first, last), mark.first, False)
                last = mark.end
            continue
        if mark.is_opener and not mark.closes:
            yield _unclosed(paragraph.page, opened.end, mark.first)
            opened = mark
            continue
        yield _Pair(opened.end, mark.first, True)
        opened, last = None, mark.end
    if opened is not None:
        yield _unclosed(paragraph.page, opened.end, paragraph.end)


def _lost_its_opener(page: Scan, mark: _Mark) -> bool:
    """Tell whether a closing mark follows speech whose opening mark is missing."""
    if mark.first == 0 or page.tokens.words[mark.first - 1] not in _STOPS:
        return False
    sentence = page.sentence_at(page.tokens.starts[mark.first])
    end = (
        mark.end + _ATTRIBUTION if sentence is None else min(sentence.end, mark.end + _ATTRIBUTION)
    )
    return bool(page.marks.within("statements", mark.end, end))


def _sentence_start(page: Scan, token: int, earliest: int) -> int:
    sentence = page.sentence_at(page.tokens.starts[token])
    return earliest if sentence is None else max(earliest, sentence.first)


def _unclosed(page: Scan, first: int, end: int) -> _Pair:
    """End a quotation that was never closed: at its attribution, or as late as it can."""
    words = page.tokens.words
    if end - 1 > first and words[end - 1] in SINGLE and words[end - 2] in _STOPS:
        return _Pair(first, end - 1, True)
    comma = -1
    cues = iter(page.marks.within("statements", first, end))
    cue = next(cues, None)
    for at in range(first, end):
        if words[at] == ",":
            comma = at
        while cue is not None and cue.first < at:
            cue = next(cues, None)
        if cue is not None and cue.first == at and _attributes(page, comma, cue.first, end):
            return _Pair(first, comma, False)
    return _Pair(first, end, False)


def _attributes(page: Scan, comma: int, cue: int, end: int) -> bool:
    """Tell whether a verb of saying soon after a comma ends its sentence: ", he added."."""
    if comma < 0 or cue - comma > _ATTRIBUTION:
        return False
    sentence = page.sentence_at(page.tokens.starts[cue])
    stop = end if sentence is None else min(end, sentence.end)
    return stop - cue <= 2 * _ATTRIBUTION


def _singles(paragraph: _Paragraph, doubles: list[_Pair]) -> Iterator[_Pair]:
    """Pair single marks, which look like apostrophes: only an opener with a closer counts."""
    marks = list(_marks(paragraph, SINGLE))
    if len(marks) < 2:
        return
    best = _next_closers(paragraph, marks)
    reach = paragraph.first
    for at, mark in enumerate(marks):
        closer = best[at]
        if closer is None or mark.first < reach or not _opens_single(paragraph, mark):
            continue
        pair = _Pair(mark.end, closer.first, True)
        if _holder(pair.first, doubles) == _holder(closer.first, doubles):
            yield pair
            reach = closer.end


def _opens_single(paragraph: _Paragraph, mark: _Mark) -> bool:
    """Tell whether a single mark can open: it stands before a word that is no year ('98)."""
    if not mark.opens or mark.end >= paragraph.end or mark.glyph in _CLOSING:
        return False
    return not paragraph.page.tokens.words[mark.end][0].isdigit()


def _next_closers(paragraph: _Paragraph, marks: list[_Mark]) -> list[_Mark | None]:
    """Give for each mark the closer it would pair with: a plural's apostrophe comes last."""
    words = paragraph.page.tokens.words
    owners = tuple(paragraph.page.pack.entry("statements", "apostrophes").get("ends", ()))
    out: list[_Mark | None] = []
    sure: _Mark | None = None
    doubtful: _Mark | None = None
    for mark in reversed(marks):
        out.append(sure or doubtful)
        if not mark.closes:
            continue
        after = words[mark.end] if mark.end < paragraph.end else "."
        if owners and words[mark.first - 1].endswith(owners) and after[0].islower():
            doubtful = mark
        else:
            sure = mark
    return out[::-1]


def _holder(token: int, pairs: list[_Pair]) -> int:
    """Give which of some pairs, which do not overlap, holds a token; -1 for none."""
    at = bisect_right(pairs, token, key=lambda pair: pair.first) - 1
    return at if at >= 0 and token < pairs[at].end else -1
