"""Clauses that date an act by another still to come: "after instruments are exchanged"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang.calendar import Calendar
from traktat.lang.places import first_from
from traktat.lang.sentences import Sentence
from traktat.model.dates import OPEN_END, When, one_of
from traktat.model.findings import Step, TimeFinding
from traktat.reading.mentions import DateMention
from traktat.reading.scan import Scan

_BOUNDS = frozenset(',.;:!?…()"“”«»')
_SHORTEST = 3  # tokens: a conjunction and a clause
_LONGEST = 25
_AHEAD = frozenset(("ahead",))
_BEHIND = frozenset(("behind",))
_AFTER = frozenset(("on_condition",))


def conditions(
    page: Scan, calendar: Calendar, today: When | None, known: list[DateMention]
) -> Iterator[DateMention]:
    """Give the "after …" clauses of sentences that look ahead."""
    lower, firsts = page.tokens.lower, calendar.firsts("on_condition")
    dated = sorted(mention.first for mention in known)
    for sentence in page.sentences:
        at = next((at for at in range(sentence.first, sentence.end) if lower[at] in firsts), -1)
        if at < 0 or not calendar.kind_at(lower, at, _AFTER):
            continue
        end = _clause_end(page, at, sentence)
        if (
            end - at >= _SHORTEST
            and first_from(dated, end) == first_from(dated, at)
            and _any(page, calendar, sentence.first, at, _AHEAD)
            and not _any(page, calendar, at + 1, end, _BEHIND)
        ):
            yield _condition(page, at, end, today)


def _condition(page: Scan, at: int, end: int, today: When | None) -> DateMention:
    span = page.tokens.span(at, end)
    finding = TimeFinding(
        span=span,
        quote=page.quote(span),
        when=None if today is None or today.is_open else one_of(today.first, OPEN_END),
        sense="condition",
        because=(Step("condition", "dates#on_condition", span),),
    )
    return DateMention(first=at, end=end, finding=finding)


def _any(page: Scan, calendar: Calendar, first: int, end: int, kinds: frozenset[str]) -> bool:
    """Tell whether some tokens hold a word of some kinds."""
    lower = page.tokens.lower
    return any(calendar.kind_at(lower, at, kinds) for at in range(first, end))


def _clause_end(page: Scan, at: int, sentence: Sentence) -> int:
    end = at + 1
    while end < sentence.end and end - at < _LONGEST and page.tokens.words[end] not in _BOUNDS:
        end += 1
    return end
