"""All words of a pack in one tree of tokens, found in one pass over a text."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from traktat.lang.tokens import Tokens, tokenize


@dataclass(frozen=True, slots=True)
class Entry:
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


class Mark:
    """A pack word in a text: tokens [first, end) and the entry they stand for.

    `forms` are all inflections the spelling can be ("past" and "participle"). `file`, `key`
    and `field` are those of the entry, at hand because every layer asks for them. A plain class:
    its fields are read many times at every token, at a quarter of what a tuple's cost.
    """

    __slots__ = ("end", "entry", "field", "file", "first", "forms", "key")

    def __init__(self, first: int, end: int, entry: Entry, forms: tuple[str, ...] = ()) -> None:
        self.first = first
        self.end = end
        self.entry = entry
        self.forms = forms
        self.file = entry.file
        self.key = entry.key
        self.field = entry.field

    def __repr__(self) -> str:
        return f"Mark({self.first}, {self.end}, {self.entry!r}, {self.forms!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mark) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def _place(self) -> tuple[int, int, Entry, tuple[str, ...]]:
        return self.first, self.end, self.entry, self.forms


_LEAF = ""  # no token is empty, so this key of a node holds the entries that end there

Node = dict[str, Any]


class _Word(NamedTuple):
    """What a spelling stands for in one list of one entry, all its inflections together."""

    entry: Entry
    forms: tuple[str, ...]


class _Leaf(NamedTuple):
    """The words that end at a node: by file, and all in a row if case matters for none."""

    files: tuple[tuple[str, tuple[_Word, ...]], ...]
    plain: tuple[_Word, ...]


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
        if cased:
            entry = replace(entry, cased=tuple(tokens.words))
        self._node(tokens).setdefault(_LEAF, {}).setdefault(entry, None)

    def know(self, phrase: str) -> None:
        """Add a phrase that gives no marks; no ending is taken off a word that is known whole."""
        self._node(tokenize(phrase))

    def _node(self, tokens: Tokens) -> Node:
        if self.is_ready:
            raise ValueError("words are added before the first search")
        node = self.root
        for word in tokens.lower:
            node = node.setdefault(word, {})
        return node

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
        reach: dict[str, int] = {}  # per file, how far its last mark of several words went
        far = first  # how far the last of them went in any file
        for at in range(first, stop):
            word = lower[at]
            node = root.get(word)
            if node is None:
                node = self._without_clitic(root, word) if word.endswith(clitics) else None
                if node is None:
                    continue
            if far <= at and _ends_here(lower, at + 1, stop, node, clitics):
                leaf = node.get(_LEAF)
                if leaf is not None and leaf.plain:
                    for entry, forms in leaf.plain:  # nine marks in ten
                        found.append(Mark(at, at + 1, entry, forms))
                    continue
            for here, files in reversed(self._hits(lower, at + 1, stop, node)):
                if _make(tokens, at, here, files, reach, found) and here > far:
                    far = here
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


def _ends_here(
    lower: list[str], here: int, stop: int, node: Node, clitics: tuple[str, ...]
) -> bool:
    """Tell whether no phrase goes on from a node with the word that follows."""
    return here == stop or not (lower[here] in node or lower[here].endswith(clitics))


def _make(
    tokens: Tokens, at: int, end: int, leaf: _Leaf, reach: dict[str, int], found: list[Mark]
) -> bool:
    """Make the marks of one stretch, for each file that no longer word has taken."""
    start = len(found)
    for file, words in leaf.files:
        if reach.get(file, 0) >= end:
            continue
        before = len(found)
        for entry, forms in words:
            if entry.cased is None or _is_spelled(tokens.words[at:end], entry.cased):
                found.append(Mark(at, end, entry, forms))
        if len(found) > before:
            reach[file] = end
    return len(found) > start


def _is_spelled(words: list[str], cased: tuple[str, ...]) -> bool:
    """Tell whether words are written as asked for; a clitic may hang on the last ("DPRK's")."""
    return tuple(words[:-1]) == cased[:-1] and words[-1].startswith(cased[-1])


def _make_ready(root: Node) -> None:
    """Turn every leaf into what marks are made of: one word for each entry and list."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for word, value in node.items():
            if word != _LEAF:
                waiting.append(value)
        if _LEAF in node:
            node[_LEAF] = _leaf(list(node[_LEAF]))


def _leaf(entries: list[Entry]) -> _Leaf:
    words: dict[tuple[str, str, str, tuple[str, ...] | None], _Word] = {}
    for entry in entries:
        place = (entry.file, entry.key, entry.field, entry.cased)
        known = words.get(place)
        forms = (entry.form,) if entry.form else ()
        words[place] = _Word(entry, (*known.forms, *forms) if known else forms)
    files = tuple(
        (file, tuple([word for word in words.values() if word.entry.file == file]))
        for file in dict.fromkeys(entry.file for entry in entries)
    )
    if any(word.entry.cased for word in words.values()):
        return _Leaf(files, ())
    return _Leaf(files, tuple([word for _, several in files for word in several]))


def lexicon_of(words: Iterable[tuple[str, Entry, bool]], clitics: tuple[str, ...]) -> Lexicon:
    """Build a lexicon from (phrase, entry, cased) triples."""
    lexicon = Lexicon(tuple(sorted(clitics, key=len, reverse=True)))
    for phrase, entry, cased in words:
        lexicon.add(phrase, entry, cased=cased)
    return lexicon
