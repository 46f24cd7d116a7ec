"""Where an act was done: a name behind a preposition of place."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger

PLACE_REACH = 16  # words behind the verb in which its place is looked for
VISIT_REACH = 6  # words between "visit" and the place visited
LONGEST_PLACE = 4  # words of a place name


def place_of(line: Outline, trigger: Trigger) -> str | None:
    """Give the place named in the clause of a trigger, or visited in the adjunct before it."""
    for token in range(trigger.end, min(line.end, trigger.end + PLACE_REACH)):
        if line.words[token] in ";:." or line.opener(token) in ("that", "contrast", "cause"):
            break
        if line.has(token, "between") and token - 1 in line.agreements:
            return None  # what follows tells of how the parties made the agreement
        place = _place_at(line, token)
        if place is not None:
            return place
    return _visited_before(line, trigger)


def _visited_before(line: Outline, trigger: Trigger) -> str | None:
    """Read the place of "During his visit to Norland, he signed …"."""
    if not line.has(line.first, "in", "preposition", "while"):
        return None
    for token in range(line.first, trigger.first):
        if line.words[token] == ",":
            return None
        if _is_visit(line, token):
            return _name_at(line, token + 1)
    return None


def _place_at(line: Outline, token: int) -> str | None:
    """Read a place behind "in", or behind "to" where a visit stands before it."""
    if token in line.agreements:
        return None  # "the treaty on conventional forces in Europe" was not left there
    if line.has(token, "at") or _is_visit(line, token):
        return _name_at(line, token + 1)
    return None


def _name_at(line: Outline, at: int) -> str | None:
    if at >= line.end or at in line.dates or not line.words[at][0].isupper():
        return None
    name = line.names.get(at)
    if name is not None and name.sort in (NameKind.PERSON, NameKind.GROUP, NameKind.ORGANISATION):
        return None
    stop = at
    while stop < min(line.end, at + LONGEST_PLACE) and _goes_on(line, stop):
        stop += 1
    return line.sources.page.words(at, stop)


def _goes_on(line: Outline, token: int) -> bool:
    """Tell whether a token belongs to the name: a capital, or a hyphen between two."""
    if token in line.dates:
        return False
    if line.words[token] == "-" and token + 1 < line.end:
        return line.words[token + 1][0].isupper()
    return line.words[token][0].isupper()


def _is_visit(line: Outline, token: int) -> bool:
    if not line.has(token, "in", "preposition") or token in line.agreements:
        return False
    near = range(max(line.first, token - VISIT_REACH), token)
    return any(line.has(t, "visit") and t not in line.agreements for t in near)
