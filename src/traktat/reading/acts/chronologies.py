"""Chronologies: days that head what happened on them.

A head is a line that holds only a date, or a date at the start of a line with a colon or dash
behind it. Three of them make a chronology; what an entry tells without a day of its own
happened on the day of its head.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from traktat.model.dates import When
from traktat.model.findings import DateFinding
from traktat.model.kinds import Status
from traktat.model.spans import Span
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Sources

LEAST = 3  # heads
LINES = 3  # lines that one head stands above, at most
OPENING = 12  # characters of spaces and a bullet before a date
BULLETS = " \t*-–—•·>#_("
PARTING = ":–—-"
CLOSING = " \t*_)."


@dataclass(frozen=True, slots=True)
class Head:
    """A date at the start of a line; `alone` if the line holds nothing else."""

    line: Span
    when: When
    alone: bool


def in_chronology(sources: Sources, drafts: Sequence[Draft]) -> list[Draft]:
    """Date what the entries of a chronology tell by the days that head them."""
    if len(sources.dates.items) < LEAST or all(draft.when is not None for draft in drafts):
        return list(drafts)
    heads = list(_heads(sources))
    if len(heads) < LEAST:
        return list(drafts)
    return [_headed(sources, heads, draft) for draft in drafts]


def _heads(sources: Sources) -> Iterator[Head]:
    text = sources.page.text
    for item in sources.dates.items:
        finding = item.finding
        if not isinstance(finding, DateFinding) or finding.when is None:
            continue
        line = _line_opened(text, finding.span.start)
        if line is None:
            continue
        behind = text[finding.span.end : line.end].lstrip(CLOSING)
        if not behind.strip(BULLETS + PARTING + CLOSING):
            yield Head(line, finding.when, alone=True)
        elif behind[0] in PARTING and not behind[1:2].isalnum():
            yield Head(line, finding.when, alone=False)


def _line_opened(text: str, offset: int) -> Span | None:
    """Give the line that a place opens, with no more than a bullet before it."""
    low = max(0, offset - OPENING)
    start = text.rfind("\n", low, offset) + 1 or low
    if text[start:offset].strip(BULLETS) or (start == low > 0 and text[low - 1] != "\n"):
        return None
    end = text.find("\n", offset)
    return Span(start, len(text) if end < 0 else end)


def _headed(sources: Sources, heads: Sequence[Head], draft: Draft) -> Draft:
    """Give an act without a day that of the head of its entry."""
    if draft.when is not None or draft.status is not Status.OCCURRED:
        return draft
    start = sources.page.tokens.starts[draft.trigger.first]
    above = bisect_right(heads, start, key=_opens_at)
    if not above or not _is_of(sources.page.text, heads[above - 1], start):
        return draft
    published = sources.page.report.published
    when = heads[above - 1].when
    if published is not None and when.first > published.last:
        return draft
    return replace(draft, when=when).noting("date: chronology")


def _opens_at(head: Head) -> int:
    return head.line.start


def _is_of(text: str, head: Head, start: int) -> bool:
    """Tell whether a place belongs to the entry of a head."""
    if start <= head.line.end:
        return True
    at, lines = head.line.end, 0
    while head.alone and lines <= LINES:
        end = text.find("\n", at + 1, start)
        lines += bool(text[at : start if end < 0 else end].strip())
        if end < 0:
            return lines <= LINES
        at = end
    return False
