"""Who stands as the subject of a verb of saying: the words, not yet the person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from traktat.model.kinds import NameKind
from traktat.reading.cues import Cue, Side, after_subject
from traktat.reading.lines import Line
from traktat.reading.mentions import NameMention
from traktat.reading.phrases import (
    BEARERS,
    chief_mention,
    head_end,
    is_envoy,
    is_subject,
    mentions_in,
    named_between_commas,
    phrase_start,
    preposition_of,
    speaks,
)

_POST_REACH = 24  # tokens looked at after "said" or "kata" for the name of the speaker
_PAUSES = frozenset(",:;–—")

_Found = tuple[int, int, NameMention | None]


class Link(StrEnum):
    """How a verb of saying comes by its speaker."""

    OWN = "own"  # a noun phrase of its own
    SHARED = "shared"  # that of the verb before it
    RELATIVE = "relative"  # the noun before "who" or "yang"
    TRACED = "traced"  # whoever spoke last


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject on tokens [first, end); `mention` is the name in it, if there is one.

    `clause` is the token its clause begins with, the conjunction included; `breaks` tells that
    this conjunction ends the clause before it.
    """

    link: Link
    first: int
    end: int
    clause: int
    mention: NameMention | None = None
    breaks: bool = False


def subject_before(line: Line, cue: Cue, floor: int, last: Cue | None) -> Subject:
    """Find the subject left of a verb, not further than `floor`; `last` is the cue before it."""
    end = after_subject(line, cue, floor)
    if end <= floor:
        return Subject(Link.TRACED, end, end, end)
    joined = _joined(line, cue, end, floor)
    if joined is not None:
        return joined
    if line.is_in(end - 1, "relatives"):
        return _antecedent(line, end - 1, floor)
    start = end
    while True:
        start, breaks = _clause_start(line, start, floor, last)
        found = _pick(line, start, end)
        if found is not None:
            first, stop, mention = found
            return Subject(Link.OWN, first, stop, start, mention, breaks)
        if start <= floor or (breaks and last is not None):
            return Subject(Link.TRACED, end, end, start, breaks=breaks)
        start -= 1


def _joined(line: Line, cue: Cue, end: int, floor: int) -> Subject | None:
    """Recognize a verb that shares its subject: "and added", ", adding", ", menambahkan"."""
    at = end
    while at > floor and line.is_in(at - 1, "coordinators"):
        at -= 1
    bare = at == end and line.lower[at - 1] == "," and _after_reported(line, cue, at)
    if at == end and cue.side is not Side.ATTACHED and not bare:
        return None
    if at > floor and line.lower[at - 1] == ",":
        at -= 1
    return Subject(Link.SHARED, end, end, at, breaks=True)


def _after_reported(line: Line, cue: Cue, at: int) -> bool:
    """Tell whether a verb right after a comma goes on from a clause, as in Indonesian."""
    return not cue.inverts and line.has_predicate(line.begin, at - 1)


def _antecedent(line: Line, relative: int, floor: int) -> Subject:
    """Find the noun a relative clause hangs on."""
    end = relative
    if end > floor and line.lower[end - 1] in _PAUSES:
        end -= 1
    mention = line.ending.get(end)
    first = mention.first if mention else phrase_start(line, end, floor)
    return Subject(Link.RELATIVE, first, end, relative, mention)


def _clause_start(line: Line, end: int, floor: int, last: Cue | None) -> tuple[int, bool]:
    """Go left to where a clause begins; tell whether a conjunction that parts clauses is there."""
    edge = max(floor, last.end if last is not None and last.first >= floor else floor)
    at = end
    while at > edge:
        held = line.ending.get(at)
        if held is not None and held.first >= edge:
            at = held.first
            continue
        if line.lower[at - 1] in ":;–—":
            return at, True
        if line.is_in(at - 1, "breaks"):
            return at, not line.is_in(at - 1, "that")
        if edge > floor and _new_clause(line, at - 1, edge):
            return at, True
        at -= 1
    return at, False


def _new_clause(line: Line, token: int, edge: int) -> bool:
    """Tell whether "and" after a reported clause begins a clause and joins no nouns."""
    if not line.is_in(token, "joining", "breaks"):
        return False
    return line.lower[token - 1] == "," or line.has_predicate(edge, token)


