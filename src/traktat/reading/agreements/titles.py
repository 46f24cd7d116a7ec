"""Titles side by side: "the Treaty on Rivers and the Extradition Treaty"."""

from __future__ import annotations

from traktat.reading.agreements.nouns import Words

_WORDS = 6  # capitalized words of a title before its noun


def opens_title(words: Words, at: int) -> bool:
    """Tell whether a conjunction leads from one title to another, which has a noun of its own."""
    behind = words.roles.end(at, "and")
    if not behind:
        return False
    tokens = words.page.tokens.words
    token = words.roles.end(behind, "definite", "article") or behind
    for here in range(token, min(token + _WORDS, len(tokens))):
        if not tokens[here][0].isupper():
            return False
        marks = words.page.marks.within("agreements", here, here + 1)
        if any(mark.key in words.forms for mark in marks):
            return True
    return False
