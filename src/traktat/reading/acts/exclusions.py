"""Acts that are ruled out: "there is no chance of", "renegotiating the pact is off the table"."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import GOVERNOR_REACH, UNSURE, Phase, Reach, last_of
from traktat.reading.acts.triggers import Trigger, Voice

COPULA = 3  # words of "is now firmly" before "off the table"


def ruled_out(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What nobody plans, or what has no chance, is denied; in a condition it is only supposed."""
    if not _has_no_chance(line, trigger, reach) and not _is_excluded(line, trigger, voice):
        return None
    supposed = reach.opener == "condition"
    return Phase(Status.DENIED, UNSURE if supposed else "ruled out", opener=reach.opener)


def _has_no_chance(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a word like "no plans" governs a trigger, also past a name of two states."""
    at = last_of(line, reach, "no_chance")
    if at is None:
        return _opens_clause(line, reach)
    between = range(at + 1, trigger.first)
    return not any(line.words[t] == "," or _parts(line, t) for t in between)


def _parts(line: Outline, token: int) -> bool:
    """Tell whether a token joins more than two names: "has no plans to quit and will sign"."""
    behind = token + 1 + line.has(token + 1, "article")
    named = token - 1 in line.names and behind in line.names
    return line.joins(token) and not named and token not in line.agreements


def _opens_clause(line: Outline, reach: Reach) -> bool:
    """Tell whether it stands before the clause: "no chance that", "tidak ada peluang pakta …"."""
    mention = line.agreements.get(reach.opener_at)
    at = reach.opener_at if mention is None else mention.first
    before = at - 1 - line.has(at - 1, "article")
    return before >= line.first and line.has(before, "no_chance")


def _is_excluded(line: Outline, trigger: Trigger, voice: Voice) -> bool:
    """Tell whether a noun or gerund, or a verb at the head, is what is "out of the question"."""
    heads = trigger.first == line.first and not is_tensed(line)
    if voice is not Voice.NOUN and not trigger.gerund and not heads:
        return False
    for token in range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.stops(token) or line.opener(token) or line.words[token] == ",":
            return False
        if line.has(token, "excluded"):
            said = line.any_tag(max(trigger.end, token - COPULA), token, "be", "was")
            return said or not is_tensed(line)
    return False
