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

_Word = tuple[Entry, tuple[str, ...]]
"""What a spelling stands for in one list of one entry, all its inflections together."""

_Files = tuple[tuple[str, tuple[_Word, ...]], ...]
"""The words that end at a place in the tree, by file."""

_Steps = dict[str, "_Step"]


class _Step(NamedTuple):
    """A place in the tree once it is ready.

    `plain` are all words that end there, if case matters for none of them; `files` the same by
    file; `steps` where phrases go on. One object for each place, and words that stand for the
    same share it: what a search costs is mostly waiting for memory.
    """

    plain: tuple[_Word, ...]
    files: _Files
    steps: _Steps | None


@dataclass(slots=True)
class Lexicon:
    """A tree of tokens; `clitics` are endings that may hang on a word's last token.

    While words are added a leaf lists their entries; the first search turns the tree into
    steps that hold what marks are made of.
    """

    clitics: tuple[str, ...] = ()
    root: Node = field(default_factory=dict)
    steps: _Steps = field(default_factory=dict)

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
        self._node(tokenize(phrase)).setdefault(_LEAF, {})

    def _node(self, tokens: Tokens) -> Node:
        if self.steps:
            raise ValueError("words are added before the first search")
        node = self.root
        for word in tokens.lower:
            node = node.setdefault(word, {})
        return node

    def find(self, tokens: Tokens, first: int = 0, end: int | None = None) -> list[Mark]:
        """List the marks in a stretch of tokens, by place; of one file the longest wins."""
        if not self.steps and self.root:
            self._make_ready()
        lower, root, clitics = tokens.lower, self.steps, self.clitics
        stop = len(lower) if end is None else end
        found: list[Mark] = []
        reach: dict[str, int] = {}  # per file, how far its last mark of several words went
        far = first  # how far the last of them went in any file
        for at in range(first, stop):
            word = lower[at]
            step = root.get(word)
            if step is None:
                step = self._without_clitic(root, word) if word.endswith(clitics) else None
                if step is None:
                    continue
            plain, files, steps = step
            if far <= at and (plain or not files):  # nine words in ten end here and stand alone
                follows = lower[at + 1] if at + 1 < stop else ""
                if not steps or not (follows in steps or follows.endswith(clitics)):
                    for entry, forms in plain:
                        found.append(Mark(at, at + 1, entry, forms))
                    continue
            for here, files in reversed(self._hits(lower, at + 1, stop, step)):
                if _make(tokens, at, here, files, reach, found) and here > far:
                    far = here
        return found

    def _make_ready(self) -> None:
        """Turn the tree into steps. It stays: looking through it for garbage took a seventh."""
        _lend(self.root, self.clitics)
        self.steps = _steps(self.root, {})
        self.root = {}
        gc.freeze()

    def _hits(
        self, lower: list[str], here: int, stop: int, step: _Step
    ) -> list[tuple[int, _Files]]:
        """Follow the tree from a step; list what ends on the way, and where, shortest first."""
        clitics = self.clitics
        hits = [(here, step.files)] if step.files else []
        while here < stop and step.steps is not None:
            word = lower[here]
            after = step.steps.get(word)
            if after is None:
                after = self._without_clitic(step.steps, word) if word.endswith(clitics) else None
                if after is None:
                    break
            step, here = after, here + 1
            if step.files:
                hits.append((here, step.files))
        return hits

    def _without_clitic(self, steps: _Steps, word: str) -> _Step | None:
        for clitic in self.clitics:
            if word.endswith(clitic) and len(word) > len(clitic):
                step = steps.get(word[: -len(clitic)])
                if step is not None:
                    return step
        return None


def _make(
    tokens: Tokens, at: int, end: int, files: _Files, reach: dict[str, int], found: list[Mark]
) -> bool:
    """Make the marks of one stretch, for each file that no longer word has taken."""
    start = len(found)
    for file, words in files:
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


def _lend(node: Node, clitics: tuple[str, ...]) -> None:
    """Let a word with an ending that only begins a longer phrase stand for the word without.

    Where "president's office" is listed, "the president's car" still tells of a president.
    """
    for word, below in node.items():
        if word == _LEAF:
            continue
        for clitic in clitics if _LEAF not in below else ():
            stem = node.get(word.removesuffix(clitic), {}) if word.endswith(clitic) else {}
            if _LEAF in stem:
                below[_LEAF] = stem[_LEAF]
                break
        _lend(below, clitics)


def _steps(node: Node, shared: dict[Any, Any]) -> _Steps:
    """Turn the words under a node into steps; what is equal is made once."""
    out: _Steps = {}
    for word, below in node.items():
        entries = below.pop(_LEAF, None)
        steps = _steps(below, shared) if below else None
        files = _by_file(list(entries), shared) if entries else ()
        step = _Step(_plain(files), files, steps)
        out[word] = step if steps is not None else shared.setdefault((id(files), ""), step)
    return out


def _by_file(entries: list[Entry], shared: dict[Any, Any]) -> _Files:
    words: dict[tuple[str, str, str, tuple[str, ...] | None], _Word] = {}
    for entry in entries:
        place = (entry.file, entry.key, entry.field, entry.cased)
        _, known = words.get(place, (entry, ()))
        words[place] = (entry, (*known, entry.form) if entry.form else known)
    key = tuple((*place, entry.form, forms) for place, (entry, forms) in words.items())
    if key not in shared:
        shared[key] = tuple(
            (file, tuple([word for word in words.values() if word[0].file == file]))
            for file in dict.fromkeys(entry.file for entry in entries)
        )
    files: _Files = shared[key]
    return files


def _plain(files: _Files) -> tuple[_Word, ...]:
    words = tuple([word for _, several in files for word in several])
    return () if any(entry.cased for entry, _ in words) else words


def lexicon_of(words: Iterable[tuple[str, Entry, bool]], clitics: tuple[str, ...]) -> Lexicon:
    """Build a lexicon from (phrase, entry, cased) triples."""
    lexicon = Lexicon(tuple(sorted(clitics, key=len, reverse=True)))
    for phrase, entry, cased in words:
        lexicon.add(phrase, entry, cased=cased)
    return lexicon
