"""Words and marks of a text, as parallel lists: the one pass everything else stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from traktat.lang.places import first_from
from traktat.model.spans import Span

# A word keeps its apostrophes and the full stops of initialisms ("U.S."); hyphens, slashes and
# all other marks stand alone, so "Rusia-Korea Utara" is two names and a hyphen.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʼ][^\W\d_]+)*|\S")

BOLD = "**"  # stands around what is printed bold
STAR = "*"

_NEW = tuple.__new__  # what `Span(…)` does, at half the cost: whatever is found asks for its span


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text: `words[i]` stands at `starts[i]:ends[i]`.

    `lower[i]` is the word in lower case with straight apostrophes; `standing` keeps what `places`
    gives, once it was asked for.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    standing: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """Give the characters from one token up to, not with, another."""
        return _NEW(Span, (self.starts[first], self.ends[end - 1]))

    def places(self) -> dict[str, list[int]]:
        """Give for each word, as it is looked up, the tokens where it stands."""
        found = self.standing
        if found:
            return found
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
            # what is its own lower form is one object with it
            named = [at for at in stands if words[at] is not word and words[at][0].isupper()]
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
    # what stands between spaces is most often a word: a third of what asking for each token costs
    stretch = text if end is None and not start else text[start:end]
    tokens = Tokens([], [], [], [])
    words, lower, starts, ends = tokens.words, tokens.lower, tokens.starts, tokens.ends
    known: dict[str, tuple[str, str]] = {}  # what comes again is lowered once and stays one object
    stop = 0
    for piece in stretch.split():
        at = stretch.find(piece, stop)
        stop = at + len(piece)
        both = known.get(piece)
        if both is None:
            if not piece.isalnum():
                _cut(piece, at + start, tokens, known)
                continue
            both = known[piece] = _with_lower(piece)
        words.append(both[0])
        lower.append(both[1])
        starts.append(at + start)
        ends.append(stop + start)
    return tokens


def _cut(piece: str, at: int, tokens: Tokens, known: dict[str, tuple[str, str]]) -> None:
    """Cut what stands between two spaces and is no bare word; most often a mark ends a word."""
    last = piece[-1]
    ended = not last.isalnum() and piece[:-1].isalnum()
    found: list[str] = [piece[:-1], last] if ended else _TOKEN.findall(piece)
    bold = not ended and BOLD in piece
    for word in found:
        if bold and word == STAR:  # "**JAKARTA, NORNEWS.com**": how it is printed, and no mark
            at += 1
            continue
        both = known.get(word)
        if both is None:
            both = known[word] = _with_lower(word)
        tokens.words.append(both[0])
        tokens.lower.append(both[1])
        tokens.starts.append(at)
        at += len(word)
        tokens.ends.append(at)


def before_bold(text: str, at: int) -> int:
    """Give where the marks of bold print right before a place begin: they are no tokens."""
    while at and text[at - 1] == STAR:
        at -= 1
    return at


@lru_cache(maxsize=1)  # press and reading ask for the same text, one right after the other
def tokens_of(text: str) -> Tokens:
    """Give the words and marks of a whole text; asked twice in a row, it is cut once."""
    return tokenize(text)


def _with_lower(word: str) -> tuple[str, str]:
    """Give a word and its lower form; most words of a text are that already: one object."""
    lower = lowered(word)
    return (word, word) if lower == word else (word, lower)


def lowered(word: str) -> str:
    """Give the form under which a word is looked up."""
    if word.isascii():
        return word.lower()
    return word.lower().replace("’", "'").replace("‘", "'").replace("ʼ", "'")
