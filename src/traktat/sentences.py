"""Sentences that the program says itself: a template in English with named parts.

A sentence is its English text, so whoever prints, compares or keeps it has a string. It also
remembers what it was made of, so that a catalogue can say it in another language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

Part = Any  # a string, a number, a sentence, or a tuple of these; JSON knows no recursive type

_PLACE = re.compile(r"\{([a-z_]+)(?::([a-z-]+))?\}")
_NONE: Mapping[str, Part] = MappingProxyType({})


class Sentence(str):
    """An English sentence that knows its template and its parts.

    Words that nobody can translate, such as a name, are a sentence without a template.
    """

    __slots__ = ("parts", "template")

    template: str
    parts: Mapping[str, Part]

    def __new__(
        cls, text: str = "", template: str = "", parts: Mapping[str, Part] = _NONE
    ) -> Sentence:
        """Make a sentence of a text; `sentence` makes the text of a template and parts."""
        made = super().__new__(cls, text)
        made.template, made.parts = template, parts
        return made

    def __getnewargs__(self) -> tuple[str, str, dict[str, Part]]:  # type: ignore[override]
        """Give what makes it again in another process; the base class knows only the text."""
        return str(self), self.template, dict(self.parts)

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, str, dict[str, Part]]]:
        """Have a copy made of the same three things."""
        return Sentence, self.__getnewargs__()


SILENT = Sentence()


def as_sentence(words: str) -> Sentence:
    """Give a sentence as it is, and other words as a sentence that nobody can translate."""
    return words if isinstance(words, Sentence) else Sentence(words)


class Place(NamedTuple):
    """A place in a template: the name of its part, and the kind that says how to write it."""

    name: str
    kind: str


def sentence(template: str, /, **parts: Part) -> Sentence:
    """Say a sentence; `{name:kind}` stands for a part and tells how a language writes it.

    The template is written out where it is said: catalogues are made from the source.

    >>> said = sentence("{state:state} asks on {day:day}", state="IDN", day="2024-06-19")
    >>> said, said.template
    ('IDN asks on 2024-06-19', '{state:state} asks on {day:day}')
    """
    if not parts:
        return _constant(template)
    plain = {name: _plain(part) for name, part in parts.items()}
    text = filled(template, lambda place: in_english(plain.get(place.name, ""), place.kind))
    return Sentence(text, template, plain)


@lru_cache(maxsize=2048)
def _constant(template: str) -> Sentence:
    return Sentence(filled(template, lambda place: ""), template)


@cache
def stated_by(rule: Callable[..., object]) -> Sentence:
    """Give the rule that a function states: the first sentence of its docstring."""
    stated = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
    return Sentence(stated, stated)


def beside(parts: Iterable[str], between: str = " · ") -> Sentence:
    """Put sentences or plain words one beside the other, with a sign between them.

    >>> beside(["a", sentence("two")], "; ")
    'a; two'
    """
    known = tuple(parts)
    if len(known) == 1 and isinstance(known[0], Sentence):
        return known[0]
    names = _names(len(known))
    template = between.join([f"{{{name}}}" for name in names])
    return Sentence(between.join(known), template, dict(zip(names, known, strict=True)))


@lru_cache(maxsize=64)
def _names(count: int) -> tuple[str, ...]:
    """Name the parts of a row: a, b, c … z, aa, bb and so on."""
    return tuple(chr(ord("a") + place % 26) * (place // 26 + 1) for place in range(count))


def places_in(template: str) -> tuple[Place, ...]:
    """Give the places of a template, in their order.

    >>> places_in("{by:state} is {how}")
    (Place(name='by', kind='state'), Place(name='how', kind=''))
    """
    return tuple(piece for piece in _cut(template) if isinstance(piece, Place))


def filled(template: str, write: Callable[[Place], str]) -> str:
    """Fill the places of a template; nothing else in it is read as a command."""
    return "".join([one if isinstance(one, str) else write(one) for one in _cut(template)])


@lru_cache(maxsize=2048)  # linking says thousands of sentences of a few templates
def _cut(template: str) -> tuple[str | Place, ...]:
    """Cut a template into its words and its places."""
    out: list[str | Place] = []
    at = 0
    for found in _PLACE.finditer(template):
        out += [template[at : found.start()], Place(found[1], found[2] or "")]
        at = found.end()
    return (*out, template[at:])


def in_english(part: Part, kind: str) -> str:
    """Write a part as the command line and JSON print it.

    >>> in_english(0.974, "percent"), in_english(("IRN", "RUS"), "states")
    ('97%', 'IRN and RUS')
    """
    if isinstance(part, tuple):
        return (" and " if kind in BOTH else ", ").join(in_english(one, kind) for one in part)
    if kind == "quoted":
        return repr(part)
    pattern = _NUMBERS.get(kind, "")
    return format(part, pattern) if pattern and not isinstance(part, str) else str(part)


BOTH = frozenset({"states", "both"})
"""Kinds whose last part is joined with a word."""

_NUMBERS = {"percent": ".0%", "score": ".2f", "amount": ","}


def _plain(part: Part) -> Part:
    """Turn a part into what JSON knows: days and words of enums into their printed form."""
    if type(part) is str or isinstance(part, Sentence | int | float):
        return part
    if isinstance(part, tuple | list):
        return tuple(map(_plain, part))
    return str(part)
