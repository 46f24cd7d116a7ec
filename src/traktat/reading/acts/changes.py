"""Changes that are agreed: "agreed on a six-month extension", "the extension was agreed"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import AHEAD, GOVERNOR_REACH, Phase, Reach
from traktat.reading.acts.triggers import Trigger, Voice

AGREED_REACH = 9  # words of "agreed on Monday on another six-month extension"
GOVERNED = 4  # words before a verb that tell whether it was done

CHANGES = frozenset({ActKind.EXTENSION, ActKind.SUSPENSION, ActKind.AMENDMENT, ActKind.TERMINATION})
"""Acts that are done by agreeing on them."""


def by_change(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """A change that is agreed is made: "agreed on an extension", "the extension was agreed"."""
    if voice is not Voice.NOUN or kind not in CHANGES:
        return None
    verb = settling_before(line, trigger) or settling_behind(line, trigger)
    if verb is None:
        return None
    near = max(line.first, min(verb.first, trigger.end) - GOVERNED), verb.first
    if line.any_tag(*near, "negation", "not_yet"):
        return None
    ahead = line.any_tag(*near, *AHEAD) or "bare" in verb.forms
    status = Status.PLANNED if ahead and is_tensed(line) else Status.OCCURRED
    if line.any_tag(*near, "future", "wish", "possibility", "obligation", "awaiting"):
        status = Status.PLANNED
    return Phase(status, "agreed", opener=reach.opener)


def settling_behind(line: Outline, trigger: Trigger) -> Mark | None:
    """Give the passive verb that says an event noun was agreed."""
    end = min(line.end, trigger.end + GOVERNOR_REACH)
    stop = next((t for t in range(trigger.end, end) if line.stops(t) or line.opener(t)), end)
    marks = line.sources.page.marks.within("acts", trigger.end, stop)
    wanted = {"passive", "participle", "state"}
    return next((m for m in marks if m.key in SETTLING and wanted & set(m.forms)), None)


SETTLING = frozenset({ActKind.TEXT_AGREED, ActKind.APPROVAL})
"""Acts whose verbs say that a change is agreed."""

SETTLED = ("agreed", "achieved")
"""Rules of acts that one verb settles by another: "agreed to extend"."""


def settling_before(line: Outline, trigger: Trigger) -> Mark | None:
    """Give the verb that agrees on what a noun names: "agreed on a six-month extension"."""
    low = max(line.first, trigger.first - AGREED_REACH)
    for mark in line.sources.page.marks.within("acts", low, trigger.first):
        if mark.key != ActKind.TEXT_AGREED or mark.field not in _AGREEING:
            continue
        gap = range(mark.end, trigger.first)
        if all(
            t in line.dates or line.has(t, "article", "of", "preposition") or _is_plain(line, t)
            for t in gap
        ):
            return mark
    return None


def _is_plain(line: Outline, token: int) -> bool:
    """Tell whether a token is a word that is neither known nor a name, or a hyphen."""
    word = line.words[token]
    return word == "-" or (word[0].islower() and not line.tags.get(token))


_AGREEING = ("direct_verbs", "direct_words")
"""Lists of verbs by which parties agree on something."""
