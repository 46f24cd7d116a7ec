"""Duties held: what an agreement says that somebody shall do, or holds that rules in its stead."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.reading.frames import Desk
from traktat.reading.provisions.under import UNDER_GAP

DUTY_REACH = 10  # tokens behind "states that" in which somebody "shall" do something
DUTY_GAP = 3  # tokens between "contains" and "a commitment"
DUTY_LEAST = 3  # tokens behind "a commitment" that say to what
DUTY_NOUNS = ("duty", "bar")
FORCES = ("shall", "may", "will")
HOLDS = ("contains", "have")
"""Words that say that an agreement holds something."""

CUT = ("obliges", "forbids", "permits")
"""Words that bind, bar or allow somebody: their frames end the one before them."""

RULES = ("rule_verbs", "rule_words")
"""Lists of words that make a rule of whatever an agreement holds."""


def tells_duty(desk: Desk, cue: Mark, sentence: Sentence) -> bool:
    """Tell whether an agreement says that somebody shall do something: "states that … must"."""
    if cue.key not in ("contains", "article"):
        return False
    if duty_of(desk, cue, sentence) is not None or _holds_device(desk, cue, sentence):
        return True
    stop = min(sentence.end, cue.end + DUTY_REACH)
    forces: tuple[str, ...] = FORCES[:1] if cue.field == "words" else FORCES[:2]
    that = desk.page.marks.keyed("grammar", "that", cue.end, cue.end + 1)
    if any(that) or (cue.key == "article" and _is_set_off(desk, cue, stop)):
        forces = FORCES
    return any(
        mark.key in forces and desk.group(mark) == "force"
        for mark in desk.page.marks.within("clauses", cue.end, stop)
    )


def duty_of(desk: Desk, cue: Mark, sentence: Sentence) -> Mark | None:
    """Give the noun of what is owed or barred behind a verb: "contains a commitment to …"."""
    if cue.key != "contains":
        return None
    marks = desk.page.marks
    for mark in marks.within("clauses", cue.end, cue.end + DUTY_GAP):
        if any(marks.keyed("grammar", "preposition", mark.first - 1, mark.first)):
            continue  # "frees Peru from the duty to pay"
        pledged = mark.key == "pledges" and mark.field == "noun_words"
        if (pledged or mark.key in DUTY_NOUNS) and mark.end + DUTY_LEAST <= sentence.end:
            return mark
    return None


def is_held(desk: Desk, first: int, end: int) -> bool:
    """Tell whether what a relative clause is about is held: "has a mechanism that calls …"."""
    marks, first = desk.page.marks, desk.past_parties(first, end)
    stop = min(end, first + UNDER_GAP)
    near = [*marks.within("clauses", first, stop), *marks.within("grammar", first, stop)]
    return any(mark.key in HOLDS for mark in near) and any(
        marks.keyed("clauses", "device", max(first, end - DUTY_REACH), end)
    )


def _holds_device(desk: Desk, cue: Mark, sentence: Sentence) -> bool:
    """Tell whether what is held rules itself: "includes a mechanism that calls for …"."""
    marks, stop = desk.page.marks, min(sentence.end, cue.end + DUTY_REACH)
    for device in marks.keyed("clauses", "device", cue.end, stop):
        relative = any(marks.keyed("grammar", "relative", device.end, device.end + 2))
        rules = marks.within("clauses", device.end, min(sentence.end, device.end + DUTY_REACH))
        if relative and any(mark.key in CUT or mark.field in RULES for mark in rules):
            return True
    return False


def _is_set_off(desk: Desk, cue: Mark, stop: int) -> bool:
    """Tell whether an article only heads what it says: "Article 4: …", "Another point, …"."""
    words = desk.page.tokens.words
    return any(words[at] in ",:" for at in range(cue.end, min(stop, cue.end + UNDER_GAP)))
