"""Quantities with their comparators: "more than 10,000 soldiers", "ribuan pasukan"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.scan import Scan

UNIT_GAP = 3  # tokens between a number and what it counts
LONGEST_ROUGH = 7  # tokens of the longest rough number and a gap behind it


def quantity_in(page: Scan, first: int, end: int) -> tuple[str, str, str] | None:
    """Give the first quantity of troops or arms in a stretch: (comparator, value, unit)."""
    for unit in page.marks.within("quantities", first, end):
        if unit.key != "unit":
            continue
        vague = _rough(page, unit)
        if vague:
            return "~", vague, _word(page, unit)
        number = _number(page, max(first, unit.first - UNIT_GAP - 2), unit.first)
        if number:
            value, at = number
            return _comparator(page, at), value, _word(page, unit)
    return None


def _word(page: Scan, unit: Mark) -> str:
    return str(page.pack.entry("quantities", "unit").get("value") or "persons")


def _rough(page: Scan, unit: Mark) -> str | None:
    """Give the key of a rough number right before a unit ("thousands")."""
    found = [
        mark
        for mark in page.marks.within("quantities", unit.first - LONGEST_ROUGH, unit.first)
        if page.pack.entry("quantities", mark.key).get("group") == "round"
        and mark.end >= unit.first - UNIT_GAP
    ]
    return max(found, key=lambda mark: mark.end - mark.first).key if found else None


def _number(page: Scan, first: int, end: int) -> tuple[str, int] | None:
    """Give the digits of a number written with or without separators, and its first token."""
    words = page.tokens.words
    at = first
    while at < end and not words[at].isdigit():
        at += 1
    if at >= end:
        return None
    digits, here = words[at], at + 1
    while here + 1 < end and words[here] in ".," and len(words[here + 1]) == 3:
        digits, here = digits + words[here + 1], here + 2
    return digits, at


def _comparator(page: Scan, at: int) -> str:
    for key, sign in (("more", ">"), ("about", "~"), ("less", "<")):
        if any(page.marks.keyed("quantities", key, at - 4, at)):
            return sign
    return "="
