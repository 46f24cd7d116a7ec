"""The day a date counts from: of the report, of a quotation, of a paragraph taken from elsewhere.

"Hari ini" in a report is the day it was published, inside a quotation the day it was spoken.
A paragraph taken over from an older report still counts from the day that report was written.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta

from traktat.lang.calendar import Calendar
from traktat.lang.resolution import PAST
from traktat.model.dates import When, on
from traktat.model.issues import Issue
from traktat.model.spans import Span
from traktat.reading.dates.tellings import Dated, Found, Tellings
from traktat.reading.dates.tenses import tense_of
from traktat.reading.dates.undated import day_given_away
from traktat.reading.mentions import Quotation
from traktat.reading.scan import Scan
from traktat.sentences import sentence

_OLD = timedelta(days=14)  # a paragraph that speaks of such a day as now was written then
_LEAD = timedelta(days=7)  # how far the event a report opens with may lie behind its publication
_NEAR = 2  # paragraphs around one that was taken over, where the older day stands
_BACK = 3  # paragraphs a speaker's last dated words may lie behind a quotation
_DAYS = frozenset(("day", "week", "weekend"))


@dataclass(slots=True)
class Anchor:
    """The day an expression counts from, and what told it: its kind and its characters.

    `by_cue` is true where the words beside a quotation say when it was spoken.
    """

    today: When | None
    name: str = "published"
    source: Span | None = None
    by_cue: bool = False


@dataclass(slots=True)
class Anchors:
    """Which day each expression of a report counts from."""

    page: Scan
    calendar: Calendar
    published: When | None
    told: Tellings
    issues: list[Issue] = field(default_factory=list)
    spoken: dict[int, Anchor] = field(default_factory=dict)

    def of(self, found: Found) -> Anchor:
        """Give the day an expression counts from."""
        if found.quotation is not None:
            spoken = self._spoken_on(found.quotation)
            if spoken.by_cue:
                return spoken
        else:
            told = self._told_on(found)
            if told is not None:
                return Anchor(on(told.day), "quotation", told.span)
        written = self._recycled_from(found)
        if written is not None:
            return Anchor(on(written.day), "paragraph", written.span)
        return self._spoken_on(found.quotation) if found.quotation else Anchor(self.published)

    def _spoken_on(self, quotation: Quotation) -> Anchor:
        known = self.spoken.get(quotation.first)
        if known is None:
            known = self.spoken[quotation.first] = self._speech(quotation)
        return known

    def _speech(self, quotation: Quotation) -> Anchor:
        """Find the day of a quotation: in its cue, its paragraph, or the speaker's words before."""
        first, last = self._sentences_of(quotation)
        for candidates in (
            [dated for dated in self.told.in_sentences(first, last) if dated.told or dated.named],
            self._before_in_paragraph(quotation, first),
            self._of_same_speaker(quotation, first, last),
        ):
            usable = [dated for dated in candidates if not dated.relayed]
            if usable:
                nearest = min(usable, key=lambda d: (abs(d.token - quotation.end), d.token))
                return Anchor(on(nearest.day), "quotation", nearest.span, by_cue=True)
        opened = self._opening_day()
        if opened is None:
            return Anchor(self.published)
        return Anchor(on(opened.day), "quotation", opened.span)

    def _sentences_of(self, quotation: Quotation) -> tuple[int, int]:
        """Give the first and last sentence that a quotation and its cue reach into."""
        last = min(quotation.end, self.page.sentences[-1].end - 1)
        return self._sentence_at(quotation.first), self._sentence_at(last)

    def _sentence_at(self, token: int) -> int:
        at = bisect_right(self.page.sentences, token, key=lambda sentence: sentence.first)
        return max(at - 1, 0)

    def _before_in_paragraph(self, quotation: Quotation, first: int) -> list[Dated]:
        paragraph = self.page.sentences[first].paragraph
        near = self.told.in_paragraphs(paragraph, paragraph)
        return [dated for dated in near if dated.told and dated.token < quotation.first]

    def _of_same_speaker(self, quotation: Quotation, first: int, last: int) -> list[Dated]:
        """Give the dated telling shortly before that shares a name with a quotation's cue."""
        cue = self._names(first, quotation.first) | self._names(last, None, quotation.end)
        paragraph = self.page.sentences[first].paragraph
        for dated in reversed(self.told.in_paragraphs(paragraph - _BACK, paragraph)):
            if (
                dated.explicit
                and dated.told
                and dated.named
                and dated.token < quotation.first
                and cue & self._names(dated.sentence.index)
            ):
                return [dated]
        return []

    def _names(self, sentence: int, until: int | None = None, since: int = 0) -> frozenset[str]:
        """Give the capitalized words of a sentence that are no calendar words."""
        bounds = self.page.sentences[sentence]
        words, known = self.page.tokens.words, self.calendar.words
        return frozenset(
            words[at]
            for at in range(max(bounds.first, since), min(bounds.end, until or bounds.end))
            if words[at][0].isupper() and self.page.tokens.lower[at] not in known
        )

    def _opening_day(self) -> Dated | None:
        """Give the day of the event a report opens with, if that is a few days past."""
        if self.published is None or self.published.is_open:
            return None
        for dated in self.told.days:
            if not dated.relayed and dated.day <= self.published.last:
                recent = self.published.first - dated.day <= _LEAD
                return dated if recent else None
        return None

    def _told_on(self, found: Found) -> Dated | None:
        """Give the older day on which a sentence has been told: "Putin on 19 June 2024 said …"."""
        if found.expression.shape.unit is None and not found.expression.shape.sense:
            return None
        index = found.sentence.index
        for dated in self.told.in_sentences(index, index):
            if (
                dated.token < found.expression.first
                and dated.explicit
                and dated.told
                and not dated.relayed
                and self._is_old(dated.day)
            ):
                return dated
        return None

    def _is_old(self, day: date) -> bool:
        return (
            self.published is not None
            and not self.published.is_open
            and self.published.first - day > _OLD
        )

    def _recycled_from(self, found: Found) -> Dated | None:
        """Give the day a paragraph was written, if the days told around it are all long past."""
        shape, paragraph = found.expression.shape, found.sentence.paragraph
        if shape.context or paragraph < _NEAR or not self._is_deictic(found):
            return None
        around = self.told.in_paragraphs(paragraph - _NEAR, paragraph + _NEAR)
        near = [dated for dated in around if dated.told and dated.named]
        if not near or not all(dated.explicit and self._is_old(dated.day) for dated in near):
            return None
        best = min(near, key=lambda d: (abs(d.sentence.paragraph - paragraph), -d.token))
        self.issues.append(
            Issue(
                "stale-deixis",
                found.expression.span,
                sentence(
                    "counts from {day:day}, the day told beside it, not from the day of the report",
                    day=best.day,
                ),
            )
        )
        return best

    def _is_deictic(self, found: Found) -> bool:
        """Tell whether an expression is near to its day: "pekan ini", "yesterday"."""
        shape = found.expression.shape
        return shape.unit in _DAYS and shape.weekday is None and not shape.is_explicit


