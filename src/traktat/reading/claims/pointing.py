"""Stances that point back to what was said before: "denied this", "membantahnya"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.scan import Scan

JOINING = ("and", "contrast", "while")
"""Words behind which another clause goes on."""
NAMED = 2  # tokens of "the claim" behind a verb


def points_back(page: Scan, verb: Mark) -> bool:
    """Tell whether the object of a verb is a pronoun or left out: "denied this", "membantahnya"."""
    endings = page.pack.words("grammar", "it", "endings")
    if endings and page.tokens.lower[verb.end - 1].endswith(endings):
        return True
    pronouns = [
        mark.end
        for key in ("it", "definite")
        for mark in page.marks.keyed("grammar", key, verb.end, verb.end + 1)
    ]
    called = page.marks.keyed("topics", "accusation", verb.end, verb.end + NAMED)
    nouns = [mark.end for mark in called]  # "denied the claim"
    return any(_ends_clause(page, end) for end in (verb.end, *pronouns, *nouns))


def _ends_clause(page: Scan, token: int) -> bool:
    """Tell whether no more of a clause stands at a token: a mark of punctuation, "and"."""
    words = page.tokens.words
    if token >= len(words) or not words[token][0].isalnum():
        return True
    return any(mark.key in JOINING for mark in page.marks.within("grammar", token, token + 1))
