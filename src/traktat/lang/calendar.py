"""How a language writes dates: its calendar words and the orders they stand in, made ready.

A pack's `dates.toml` names words by kind ("month", "weekday", "turn") and lists, for every way
of writing a date, the orders of kinds it may have ("weekday? ,? day month year?"). A kind with a
question mark may be left out; a punctuation mark stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, product
from typing import TYPE_CHECKING, Any, NamedTuple

from traktat.errors import PackError
from traktat.lang.shapes import SHAPES
from traktat.lang.tokens import tokenize

if TYPE_CHECKING:
    from traktat.lang.packs import Pack

FILE = "dates"
DASHES = frozenset("-–—‑")
NUMERIC = frozenset(
    ("number", "day", "year", "date", "monthday", "digits_range", "ordinal", "decade", "timestamp")
)
"""Kinds that digits can be."""
_NAMED = ("month", "weekday")
_SHORT = ("number", "day", "ordinal", "decade")  # kinds that up to three digits can be
_UNFINISHED = frozenset((",", "(", "dash", "of", "in"))  # no date ends with these
END = ""  # no kind is empty: this key of a node holds the order that ends there

Node = dict[str, Any]


class Word(NamedTuple):
    """A calendar word: the tokens after its first, what it is, and what it stands for.

    `capital` asks for a capital letter; `dotted` words may carry a full stop; `alone` says what
    the word needs to be a date by itself; `trim` counts the characters of a clitic on it.
    """

    rest: tuple[str, ...]
    kind: str
    value: Any
    capital: bool = False
    dotted: bool = False
    alone: str = ""
    trim: int = 0


class Order(NamedTuple):
    """One way to write a date: the pack entry that lists it, and how its parts are read."""

    entry: str
    reads: str
    rank: int


@dataclass(slots=True)
class Calendar:
    """The calendar words and date orders of one language.

    `words` are keyed by their first token, longest first; `orders` is a tree of kinds;
    `starters` are the first tokens an order can begin with, `complete` those that can be a date
    by themselves, `follows` what may come next to each ("0" for digits). `suffixes` make a
    number an ordinal ("19th") or decade ("1970s"), by kind. `outside` are kinds that begin an
    order and are no part of the date. `endings` are kinds that words also are by their ending.
    `marks_future` is true where what is to come always has a word that says so; `named` are the
    tokens of months and weekdays that are nothing else.
    """

    words: dict[str, list[Word]] = field(default_factory=dict)
    orders: Node = field(default_factory=dict)
    starters: frozenset[str] = frozenset()
    complete: frozenset[str] = frozenset()
    follows: dict[str, frozenset[str]] = field(default_factory=dict)
    suffixes: dict[str, str] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    day_first: bool = True
    marks_future: bool = False
    beginnings: dict[str, frozenset[str]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    def is_a(self, word: str, kind: str) -> bool:
        """Tell whether a single token is a word of a kind."""
        words = self.words.get(word)
        return words is not None and any(w.kind == kind and not w.rest for w in words)

    def firsts(self, kind: str) -> frozenset[str]:
        """Give the tokens that words of a kind begin with."""
        known = self.beginnings.get(kind)
        if known is None:
            known = self.beginnings[kind] = frozenset(_starters(self, {kind: {}}))
        return known

    def kind_at(self, lower: list[str], at: int, kinds: frozenset[str]) -> str:
        """Give the first of some kinds that the words from a token on spell; empty if none."""
        for word in self.words.get(lower[at], ()):
            if word.kind in kinds and (
                not word.rest or tuple(lower[at + 1 : at + 1 + len(word.rest)]) == word.rest
            ):
                return word.kind
        for kind, endings in self.endings.items():
            if kind in kinds and lower[at].endswith(endings) and lower[at].isalpha():
                return kind
        return ""


def calendar_of(pack: Pack) -> Calendar:
    """Give a pack's calendar, made once."""
    return pack.calendar