def day_of_reading(
    page: Scan, calendar: Calendar, found: list[Found]
) -> tuple[When | None, tuple[Issue, ...]]:
    """Give the day a report counts from: that of publication, or the next where it opens with it.

    Metadata may be a day behind the text: another time zone, or the day a file was stored. A
    report that opens with tomorrow's weekday in the past tense was written tomorrow.
    """
    published = page.report.published
    if published is None or not published.is_day:
        return day_given_away(page, calendar, found, published) or published, ()
    opening = next((item for item in found if _is_opening(item)), None)
    if opening is None:
        return published, ()
    shape = opening.expression.shape
    following = published.first + timedelta(days=1)
    if shape.weekday != following.weekday():
        return published, ()
    if tense_of(opening.expression, opening.sentence, page, calendar) != PAST:
        return published, ()
    message = sentence(
        "the report opens with {day:day}, a day after its stated date", day=following
    )
    return on(following), (Issue("published-earlier", opening.expression.span, message),)


def _is_opening(found: Found) -> bool:
    """Tell whether an expression is a bare weekday in the opening of a report."""
    shape = found.expression.shape
    return (
        found.sentence.paragraph <= 1
        and found.quotation is None
        and shape.weekday is not None
        and shape.day is None
        and shape.turn is None
        and shape.unit is None
    )
