"""Gerunds: when they tell of a deed, and when of one that is only thought of."""

from __future__ import annotations

from traktat.model.kinds import ActKind
from traktat.reading.acts.fronted import sets_scene
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import AHEAD, GOVERNOR_REACH, Reach, main_start
from traktat.reading.acts.triggers import Trigger, looks_like

JUDGED = 9  # words of "blasted the government of Norland for"


def is_bare_gerund(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """A gerund tells of a deed only behind "is" or "after": "signing it would …" does not."""
    if not _is_gerund(line, trigger):
        return False
    if reach.opener in ("after", "while") and trigger.first - reach.opener_at <= 2:
        return False
    before = trigger.first - 1
    if before == reach.opener_at and line.has(before, "ahead"):
        return False  # "before joining the pact": by_opener tells
    while before > line.first and line.has(before, "then"):
        before -= 1
    if before in line.dates:  # "signed a law on Tuesday suspending …"
        before = line.dates[before].first - 1
        before -= before > line.first and line.has(before, "in")
    if line.has(before, "law", "contrast") or line.words[before] == ",":
        return False  # told by the verb before, "despite signing the pact"
    if _opens_tale(line, trigger, before) or _is_means(line, before):
        return False
    judged = line.has(before, "toward") and trigger.of(*MAKING) and is_judged(line, before)
    if judged or _is_result(line, trigger, before):
        return False
    if _is_made(line, trigger, before) or _is_joined(line, before):
        return False
    return not line.any_tag(max(reach.first, trigger.first - 3), trigger.first, "be")


def _opens_tale(line: Outline, trigger: Trigger, before: int) -> bool:
    """Tell whether it sets the scene for what was said: "In announcing the pact, she said"."""
    if before < line.first:
        return _is_scene(line, trigger)
    if not sets_scene(line, before):
        return False
    comma = next((t for t in range(trigger.end, line.end) if line.words[t] == ","), line.end)
    told = (t for t in range(comma, line.end) if t in line.saying)
    return any(not line.any_tag(comma, at, *AHEAD) for at in told)


def _is_scene(line: Outline, trigger: Trigger) -> bool:
    """Tell whether it opens a tale of what was done: "Leaving the pact, Norland closed its"."""
    comma = next((t for t in range(trigger.end, line.end) if line.words[t] == ","), line.end)
    subject = comma + 1
    if subject not in line.names and not line.has(subject, "article", "he", "they", "we", "it"):
        return False
    near = range(comma, min(line.end, comma + GOVERNOR_REACH))
    told = any(t in line.saying or looks_like(line, t, ("past",)) for t in near)
    return told and not line.any_tag(trigger.end, near.stop, *AHEAD)


def _is_result(line: Outline, trigger: Trigger, before: int) -> bool:
    """Tell whether a gerund says what a deed brought about: "swapped notes, bringing it …"."""
    if not trigger.of(ActKind.ENTRY_INTO_FORCE) or before <= line.first:
        return False
    plain = before in line.names or not line.tags.get(before)
    return plain and not line.any_tag(main_start(line, before), before, *AHEAD)


def _is_made(line: Outline, trigger: Trigger, before: int) -> bool:
    """Tell whether an agreement that changes another is made: "signed a deal extending it"."""
    if before not in line.agreements or not trigger.of(*_CHANGES):
        return False
    start = main_start(line, before)
    marks = line.sources.page.marks.within("acts", start, line.agreements[before].first)
    made = [mark for mark in marks if mark.entry.key in MAKING and "past" in mark.forms]
    return bool(made) and not line.any_tag(start, before, *AHEAD, "negation", "not_yet", "be")


_CHANGES = (ActKind.EXTENSION, ActKind.AMENDMENT)
MAKING = (ActKind.SIGNATURE, ActKind.TEXT_AGREED)
"""What is done to an agreement by another, and how that other is made."""


def _is_joined(line: Outline, before: int) -> bool:
    """Tell whether somebody joined others who did it: "has joined its neighbors in signing"."""
    if before <= line.first or not line.has(before, "in"):
        return False
    start = main_start(line, before)
    marks = line.sources.page.marks.within("acts", start, before)
    joined = any(mark.key == ActKind.ACCESSION and "past" in mark.forms for mark in marks)
    return joined and not line.any_tag(start, before, *AHEAD, "negation", "not_yet")


def _is_gerund(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a verb is a gerund, listed as one or not: "re-opening"."""
    if trigger.gerund:
        return True
    if any(sense.forms or sense.field != "direct_words" for sense in trigger.senses):
        return False
    return looks_like(line, trigger.end - 1, ("gerund",))


def _is_means(line: Outline, before: int) -> bool:
    """Tell whether a gerund says by what something was done: "let them down by signing"."""
    if before < line.first or not line.has(before, "agent"):
        return False
    if before == line.first:  # "By signing the pact, they opened the door to …"
        comma = next((t for t in range(before, line.end) if line.words[t] == ","), line.end)
        return not line.any_tag(comma, min(line.end, comma + GOVERNOR_REACH), *AHEAD)
    return not line.any_tag(main_start(line, before), before, *AHEAD)


def is_judged(line: Outline, at: int) -> bool:
    """Tell whether somebody is praised or blamed for it: "criticized them for settling on a"."""
    marks = line.sources.page.marks.within("statements", max(line.first, at - JUDGED), at)
    return any(mark.entry.key == "evaluate" and mark.forms for mark in marks)
