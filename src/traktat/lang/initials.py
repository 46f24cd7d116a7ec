"""Initials that a text itself spells out: "the Armed Forces of the Philippines (AFP)"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from traktat.lang.lexicon import Mark
from traktat.lang.tokens import Tokens

MOST = 6  # letters of initials
REACH = 14  # tokens in which the words stand that initials are made of


def other_initials(tokens: Tokens, marks: Iterable[Mark]) -> frozenset[str]:
    """Give the initials among marks that the text spells out as something the marks do not mean.

    "Agence France-Presse (AFP)" names the agency; "the Armed Forces of the Philippines (AFP)"
    names an army, wherever else in the text the three letters stand.
    """
    known = list(marks)
    ends = {(mark.end, mark.key) for mark in known}
    out = set()
    for mark in known:
        word = tokens.words[mark.first]
        short = mark.end - mark.first == 1 and word.isupper() and 1 < len(word) <= MOST
        own = (
            word in out or (mark.first - 2, mark.key) in ends or (mark.first - 1, mark.key) in ends
        )
        if short and not own and _is_spelled_out(tokens, mark.first, word):
            out.add(word)
    return frozenset(out)


def _is_spelled_out(tokens: Tokens, at: int, letters: str) -> bool:
    return _before(tokens, at, letters) or _behind(tokens, at, letters)


def _before(tokens: Tokens, at: int, letters: str) -> bool:
    """Tell whether the words before a bracket give these initials."""
    if at < 2 or tokens.words[at - 1] != "(":
        return False
    words = [w for w in tokens.words[max(0, at - 1 - REACH) : at - 1] if w[0].isalpha()]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals.endswith(letters) or _spells(words[-len(letters) :], letters)


def _behind(tokens: Tokens, at: int, letters: str) -> bool:
    """Tell whether an apposition gives these initials: "the XPA, the X peace agreement"."""
    if at + 1 >= len(tokens) or tokens.words[at + 1] not in ",(":
        return False
    words = [w for w in islice(tokens.words, at + 2, at + 2 + REACH) if w[0].isalpha()]
    size = len(letters)
    return any(_spells(words[first : first + size], letters) for first in (0, 1))


def _spells(words: list[str], letters: str) -> bool:
    return "".join(word[0] for word in words).upper() == letters
