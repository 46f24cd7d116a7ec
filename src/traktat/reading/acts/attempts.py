"""Attempts that came to nothing: "efforts to reach a truce with Sarvia collapsed"."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import Phase, Reach
from traktat.reading.acts.triggers import Trigger, Voice

OBJECT_REACH = 16  # words of "a truce between … and …" before the verb that says it failed
ATTEMPT_REACH = 4  # words from "efforts" to what they are for


def by_failure(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What was tried in vain was not done."""
    if voice is not Voice.ACTIVE or not is_tried(line, trigger.first):
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
