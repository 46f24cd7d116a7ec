"""Days before which an act is planned, and the sharper of two dates told of one act."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from traktat.model.dates import When, until
from traktat.model.findings import DateFinding
from traktat.model.kinds import Status
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import verb_group
from traktat.reading.mentions import DateMention

EVENT = 5  # tokens of an event between "before" and its day: "sebelum pemilihan umum 15 Oktober"
REACH = 14  # tokens between what is planned and "before the October 15 election"
SHARPER = 4  # tokens between a date and the sharper one behind it: "last year, on July 4, 2019"


def is_deadline(line: Outline, date: DateMention) -> bool:
    """Tell whether a date is the last day, or that of an event before which it is to be done."""
    if date.first <= line.first:
        return False
    return line.has(date.first - 1, "deadline") or _ahead_of(line, date) is not None


def _ahead_of(line: Outline, date: DateMention) -> int | None:
    """Give the token of "before" when a date is that of the event behind it."""
    for at in range(date.first - 1, max(line.first, date.first - EVENT - 1), -1):
        word = line.words[at]
        if line.has(at, "ahead"):
            return at
        if not word[0].isalnum() or at in line.agreements:
            return None
    return None


def before_event(draft: Draft, taken: Container[int]) -> Draft:
    """Give what is planned its last day: "sign it before the October 15 election"."""
    line = draft.line
    if draft.status is not Status.PLANNED:
        return draft
    draft = _in_time(draft)
    if draft.when is not None:
        return draft
    for date in line.ordered(line.dates):
        near = draft.trigger.end <= date.first <= draft.trigger.end + REACH
        when = date.finding.when if isinstance(date.finding, DateFinding) else None
        if not near or when is None or _ahead_of(line, date) is None or date.first in taken:
            continue
        found = replace(draft, when=until(when), when_at=(date.first, date.end))
        return found.noting("date: before an event")
    return draft


def _in_time(draft: Draft) -> Draft:
    """Give what is planned the end of the time left for it: "have until Friday to sign it"."""
    line, published = draft.line, draft.line.sources.page.report.published
    for date in line.ordered(line.dates):
        when = date.finding.when if isinstance(date.finding, DateFinding) else None
        ahead = when is not None and (published is None or when.last >= published.first)
        if when is not None and ahead and _is_term(line, date, draft):
            found = replace(draft, when=until(when), when_at=(date.first, date.end))
            return found.noting("date: time left")
    return draft


def _is_term(line: Outline, date: DateMention, draft: Draft) -> bool:
    """Tell whether the time left for something ends on a day: "a June 30 deadline to sign it"."""
    nouns = line.sources.page.pack.settings.get("deadlines", ())
    start, end = date.first, date.end
    start -= start > line.first and line.has(start - 1, "article")
    led = start > line.first and (line.has(start - 1, "until") or line.lower[start - 1] in nouns)
    if end < line.end and line.lower[end] in nouns:
        led, end = True, end + 1
    verb = verb_group(line, draft.trigger.first)
    return led and line.has(end, "purpose", "toward") and end + 1 in (verb, draft.trigger.first)


def sharper(line: Outline, date: DateMention) -> DateMention:
    """Give the date that tells more exactly when: "four years ago, on July 4, 2019"."""
    when = date.finding.when
    behind = date.end
    if when is None or behind >= line.end or line.words[behind] != ",":
        return date
    for at in range(behind + 1, min(line.end, behind + 1 + SHARPER)):
        other = line.dates.get(at)
        if other is not None and other.first == at and isinstance(other.finding, DateFinding):
            inner = other.finding.when
            return other if inner is not None and _is_within(inner, when) else date
        if not line.words[at][0].isalnum():
            return date
    return date


def _is_within(inner: When, outer: When) -> bool:
    same = inner.first == outer.first and inner.last == outer.last
    return not same and outer.first <= inner.first and inner.last <= outer.last
