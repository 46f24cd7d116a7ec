"""States told by what they did before they are named: "those that ratified it are A and B"."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.joint_actors import rightward
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger

ROLL_REACH = 14  # words of "the 1951 Refugee Convention are" before the names


def roll_behind(line: Outline, trigger: Trigger) -> Actors:
    """Give the states named behind "are" whose deed a clause on "states" tells."""
    marks = line.sources.page.marks
    nouns = marks.keyed("clauses", "states", line.first, trigger.first)
    if not nouns or not line.any_tag(nouns[-1].end, trigger.first, "relative", "purpose"):
        return Actors()
    if any(token in line.names for token in range(nouns[-1].end, trigger.first)):
        return Actors()
    for token in range(trigger.end, min(line.end, trigger.end + ROLL_REACH)):
        if line.words[token] == "," or line.stops(token):
            break
        listed = marks.keyed("agreements", "comprising", token, token + 1)
        if not listed and not line.has(token, "be"):
            continue
        at = listed[0].end if listed else token + 1
        name = line.names.get(at + line.has(at, "article"))
        if name is not None and name.sort is NameKind.STATE:
            return Actors(rightward(line, name), "roll")
    return Actors()
