"""Instruments told of by who receives them: those who hand them in are named behind or before.

"The secretariat has received instruments of ratification from two states, namely A and B."
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.model.kinds import NameKind
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.joint_actors import rightward
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger
from traktat.reading.mentions import NameMention

RECEIVING = "receiving_verbs"
LIST_REACH = 8  # words of "six member states, namely" before those who are meant
POSSESSOR = 4  # words between a verb and whose instrument it is


def givers(line: Outline, trigger: Trigger) -> Actors:
    """Give whose instruments are received."""
    owner = _owner(line, trigger)
    if owner is not None:
        return Actors((owner,), "possessor")
    found = [name for first in _senders(line, trigger.end) for name in rightward(line, first)]
    return Actors(tuple(found), "sender")


def _owner(line: Outline, trigger: Trigger) -> NameMention | None:
    """Give the state right behind a verb: "received Norland's instrument of ratification"."""
    for token in range(trigger.end, min(line.end, trigger.end + POSSESSOR)):
        name = line.names.get(token)
        if name is not None:
            return name if name.sort is NameKind.STATE else None
        if line.has(token, "preposition", "of"):
            return None
    return None


def _senders(line: Outline, at: int) -> Iterator[NameMention]:
    """Give the first name of each list of those from whom something comes."""
    marks = line.sources.page.marks
    for led in marks.keyed("agreements", "from", at, line.end):
        named = marks.keyed("agreements", "naming", led.end, led.end + LIST_REACH)
        token = named[-1].end if named else led.end
        name = line.names.get(token + line.has(token, "article"))
        if name is not None and name.sort is NameKind.STATE:
            yield name
