"""Dates of a report, resolved against the day they count from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from traktat.lang.calendar import Calendar, calendar_of
from traktat.lang.dates import Expression, times
from traktat.lang.resolution import Reference, resolve
from traktat.lang.shapes import Shape
from traktat.model.dates import When
from traktat.model.findings import DateFinding, Step, TimeFinding
from traktat.model.issues import Issue
from traktat.reading.anchors import Anchor, Anchors, Found, dated_days, day_of_reading
from traktat.reading.conditions import conditions
from traktat.reading.mentions import DateMention, Dates, Quotation, Quotations, Row
from traktat.reading.misfits import weekday_doubts, without_impossible_day
from traktat.reading.scan import Scan
from traktat.reading.tenses import tense_of
from traktat.reading.times import bounds_of

_REMEMBERED = 6  # dates back that "that year" or "three days later" may still count from
_VAGUE_STRETCHES = frozenset(("month", "year", "decade", "century"))
_FINE = {"day": 1, "week": 7, "month": 31}


def read_dates(page: Scan, quotations: Quotations) -> tuple[Dates, tuple[Issue, ...]]:
    """Find dates and other times, and say which of them do not agree with themselves."""
    calendar = calendar_of(page.pack)
    found = _find(page, quotations, calendar)
    today, issues = day_of_reading(page, calendar, found)
    anchors = Anchors(page, calendar, found, quotations, today, list(issues))
    anchors.dated = list(dated_days(page, calendar, found, today))
    reader = _Reader(page, calendar, anchors)
    mentions = [mention for item in found if (mention := reader.read(item)) is not None]
    mentions += conditions(page, calendar, today, mentions)
    mentions.sort(key=lambda mention: (mention.first, mention.end))
    return Row(tuple(mentions)), tuple(anchors.issues)


def _find(page: Scan, quotations: Quotations, calendar: Calendar) -> list[Found]:
    """List every expression of time with its sentence and the quotation around it."""
    starts = [quotation.first for quotation in quotations.items]
    out = []
    for sentence in page.sentences:
        for found in times(page.text, page.tokens, calendar, sentence.first, sentence.end):
            at = bisect_right(starts, found.first) - 1
            inside = at >= 0 and found.first < quotations.items[at].end
            around: Quotation | None = quotations.items[at] if inside else None
            out.append(Found(found, sentence, around))
    return out


@dataclass(slots=True)
class _Reader:
    """Resolves the expressions of a report in text order, remembering what was spoken of."""

    page: Scan
    calendar: Calendar
    anchors: Anchors
    spoken_of: list[tuple[Found, When]] = field(default_factory=list)

    def read(self, found: Found) -> DateMention | None:
        """Give the mention of an expression; None where its value cannot be known."""
        shape = found.expression.shape
        if shape.loose_in_speech and found.quotation is not None and not shape.daytime:
            shape = Shape(sense="recent")
        elif shape.unit in _VAGUE_STRETCHES and shape.stretch:
            shape = replace(shape, sense="stretch")
        if shape.sense:
            return self._time(found, shape)
        if not shape.until:
            shape, doubts = without_impossible_day(found.expression)
            self.anchors.issues += doubts
        anchor = self._anchor(found, shape)
        if anchor.today is None and shape.month is not None and not shape.is_explicit:
            shape = self._with_year_from_elsewhere(found, shape)
            anchor = anchor._replace(name="context")
        when = self._resolve(found, shape, anchor)
        if when is None:
            return None
        self.spoken_of = [*self.spoken_of[-_REMEMBERED:], (found, when)]
        self.anchors.issues += weekday_doubts(found.expression, when)
        return self._mention(found.expression, when, anchor.name)

    def _anchor(self, found: Found, shape: Shape) -> Anchor:
        if shape.is_explicit:
            return Anchor(None, "explicit")
        if shape.context:
            return Anchor(None, "context")
        return self.anchors.of(found)

    def _resolve(self, found: Found, shape: Shape, anchor: Anchor) -> When | None:
        tense = 0
        if not shape.is_explicit and shape.unit is None:
            tense = tense_of(found.expression, found.sentence, self.page, self.calendar)
        before = self._before(found, shape) if shape.context else None
        return resolve(shape, Reference(today=anchor.today, spoken_of=before, tense=tense))

    def _with_year_from_elsewhere(self, found: Found, shape: Shape) -> Shape:
        """Give a month the year it has elsewhere in a report that tells no day of its own."""
        same = [
            item
            for item in self.anchors.found
            if item.expression.shape.month == shape.month and item.expression.shape.year
        ]
        if not same:
            return shape
        first = found.expression.first
        nearest = min(same, key=lambda item: abs(item.expression.first - first))
        return replace(shape, year=nearest.expression.shape.year)

    def _before(self, found: Found, shape: Shape) -> When | None:
        """Give the last date before that is fine enough to count the unit from."""
        longest = _FINE.get(shape.unit or "", 366)
        for item, when in reversed(self.spoken_of):
            if found.sentence.paragraph - item.sentence.paragraph > 1:
                return None
            if when.days <= longest:
                return when
        return None

    def _time(self, found: Found, shape: Shape) -> DateMention:
        last = self.spoken_of[-1][1] if self.spoken_of else None
        today = self.anchors.of(found).today
        if shape.sense == "stretch":
            when = resolve(replace(shape, sense=""), Reference(today=today))
        else:
            when = bounds_of(shape, today, last)
        finding = TimeFinding(
            span=found.expression.span,
            quote=self.page.quote(found.expression.span),
            when=when,
            sense=shape.sense,
            because=_because(found.expression),
        )
        return DateMention(first=found.expression.first, end=found.expression.end, finding=finding)

    def _mention(self, found: Expression, when: When, anchor: str) -> DateMention:
        finding = DateFinding(
            span=found.span,
            quote=self.page.quote(found.span),
            when=when,
            anchor=anchor,
            because=_because(found),
        )
        return DateMention(first=found.first, end=found.end, finding=finding)


def _because(found: Expression) -> tuple[Step, ...]:
    return (Step(found.reads, found.entry, found.span),)
