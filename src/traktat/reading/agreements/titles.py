"""Titles side by side, and what an agreement is said to be about."""

from __future__ import annotations

from traktat.reading.agreements.nouns import Phrase, Words

HYPHENS = frozenset("-–—/")
_POINTED = 2  # tokens of "tawanan itu" behind "pertukaran"
_WORDS = 6  # capitalized words of a title before its noun


def take_subject(words: Words, phrase: Phrase) -> None:
    """Note what is told behind a phrase of its subject: "a treaty on extradition".

    Where it is pointed back to, that tells nothing new: "kesepakatan soal tawanan itu".
    """
    led = words.page.marks.keyed("clauses", "on-subject", phrase.end, phrase.end + 1)
    if not led or phrase.topics or phrase.known:
        return
    at = words.roles.end(led[0].end, "article") or led[0].end
    told = [mark for mark in words.roles.at(at) if mark.entry.key in words.topics]
    if not any(words.roles.has(mark.end, mark.end + _POINTED, "definite") for mark in told):
        phrase.topics += dict.fromkeys(words.topics[mark.entry.key] for mark in told)


def take_pair(words: Words, phrase: Phrase) -> None:
    """Note two states that a title joins: "Treaty on the Norland-Aruna Border"."""
    if phrase.named or phrase.known:
        return
    for at in range(phrase.head_end, phrase.end - 1):
        one = words.name_at.get(at)
        other = words.name_at.get(one.end + 1) if one else None
        if one and other and words.page.tokens.words[one.end] in HYPHENS:
            phrase.named = [one, other]
            return


def opens_title(words: Words, at: int) -> bool:
    """Tell whether a conjunction leads to another title: "the Treaty on A and the B Treaty"."""
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
