"""Values of the model as JSON text and back, without loss.

What equals its default is left out, so a finding costs little more than its words. The types
of the fields say how to read a value back; nothing in the stored text names a class to build
except the kind of a finding.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from traktat.errors import BadDate
from traktat.model import findings
from traktat.model.dates import When, parse
from traktat.model.findings import Finding
from traktat.sentences import Sentence, sentence

T = TypeVar("T")
Turn = Callable[[Any], Any]

FINDINGS: Mapping[str, type[Finding]] = {
    cls.kind: cls
    for cls in vars(findings).values()
    if isinstance(cls, type) and issubclass(cls, Finding) and cls is not Finding
}


_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_WRITE_ESCAPED = json.JSONEncoder(separators=(",", ":")).encode


def to_text(value: Any, cls: Any = None) -> str:
    """Write a value of the model, or of a type made of it, as one line of JSON.

    Lone surrogates, which hostile JSON can bring in, are escaped: a store holds UTF-8.
    """
    tree = to_tree(value, cls)
    text = _WRITE(tree)
    return text if is_storable(text) else _WRITE_ESCAPED(tree)


def from_text(cls: type[T], text: str) -> T:
    """Read a value of a class back from its line of JSON.

    >>> from traktat.model.reports import Segment
    >>> from traktat.model.spans import Span
    >>> from_text(Segment, to_text(Segment(Span(0, 9), "KCNA")))
    Segment(span=Span(start=0, end=9), origin='KCNA')
    """
    value: T = from_tree(cls, json.loads(text))
    return value


def is_storable(text: str) -> bool:
    """Tell whether a string can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def to_tree(value: Any, cls: Any = None) -> Any:
    """Turn a value into what the JSON encoder knows; of the model, that is all but a few types."""
    kind: Any = cls or type(value)
    return _writer(kind)(value)


def from_tree(cls: Any, tree: Any) -> Any:
    """Turn lists, dictionaries, strings and numbers back into a value of a class."""
    return _reader(cls)(tree)


def _same(value: Any) -> Any:
    return value


@cache
def _writer(cls: Any) -> Turn:
    """Give what turns values of a type into a tree: most are written as they are."""
    origin, inner = get_origin(cls), get_args(cls)
    if origin in (Union, UnionType):
        return _optional(_writer, inner)
    if origin is frozenset:
        return _set_writer(_writer(inner[0]))
    if origin is tuple:
        return _tuple_writer(inner)
    if origin is Mapping:
        return _mapping_turn(_writer(inner[1]))
    if origin is not None:
        raise TypeError(f"{cls} is nothing a store keeps")
    return _class_writer(cls)


def _class_writer(cls: Any) -> Turn:
    if cls in _WRITTEN:
        return _WRITTEN[cls]
    if is_dataclass(cls):
        return _dataclass_writer(cls)
    if issubclass(cls, date):
        return cls.isoformat  # type: ignore[no-any-return]  # the class's own method
    fields_of_tuple = getattr(cls, "_fields", ())
    hints = get_type_hints(cls) if fields_of_tuple else {}
    return _tuple_writer(tuple(hints[name] for name in fields_of_tuple))


def _tuple_writer(inner: tuple[Any, ...]) -> Turn:
    """Give the writer of a tuple; one of strings, numbers and words of enums needs none."""
    writers = [_writer(item) for item in inner if item is not Ellipsis]
    if all(write is _same for write in writers):
        return _same
    if Ellipsis in inner:
        return lambda value: [writers[0](item) for item in value]
    return lambda value: [write(item) for write, item in zip(writers, value, strict=True)]


def _mapping_turn(turn: Turn) -> Turn:
    """Give what turns the values of a mapping by name, both ways."""
    return lambda value: {key: turn(item) for key, item in value.items()}


def _set_writer(write: Turn) -> Turn:
    return lambda value: sorted(write(item) for item in value)


def _write_when(value: When) -> Any:
    try:
        if parse(value.edtf) == value:
            return value.edtf
    except BadDate:
        pass  # a reader's own notation is kept as it is, with its bounds
    return [value.edtf, value.first.isoformat(), value.last.isoformat(), value.lasts]


