"""Standings: how a thing stands under an agreement: "tariffs fall to zero", "the port stays"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.frames import Desk, matter_marks
from traktat.reading.provisions.nearness import hangs

OPENS = 4  # tokens of a clause in which its thing is named
AMOUNT = 6  # tokens behind a verb in which a number says how much


def stands(desk: Desk, first: int, verb: Mark) -> bool:
    """Tell whether a verb of the plain present says what befalls a thing that can be ruled.

    What is only counted, exports or prices, goes up and down by itself.
    """
    if verb.key != "befalls" or not {"present", "bare"} & set(verb.forms):
        return False
    if not _has_thing(desk, first, verb.first) or _is_judged(desk, verb):
        return False
    counted = desk.page.marks.keyed("clauses", "counted", first, verb.first)
    return not any(counted) and not any(
        not name.attributive and not hangs(desk, name)
        for name in desk.names.within(first, verb.first)
    )


def is_measured(desk: Desk, verb: Mark) -> bool:
    """Tell whether a number or "in place" says how it is: then it is a rule by itself."""
    words = desk.page.tokens.lower[verb.end : verb.end + AMOUNT]
    numbers = desk.page.pack.entry("dates", "number").get("values", {})
    states = desk.page.marks.keyed("clauses", "standing", verb.end, verb.end + 2)
    return any(states) or any(word[0].isdecimal() or word in numbers for word in words)


def _has_thing(desk: Desk, first: int, end: int) -> bool:
    marks = desk.page.marks.within("grammar", first, end)
    if any(mark.key in ("relative", "that", "purpose", "condition") for mark in marks):
        return False
    things = matter_marks(desk.page, first, min(end, first + OPENS))
    return any(mark.end <= end and not hangs(desk, mark) for mark in things)


def _is_judged(desk: Desk, verb: Mark) -> bool:
    """Tell whether a thing is only called something: "tariffs remain a worry"."""
    marks = desk.page.marks.within("grammar", verb.end, verb.end + 1)
    keys = {mark.key for mark in marks}
    return "article" in keys and "definite" not in keys
