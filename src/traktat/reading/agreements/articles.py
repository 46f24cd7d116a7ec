"""The article of an agreement, past words that say nothing of it: "a $2 billion tea deal"."""

from __future__ import annotations

from traktat.reading.agreements.crowds import is_many
from traktat.reading.agreements.groups import HYPHENS
from traktat.reading.agreements.nouns import QUOTES, TRUCES, Phrase, Words

_PLAIN = 7  # tokens between an article and the first word that tells of the agreement
_MARKS = HYPHENS | frozenset("$€£,")
_SORTS = frozenset({"modifier", "fresh"})


def before_plain(words: Words, phrase: Phrase) -> int:
    """Give where a phrase begins with its plain words, if they stand behind an article.

    Not of a truce: "a 72-hour ceasefire" is often the one told of before, and so is "a much
    worse deal", unless it says whom it is with or what it is about.
    """
    if not words.before(phrase.key) or phrase.form in TRUCES:
        return phrase.first
    roles = words.roles
    told = bool(phrase.topics) or roles.end(phrase.end, "with", "between") > 0
    for at in range(phrase.first - 1, max(phrase.sentence.first, phrase.first - _PLAIN - 1), -1):
        if not _is_plain(words, at):
            break
        one = phrase.first == phrase.head and at == phrase.first - 1  # "a tea deal"
        articles = ("definite", "indefinite") if told or one else ("definite",)
        if roles.start(at, *articles) >= phrase.sentence.first:
            return at
    return phrase.first


def _is_plain(words: Words, at: int) -> bool:
    """Tell whether a word stands there that says nothing of parties or deeds, a number or mark."""
    tokens = words.page.tokens.words
    word = tokens[at]
    if word in QUOTES or word in _MARKS or word[0].isdigit() or word == ".":
        return True
    joined = tokens[at + 1] in HYPHENS and tokens[at - 1] in HYPHENS  # "copy-and-paste"
    told = (mark.key in words.topics or mark.key in _SORTS for mark in words.roles.until(at + 1))
    return word.replace("-", "").isalpha() and word.islower() and (joined or all(told))


def in_digits(words: Words, phrase: Phrase, at: int) -> bool:
    """Tell whether digits before a token count agreements, and no article: "ada 19 perjanjian"."""
    tokens = words.page.tokens.words
    if words.before(phrase.key) or at - 1 <= phrase.sentence.first or not is_many(tokens[at - 1]):
        return False
    return not tokens[at - 2][0].isupper()