def _pick(line: Line, start: int, end: int) -> _Found | None:
    """Choose the subject among the words of a clause that precede its verb."""
    near = line.ending.get(end)
    if near is not None and near.first >= start:
        under = preposition_of(line, near)
        if is_subject(line, near):
            return phrase_start(line, near.first, start), end, near
        end = under if under is not None and under > start else end
    while end > start and line.lower[end - 1] in _PAUSES:
        end -= 1
    for first, stop in _segments(line, start, end):
        found = _in_segment(line, first, stop, end)
        if found is not None:
            return found
    return None


def _segments(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Cut words at commas; adverbials and whole clauses at the front are left out."""
    cuts = [start, *(at + 1 for at in range(start, end) if line.lower[at] == ","), end + 1]
    parts = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    if len(parts) > 1 and start > line.begin and _opens_adverbial(line, start - 1, parts[1][0]):
        parts.pop(0)
    while len(parts) > 1 and _is_adverbial(line, *parts[0]):
        parts.pop(0)
    return parts


def _opens_adverbial(line: Line, token: int, following: int) -> bool:
    """Tell whether a word such as "after" makes all up to the next comma an adverbial."""
    both = line.is_in(token, "prepositions") and line.is_in(token, "breaks")
    return both and not line.is_in(following, "relatives")


def _is_adverbial(line: Line, first: int, end: int) -> bool:
    if first in line.starting and not line.has_predicate(line.starting[first].end, end):
        return False
    return (
        first in line.dates_from
        or first in line.comments
        or line.is_in(first, "prepositions", "adverbs", "breaks", "relatives")
        or line.speech.shaped("deeds", line.lower[first])
        or line.has_predicate(first, end)
    )


def _in_segment(line: Line, first: int, stop: int, end: int) -> _Found | None:
    """Find a speaker in a noun phrase; a person named between commas after it is the speaker."""
    cut = head_end(line, first, stop)
    chief = chief_mention(line, first, cut)
    if chief is None or chief.sort is not NameKind.PERSON:
        sorts = BEARERS if chief is None or chief.sort is NameKind.GROUP else (NameKind.PERSON,)
        named = named_between_commas(line, stop, end, sorts)
        if named is not None:
            return *named, line.starting.get(named[0])
    if chief is not None:
        wide = chief.sort is NameKind.GROUP and is_envoy(line, first, cut)
        return first, stop if wide else max(chief.end, cut), chief
    if speaks(line, first, cut):
        return first, stop if is_envoy(line, first, cut) else cut, None
    return None


def subject_after(line: Line, cue: Cue) -> Subject:
    """Find the subject right of a verb: "kata X", "said X"."""
    start, limit = cue.end, min(line.stop, cue.end + _POST_REACH)
    if cue.pronoun or start >= limit:
        return Subject(Link.TRACED, start, start, cue.first)
    end = start
    while end < limit and not _ends_speaker(line, end, start):
        held = line.starting.get(end)
        end = held.end if held is not None and not held.pronoun else end + 1
    end = min(end, limit)
    mention = _among(line, start, end)
    if mention is None or mention.sort is not NameKind.PERSON:
        sorts = BEARERS if mention is None or mention.sort is NameKind.GROUP else (NameKind.PERSON,)
        named = named_between_commas(line, end, limit, sorts) if end < limit else None
        if named is not None:
            return Subject(Link.OWN, *named, cue.first, line.starting.get(named[0]))
    if mention is not None:
        return Subject(Link.OWN, start, max(end, mention.end), cue.first, mention)
    if end == start:
        return Subject(Link.TRACED, start, end, cue.first)
    if is_envoy(line, start, end):
        end = _phrase_end(line, end, limit)
    return Subject(Link.OWN, start, end, cue.first)


def _ends_speaker(line: Line, token: int, start: int) -> bool:
    if token in line.dates_from or not line.lower[token][0].isalnum():
        return line.lower[token] not in "/-."
    return token > start and line.is_in(token, "prepositions", "relatives", "breaks")


def _among(line: Line, start: int, end: int) -> NameMention | None:
    inside = [m for m in mentions_in(line, start, end) if is_subject(line, m)]
    person = next((m for m in inside if m.sort is NameKind.PERSON), None)
    return person or (inside[0] if inside else None)


def _phrase_end(line: Line, end: int, limit: int) -> int:
    """Go right over "of the ministry", "untuk PBB" after an envoy."""
    if end < limit and line.is_in(end, "prepositions"):
        at = end + 1
        while at < limit and line.is_in(at, "articles"):
            at += 1
        held = line.starting.get(at)
        if held is not None:
            return held.end
    return end
