"""Datelines: the slug of outlet and place before a report's first words."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.lang.tokens import before_bold
from traktat.model.spans import Span
from traktat.press.sheets import Line, Sheet

DASHES = frozenset("-–—―")
REACH = 16  # tokens: "**JAKARTA, KOMPAS.com** --", "MOSCOW, June 19 (Reuters) -" are shorter
LINES = 8  # furniture and captions may stand above the dateline


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` ends with the dash; `slug` is what it holds; `bracket` what stands in brackets."""

    span: Span
    slug: str
    bracket: str | None
    outlet: str | None


def dateline(sheet: Sheet, lines: list[Line]) -> Dateline | None:
    """Find the dateline in the first lines that are no furniture."""
    for line in lines[:LINES]:
        found = _in_line(sheet, line)
        if found:
            return found
    return None


def _in_line(sheet: Sheet, line: Line) -> Dateline | None:
    words, stop = sheet.tokens.words, min(line.end, line.first + REACH)
    dash = _closing_dash(sheet, line.first, stop)
    bracket = _bracket(words, line.first, dash if dash > 0 else stop)
    if dash < 0:
        return _without_dash(sheet, line, bracket)
    if not _is_slug(words[line.first : dash], bracket):
        return None
    end = dash + 1
    while end < line.end and words[end] in DASHES | {"*"}:
        end += 1
    if end >= line.end:
        return None
    return _made(sheet, line.first, end, dash, bracket)


def _without_dash(sheet: Sheet, line: Line, bracket: tuple[int, int] | None) -> Dateline | None:
    """A slug such as "Washington (CNN) The president …": a short name and a bracket, no dash."""
    if bracket is None or bracket[0] - line.first > 5 or bracket[1] + 1 >= line.end:
        return None
    inside = sheet.tokens.words[bracket[0] + 1 : bracket[1]]
    before = sheet.tokens.words[line.first : bracket[0]]
    known = any(mark.file in ("agencies", "outlets") for mark in sheet.within(*bracket))
    if not known or not inside or not all(w[0].isupper() or not w[0].isalpha() for w in before):
        return None
    return _made(sheet, line.first, bracket[1] + 1, bracket[1] + 1, bracket)


def _closing_dash(sheet: Sheet, first: int, stop: int) -> int:
    """Find the dash that ends a slug: it stands apart, or right behind an outlet's name."""
    tokens, text = sheet.tokens, sheet.text
    for at in range(first + 1, stop):
        if tokens.words[at] not in DASHES:
            continue
        before = text[tokens.ends[at - 1] : tokens.starts[at]]
        after = text[tokens.ends[at] : tokens.ends[at] + 1]
        domain = _is_domain(tokens.words[first:at])
        if (before or domain or tokens.words[at - 1] in "*)") and (
            not after or after.isspace() or after in "-–—*"
        ):
            return at
    return -1


def _is_domain(words: list[str]) -> bool:
    return (
        len(words) >= 3
        and words[-2] == "."
        and words[-1].lower() in ("com", "co", "id", "net", "org")
    )


def _bracket(words: list[str], first: int, stop: int) -> tuple[int, int] | None:
    if "(" not in words[first:stop]:
        return None
    start = words.index("(", first, stop)
    end = next((at for at in range(start, min(len(words), start + 10)) if words[at] == ")"), -1)
    return (start, end) if end > 0 else None


def _is_slug(words: list[str], bracket: tuple[int, int] | None) -> bool:
    """Tell whether words are a slug: names, dates and marks, no running text."""
    if not words or not any(word[0].isalpha() for word in words):
        return False
    first = next(word for word in words if word[0].isalpha())
    small = [
        word
        for word in words
        if word[0].islower() and word.lower() not in ("com", "co", "id", "net")
    ]
    quoted = any(word in '"“”:;?!' for word in words)
    return first[0].isupper() and not quoted and len(small) <= (2 if bracket else 0)


def _made(
    sheet: Sheet, first: int, end: int, dash: int, bracket: tuple[int, int] | None
) -> Dateline:
    tokens = sheet.tokens
    slug = sheet.text[tokens.starts[first] : tokens.ends[dash - 1]].strip("* ")
    inside = None
    if bracket and bracket[1] > bracket[0] + 1:
        inside = sheet.text[tokens.starts[bracket[0] + 1] : tokens.ends[bracket[1] - 1]]
    whole = Span(before_bold(sheet.text, tokens.starts[first]), tokens.ends[end - 1])
    return Dateline(whole, slug, inside, _outlet(sheet, first, end))


def _outlet(sheet: Sheet, first: int, end: int) -> str | None:
    """Give the outlet a slug names: a known one, or an internet domain as printed."""
    for mark in sheet.within(first, end):
        if mark.file == "outlets" and mark.end <= end:
            return sheet.text[sheet.tokens.starts[mark.first] : sheet.tokens.ends[mark.end - 1]]
    words = sheet.tokens.words
    for at in range(first + 1, end - 1):
        if words[at] == "." and _is_domain(words[at - 1 : at + 2]):
            last = at + 1
            while last + 2 < end and words[last + 1] == "." and words[last + 2].lower() == "id":
                last += 2
            return sheet.text[sheet.tokens.starts[at - 1] : sheet.tokens.ends[last]]
    return None
