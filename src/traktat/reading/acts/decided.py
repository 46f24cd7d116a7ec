"""Acts decided on at home: a decree that ends an agreement, a vote to prolong it."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.chambers import assemblies
from traktat.reading.acts.changes import CHANGES
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import AHEAD, Phase, Reach
from traktat.reading.acts.triggers import Trigger, Voice

DECREED = "decreed"  # the rule of a phase of what a law brings about
REACH = 5  # words of "signed a landmark decree to"

_VOTED_ON = CHANGES | {ActKind.RESUMPTION}
_DONE = frozenset({"active", "past"})


def by_decree(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What a law is for is done when it is made: "signed a decree ending the pact"."""
    if voice is Voice.NOUN or not _is_decreed(line, trigger):
        return None
    return Phase(Status.OCCURRED, DECREED, opener=reach.opener)


_ISSUED = frozenset({ActKind.SIGNATURE, ActKind.PUBLICATION, ActKind.NOTIFICATION})
"""What is done to a law or decree when it is made: it is signed, published or issued."""


def _is_law(line: Outline, token: int) -> bool:
    """Tell whether a word means a law, as part of its name too: "Royal Decree 12/2024"."""
    if line.has(token, "law"):
        return True
    named = line.words[token][0].isupper() and token > line.first
    return named and line.lower[token] in line.sources.page.pack.words("grammar", "law")


def _is_decreed(line: Outline, trigger: Trigger) -> bool:
    low = max(line.first, trigger.first - REACH)
    law = next((t for t in range(trigger.first - 1, low, -1) if _is_law(line, t)), None)
    if law is None:
        return False
    told = trigger.gerund or line.any_tag(law + 1, trigger.first, "purpose", "relative")
    if not told:  # "a decree ratifying", "a law to end"
        return False
    marks = line.sources.page.marks.within("acts", max(line.first, law - REACH), law)
    signed = next((mark for mark in marks if mark.key in _ISSUED), None)
    return signed is not None and _is_done(line, signed)


def by_vote(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """An assembly that votes to prolong an agreement, or to end it, approves."""
    if voice is not Voice.ACTIVE or kind not in _VOTED_ON:
        return None
    marks = line.sources.page.marks.within("acts", reach.first, trigger.first)
    vote = next((m for m in marks if m.key == ActKind.APPROVAL and _DONE & set(m.forms)), None)
    if vote is None or not line.any_tag(vote.end - 1, trigger.first, "purpose", "achieved"):
        return None
    names = {
        line.names[t].key: line.names[t] for t in range(reach.first, vote.first) if t in line.names
    }
    if not assemblies(line, names.values()):
        return None
    status = Status.OCCURRED if _is_done(line, vote) else Status.PLANNED
    return Phase(status, "voted", ActKind.APPROVAL, reach.opener)


def _is_done(line: Outline, verb: Mark) -> bool:
    """Tell whether a verb tells of what was done."""
    if not _DONE & set(verb.forms):
        return False
    near = max(line.first, verb.first - REACH), verb.first
    return not line.any_tag(*near, "negation", "not_yet", *AHEAD)
