"""For whom an act takes effect: "in force for Norland on 1 May and for Sarvia in June"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.joint_actors import rightward
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger
from traktat.reading.mentions import NameMention

TAKING_FORCE = frozenset({ActKind.ENTRY_INTO_FORCE, ActKind.PROVISIONAL_APPLICATION})
"""Acts that concern each party of a multilateral agreement apart (VCLT Art. 24(3))."""

REACH = 14  # words from the verb, or from the last party named, to the next "for"
CROWD = 9  # words of "for ten states, among them" before the first name
_CROWD_KEYS = frozenset({"nations", "including", "several"})
_PARTIES = (NameKind.STATE, NameKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Bound:
    """Parties an act takes effect for, and the tokens [first, end) that say so.

    `crowd` says that they are only some of those it takes effect for: "ten states, among them".
    """

    first: int
    end: int
    parties: tuple[NameMention, ...]
    crowd: bool = False


def bound_by(line: Outline, trigger: Trigger, kind: ActKind) -> list[Bound]:
    """List the parties behind a verb for which an agreement takes effect, group by group."""
    return list(_groups(line, trigger.first)) if kind in TAKING_FORCE else []


def _groups(line: Outline, first: int) -> Iterator[Bound]:
    token, limit = first, first + REACH
    while token < min(line.end, limit):
        if line.stops(token) or line.opener(token) in (
            "condition",
            "relative",
            "contrast",
            "after",
        ):
            return
        if line.has(token, "for_whom") and token not in line.dates:
            found = _parties(line, token + 1)
            if found:
                yield Bound(token, found[-1].end, found, found[0].first > token + 2)
                token, limit = found[-1].end, found[-1].end + REACH
                continue
        token += 1


def _parties(line: Outline, at: int) -> tuple[NameMention, ...]:
    """Give the names right behind "for", or those a crowd is said to include."""
    marks = line.sources.page.marks.within("agreements", at, at + CROWD)
    crowd = any(mark.entry.key in _CROWD_KEYS for mark in marks)
    for token in range(at, min(line.end, at + (CROWD if crowd else 2))):
        name = line.names.get(token)
        if name is not None:
            listed = rightward(line, name) if name.sort in _PARTIES else ()
            return tuple(one for one in listed if one.state)
        if line.stops(token) or token in line.dates:
            return ()
    return ()
