"""Subjects of words that are quoted: "quoted Odembe as saying", "with Seoul saying"."""

from __future__ import annotations

from dataclasses import replace

from traktat.model.kinds import NameKind
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import POST_REACH, Link, Subject, noun_after
from traktat.reading.statements.phrases import mentions_in, speaks

_TITLE_REACH = 9  # tokens of office between "quoted" and a name
_OFFICE_REACH = 30  # tokens between "quoted X," and ", as saying"


def subject_of_participle(line: Line, end: int) -> Subject | None:
    """Find a participle's own subject: "with Seoul saying", "quoted him as saying"."""
    held = line.ending.get(end)
    if held is not None:
        under = line.preposition_before(held)
        if under is not None and line.is_in(under, "with"):
            return Subject(Link.OWN, held.first, held.end, under, held, breaks=True)
    apposed = _cited_with_office(line, end)
    if apposed is not None:
        return apposed
    for at in range(end - 1, max(line.first, end - _TITLE_REACH) - 1, -1):
        if line.is_comma(at) or line.is_dash(at):
            break
        if line.is_in(at, "with") and speaks(line, at + 1, end):
            return Subject(Link.OWN, at + 1, end, at, breaks=True)
        if line.cites(at):
            found = noun_after(line, at + 1)
            reaches = found is not None and found.end >= end
            return replace(found, clause=at, breaks=True) if found and reaches else None
    return None


def _cited_with_office(line: Line, end: int) -> Subject | None:
    """Read "quoted Odembe, member of the board, as saying": his office stands between commas."""
    if end <= line.first or not line.is_comma(end - 1):
        return None
    for at in range(end - 2, max(line.first, end - _OFFICE_REACH) - 1, -1):
        if line.cites(at):
            found = noun_after(line, at + 1)
            parted = found is not None and found.end < end and line.is_comma(found.end)
            named = found is not None and found.mention is not None
            return replace(found, clause=at, breaks=True) if found and parted and named else None
    return None


def cited(line: Line, first: int, end: int) -> Subject | None:
    """Find whom a paper cites after "kata": the words are those of the one cited."""
    near = range(first, min(end, first + POST_REACH))
    at = next((at for at in near if line.cites(at)), None)
    if at is None:
        return None
    inside = [m for m in mentions_in(line, at, min(end, at + POST_REACH)) if not m.attributive]
    person = next((m for m in inside if m.sort is NameKind.PERSON), None)
    mention = person or (inside[0] if inside else None)
    if mention is None:
        return None
    return Subject(Link.OWN, mention.first, mention.end, mention.first, mention)
