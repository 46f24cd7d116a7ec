"""The day of a meeting is that of what was made there: "At the meeting, they signed …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.model.dates import When
from traktat.model.findings import DateFinding
from traktat.model.kinds import CONCLUSION, Status
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline, Sources
from traktat.reading.acts.triggers import Voice

OPENING = 5  # tokens of "At the meeting", "Dalam pertemuan tersebut"
BACK = 2  # sentences before, in which the meeting is told with its day


def at_gathering(sources: Sources, drafts: Sequence[Draft]) -> list[Draft]:
    """Date what was made at a meeting by the day of the sentence that told of the meeting."""
    nouns = frozenset(sources.page.pack.settings.get("gatherings", ()))
    return [_on_its_day(sources, draft, nouns) for draft in drafts]


def _on_its_day(sources: Sources, draft: Draft, nouns: frozenset[str]) -> Draft:
    done = draft.status is Status.OCCURRED and draft.kind in CONCLUSION
    if not done or draft.when is not None or draft.voice is Voice.NOUN or draft.line.dates:
        return draft
    if not _opens_there(draft.line, nouns):
        return draft
    when = _day_before(sources, draft.line.sentence.index)
    return draft if when is None else replace(draft, when=when).noting("date: gathering")


def _opens_there(line: Outline, nouns: frozenset[str]) -> bool:
    """Tell whether a sentence opens with a meeting told of before: "At the meeting, …"."""
    first = line.first
    if not line.has(first, "in", "preposition"):
        return False
    for at in range(first + 1, min(line.end, first + OPENING)):
        if line.lower[at] in nouns:
            beside = (at - 1, at + 1) if at + 1 < line.end else (at - 1,)
            return any(line.has(near, "definite") for near in beside)
    return False


def _day_before(sources: Sources, index: int) -> When | None:
    """Give the only day of the nearest sentence before that names one, if it is over."""
    published = sources.page.report.published
    for sentence in reversed(sources.page.sentences[max(0, index - BACK) : index]):
        found = [
            item.finding.when
            for item in sources.dates.within(sentence.first, sentence.end)
            if isinstance(item.finding, DateFinding) and item.finding.when is not None
        ]
        if found:
            day = found[0] if len(found) == 1 and found[0].is_day else None
            late = published is not None and day is not None and day.first > published.last
            return None if late else day
    return None
