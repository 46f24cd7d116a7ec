"""Who acts, by the sense in which a trigger tells an act."""

from __future__ import annotations

from traktat.model.kinds import ActKind
from traktat.reading.acts.actors import Actors, actors_of, assembly_behind, voters
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.receipts import RECEIVING, givers
from traktat.reading.acts.rolls import roll_behind
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import NOBODYS, Sense, Tie, Trigger, Voice


def actors_by(
    line: Outline, trigger: Trigger, sense: Sense, voice: Voice, link: Link | None
) -> Actors:
    """Find who acts; where an agreement passes an assembly, that is the assembly."""
    if sense.tie is Tie.PASSING:
        received = link is not None and sense.kind is ActKind.SUBMISSION
        return Actors() if received else assembly_behind(line, trigger.end)
    if sense.tie is Tie.BALLOT:
        return voters(line, trigger)
    if sense.field == RECEIVING:
        return givers(line, trigger)
    if sense.field in NOBODYS:
        return Actors()
    found = actors_of(line, trigger, voice, link)
    if found.mentions or voice is not Voice.ACTIVE:
        return found
    return roll_behind(line, trigger)
