"""Sources that sign a report at its end: "— AFP", "(Reuters)", "AFP/Antara"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.model.reports import Origin
from traktat.press.media import canonical, media_in, organ_of
from traktat.press.sheets import Line, Sheet

LAST = 3  # lines among which a report is signed
MOST = 10  # tokens of a line that signs, or of the end of one
OPENERS = frozenset("-–—([/|")
"""Marks before a source that signs in the last line of the report itself."""

_MARKS = OPENERS | frozenset(")].,;&*_\\:")
_STOPS = frozenset('.!?"”»)')


def signed(sheet: Sheet) -> Iterator[Origin]:
    """List the media that sign a report: in a line of their own, or behind its last full stop."""
    last = [line for line in sheet.lines if line.words][-LAST:]
    for line in last:
        alone = line.end - line.first <= MOST
        found = list(_signing(sheet, line.first, line.end)) if alone else []
        yield from found or _signing(sheet, _behind_stop(sheet, line), line.end)


def _behind_stop(sheet: Sheet, line: Line) -> int:
    """Give where a signature begins behind the last sentence of a line; its end if nowhere."""
    words = sheet.tokens.words
    for at in range(line.end - 1, max(line.first, line.end - MOST), -1):
        bracket = words[at] == "(" and ")" in words[at : line.end]
        if words[at] in OPENERS and (bracket or words[at - 1] in _STOPS):
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
        name = canonical(mark)
        span = sheet.tokens.span(mark.first, mark.end)
        yield Origin(name=name, span=span, organ_of=organ_of(name))
