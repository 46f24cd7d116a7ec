"""How a language writes dates: its calendar words and the orders they stand in, made ready.

A pack's `dates.toml` names words by kind ("month", "weekday", "turn") and lists, for every way
of writing a date, the orders of kinds it may have ("weekday? ,? day month year?"). A kind with a
question mark may be left out; a punctuation mark stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from traktat.errors import PackError
from traktat.lang.shapes import SHAPES
from traktat.lang.tokens import tokenize

if TYPE_CHECKING:
    from traktat.lang.packs import Pack

FILE = "dates"
END = ""  # no kind is empty: this key of a node holds the order that ends there

Node = dict[str, Any]


class Word(NamedTuple):
    """A calendar word: the tokens after its first, what it is, and what it stands for."""

    rest: tuple[str, ...]
    kind: str
    value: Any
    capital: bool
    dotted: bool
    entry: str


class Order(NamedTuple):
    """One way to write a date: the pack entry that lists it, and how its parts are read."""

    entry: str
    reads: str
    rank: int


@dataclass(slots=True)
class Calendar:
    """The calendar words and date orders of one language.

    `words` are keyed by their first token, longest first; `orders` is a tree of kinds;
    `starters` are the first tokens an order can begin with. `suffixes` make a number an
    ordinal ("19th") or a decade ("1970s"), by kind.
    """

    words: dict[str, list[Word]] = field(default_factory=dict)
    orders: Node = field(default_factory=dict)
    starters: frozenset[str] = frozenset()
    suffixes: dict[str, str] = field(default_factory=dict)
    clitics: tuple[str, ...] = ()
    outside: frozenset[str] = frozenset()
    day_first: bool = True


def calendar_of(pack: Pack) -> Calendar:
    """Give a pack's calendar, made once."""
    return pack.calendar


def calendar_from(
    entries: Mapping[str, Mapping[str, Any]], settings: Mapping[str, Any]
) -> Calendar:
    """Make a calendar from the entries of `dates.toml` and the settings of the pack."""
    calendar = Calendar(
        clitics=tuple(settings.get("clitics", ())),
        day_first=settings.get("date_order", "dmy") == "dmy",
    )
    outside = []
    for key, entry in entries.items():
        _add_words(calendar, key, entry)
        for suffix in entry.get("suffixes", ()):
            calendar.suffixes[suffix] = entry.get("kind", key)
        if entry.get("outside"):
            outside.append(str(entry.get("kind", key)))
        _add_orders(calendar, key, entry, str(settings.get("code", "")))
    calendar.outside = frozenset(outside)
    calendar.starters = frozenset(_starters(calendar))
    return calendar


def _add_words(calendar: Calendar, key: str, entry: Mapping[str, Any]) -> None:
    """Add the words of an entry, each with its own value or the one of the entry."""
    kind = str(entry.get("kind", key))
    shared = (entry["unit"], entry["shift"]) if "shift" in entry else entry.get("value")
    pairs = [(phrase, shared) for phrase in entry.get("words", ())]
    pairs += entry.get("values", {}).items()
    for phrase, value in pairs:
        first, *rest = tokenize(phrase).lower
        words = calendar.words.setdefault(first, [])
        words.append(
            Word(
                tuple(rest),
                kind,
                value,
                bool(entry.get("capital")),
                bool(entry.get("dotted")),
                f"{FILE}#{key}",
            )
        )
        words.sort(key=lambda word: -len(word.rest))


def _add_orders(calendar: Calendar, key: str, entry: Mapping[str, Any], code: str) -> None:
    reads = entry.get("reads", key)
    for text in entry.get("orders", ()):
        if reads not in SHAPES:
            raise PackError(f"no such reading: {reads}", file=f"{code}/{FILE}.toml", entry=key)
        for kinds in _expand(text):
            node = calendar.orders
            for kind in kinds:
                node = node.setdefault(kind, {})
            order = Order(f"{FILE}#{key}", reads, len(calendar.orders))
            node.setdefault(END, order)


def _expand(order: str) -> Iterator[tuple[str, ...]]:
    """List an order with and without each of its optional kinds.

    >>> list(_expand("month day?"))
    [('month', 'day'), ('month',)]
    """
    choices = [
        ((kind[:-1],), ()) if kind.endswith("?") and len(kind) > 1 else ((kind,),)
        for kind in order.split()
    ]
    for chosen in product(*choices):
        kinds = tuple(kind for part in chosen for kind in part)
        if kinds:
            yield kinds


def _starters(calendar: Calendar) -> Iterator[str]:
    for first, words in calendar.words.items():
        if any(word.kind in calendar.orders for word in words):
            yield first
