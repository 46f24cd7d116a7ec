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


@dataclass(slots=True)
class Lexicon:
    """A tree of tokens; `clitics` are endings that may hang on a word's last token."""

    clitics: tuple[str, ...] = ()
    root: Node = field(default_factory=dict)

    def add(self, phrase: str, entry: Entry, *, cased: bool = False) -> None:
        """Add a phrase; with `cased` it is found only in exactly this spelling."""
        tokens = tokenize(phrase)
        if not len(tokens):
            return
        node = self.root
        for word in tokens.lower:
            node = node.setdefault(word, {})
        if cased:
            entry = entry._replace(cased=tuple(tokens.words))
        leaf = node.setdefault(_LEAF, [])
        if entry not in leaf:
            leaf.append(entry)

    def find(self, tokens: Tokens, first: int = 0, end: int | None = None) -> list[Mark]:
        """List the marks in a stretch of tokens, by place; of one file the longest wins."""
        lower = tokens.lower
        stop = len(lower) if end is None else end
        root = self.root
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
        lower, here = tokens.lower, at + 1
        hits: list[tuple[int, list[Entry]]] = []
        if _LEAF in node:
            hits.append((here, node[_LEAF]))
        while here < stop:
            word = lower[here]
            step = node.get(word) or self._without_clitic(node, word)
            if not step:
                break
            node, here = step, here + 1
            if _LEAF in node:
                hits.append((here, node[_LEAF]))
        for end, entries in reversed(hits):
            found += _marks(tokens, at, end, entries, reach)

    def _without_clitic(self, node: Node, word: str) -> Node | None:
        for clitic in self.clitics:
            if word.endswith(clitic) and len(word) > len(clitic):
                step: Node | None = node.get(word[: -len(clitic)])
                if step is not None:
                    return step
        return None


def _marks(
    tokens: Tokens, at: int, end: int, entries: list[Entry], reach: dict[str, int]
) -> list[Mark]:
    """Make the marks of one stretch: one per entry and list, its forms together."""
    out: dict[tuple[str, str, str], Mark] = {}
    for entry in entries:
        if end <= reach.get(entry.file, 0) and not _same_stretch(out, entry.file):
            continue
        if entry.cased is not None and tuple(tokens.words[at:end]) != entry.cased:
            continue
        place = (entry.file, entry.key, entry.field)
        mark = out.get(place)
        forms = (*mark.forms, entry.form) if mark else (entry.form,) if entry.form else ()
        out[place] = Mark(at, end, entry, forms)
    for mark in out.values():
        reach[mark.file] = end
    return list(out.values())


def _same_stretch(out: dict[tuple[str, str, str], Mark], file: str) -> bool:
    return any(place[0] == file for place in out)


def lexicon_of(words: Iterable[tuple[str, Entry, bool]], clitics: tuple[str, ...]) -> Lexicon:
    """Build a lexicon from (phrase, entry, cased) triples."""
    lexicon = Lexicon(tuple(sorted(clitics, key=len, reverse=True)))
    for phrase, entry, cased in words:
        lexicon.add(phrase, entry, cased=cased)
    return lexicon
