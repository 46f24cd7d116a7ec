"""When and on what occasion something was said, and who passes it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.model.dates import OPEN_START, When, one_of
from traktat.model.findings import DateFinding
from traktat.model.kinds import NameKind
from traktat.reading.statements.complements import REMARK
from traktat.reading.statements.lines import Line
from traktat.reading.statements.sayings import Saying
from traktat.reading.statements.trace import Speaker

_OCCASION_WORDS = 12
_ZONE = 200  # tokens around a verb of saying that can tell of the saying
_BEFORE_OCCASION = 4  # tokens between a preposition and the noun: "in a rare live interview"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The day, the occasion in the report's words, and the agency that passes words on."""

    uttered: When | None = None
    occasion: str | None = None
    via: str | None = None

    def after(self, before: Circumstances) -> Circumstances:
        """Take over the day and occasion of the words before, where none are given."""
        if self.uttered is not None or self.occasion is not None:
            return self
        return Circumstances(before.uttered, before.occasion, self.via)


def circumstances_of(
    line: Line, sayings: tuple[Saying, ...], index: int, speaker: Speaker
) -> Circumstances:
    """Read what a sentence tells of one of its sayings outside the words it reports."""
    saying = sayings[index]
    wide = list(_zone(line, sayings, index))
    aside = line.comment_after(saying.cue.end)
    zone = [at for at in wide if at < aside]
    return Circumstances(
        _uttered(line, saying, zone), _occasion(line, saying, zone), _via(line, wide, speaker)
    )


def _zone(line: Line, sayings: tuple[Saying, ...], index: int) -> Iterator[int]:
    """Give the tokens around a verb that tell of the saying itself.

    They reach from the clause of the verb (the sentence, for its first verb) to the reported
    words, or to the next verb of saying where the reported words come first.
    """
    saying = sayings[index]
    first = line.first if index == 0 else min(saying.subject.clause, saying.cue.first)
    end = line.stop
    if saying.has_body and not saying.follows and saying.rule != REMARK:
        end = saying.first
    elif index + 1 < len(sayings):
        end = min(end, sayings[index + 1].subject.clause)
    end = min(end, first + _ZONE)
    for token in range(first, max(end, saying.cue.end)):
        if line.quote_around(token) is None and not (saying.follows and saying.holds(token)):
            yield token


def _uttered(line: Line, saying: Saying, zone: list[int]) -> When | None:
    days = [
        (abs(at - saying.cue.first), at, finding)
        for at in zone
        if at in line.dates_from
        and isinstance(finding := line.dates_from[at].finding, DateFinding)
        and not _is_of_aside(line, at)
    ]
    return min(days, key=lambda item: item[:2])[2].when if days else None


def _is_of_aside(line: Line, date: int) -> bool:
    """Tell whether a date belongs to a clause on somebody: "Vask, who took office in May, said"."""
    for token in range(date - 1, line.first, -1):
        if line.is_in(token, "relatives"):
            return True
        if line.lower[token] == "," or line.is_in(token, "that"):
            return False
    return False


def _occasion(line: Line, saying: Saying, zone: list[int]) -> str | None:
    """Give the phrase that tells where or how something was said."""
    inside = set(zone)
    for at in zone:
        if not line.is_in(at, "occasions"):
            continue
        for first in range(at - 1, max(line.first, at - _BEFORE_OCCASION) - 1, -1):
            if line.is_in(first, "prepositions"):
                end = at + 1
                while (
                    end in inside and end < first + _OCCASION_WORDS and not _ends(line, saying, end)
                ):
                    end = max(end + 1, line.starting[end].end if end in line.starting else 0)
                return line.page.words(first, end)
    return None


def _ends(line: Line, saying: Saying, token: int) -> bool:
    """Tell whether the phrase of an occasion ends before a token."""
    if not line.lower[token][0].isalnum() or token in line.dates_from or line.is_day(token):
        return True
    held = line.starting.get(token)
    if held is not None or token in (saying.subject.first, saying.cue.first):
        return held is saying.subject.mention or held is None
    return line.is_in(token, "that", "relatives", "breaks", "coordinators") or (
        line.is_in(token, "days") or _before_day(line, token)
    )


def _before_day(line: Line, token: int) -> bool:
    """Tell whether a preposition belongs to a date."""
    after = token + 1
    while after < line.stop and line.is_in(after, "days"):
        after += 1
    dated = after in line.dates_from or line.is_day(after)
    return line.is_in(token, "prepositions") and dated


def _via(line: Line, zone: list[int], speaker: Speaker) -> str | None:
    for at in zone:
        held = line.starting.get(at)
        if held is None or held.sort is not NameKind.AGENCY:
            continue
        written = " ".join(line.page.quote(held.bare).split())
        if speaker.name not in (held.name, written):
            return held.name
    return None


def not_after(published: When | None) -> When | None:
    """Give the day of a saying of which only the day it was printed is known."""
    return None if published is None else one_of(OPEN_START, published.last)
