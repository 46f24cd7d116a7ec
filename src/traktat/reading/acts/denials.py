"""Acts that are denied: by a negation, because nobody did them, or failed to."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import (
    GOVERNOR_REACH,
    NEGATION_REACH,
    UNSURE,
    Phase,
    Reach,
    last_of,
)
from traktat.reading.acts.triggers import Trigger, Voice

CALLED = 6  # words of "urged all of the states" before the clause that says which
NOBODY = 4  # words of "tidak ada satu negara pun"
NONE_AT_ALL = 10  # words of "belum ada satu pun negara pemilik senjata nuklir"


def by_denial(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What is denied, or told of nobody, was not done."""
    if line.has(trigger.first - 1, "needed_for"):  # "failed to win the majority needed to ratify"
        low = max(line.first, trigger.first - GOVERNOR_REACH)
        if line.any_tag(low, trigger.first, "negation", "not_yet"):
            return Phase(Status.DENIED, "negation", opener=reach.opener)
    if reach.opener is not None and line.has(reach.opener_at, "negation"):
        return Phase(Status.DENIED, "negation", opener=reach.opener)  # "not official that …"
    if _by_nobody(line, reach) or (voice is Voice.NOUN and _is_none_of(line, trigger)):
        return Phase(Status.DENIED, "negation", opener=reach.opener)
    none = last_of(line, reach, "none")
    if none is not None and line.any_tag(none + 1, trigger.first, "wish"):
        return Phase(Status.DENIED, "negation", opener=reach.opener)  # "tidak ada rencana keluar"
    at = last_of(line, reach, "negation", "not_yet")
    if at is None or trigger.first - at > NEGATION_REACH or _is_of_others(line, at, trigger):
        return None
    if _is_needless(line, at):
        return Phase(Status.DENIED, UNSURE, opener=reach.opener)
    still = _rule_of_waiting(line, at, trigger, reach)
    if still is not None:
        return Phase(Status.PLANNED, still, opener=reach.opener)
    wished = last_of(line, Reach(reach.first, at, None, at), "wish") is not None
    supposed = (
        wished
        or reach.opener == "condition"
        or (voice is Voice.NOUN and line.has(at, "preposition"))
    )
    return Phase(Status.DENIED, UNSURE if supposed else "negation", opener=reach.opener)


def _is_none_of(line: Outline, trigger: Trigger) -> bool:
    """Tell whether there is none of what a noun names: "tidak ada penandatanganan"."""
    before = trigger.first - 1
    return line.has(before - line.has(before, "article"), "none")


def _rule_of_waiting(line: Outline, negation: int, trigger: Trigger, reach: Reach) -> str | None:
    """Give why what is not done is only still to come: "will not … until", "has yet to vote on"."""
    if _is_of_addressed(line, negation, trigger, reach):
        return "governed: wish"
    waits = _until(line, trigger) if line.has(negation - 1, "future") else False
    if waits or (line.has(negation, "possibility", "future") and _waits(line, trigger)):
        return "not until"
    voted = line.has(negation, "not_yet") and any(sense.ballot for sense in trigger.senses)
    return "awaited" if voted else None


def _turns_on(line: Outline, negation: int, trigger: Trigger) -> bool:
    """Tell whether "and" leads from what is not done to what is: "tak diam dan ikut keluar".

    Two acts share a negation: "tidak meneken dan meratifikasi".
    """
    joint = next((t for t in range(negation + 1, trigger.first) if line.joins(t)), None)
    if joint is None or line.any_tag(joint, trigger.first, "negation", "not_yet"):
        return False
    if is_tensed(line):
        return line.any_tag(joint, trigger.first, *_NEW_VERB) or _is_own_past(trigger)
    if line.has(joint + 1, "particles", "then", "perfect"):
        return True
    verbs = line.sources.page.marks.within("acts", negation + 1, joint)
    return joint + 1 not in line.names and not any(mark.forms for mark in verbs)


_NEW_VERB = ("future", "be", "have", "was")
"""Grammar entries of words by which a verb behind "and" stands for itself."""


def _is_own_past(trigger: Trigger) -> bool:
    """Tell whether a verb has an agreement for its subject: "was not ratified and lapsed"."""
    return all(s.field.startswith("subject") and "past" in s.forms for s in trigger.senses)


def _is_of_others(line: Outline, negation: int, trigger: Trigger) -> bool:
    """Tell whether "not only" denies nothing, or "without" only names who is left out.

    "A pact without Norland was signed."
    """
    if line.has(negation, "not_only") or not line.has(negation, "preposition"):
        return line.has(negation, "not_only") or _turns_on(line, negation, trigger)
    return not trigger.gerund and any(at in line.names for at in range(negation + 1, trigger.first))


def _is_of_addressed(line: Outline, negation: int, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether it says who is called on: "urged those that have not joined to ratify it"."""
    behind = range(negation + 2, trigger.first)
    purpose = next((token for token in behind if line.has(token, "purpose")), None)
    if reach.opener != "relative" or purpose is None:
        return False
    called = line.any_tag(max(line.first, reach.opener_at - CALLED), reach.opener_at, "wish")
    return called and not line.any_tag(negation + 1, purpose, "wish", "future")


def _is_needless(line: Outline, negation: int) -> bool:
    """Tell whether an act is only said not to be needed: "requires no approval by Congress"."""
    needed = "awaiting", "obligation"
    return line.has(negation - 1, *needed) or (
        line.has(negation + 1, *needed) and not line.has(negation + 1, "negation")
    )


def _by_nobody(line: Outline, reach: Reach) -> bool:
    """Tell whether there is nobody who did it: "without any side that agreed to extend it"."""
    if reach.opener != "relative":
        return False
    at = reach.opener_at
    if not line.any_tag(max(line.first, at - NOBODY), at, "none") and not _is_none(line, at):
        return False
    return not line.any_tag(at, line.end, "except")


def _is_none(line: Outline, relative: int) -> bool:
    """Tell whether a long noun phrase says "none": "belum ada satu pun negara nuklir yang"."""
    for token in range(relative - 1, max(line.first, relative - NONE_AT_ALL), -1):
        if line.has(token, "none"):
            return not is_tensed(line)
        if token in line.agreements or line.words[token] == "," or line.has(token, "preposition"):
            return False
    return False


def _until(line: Outline, trigger: Trigger) -> bool:
    """Tell whether what will not be is only put off: "will not take effect until January"."""
    behind = range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH))
    return any(line.has(token, "until") for token in behind)


def _waits(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a condition follows: "cannot be signed until the constitution is amended"."""
    behind = range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH))
    return any(line.opener(token) in ("condition", "ahead", "after") for token in behind)
