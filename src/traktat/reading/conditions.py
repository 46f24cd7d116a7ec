"""Clauses that date an act by another still to come: "after instruments are exchanged"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang.calendar import Calendar
from traktat.lang.sentences import Sentence
from traktat.model.dates import OPEN_END, When, one_of
from traktat.model.findings import Step, TimeFinding
from traktat.reading.mentions import DateMention
from traktat.reading.scan import Scan

_BOUNDS = frozenset(',.;:!?…()"“”«»')
_SHORTEST = 3  # tokens: a conjunction and a clause
_LONGEST = 25
_AHEAD = frozenset(("ahead",))
_AFTER = frozenset(("on_condition",))


def conditions(
    page: Scan, calendar: Calendar, today: When | None, known: list[DateMention]
) -> Iterator[DateMention]:
    """Give the "after …" clauses of sentences that look ahead."""
    dated = {mention.first for mention in known}
    for sentence in page.sentences:
        ahead = _first(page, calendar, sentence.first, sentence, _AHEAD)
        at = _first(page, calendar, sentence.first, sentence, _AFTER) if ahead >= 0 else -1
        if at < 0 or at in dated or ahead > at:
            continue
        end = _clause_end(page, at, sentence)
        if end - at < _SHORTEST or any(at < first < end for first in sorted(dated)):
            continue
        span = page.tokens.span(at, end)
        when = None if today is None or today.is_open else one_of(today.first, OPEN_END)
        yield DateMention(
            first=at,
            end=end,
            finding=TimeFinding(
                span=span,
                quote=page.quote(span),
                when=when,
                sense="condition",
                because=(Step("condition", "dates#on_condition", span),),
            ),
        )


def _first(
    page: Scan, calendar: Calendar, start: int, sentence: Sentence, kinds: frozenset[str]
) -> int:
    """Give the first token of a sentence that is a word of some kinds; -1 where there is none."""
    lower = page.tokens.lower
    for at in range(start, sentence.end):
        if calendar.kind_at(lower, at, kinds):
            return at
    return -1


def _clause_end(page: Scan, at: int, sentence: Sentence) -> int:
    end = at + 1
    while end < sentence.end and end - at < _LONGEST and page.tokens.words[end] not in _BOUNDS:
        end += 1
    return end
