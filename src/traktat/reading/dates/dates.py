"""Dates of a report, resolved against the day they count from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from traktat.lang.calendar import Calendar, calendar_of
from traktat.lang.dates import Expression, beginnings, times_from
from traktat.lang.pieces import Pieces
from traktat.lang.places import first_from
from traktat.lang.resolution import Reference, resolve
from traktat.lang.shapes import Shape
from traktat.model.dates import When, on
from traktat.model.findings import DateFinding, Step, TimeFinding
from traktat.model.issues import Issue
from traktat.model.spans import Span
from traktat.reading.dates.anchors import Anchor, Anchors, day_of_reading
from traktat.reading.dates.conditions import conditions
from traktat.reading.dates.misfits import weekday_doubts, without_impossible_day
from traktat.reading.dates.tellings import Found, tellings
from traktat.reading.dates.tenses import tense_of
from traktat.reading.dates.times import bounds_of
from traktat.reading.dates.weekends import WEEKENDS, weekend_told
from traktat.reading.dates.years import (
    Dating,
    Months,
    by_weekday,
    from_elsewhere,
    from_paragraph,
    from_sentence,
    months_with_years,
)
from traktat.reading.mentions import DateMention, Dates, Quotation, Quotations, Row
from traktat.reading.scan import Scan

_REMEMBERED = 6  # dates back that "that year" or "three days later" may still count from
_TITLE, _SMALL = 6, 2  # words of a title; letters up to which one may be small
_MEETING = 14  # days of a stretch from whose end days are counted: "18-19 May … a day later"
_APART = 5  # sentences between them, where each is a paragraph of its own
_COARSE = frozenset(("month", "year", "decade", "century"))
_FINE = {"day": 1, "week": 7, "month": 31}


def read_dates(page: Scan, quotations: Quotations) -> tuple[Dates, tuple[Issue, ...]]:
    """Find dates and other times, and say which of them do not agree with themselves."""
    calendar = calendar_of(page.pack)
    found = _find(page, quotations, calendar)
    today, issues = day_of_reading(page, calendar, found)
    told = tellings(page, calendar, found, today)
    anchors = Anchors(page, calendar, today, told, list(issues))
    reader = _Reader(page, calendar, anchors, months_with_years(found))
    mentions = [mention for item in found if (mention := reader.read(item)) is not None]
    mentions += conditions(page, calendar, today, mentions)
    mentions.sort(key=lambda mention: (mention.first, mention.end))
    return Row(tuple(mentions)), tuple(anchors.issues)


def _find(page: Scan, quotations: Quotations, calendar: Calendar) -> list[Found]:
    """List every expression of time with its sentence and the quotation around it."""
    starts = [quotation.first for quotation in quotations.items]
    likely = beginnings(page.places, calendar)
    out = []
    for sentence in page.sentences:
        within = likely[first_from(likely, sentence.first) : first_from(likely, sentence.end)]
        if not within:
            continue
        pieces = Pieces(page.text, page.tokens, calendar, sentence.first, sentence.end)
        for found in times_from(within, pieces):
            at = first_from(starts, found.first + 1) - 1
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
    months: Months
    spoken_of: list[tuple[Found, When]] = field(default_factory=list)

    def read(self, found: Found) -> DateMention | None:
        """Give the mention of an expression; None where its value cannot be known."""
        shape = found.expression.shape
        if found.quotation is not None and _is_in_title(found, self.page):
            return None
        if shape.loose_in_speech and found.quotation is not None and not shape.daytime:
            shape = Shape(sense="recent")
        elif _is_vague(shape):
            shape = replace(shape, sense="stretch")
        if shape.sense:
            return self._time(found, shape)
        if not shape.until:
            shape, doubts = without_impossible_day(found.expression)
            self.anchors.issues += doubts
        anchor, when = self._resolve(found, shape)
        if when is None:
            return None
        self.spoken_of = [*self.spoken_of[-_REMEMBERED:], (found, when)]
        self.anchors.issues += weekday_doubts(found.expression, when)
        return self._mention(found.expression, when, anchor)

    def _resolve(self, found: Found, shape: Shape) -> tuple[Anchor, When | None]:
        """Give the value of a shape, and what it counts from."""
        if shape.is_explicit:
            return Anchor(None, "explicit"), resolve(shape)
        if shape.context:
            source, before = self._before(found, shape)
            return Anchor(before, "context", source), resolve(shape, Reference(spoken_of=before))
        anchor = self.anchors.of(found)
        tense = 0
        if shape.unit is None or shape.unit in WEEKENDS:
            tense = tense_of(found.expression, found.sentence, self.page, self.calendar)
        if shape.month is not None:
            dating = self._dating(found, shape, anchor, tense)
            if dating is not None:
                return Anchor(anchor.today, dating.name, dating.source), resolve(dating.shape)
        shape = weekend_told(shape, tense, anchor.today, marked=self.calendar.marks_future)
        when = resolve(shape, Reference(today=anchor.today, tense=tense))
        corrected = by_weekday(shape, when) if when is not None else None
        if corrected is not None:
            return Anchor(anchor.today, corrected.name), resolve(corrected.shape)
        return anchor, when

    def _dating(self, found: Found, shape: Shape, anchor: Anchor, tense: int) -> Dating | None:
        """Give a month the year that the report itself tells, where it does."""
        if anchor.today is None or anchor.today.is_open:
            return from_elsewhere(found, shape, self.months)
        last = self.spoken_of[-1] if self.spoken_of else None
        dating = from_paragraph(found, shape, last and last[0], anchor.today)
        return dating or from_sentence(found, shape, last, anchor.today, tense)

    def _before(self, found: Found, shape: Shape) -> tuple[Span | None, When | None]:
        """Give the last date before that is fine enough to count the unit from."""
        longest = _FINE.get(shape.unit or "", 366)
        for item, when in reversed(self.spoken_of):
            apart = found.sentence.index - item.sentence.index
            if found.sentence.paragraph - item.sentence.paragraph > 1 and apart > _APART:
                break
            if when.days <= longest:
                return item.expression.span, when
            if shape.unit == "day" and when.lasts and when.days <= _MEETING:
                return item.expression.span, on(when.last if shape.shift > 0 else when.first)
        return None, None

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

    def _mention(self, found: Expression, when: When, anchor: Anchor) -> DateMention:
        finding = DateFinding(
            span=found.span,
            quote=self.page.quote(found.span),
            when=when,
            anchor=anchor.name,
            because=(*_because(found), *_counted_from(anchor)),
        )
        return DateMention(first=found.first, end=found.end, finding=finding)


def _is_in_title(found: Found, page: Scan) -> bool:
    """Tell whether a date only belongs to a name in quotation marks: “Sunday Morning Hour”.

    A capital that no date needs must tell it: “Fox News Sunday”, not “On Monday”.
    """
    quote, words, own = found.quotation, page.tokens.words, found.expression
    if quote is None or not 1 < quote.words <= _TITLE:
        return False
    named = [at for at in range(quote.first, quote.end) if words[at].isalpha()]
    if any(words[at].islower() and len(words[at]) > _SMALL for at in named):
        return False
    loose = own.shape.unit is not None or own.shape.daytime
    return any(
        words[at][0].isupper() and (loose or not own.first <= at < own.end) for at in named[1:]
    )


def _is_vague(shape: Shape) -> bool:
    """Tell whether a stretch is no date: years, months to come."""
    if not shape.stretch or shape.unit not in _COARSE:
        return False
    return shape.unit == "year" or (shape.stretch > 0 and shape.unit != "decade")


def _because(found: Expression) -> tuple[Step, ...]:
    return (Step(found.reads, found.entry, found.span),)


def _counted_from(anchor: Anchor) -> tuple[Step, ...]:
    """Give the step that names the day a date counts from, and the characters that tell it."""
    if anchor.today is None and anchor.source is None:
        return ()
    return (Step(f"counted from {anchor.name}", str(anchor.today or ""), anchor.source),)
