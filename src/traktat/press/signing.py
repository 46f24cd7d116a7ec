"""Sources that sign a report at its end: "— AFP", "(Reuters)", "AFP/Antara", "(rtr/rin-45)".

Writers and editors may sign beside them, by name or by a few letters; they are no sources.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.reports import Origin
from traktat.model.spans import Span
from traktat.press.media import canonical, media_in, organ_of
from traktat.press.sheets import Line, Sheet

LAST = 3  # lines among which a report is signed
MOST = 12  # tokens of a line that signs, or of the end of one
STAFF = 4  # letters with which somebody of the staff signs: "rin", "hm"
TITLED = 5  # words of "Source Nari Courier" where the colon was lost
OPENERS = frozenset("-–—([/|")
"""Marks before a source that signs in the last line of the report itself."""

_APART = frozenset(")].,;&*_\\:")
_MARKS = OPENERS | _APART
_STOPS = frozenset('.!?"”»)')
_PARTS = frozenset("/,|;")
_SEVERAL = 2  # media in brackets that make no byline: "(Rtr/AFP/lm)"


def signed(sheet: Sheet, hidden: Container[Span] = ()) -> Iterator[Origin]:
    """List the media that sign a report: in a line of their own, or behind its last full stop.

    Furniture, whose spans are `hidden`, may follow the signature.
    """
    for line in _last_lines(sheet, hidden):
        yield from _by_line(sheet, line)
    for mark in sheet.marks:
        if sheet.setting(mark, "at") == "source-line":
            yield from _by_title(sheet, mark)


def is_signature(sheet: Sheet, line: Line) -> bool:
    """Tell whether a whole line only names the media, and who else, a report is from."""
    words = sheet.tokens.words[line.first : line.end]
    least = 1 if "|" in words else _SEVERAL if words[:1] == ["("] and "/" in words else 0
    if not least or not _alone(sheet, line):
        return False
    return sum(1 for _ in _beside_staff(sheet, line.first, line.end)) >= least


def _last_lines(sheet: Sheet, hidden: Container[Span]) -> list[Line]:
    last: list[Line] = []
    for at in range(len(sheet.lines) - 1, -1, -1):
        if len(last) == LAST:
            break
        if sheet.lines[at].words and sheet.lines[at].span not in hidden:
            last.append(sheet.lines[at])
    return last[::-1]


def _alone(sheet: Sheet, line: Line) -> bool:
    return line.end - line.first <= MOST


def _by_line(sheet: Sheet, line: Line) -> list[Origin]:
    if _alone(sheet, line):
        found = list(_signing(sheet, line.first, line.end))
        found = found or list(_beside_staff(sheet, line.first, line.end))
        if found:
            return found
    start = _behind_stop(sheet, line)
    found = list(_signing(sheet, start, line.end))
    return found or list(_beside_staff(sheet, start, line.end))


def _by_title(sheet: Sheet, mark: Mark) -> Iterator[Origin]:
    """Give the media of a line "Source Reuters", of which no word is left over."""
    start = sheet.tokens.starts[mark.first]
    for line in sheet.lines:
        if line.span.start == start and line.words <= TITLED:
            yield from _signing(sheet, mark.end, line.end)


def _behind_stop(sheet: Sheet, line: Line) -> int:
    """Give where a signature begins behind the last sentence of a line; its end if nowhere."""
    words = sheet.tokens.words
    joining = sheet.pack.words("press", "credit-signing")
    for at in range(line.end - 1, max(line.first, line.end - MOST), -1):
        bracket = words[at] in "([" and any(w in ")]" for w in words[at : line.end])
        if words[at] in OPENERS and (bracket or words[at - 1] in _STOPS):
            return at
        opens = words[at][0].isupper() or words[at].lower() in joining
        if opens and words[at - 1] in _STOPS:
            return at
    return line.end


def _signing(sheet: Sheet, first: int, end: int) -> Iterator[Origin]:
    """Give the media of a stretch that holds nothing but them and what joins them."""
    words, lower = sheet.tokens.words, sheet.tokens.lower
    media = [mark for mark in media_in(sheet, sheet.within(first, end)) if mark.end <= end]
    covered = {at for mark in media for at in range(mark.first, mark.end)}
    joining = sheet.pack.words("press", "credit-signing")
    if not media or any(
        at not in covered and words[at] not in _MARKS and lower[at] not in joining
        for at in range(first, end)
    ):
        return
    for mark in media:
        yield _origin(sheet, canonical(mark), mark.first, mark.end)


def _beside_staff(sheet: Sheet, first: int, end: int) -> Iterator[Origin]:
    """Give the media of a list in which the others are names or letters of the staff.

    The parts stand apart by slashes, bars or commas: "(AFP/Lena Moss)", "LENA MOSS | AFP".
    Letters for an agency ("rtr") count only in brackets.
    """
    words = sheet.tokens.words
    while end > first and words[end - 1] in ".*_":
        end -= 1
    bracket = end - first > 2 and words[first] in "([" and words[end - 1] in ")]"
    if bracket:
        first, end = first + 1, end - 1
    barred = any(words[at] in "/|" for at in range(first, end))
    parts = list(_parts(sheet, first, end))
    if not parts or not (bracket or (barred and len(parts) > 1)):
        return
    names = [_medium(sheet, *part, letters=bracket) for part in parts]
    if any(names) and all(n or _is_staff(sheet, *p) for n, p in zip(names, parts, strict=True)):
        for name, part in zip(names, parts, strict=True):
            if name:
                yield _origin(sheet, name, *part)


def _parts(sheet: Sheet, first: int, end: int) -> Iterator[tuple[int, int]]:
    start = first
    for at in range(first, end + 1):
        if at == end or sheet.tokens.words[at] in _PARTS:
            if at > start:
                yield start, at
            start = at + 1


def _medium(sheet: Sheet, first: int, end: int, *, letters: bool) -> str:
    """Give the medium a part of a signature names, by its name or by letters; "" if none."""
    for mark in media_in(sheet, sheet.within(first, end)):
        if mark.first == first and mark.end == end:
            return canonical(mark)
    return _letters().get(sheet.tokens.lower[first], "") if letters else ""


def _is_staff(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether a part is a name, a few letters, or the place in print: "Lena Moss", "A-1"."""
    words = [word for word in sheet.tokens.words[first:end] if word[0].isalnum()]
    small = [word for word in words if word[0].islower()]
    return len(words) <= STAFF and (
        not small or (len(words) - len(small) <= 1 and all(len(word) <= STAFF for word in small))
    )


def _origin(sheet: Sheet, name: str, first: int, end: int) -> Origin:
    return Origin(name=name, span=sheet.tokens.span(first, end), organ_of=organ_of(name))


@cache
def _letters() -> Mapping[str, str]:
    """Give agencies by the letters with which a desk signs their reports."""
    rows = table("agencies").items()
    return {letters: key for key, entry in rows for letters in entry.get("letters", ())}
