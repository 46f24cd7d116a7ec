"""Letters: what "I" do in one is done by who signs it, on the day below the signature."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, NameKind, Status
from traktat.model.spans import Span
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Sources, speaker_at
from traktat.reading.acts.triggers import Voice
from traktat.reading.mentions import NameMention

LAST_LINES = 6  # lines at the end of a letter: signature, seat, day
SHORTEST, LONGEST = 2, 6  # words of a signature
SELF_REACH = 4  # words of "I am pleased to transmit"
_BY_LETTER = frozenset({ActKind.SUBMISSION, ActKind.NOTIFICATION})
"""Acts that a letter itself carries out."""


def by_signer(sources: Sources, drafts: Sequence[Draft]) -> list[Draft]:
    """Give the acts of a letter their actor and day."""
    if not any(_is_own(sources, draft) for draft in drafts):
        return list(drafts)
    signer = signer_of(sources)
    if signer is None:
        return list(drafts)
    days = [date.finding for date in sources.dates.within(signer.end, len(_words(sources)))]
    when = next((day.when for day in days if isinstance(day, DateFinding)), None)
    out = []
    for draft in drafts:
        signed = draft
        if _is_own(sources, draft):
            day = draft.when or (when if draft.status is Status.OCCURRED else None)
            signed = replace(draft, actors=Actors((signer,), "signer"), when=day)
            signed = signed.noting("signer")
        out.append(signed)
    return out


def _words(sources: Sources) -> list[str]:
    return sources.page.tokens.words


def _is_own(sources: Sources, draft: Draft) -> bool:
    """Tell whether the writer of a letter does it, nobody quoted."""
    if draft.kind not in _BY_LETTER or draft.voice is not Voice.ACTIVE or draft.actors.mentions:
        return False
    line, at = draft.line, draft.trigger.first
    if not line.any_tag(max(line.first, at - SELF_REACH), at, "i"):
        return False
    return speaker_at(sources, at) is None


def signer_of(sources: Sources) -> NameMention | None:
    """Give the name in capitals on a line of its own at the end of a letter."""
    text = sources.page.report.text
    end = len(text)
    for _ in range(LAST_LINES):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if _is_signature(line):
            first = text.index(line, start)
            return _mention(sources, Span(first, first + len(line)), line)
        end = start - 1
        if end <= 0:
            break
    return None


def _is_signature(line: str) -> bool:
    words = line.split()
    if not SHORTEST <= len(words) <= LONGEST or line.endswith(","):
        return False
    return line.isupper() and all(word.rstrip(".").isalpha() for word in words)


def _mention(sources: Sources, span: Span, name: str) -> NameMention:
    starts = sources.page.tokens.starts
    first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return NameMention(
        first=first, end=end, span=span, bare=span, name=name, sort=NameKind.PERSON, key=name
    )