def calendar_from(
    entries: Mapping[str, Mapping[str, Any]], settings: Mapping[str, Any]
) -> Calendar:
    """Make a calendar from the entries of `dates.toml` and the settings of the pack."""
    calendar = Calendar(day_first=settings.get("date_order", "dmy") == "dmy")
    clitics = tuple(settings.get("clitics", ()))
    ranks = count()
    for key, entry in entries.items():
        kind = str(entry.get("kind", key))
        for phrase, word in _words(key, entry):
            _add_word(calendar, phrase, word, clitics)
        calendar.marks_future |= bool(entry.get("always"))
        for suffix in entry.get("suffixes", ()):
            calendar.suffixes[suffix] = kind
        if entry.get("endings"):
            calendar.endings[kind] = tuple(entry["endings"])
        if entry.get("outside"):
            calendar.outside |= {kind}
        reads = str(entry.get("reads", ""))
        if entry.get("orders") and reads not in SHAPES:
            raise PackError(
                f"no such reading: {reads!r}; known are {', '.join(SHAPES)}",
                file=f"{settings.get('code', '')}/{FILE}.toml",
                entry=key,
            )
        for order in entry.get("orders", ()):
            _add_order(calendar, order, Order(f"{FILE}#{key}", reads, next(ranks)))
    for words in calendar.words.values():
        words.sort(key=lambda word: (-len(word.rest), word.trim))
    calendar.starters = frozenset(_starters(calendar, calendar.orders))
    calendar.complete = frozenset(
        first
        for first, words in calendar.words.items()
        if any(not word.rest and END in calendar.orders.get(word.kind, {}) for word in words)
    )
    calendar.follows = _follows(calendar)
    calendar.named = frozenset(
        first
        for first, words in calendar.words.items()
        if any(word.kind in _NAMED and not word.alone for word in words)
    )
    return calendar


def _words(key: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    """Give the words of an entry: with its own kind and value, or those beside each word."""
    own = "sense" if "sense" in entry else str(entry.get("kind", key))
    bare = Word(
        (),
        own,
        None,
        bool(entry.get("capital")),
        bool(entry.get("dotted")),
        str(entry.get("alone", "")),
    )
    for phrase in entry.get("words", ()):
        yield phrase, bare._replace(value=_value(entry, entry.get("value", "")))
    for phrase, value in entry.get("values", {}).items():
        yield phrase, bare._replace(value=_value(entry, value))
    for kind, phrases in entry.get("kinds", {}).items():
        for phrase in phrases:
            yield phrase, bare._replace(kind=kind)


def _value(entry: Mapping[str, Any], value: Any) -> Any:
    """Give what a word of an entry stands for; an expression of time also tells its sense."""
    return (entry["sense"], value) if "sense" in entry else value


def _add_word(calendar: Calendar, phrase: str, word: Word, clitics: tuple[str, ...]) -> None:
    first, *rest = tokenize(phrase).lower
    calendar.words.setdefault(first, []).append(word._replace(rest=tuple(rest)))
    if not rest and first.isalpha():
        for clitic in clitics:
            hung = word._replace(trim=len(clitic))
            calendar.words.setdefault(first + clitic, []).append(hung)


def _add_order(calendar: Calendar, text: str, order: Order) -> None:
    for kinds in expand(text):
        node = calendar.orders
        for kind in kinds:
            node = node.setdefault(kind, {})
        node.setdefault(END, order)


def expand(order: str) -> Iterator[tuple[str, ...]]:
    """List an order with and without each of its optional kinds.

    >>> list(expand("month day?"))
    [('month', 'day'), ('month',)]
    """
    choices = [
        ((kind[:-1],), ()) if kind.endswith("?") and len(kind) > 1 else ((kind,),)
        for kind in order.split()
    ]
    for chosen in product(*choices):
        kinds = tuple(kind for part in chosen for kind in part)
        if kinds and kinds[-1] not in _UNFINISHED:
            yield kinds


def _starters(calendar: Calendar, kinds: Node) -> Iterator[str]:
    """Give the first tokens of the words of some kinds."""
    for first, words in calendar.words.items():
        if any(word.kind in kinds for word in words):
            yield first


def _follows(calendar: Calendar) -> dict[str, frozenset[str]]:
    """Give the tokens that may stand behind each starter, and behind a number as "0"."""
    behind = {
        kind: frozenset().union(*(_firsts_of(calendar, following) for following in node))
        for kind, node in calendar.orders.items()
        if kind
    }
    out = {"0": frozenset().union(*(behind.get(kind, frozenset()) for kind in _SHORT))}
    for first in sorted(calendar.starters):
        words = [word for word in calendar.words[first] if word.kind in behind]
        out[first] = frozenset(word.rest[0] for word in words if word.rest).union(
            *(behind[word.kind] for word in words if not word.rest)
        )
    return out


def _firsts_of(calendar: Calendar, kind: str) -> frozenset[str]:
    """Give the tokens a kind can begin with; "0" stands for digits."""
    if kind == "dash":
        return DASHES
    if kind and not kind[0].isalnum():
        return frozenset((kind,))
    return calendar.firsts(kind) | ({"0"} if kind in NUMERIC else set())
