"""Stamps: the lines above a report in which the page prints its own day, and often its hour.

A stamp holds a full date and nothing that reads as a sentence: "Senin, 4 Mei 2020 | 14:05 WIB |
LAPORAN: A B", "Nari Courier, May 4, 2020". With an hour it may hold names and words of the page
as well; a bare date counts only if no other line holds one, for then it heads a chronology.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from itertools import islice

from traktat.lang.calendar import calendar_of
from traktat.lang.dates import Expression, expressions
from traktat.lang.resolution import resolve
from traktat.model.spans import Span
from traktat.press.media import media_in
from traktat.press.sheets import Line, Sheet

HEAD = 14  # lines above and among the first of a report where a page prints its day
LONG = 18  # words of a line that is longer than any stamp
BRIEF = 4  # letters of words that stand beside an hour: "at", "WIB", "by"
HEADS = 3  # lines with a bare date from which they head a chronology
TAIL = 3  # tokens between a date and its hour, or behind a bare date
CENTURIES = ("19", "20")
APART = frozenset(",|-–—•·:/.()*_#>")


def is_stamp(sheet: Sheet, line: Line) -> bool:
    """Tell whether a line in the head of a text is a stamp, and none of a chronology's heads."""
    found = stamped(sheet, line)
    return found is not None and (found[1] or not _is_chronology(sheet))


def day_of_stamps(sheet: Sheet, others: Container[Span] = ()) -> date | None:
    """Give the day the first stamp tells; an hour beside it counts more than where it stands.

    The lines of `others`, which point to other reports, tell nothing.
    """
    bare: list[date] = []
    for line in sheet.lines[:HEAD]:
        found = None if line.span in others else stamped(sheet, line)
        if found and found[1]:
            return found[0]
        bare += [found[0]] if found else []
    if len(bare) == 1 and _is_only_date(sheet):
        return bare[0]
    return next(_told(sheet, others), None)


def _told(sheet: Sheet, others: Container[Span]) -> Iterator[date]:
    """Give the days of lines that say so anywhere: "Published in Nari Courier, May 4, 2020"."""
    opening = {
        sheet.tokens.starts[mark.first]
        for mark in sheet.marks
        if sheet.setting(mark, "at") == "stamp"
    }
    for line in sheet.lines if opening else ():
        day = full_day(sheet, line) if line.span.start in opening else None
        if day is not None and line.span not in others:
            yield day


def full_day(sheet: Sheet, line: Line) -> date | None:
    """Give the one full date of a short line that reads as no sentence."""
    if line.words > LONG or not _names_year(sheet, line):
        return None
    found = [one for one in _dates(sheet, line) if named_day(one)]
    return named_day(found[0]) if found and _is_apart(sheet, line, found) else None


def stamped(sheet: Sheet, line: Line) -> tuple[date, bool] | None:
    """Give the day a stamp tells, and whether the hour as well; None where a line is none."""
    if line.index >= HEAD or line.words > LONG or not _names_year(sheet, line):
        return None
    found = [one for one in _dates(sheet, line) if named_day(one)]
    if not found or not _is_apart(sheet, line, found):
        return None
    hour = _has_hour(sheet, line, found[0])
    if not hour and not _is_bare(sheet, line, found[0]):
        return None
    day = named_day(found[0])
    return (day, hour) if day else None


def _names_year(sheet: Sheet, line: Line) -> bool:
    words = sheet.tokens.words[line.first : line.end]
    return any(len(w) == 4 and w.isdigit() and w[:2] in CENTURIES for w in words)


def _dates(sheet: Sheet, line: Line) -> list[Expression]:
    calendar = calendar_of(sheet.pack)
    return expressions(sheet.text, sheet.tokens, calendar, line.first, line.end)


def named_day(item: Expression) -> date | None:
    """Give the day of an expression that names day, month and year."""
    shape = item.shape
    if shape.year is None or shape.month is None or shape.day is None or shape.until:
        return None
    when = resolve(shape)
    return when.first if when and when.is_day else None


def _has_hour(sheet: Sheet, line: Line, item: Expression) -> bool:
    """Tell whether an hour with its minutes stands right behind a date: "2020, 14:05 WIB"."""
    words, stop = sheet.tokens.words, min(line.end - 2, item.end + TAIL)
    return any(
        words[at].isdigit()
        and len(words[at]) <= 2
        and words[at + 1] in ":."
        and len(words[at + 2]) == 2
        and words[at + 2].isdigit()
        for at in range(item.end, stop + 1)
    )


def _is_bare(sheet: Sheet, line: Line, item: Expression) -> bool:
    """Tell whether a line holds but a date, or the name of a medium and a date."""
    if line.end - item.end > TAIL:
        return False
    before = sheet.within(line.first, item.first)
    covered = {at for mark in media_in(sheet, before) for at in range(mark.first, mark.end)}
    words = sheet.tokens.words
    behind = all(words[at] in APART for at in range(item.end, line.end))
    return behind and all(
        at in covered or words[at] in APART for at in range(line.first, item.first)
    )


def _is_apart(sheet: Sheet, line: Line, found: list[Expression]) -> bool:
    """Tell whether no word outside the dates reads as one of a sentence.

    Names are capitalized, words of the page and of the calendar known, those of an hour brief.
    """
    words, lower = sheet.tokens.words, sheet.tokens.lower
    if words[line.end - 1] in ".?!" and not words[line.end - 2].isdigit():
        return False
    calendar = calendar_of(sheet.pack).words
    covered = {at for one in found for at in range(one.first, one.end)}
    marks = sheet.within(line.first, line.end)
    covered |= {at for mark in marks if mark.file != "states" for at in range(mark.first, mark.end)}
    return all(
        at in covered
        or not words[at][0].islower()
        or lower[at] in calendar
        or (len(words[at]) <= BRIEF and at > found[0].end)
        for at in range(line.first, line.end)
    )


def _is_only_date(sheet: Sheet) -> bool:
    """Tell whether one line alone, of all that are short, is but a date."""
    bare = _bare_lines(sheet)
    return next(bare, None) is not None and next(bare, None) is None


def _is_chronology(sheet: Sheet) -> bool:
    """Tell whether several lines are but a date: each heads what happened on it."""
    return sum(1 for _ in islice(_bare_lines(sheet), HEADS)) == HEADS


def _bare_lines(sheet: Sheet) -> Iterator[Line]:
    for line in sheet.lines:
        if line.words <= TAIL + 2 and _names_year(sheet, line):
            found = _dates(sheet, line)
            if found and named_day(found[0]) and _is_bare(sheet, line, found[0]):
                yield line
