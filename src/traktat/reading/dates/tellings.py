"""Days that a report names outside quotations: of events, of telling, of passing something on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from traktat.lang.calendar import Calendar
from traktat.lang.dates import Expression
from traktat.lang.resolution import FUTURE, Reference, resolve
from traktat.lang.sentences import Sentence
from traktat.model.dates import When
from traktat.model.spans import Span
from traktat.reading.dates.tenses import tense_of
from traktat.reading.mentions import Quotation
from traktat.reading.scan import Scan

_CLOSE = 4  # tokens between a verb of saying and a date without a weekday that dates it
_CREDIT = 8  # tokens between a word that passes something on and its date
_LAG = timedelta(days=1)  # how far a stated day of publication may be behind the text
_RELAYED = frozenset(("relayed",))


@dataclass(slots=True)
class Found:
    """An expression of time, the sentence it stands in, and the quotation around it, if any."""

    expression: Expression
    sentence: Sentence
    quotation: Quotation | None


@dataclass(slots=True)
class Dated:
    """A day that a report names outside quotations, and how.

    `explicit` with its year, `told` as the day of saying something, `relayed` as that of passing
    it on, `named` with its weekday.
    """

    token: int
    span: Span
    day: date
    sentence: Sentence
    explicit: bool
    told: bool
    relayed: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Tellings:
    """The days a report names, in the order of the text."""

    days: tuple[Dated, ...] = ()

    def in_sentences(self, first: int, last: int) -> tuple[Dated, ...]:
        """List those in the sentences from one index to another, both counted."""
        start = bisect_left(self.days, first, key=lambda dated: dated.sentence.index)
        return self.days[start : bisect_right(self.days, last, key=lambda d: d.sentence.index)]

    def in_paragraphs(self, first: int, last: int) -> tuple[Dated, ...]:
        """List those in the paragraphs from one number to another, both counted."""
        start = bisect_left(self.days, first, key=lambda dated: dated.sentence.paragraph)
        return self.days[start : bisect_right(self.days, last, key=lambda d: d.sentence.paragraph)]


def tellings(
    page: Scan, calendar: Calendar, found: list[Found], published: When | None
) -> Tellings:
    """Find the days named outside quotations that do not lie ahead."""
    return Tellings(tuple(_dated_days(page, calendar, found, published)))


def _dated_days(
    page: Scan, calendar: Calendar, found: list[Found], published: When | None
) -> Iterator[Dated]:
    for item in found:
        shape = item.expression.shape
        if item.quotation is not None or shape.sense or shape.context or shape.until:
            continue
        if shape.day is None and shape.weekday is None and shape.unit != "day":
            continue
        tense = 0 if shape.is_full_day else tense_of(item.expression, item.sentence, page, calendar)
        when = resolve(shape, Reference(today=published, tense=tense))
        if when is None or not when.is_day or when.is_open or tense == FUTURE:
            continue
        if published is not None and not published.is_open and when.first > published.last + _LAG:
            continue
        yield Dated(
            item.expression.first,
            item.expression.span,
            when.first,
            item.sentence,
            shape.is_full_day,
            _is_telling(item, page),
            _is_relayed(item, page, calendar),
            shape.weekday is not None,
        )


def _is_telling(found: Found, page: Scan) -> bool:
    """Tell whether a date is the day of saying something: beside a verb of saying, or a weekday."""
    expression = found.expression
    marks = page.marks.of("statements", found.sentence)
    if expression.shape.weekday is not None or expression.shape.unit is not None:
        return bool(marks)
    return any(expression.first - _CLOSE <= mark.first < expression.end + _CLOSE for mark in marks)


def _is_relayed(found: Found, page: Scan, calendar: Calendar) -> bool:
    """Tell whether a date is that of passing something on: "dilansir Antara, Senin (14/7/2025)"."""
    first = found.expression.first
    start = max(found.sentence.first, first - _CREDIT)
    return any(calendar.kind_at(page.tokens.lower, at, _RELAYED) for at in range(start, first))
