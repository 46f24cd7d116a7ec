"""Lists of other reports: a heading of the page ("Most read") and the headlines below it."""

from __future__ import annotations

from traktat.press.sheets import Line, Sheet

MOST = 8  # headlines between a heading of the page and the report that goes on
HEADLINE = 25  # words of the longest headline
BRIEF = 5  # words of a line that may end in a stop and still be a headline
STOPS = frozenset('.!?"”')


def list_end(sheet: Sheet, line: Line) -> int:
    """Give the line before which the list under a heading ends; 0 where none begins.

    The list runs to the end of the page, or to the next line that reads as prose.
    """
    if not _heads_list(sheet, line):
        return 0
    at = line.index + 1
    while at < len(sheet.lines) and not is_prose(sheet, sheet.lines[at]):
        at += 1
    if at < len(sheet.lines) and at - line.index - 1 > MOST:
        return 0
    return at


def _heads_list(sheet: Sheet, line: Line) -> bool:
    for mark in sheet.within(line.first, line.first + 1):
        if sheet.setting(mark, "at") == "list" and line.words <= mark.end - mark.first:
            return True
    return False


def is_prose(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line reads as a sentence or more, and not as a headline."""
    words = sheet.tokens.words
    closed = words[line.end - 1] in STOPS and line.words > BRIEF
    return closed or line.words > HEADLINE
