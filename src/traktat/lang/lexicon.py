"""All words of a pack in one tree of tokens, found in one pass over a text."""

from __future__ import annotations

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


class Mark(NamedTuple):
    """A pack word in a text: tokens [first, end) and the entry they stand for.

    `forms` are all inflections the spelling can be ("past" and "participle").
    """

    first: int
    end: int
    entry: Entry
    forms: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Give the pack file of the entry."""
        return self.entry.file

    @property
    def key(self) -> str:
        """Give the key of the entry."""
        return self.entry.key

    @property
    def field(self) -> str:
        """Give the list of the entry that holds the word."""
        return self.entry.field


_LEAF = ""  # no token is empty, so this key of a node holds the entries that end there

Node = dict[str, Any]


class _Word(NamedTuple):
    """What a spelling stands for in one list of one entry, all its inflections together."""

    entry: Entry
    forms: tuple[str, ...]


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
        lower, root = tokens.lower, self.root
        stop = len(lower) if end is None else end
        found: list[Mark] = []
        reach: dict[str, int] = {}  # per file, how far its last mark went
        for at in range(first, stop):
            node = root.get(lower[at])
            if node is None:
                node = self._without_clitic(root, lower[at])
                if node is None:
                    continue
            self._walk(tokens, at, stop, node, reach, found)
        return found

    def _walk(
        self,
        tokens: Tokens,
        at: int,
        stop: int,
        node: Node,
        reach: dict[str, int],
        found: list[Mark],
    ) -> None:
        """Follow the tree from a token and make the marks that begin there, longest first."""
        lower, here = tokens.lower, at + 1
        hits = [(here, node[_LEAF])] if _LEAF in node else []
        while here < stop:
            step = node.get(lower[here])
            if step is None:
                step = self._without_clitic(node, lower[here])
                if step is None:
                    break
            node, here = step, here + 1
            if _LEAF in node:
                hits.append((here, node[_LEAF]))
        for end, files in reversed(hits):
            for file, words in files:
                if reach.get(file, 0) < end and _made(tokens, at, end, words, found):
                    reach[file] = end

    def _without_clitic(self, node: Node, word: str) -> Node | None:
        for clitic in self.clitics:
            if word.endswith(clitic) and len(word) > len(clitic):
                step: Node | None = node.get(word[: -len(clitic)])
                if step is not None:
                    return step
        return None


def _made(tokens: Tokens, at: int, end: int, words: tuple[_Word, ...], found: list[Mark]) -> bool:
    """Make the marks of one stretch and file; tell whether its spelling fits any."""
    before = len(found)
    for entry, forms in words:
        if entry.cased is None or _is_spelled(tokens.words[at:end], entry.cased):
            found.append(Mark(at, end, entry, forms))
    return len(found) > before


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


def _by_file(entries: list[Entry]) -> tuple[tuple[str, tuple[_Word, ...]], ...]:
    words: dict[tuple[str, str, str, tuple[str, ...] | None], _Word] = {}
    for entry in entries:
        place = (entry.file, entry.key, entry.field, entry.cased)
        known = words.get(place)
        forms = (entry.form,) if entry.form else ()
        words[place] = _Word(entry, (*known.forms, *forms) if known else forms)
    files = dict.fromkeys(entry.file for entry in entries)
    return tuple(
        (file, tuple(word for word in words.values() if word.entry.file == file)) for file in files
    )


def lexicon_of(words: Iterable[tuple[str, Entry, bool]], clitics: tuple[str, ...]) -> Lexicon:
    """Build a lexicon from (phrase, entry, cased) triples."""
    lexicon = Lexicon(tuple(sorted(clitics, key=len, reverse=True)))
    for phrase, entry, cased in words:
        lexicon.add(phrase, entry, cased=cased)
    return lexicon
