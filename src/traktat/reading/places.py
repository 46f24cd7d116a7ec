"""Where an act was done: a name behind a preposition of place."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.outlines import Outline

PLACE_REACH = 16  # words behind the verb in which its place is looked for
LONGEST_PLACE = 4  # words of a place name


def place_of(line: Outline, first: int, end: int) -> str | None:
    """Give the place named in the clause of a trigger at tokens [first, end)."""
    for token in range(end, min(line.end, end + PLACE_REACH)):
        if line.words[token] in ";:." or line.opener(token) in ("that", "contrast", "cause"):
            return None
        place = _place_at(line, token)
        if place is not None:
            return place
    return None


def _place_at(line: Outline, token: int) -> str | None:
    """Read a place behind "in", or behind "to" where a visit stands before it."""
    at = token + 1
    if at >= line.end or at in line.dates or not line.words[at][0].isupper():
        return None
    if not line.has(token, "at") and not _visited(line, token):
        return None
    name = line.names.get(at)
    if name is not None and name.sort in (NameKind.PERSON, NameKind.GROUP, NameKind.ORGANISATION):
        return None
    stop = at
    while stop < min(line.end, at + LONGEST_PLACE) and stop not in line.dates:
        hyphen = (
            line.words[stop] == "-" and stop + 1 < line.end and line.words[stop + 1][0].isupper()
        )
        if not (line.words[stop][0].isupper() or hyphen):
            break
        stop += 1
    return line.sources.page.words(at, stop)


def _visited(line: Outline, token: int) -> bool:
    return line.has(token, "in", "preposition") and line.any_tag(
        max(line.first, token - 6), token, "visit"
    )
