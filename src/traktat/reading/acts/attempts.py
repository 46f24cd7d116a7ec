"""Attempts that came to nothing: "efforts to reach a truce with Sarvia collapsed"."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import Phase, Reach
from traktat.reading.acts.triggers import Trigger, Voice

OBJECT_REACH = 16  # words of "a truce between … and …" before the verb that says it failed
ATTEMPT_REACH = 4  # words from "efforts" to what they are for


def by_failure(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What was tried in vain was not done."""
    if voice is not Voice.ACTIVE:
        return None
    if _is_failed(line, trigger.first, reach):
        return Phase(Status.DENIED, "failed", opener=reach.opener)
    if not is_tried(line, trigger.first):
        return None
    for token in range(trigger.end, min(line.end, trigger.end + OBJECT_REACH)):
        if line.has(token, "failing"):
            return Phase(Status.DENIED, "failed", opener=reach.opener)
        if line.stops(token) or line.words[token] == "," or line.opener(token) is not None:
            return None
    return None


def is_tried(line: Outline, at: int) -> bool:
    """Tell whether a verb only says what an attempt is for: "a bid to", "upaya untuk"."""
    low = max(line.first, at - ATTEMPT_REACH)
    tries = line.sources.page.pack.settings.get("attempts", ())
    return any(line.lower[token] in tries for token in range(low, at))


def _is_failed(line: Outline, at: int, reach: Reach) -> bool:
    """Tell whether only who failed stands before a verb: "the failure of both sides to reach"."""
    if is_tensed(line) and not line.has(at - 1, "purpose"):
        return False
    failures = line.sources.page.pack.settings.get("failures", ())
    for token in range(at - 1, max(reach.first, at - OBJECT_REACH) - 1, -1):
        if line.lower[token] in failures:
            return not line.any_tag(reach.first, token, "averted", "future", "possibility")
        named = token in line.names or line.has_one(token, _OF_WHOM)
        if not named and not line.words[token][0].islower():
            return False
    return False


_OF_WHOM = ("of", "agent", "purpose", "both", "and", "article")
"""Grammar entries of words between a failure and what was not done."""
