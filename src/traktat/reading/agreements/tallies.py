"""Parties that are counted and all named: "the three-nation treaty signed by A, B and C"."""

from __future__ import annotations

from traktat.reading.agreements.evidence import SIGNED, Evidence
from traktat.reading.agreements.groups import Groups
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

_APPOSED = 3  # tokens of ", yakni" between "three countries" and their names
_PAIR = 2
_HYPHENS = frozenset("-‐‑")


def read_tally(
    page: Scan, groups: Groups, roles: WordPlaces, phrase: Phrase, out: Evidence
) -> None:
    """Take those named as all parties where just so many are counted."""
    if not out.many or phrase.known or out.partners:
        return
    sentence, words = phrase.sentence, page.tokens.words
    for at in range(sentence.first + 1, sentence.end):
        end = roles.end(at, "nations", "nation", "bound")
        count = _number(page, at - 1 - (words[at - 1] in _HYPHENS)) if end else 0
        if count < _PAIR:
            continue
        for group in groups.of(sentence):
            states = len(group.codes) == count and not group.crowded
            beside = 0 <= group.first - end <= _APPOSED
            if states and (beside or set(out.codes) == set(group.codes)):
                out.many = out.wide = False
                out.close(group.codes, SIGNED)
                return


def _number(page: Scan, at: int) -> int:
    """Give the number a token is, in digits or as a word, or 0."""
    word = page.tokens.lower[at]
    if word.isdecimal():
        return int(word) if len(word) < len("1000") else 0
    values = page.pack.entry("dates", "number").get("values", {})
    return int(values.get(word, 0))
