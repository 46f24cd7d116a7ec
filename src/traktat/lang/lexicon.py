"""All words of a pack in one tree of tokens, found in one pass over a text."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from traktat.lang.tokens import Tokens, tokenize


class Entry(NamedTuple):
    """What a word stands for: `file` and `key` name the pack entry, `field` its list.

    `form` is the inflection ("" for words written out); `cased` is the exact spelling asked
    for, or None where case does not matter.
    """

    file: str
    key: str
    field: str
    form: str = ""
    cased: tuple[str, ...] | None = None

    @property
    def name(self) -> str:
        """Give the entry's address in the pack, as explanations print it."""
        return f"{self.file}#{self.key}"


class _Mark(NamedTuple):
    """What a mark holds."""

    first: int
    end: int
    entry: Entry
    forms: tuple[str, ...]
    file: str
    key: str
    field: str


class Mark(_Mark):
    """A pack word in a text: tokens [first, end) and the entry they stand for.

    `forms` are all inflections the spelling can be ("past" and "participle"). `file`, `key`
    and `field` are those of the entry, at hand because every layer asks for them.
    """

    __slots__ = ()

    def __new__(cls, first: int, end: int, entry: Entry, forms: tuple[str, ...] = ()) -> Mark:
        """Make the mark of an entry."""
        return _new(cls, (first, end, entry, forms, entry.file, entry.key, entry.field))


_LEAF = ""  # no token is empty, so this key of a node holds the entries that end there
_new = tuple.__new__

Node = dict[str, Any]


class _Word(NamedTuple):
    """What a spelling stands for in one list of one entry, all its inflections together.

    `rest` is what its marks hold besides their place.
    """

    entry: Entry
    forms: tuple[str, ...]
    rest: tuple[Entry, tuple[str, ...], str, str, str]


_Leaf = tuple[tuple[str, bool, tuple[_Word, ...]], ...]
"""The words that end at a node by file; the flag tells that case matters for none of them."""


@dataclass(slots=True)
class Lexicon:
    """A tree of tokens; `clitics` are endings that may hang on a word's last token.

    While words are added a leaf lists their entries; the first search turns the lists into
    what marks are made of, by file.
    """

    clitics: tuple[str, ...] = ()
    root: Node = field(default_factory=dict)
    is_ready: bool = False

    def add(self, phrase: str, entry: Entry, *, cased: bool = False) -> None:
        """Add a phrase; with `cased` it is found only in exactly this spelling."""
        tokens = tokenize(phrase)
        if not len(tokens):
            return
        if self.is_ready:
            raise ValueError("words are added before the first search")
        node = self.root
        for word in tokens.lower:
            node = node.setdefault(word, {})
        if cased:
            entry = entry._replace(cased=tuple(tokens.words))
        leaf = node.setdefault(_LEAF, {})
        leaf.setdefault(entry, None)

    def find(self, tokens: Tokens, first: int = 0, end: int | None = None) -> list[Mark]:
        """List the marks in a stretch of tokens, by place; of one file the longest wins."""
        if not self.is_ready:
            _make_ready(self.root)
            self.is_ready = True
            # a lexicon stays: looking through it for garbage took a seventh of all reading
            gc.freeze()
        lower, root, clitics = tokens.lower, self.root, self.clitics
        stop = len(lower) if end is None else end
        found: list[Mark] = []
        reach: dict[str, int] = {}  # per file, how far its last mark went
        for at in range(first, stop):
            word = lower[at]
            node = root.get(word)
            if node is None:
                node = self._without_clitic(root, word) if word.endswith(clitics) else None
                if node is None:
                    continue
            if len(node) == 1 and _LEAF in node:  # most words: no phrase goes on from here
                _make(tokens, at, at + 1, node[_LEAF], reach, found)
            else:
                for here, files in reversed(self._hits(lower, at + 1, stop, node)):
                    _make(tokens, at, here, files, reach, found)
        return found

    def _hits(self, lower: list[str], here: int, stop: int, node: Node) -> list[tuple[int, _Leaf]]:
        """Follow the tree from a node; list what ends on the way, and where, shortest first."""
        leaf, clitics = node.get(_LEAF), self.clitics
        hits: list[tuple[int, _Leaf]] = [] if leaf is None else [(here, leaf)]
        while here < stop:
            word = lower[here]
            step = node.get(word)
            if step is None:
                step = self._without_clitic(node, word) if word.endswith(clitics) else None
                if step is None:
                    break
            node, here = step, here + 1
            leaf = node.get(_LEAF)
            if leaf is not None:
                hits.append((here, leaf))
        return hits

    def _without_clitic(self, node: Node, word: str) -> Node | None:
        for clitic in self.clitics:
            if word.endswith(clitic) and len(word) > len(clitic):
                step: Node | None = node.get(word[: -len(clitic)])
                if step is not None:
                    return step
        return None


def _make(
    tokens: Tokens, at: int, end: int, leaf: _Leaf, reach: dict[str, int], found: list[Mark]
) -> None:
    """Make the marks of one stretch, for each file that no longer word has taken."""
    for file, plain, words in leaf:
        if reach.get(file, 0) >= end:
            continue
        before = len(found)
        for word in words:
            cased = None if plain else word.entry.cased
            if cased is None or _is_spelled(tokens.words[at:end], cased):
                # a third of the time of calling the class, for two marks at every token
                found.append(_new(Mark, (at, end, *word.rest)))
        if len(found) > before:
            reach[file] = end


def _is_spelled(words: list[str], cased: tuple[str, ...]) -> bool:
    """Tell whether words are written as asked for; a clitic may hang on the last ("DPRK's")."""
    return tuple(words[:-1]) == cased[:-1] and words[-1].startswith(cased[-1])


def _make_ready(root: Node) -> None:
    """Turn every leaf into (file, words) pairs: one word for each entry and list."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for word, value in node.items():
            if word != _LEAF:
                waiting.append(value)
        if _LEAF in node:
            node[_LEAF] = _by_file(list(node[_LEAF]))


def _by_file(entries: list[Entry]) -> _Leaf:
    words: dict[tuple[str, str, str, tuple[str, ...] | None], _Word] = {}
    for entry in entries:
        place = (entry.file, entry.key, entry.field, entry.cased)
        known = words.get(place)
        forms = (entry.form,) if entry.form else ()
        words[place] = _word(entry, (*known.forms, *forms) if known else forms)
    files = dict.fromkeys(entry.file for entry in entries)
    return tuple(
        _of_file(file, tuple(word for word in words.values() if word.entry.file == file))
        for file in files
    )


def _of_file(file: str, words: tuple[_Word, ...]) -> tuple[str, bool, tuple[_Word, ...]]:
    return file, all(word.entry.cased is None for word in words), words


def _word(entry: Entry, forms: tuple[str, ...]) -> _Word:
    return _Word(entry, forms, (entry, forms, entry.file, entry.key, entry.field))


def lexicon_of(words: Iterable[tuple[str, Entry, bool]], clitics: tuple[str, ...]) -> Lexicon:
    """Build a lexicon from (phrase, entry, cased) triples."""
    lexicon = Lexicon(tuple(sorted(clitics, key=len, reverse=True)))
    for phrase, entry, cased in words:
        lexicon.add(phrase, entry, cased=cased)
    return lexicon
