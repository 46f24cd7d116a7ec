"""Whether a clause looks back or ahead at a date that stands in it."""

from __future__ import annotations

from traktat.lang.calendar import Calendar
from traktat.lang.dates import Expression
from traktat.lang.resolution import FUTURE, PAST, UNKNOWN
from traktat.lang.sentences import Sentence
from traktat.reading.scan import Scan

_CUES = frozenset(("behind", "ahead"))
_WISHES = frozenset(("wished",))
_TENSE = {"behind": PAST, "ahead": FUTURE}
_REACH_BACK = 30  # tokens: a verb further off governs another clause
_REACH_ON = 14
_PREPOSITION = 2  # tokens between a comma and the date it sets off
_POSSESSIVES = ("'", "’")
_BOUNDS = frozenset(";")
_QUOTES = frozenset("\"“‘'«")


def tense_of(found: Expression, sentence: Sentence, page: Scan, calendar: Calendar) -> int:
    """Tell whether the clause of a date looks back (-1) or ahead (1); 0 where nothing tells.

    The nearest cue before the date decides; only without one do the words behind it count. A
    date right beside an event ("April elections") is that of the event, so that no verb in the
    past holds for it, and one that owns something ("Friday's deal") takes no tense at all. Where
    a language always marks what is to come, a clause without a mark looks back.
    """
    lower = page.tokens.lower
    before = lower[found.first - 1] if found.first > sentence.first else ""
    if calendar.is_a(before, "behind_lead"):
        return PAST
    if _owns(found, page):
        return UNKNOWN
    until = calendar.is_a(before, "ahead_lead")
    tense = _behind_in(found, sentence, page, calendar)
    if until and (tense != PAST or found.shape.month is None):
        return FUTURE
    if until or _beside_event(found, sentence, lower, calendar):
        return FUTURE if tense == FUTURE else UNKNOWN
    if not tense or _opens_clause(found, sentence, page, calendar):
        tense = _ahead_in(found, sentence, page, calendar) or tense
    return tense or (PAST if calendar.marks_future else UNKNOWN)


def _opens_clause(found: Expression, sentence: Sentence, page: Scan, calendar: Calendar) -> bool:
    """Tell whether a date stands between commas: "then, on Thursday, parliament will vote".

    Behind a verb of saying it dates the saying: "the minister said, Friday, it will".
    """
    lower, before = page.tokens.lower, found.first - 1
    while before > found.first - _PREPOSITION - 1 and before > sentence.first:
        if lower[before] == ",":
            said = calendar.kind_at(lower, before - 1, _CUES) == "behind"
            return not said and found.end < sentence.end and lower[found.end] == ","
        before -= 1
    return False


def _owns(found: Expression, page: Scan) -> bool:
    """Tell whether a possessive hangs on a date."""
    return page.text[found.span.end : found.span.end + 1] in _POSSESSIVES


def _behind_in(found: Expression, sentence: Sentence, page: Scan, calendar: Calendar) -> int:
    """Tell the tense by the nearest cue before a date; a wish holds in its own clause."""
    lower, clause = page.tokens.lower, found.first
    wishes = _WISHES if lower[found.first - 1] != "," else frozenset[str]()  # the day of saying
    stop = max(sentence.first, found.first - _REACH_BACK)
    for at in range(found.first - 1, stop - 1, -1):
        if lower[at] in _BOUNDS:
            break
        cue = _cue(at, page, calendar, sentence)
        if cue and not (cue == "behind" and calendar.is_a(lower[at - 1], "auxiliary")):
            return _TENSE[cue]
        if clause in (at + 1, found.first) and calendar.kind_at(lower, at, wishes):
            return FUTURE  # "berharap agar pakta itu diteken pada Juni"
        clause = at if calendar.is_a(lower[at], "subclause") else clause
    return UNKNOWN


def _beside_event(
    found: Expression, sentence: Sentence, lower: list[str], calendar: Calendar
) -> bool:
    """Tell whether an event stands within two words before or behind a date."""
    near = (
        *range(max(sentence.first, found.first - 2), found.first),
        *range(found.end, min(sentence.end, found.end + 2)),
    )
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
    words = page.tokens.words
    opens = at == sentence.first or words[at - 1] in _QUOTES
    return "" if cue and not opens and words[at][0].isupper() else cue
