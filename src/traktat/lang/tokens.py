"""Words and marks of a text, as parallel lists: the one pass everything else stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from traktat.lang.places import first_from
from traktat.model.spans import Span

# A word keeps its apostrophes and the full stops of initialisms ("U.S."); hyphens, slashes and
# all other marks stand alone, so "Rusia-Korea Utara" is two names and a hyphen. To look ahead
# first spares every space three tries.
_TOKEN = re.compile(r"((?=\S)(?:(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʼ][^\W\d_]+)*|\S))")

_NEW = tuple.__new__  # what `Span(…)` does, at half the cost: whatever is found asks for its span


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text: `words[i]` stands at `starts[i]:ends[i]`.

    `lower[i]` is the word in lower case with straight apostrophes.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """Give the characters from one token up to, not with, another."""
        return _NEW(Span, (self.starts[first], self.ends[end - 1]))

    def places(self) -> dict[str, list[int]]:
        """Give for each word, as it is looked up, the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.lower):
            known = found.get(word)
            if known is None:
                found[word] = [at]
            else:
                known.append(at)
        return found

    def capitals(self, places: dict[str, list[int]]) -> dict[str, list[int]]:
        """Give of the places of words those where a word is written with a capital."""
        words = self.words
        found: dict[str, list[int]] = {}
        for word, stands in places.items():
            named = [at for at in stands if words[at][0].isupper()]
            if named:
                found[word] = named
        return found

    def at(self, offset: int) -> int:
        """Give the index of the first token that starts at or after an offset."""
        return first_from(self.starts, offset)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a stretch of a text into words and marks; offsets are those of the whole text.

    >>> tokenize("Kim Jong-un, U.S. envoy").words
    ['Kim', 'Jong', '-', 'un', ',', 'U.S.', 'envoy']
    """
    # gaps and words by turns: half the time of asking every match for its place
    parts = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    return Tokens(words, _all_lowered(words), places[1:-1:2], places[2::2])


@lru_cache(maxsize=1)  # press and reading ask for the same text, one right after the other
def tokens_of(text: str) -> Tokens:
    """Give the words and marks of a whole text; asked twice in a row, it is cut once."""
    return tokenize(text)


def _all_lowered(words: list[str]) -> list[str]:
    """Lower words; most of a text are there already or come again, and stay one object."""
    known: dict[str, str] = {}
    found: list[str] = []
    for word in words:
        lower = known.get(word)
        if lower is None:
            lower = lowered(word)
            if lower == word:
                lower = word
            known[word] = lower
        found.append(lower)
    return found


def lowered(word: str) -> str:
    """Give the form under which a word is looked up."""
    if word.isascii():
        return word.lower()
    return word.lower().replace("’", "'").replace("‘", "'").replace("ʼ", "'")
