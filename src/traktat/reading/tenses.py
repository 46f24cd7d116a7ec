"""Whether a clause looks back or ahead at a date that stands in it."""

from __future__ import annotations

from traktat.lang.calendar import Calendar
from traktat.lang.dates import Expression
from traktat.lang.resolution import FUTURE, PAST, UNKNOWN
from traktat.lang.sentences import Sentence
from traktat.reading.scan import Scan

_CUES = frozenset(("behind", "ahead"))
_TENSE = {"behind": PAST, "ahead": FUTURE}
_REACH_BACK = 30  # tokens: a verb further off governs another clause
_REACH_ON = 14
_BOUNDS = frozenset(";")


def tense_of(found: Expression, sentence: Sentence, page: Scan, calendar: Calendar) -> int:
    """Tell whether the clause of a date looks back (-1) or ahead (1); 0 where nothing tells.

    The nearest cue before the date decides; only without one do the words behind it count. A
    date right beside an event ("April elections") is that of the event, whatever the verb says.
    """
    lower = page.tokens.lower
    if found.first > sentence.first and calendar.is_a(lower[found.first - 1], "ahead_lead"):
        return FUTURE
    if _beside_event(found, sentence, lower, calendar):
        return UNKNOWN
    stop = max(sentence.first, found.first - _REACH_BACK)
    for at in range(found.first - 1, stop - 1, -1):
        if lower[at] in _BOUNDS:
            break
        cue = _cue(at, page, calendar, sentence)
        if cue and not (cue == "behind" and calendar.is_a(lower[at - 1], "auxiliary")):
            return _TENSE[cue]
    return _ahead_in(found, sentence, page, calendar)


def _beside_event(
    found: Expression, sentence: Sentence, lower: list[str], calendar: Calendar
) -> bool:
    """Tell whether an event stands right behind a date, or before it and a preposition."""
    near = [*range(max(sentence.first, found.first - 2), found.first)]
    near += [found.end] if found.end < sentence.end else []
    return any(calendar.is_a(lower[at], "event") for at in near)


def _ahead_in(found: Expression, sentence: Sentence, page: Scan, calendar: Calendar) -> int:
    """Tell the tense by the words behind a date, up to the end of its clause.

    A comma right behind the date does not end it: "On March 3, they met".
    """
    lower = page.tokens.lower
    for at in range(found.end, min(sentence.end, found.end + _REACH_ON)):
        if lower[at] == "," and at > found.end:
            break
        if calendar.is_a(lower[at], "subclause") or _joins_clauses(at, page, calendar):
            break
        cue = _cue(at, page, calendar, sentence)
        if cue:
            return _TENSE[cue]
    return UNKNOWN


def _joins_clauses(at: int, page: Scan, calendar: Calendar) -> bool:
    """Tell whether "and" leads to another clause rather than to another name or date."""
    words = page.tokens.words
    return (
        calendar.is_a(page.tokens.lower[at], "and")
        and at + 1 < len(words)
        and words[at + 1][0].islower()
    )


def _cue(at: int, page: Scan, calendar: Calendar, sentence: Sentence) -> str:
    """Give the cue at a token; a capitalized word inside a sentence is a name ("United")."""
    cue = calendar.kind_at(page.tokens.lower, at, _CUES)
    if cue and at > sentence.first and page.tokens.words[at][0].isupper():
        return ""
    return cue
