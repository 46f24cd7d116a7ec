"""When and on what occasion something was said, and who passes it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.model.dates import OPEN_START, When, one_of
from traktat.model.findings import DateFinding
from traktat.model.kinds import NameKind
from traktat.reading.lines import Line
from traktat.reading.sayings import Saying
from traktat.reading.trace import Speaker

_OCCASION_WORDS = 12
_BEFORE_OCCASION = 4  # tokens between a preposition and the noun: "in a rare live interview"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The day, the occasion in the report's words, and the agency that passes words on."""

    uttered: When | None = None
    occasion: str | None = None
    via: str | None = None


def circumstances_of(
    line: Line, saying: Saying, others: tuple[Saying, ...], speaker: Speaker
) -> Circumstances:
    """Read what a sentence tells of a saying outside the words it reports.

    `others` are all sayings of the sentence, in order.
    """
    zone = list(_zone(line, saying, others))
    return Circumstances(
        _uttered(line, saying, zone), _occasion(line, zone), _via(line, zone, speaker)
    )


def _zone(line: Line, saying: Saying, others: tuple[Saying, ...]) -> Iterator[int]:
    """Give the tokens around a verb that tell of the saying itself.

    They reach from the clause of the verb (the sentence, for its first verb) to the reported
    words, or to the next verb of saying where the reported words come first.
    """
    at = others.index(saying)
    first = line.first if at == 0 else min(saying.subject.clause, saying.cue.first)
    end = line.stop
    if saying.has_body and not saying.follows:
        end = saying.first
    elif at + 1 < len(others):
        end = min(end, others[at + 1].subject.clause)
    for token in range(first, max(end, saying.cue.end)):
        if line.quote_around(token) is None and not (saying.follows and saying.holds(token)):
            yield token


def _uttered(line: Line, saying: Saying, zone: list[int]) -> When | None:
    days = [
        (abs(at - saying.cue.first), at, finding)
        for at in zone
        if at in line.dates_from and isinstance(finding := line.dates_from[at].finding, DateFinding)
    ]
    return min(days, key=lambda item: item[:2])[2].when if days else None


def _occasion(line: Line, zone: list[int]) -> str | None:
    """Give the phrase that tells where or how something was said."""
    for at in zone:
        if not line.is_in(at, "occasions"):
            continue
        for first in range(at - 1, max(line.first, at - _BEFORE_OCCASION) - 1, -1):
            if line.is_in(first, "prepositions"):
                return line.page.words(first, _occasion_end(line, at + 1))
    return None


def _occasion_end(line: Line, at: int) -> int:
    end = at
    while end < min(line.stop, at + _OCCASION_WORDS):
        held = line.starting.get(end)
        if held is not None:
            end = held.end
        elif line.is_in(end, "occasions", "prepositions", "articles") and not _closes(line, end):
            end += 1
        else:
            break
    while end > at and line.is_in(end - 1, "prepositions", "articles"):
        end -= 1
    return end


def _closes(line: Line, token: int) -> bool:
    return token in line.dates_from or line.quote_around(token) is not None


def _via(line: Line, zone: list[int], speaker: Speaker) -> str | None:
    for at in zone:
        held = line.starting.get(at)
        if held is not None and held.sort is NameKind.AGENCY and held.name != speaker.name:
            return held.name
    return None


def not_after(published: When | None) -> When | None:
    """Give the day of a saying of which only the day it was printed is known."""
    return None if published is None else one_of(OPEN_START, published.last)
