"""Dates of a report, resolved against the day they count from."""

from __future__ import annotations

from traktat.lang.calendar import calendar_of
from traktat.lang.dates import Expression, expressions
from traktat.lang.resolution import Reference, resolve
from traktat.model.dates import When
from traktat.model.findings import DateFinding, Step
from traktat.model.issues import Issue
from traktat.reading.mentions import DateMention, Dates, Quotations, Row
from traktat.reading.scan import Scan


def read_dates(page: Scan, quotations: Quotations) -> tuple[Dates, tuple[Issue, ...]]:
    """Find dates and other times, and say which of them do not agree with themselves."""
    calendar = calendar_of(page.pack)
    mentions: list[DateMention] = []
    spoken_of: When | None = None
    for sentence in page.sentences:
        for found in expressions(page.text, page.tokens, calendar, sentence.first, sentence.end):
            when = resolve(found.shape, Reference(today=page.report.published, spoken_of=spoken_of))
            if when is not None:
                mentions.append(_mention(page, found, when))
                spoken_of = when
    return Row(tuple(mentions)), ()


def _mention(page: Scan, found: Expression, when: When) -> DateMention:
    anchor = "context" if found.shape.context else "published"
    finding = DateFinding(
        span=found.span,
        quote=page.quote(found.span),
        when=when,
        anchor="explicit" if found.shape.is_explicit else anchor,
        because=(Step(found.reads, found.entry, found.span),),
    )
    return DateMention(first=found.first, end=found.end, finding=finding)
