"""Gerunds behind "after", "before" or "in", whose subject is that of the main clause."""

from __future__ import annotations

from traktat.reading.acts.joint_actors import can_act, rightward
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger, opens_line
from traktat.reading.mentions import NameMention

DATELINE = 3  # tokens of "PARIS -" before a sentence
COMMA_REACH = 30  # words of "after signing the water pact with Sarvia in May,"
_OPENERS = ("after", "condition", "ahead", "while")


def opener_before(line: Outline, trigger: Trigger) -> int | None:
    """Give what opens the clause of a gerund right behind it: "after signing it"."""
    if not trigger.gerund:
        return None
    at = trigger.first - 1
    if at < line.first:
        return None
    if sets_scene(line, at) or (line.has(at, "contrast") and opens_line(line, at)):
        return at  # "Despite signing the pact, Norland …"
    if line.opener(at) not in _OPENERS:
        return None
    while at > line.first and line.opener(at - 1) is not None:
        at -= 1
    return at


def sets_scene(line: Outline, at: int) -> bool:
    """Tell whether a word opens the sentence as "In announcing the pact, the minister said"."""
    opens = line.words[at][0].isupper() and at <= line.first + DATELINE
    return opens and line.lower[at] in line.sources.page.pack.words("grammar", "in")


def behind_comma(line: Outline, trigger: Trigger) -> tuple[NameMention, ...]:
    """Give the subject of the main clause behind a clause that opens the sentence."""
    stop = min(line.end - 1, trigger.end + COMMA_REACH)
    for comma in range(trigger.end, stop):
        if line.words[comma] != ",":
            continue
        at = comma + 1
        while at < stop and line.has(at, "article") and at not in line.names:
            at += 1
        name = line.names.get(at)
        if name is not None and name.first == at and can_act(name):
            return rightward(line, name)
    return ()
