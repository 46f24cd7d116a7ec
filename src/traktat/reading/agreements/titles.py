"""Titles side by side, and what an agreement is said to be about."""

from __future__ import annotations

from traktat.reading.agreements.nouns import Phrase, Words

_WORDS = 6  # capitalized words of a title before its noun


def take_subject(words: Words, phrase: Phrase) -> None:
    """Note what is told behind a phrase of its subject: "a treaty on extradition"."""
    at = words.roles.end(phrase.end, "about")
    if not at or phrase.topics or phrase.known:
        return
    at = words.roles.end(at, "article", "definite") or at
    told = (words.topics.get(mark.entry.key) for mark in words.roles.at(at))
    phrase.topics += dict.fromkeys(topic for topic in told if topic)
    phrase.described = phrase.described or bool(phrase.topics)


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