def _write_sentence(value: str) -> Any:
    """Keep what a sentence is made of; words that were never made of parts stay words."""
    if not isinstance(value, Sentence) or not value.template:
        return str(value)
    parts = {name: _write_part(part) for name, part in value.parts.items()}
    return {"says": value.template, "of": parts} if parts else {"says": value.template}


def _write_part(part: Any) -> Any:
    if isinstance(part, Sentence):
        return _write_sentence(part)
    return [_write_part(one) for one in part] if isinstance(part, tuple) else part


_WRITTEN: Mapping[type, Turn] = {When: _write_when, Sentence: _write_sentence}


def _dataclass_writer(cls: Any) -> Turn:
    hints = get_type_hints(cls)
    stored = [(item.name, _default(item), _writer(hints[item.name])) for item in _stored(cls)]

    def write(value: Any) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, default, turn in stored:
            item = getattr(value, name)
            if item is not default and item != default:
                out[name] = turn(item)
        return out

    return write


def _stored(cls: Any) -> list[Field[Any]]:
    return [field for field in fields(cls) if field.init]


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return MISSING


@cache
def _reader(cls: Any) -> Turn:
    origin, inner = get_origin(cls), get_args(cls)
    if origin in (Union, UnionType):
        return _optional(_reader, inner)
    if origin is frozenset:
        read = _reader(inner[0])
        return lambda tree: frozenset(map(read, tree))
    if origin is Mapping:
        return _mapping_turn(_reader(inner[1]))
    return _tuple_reader(inner) if origin is tuple else _class_reader(cls)


def _class_reader(cls: Any) -> Turn:
    if cls is When:
        return _read_when
    if cls is Sentence:
        return _read_sentence
    if issubclass(cls, date):
        read: Turn = cls.fromisoformat
        return read
    if is_dataclass(cls):
        return _dataclass_reader(cls)
    if issubclass(cls, tuple):
        return _named_tuple_reader(cls)
    return _enum_reader(cls) if issubclass(cls, Enum) else _same


def _enum_reader(cls: Any) -> Turn:
    members = {member.value: member for member in cls}
    return members.__getitem__


def _optional(turns: Callable[[Any], Turn], inner: tuple[Any, ...]) -> Turn:
    (only,) = (item for item in inner if item is not NoneType)
    turn = turns(only)
    return _same if turn is _same else lambda value: None if value is None else turn(value)


def _tuple_reader(inner: tuple[Any, ...]) -> Turn:
    if len(inner) == 2 and inner[1] is Ellipsis:
        read = _reader(inner[0])
        return tuple if read is _same else lambda tree: tuple(map(read, tree))
    reads = [_reader(item) for item in inner]
    return lambda tree: tuple(read(item) for read, item in zip(reads, tree, strict=True))


def _read_when(tree: Any) -> When:
    if isinstance(tree, str):
        return parse(tree)
    edtf, first, last, lasts = tree
    return When(edtf, date.fromisoformat(first), date.fromisoformat(last), lasts)


def _read_sentence(tree: Any) -> Sentence:
    if isinstance(tree, str):
        return Sentence(tree)
    parts = {name: _read_part(part) for name, part in tree.get("of", {}).items()}
    return sentence(str(tree["says"]), **parts)


def _read_part(tree: Any) -> Any:
    if isinstance(tree, dict):
        return _read_sentence(tree)
    return tuple(map(_read_part, tree)) if isinstance(tree, list) else tree


def _dataclass_reader(cls: Any) -> Turn:
    hints = get_type_hints(cls)
    reads = {field.name: _reader(hints[field.name]) for field in _stored(cls)}

    def read(tree: Mapping[str, Any]) -> Any:
        return cls(**{name: reads[name](item) for name, item in tree.items()})

    return read


def _named_tuple_reader(cls: Any) -> Turn:
    hints = get_type_hints(cls)
    reads = [_reader(hints[name]) for name in cls._fields]
    if all(read is _same for read in reads):
        make: Turn = cls._make
        return make
    return lambda tree: cls._make([read(item) for read, item in zip(reads, tree, strict=True)])
