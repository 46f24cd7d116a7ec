"""Qualities behind a noun that are said of the verb instead: "Pakta Norlandia resmi berlaku"."""

from __future__ import annotations

from traktat.reading.agreements.nouns import Phrase, Words

DOING = frozenset({"subject_words", "subject_verbs", "closing_words", "truce_words"})
"""Fields of verbs whose subject is the agreement."""


def is_adverb(words: Words, phrase: Phrase, at: int) -> bool:
    """Tell whether a quality at a token is said of what is done, not of the agreement."""
    topics = any(mark.entry.key in words.topics for mark in words.roles.at(at))
    if topics or not words.roles.end(at, "modifier"):
        return False
    if phrase.named and phrase.named[-1].end == at:
        return True
    verbs = words.page.marks.within("acts", at + 1, at + 2)
    done = any(mark.field in DOING or "passive" in mark.forms for mark in verbs)
    return done and words.roles.end(at, "perfect") > 0
