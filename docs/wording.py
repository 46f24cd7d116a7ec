"""What the pages made from the program share: meanings of fields, tables, forms of values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

from traktat.lang import Pack, packs, shipped

MEANINGS = Path(__file__).with_name("meanings.toml")


class MissingMeaning(Exception):
    """A field of the program that docs/meanings.toml has no line for."""


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """Give the meanings of fields, by section."""
    return tomllib.loads(MEANINGS.read_text(encoding="utf-8"))


def meaning(section: str, name: str) -> str:
    """Give what a field means; fail where nobody has written it down."""
    try:
        return meanings()[section][name]
    except KeyError:
        raise MissingMeaning(f"docs/meanings.toml: [{section}] has no line for {name!r}") from None


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table; a bar inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@cache
def shipped_packs() -> tuple[Pack, ...]:
    """Give the packs of the program itself, whatever else is installed on this machine."""
    return tuple(pack for pack in packs() if pack.folder == shipped(pack.code))


def one_line(text: str | None) -> str:
    """Give the first paragraph of a docstring on one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def whole(text: str | None) -> str:
    """Give a docstring as paragraphs of one line each, names as written."""
    return "\n\n".join(" ".join(part.split()) for part in (text or "").split("\n\n"))


_PRINTED = {
    "str": "text",
    "Sentence": "text",
    "bool": "true or false",
    "int": "number",
    "float": "number",
    "When": "EDTF date",
    "date": "day",
    "Span": "[start, end]",
    "NoneType": "null",
}


def printed(kind: Any) -> str:
    """Give what a type of the model is in JSON, in words."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return f"list of {printed(inner[0])}"
    if origin is tuple:
        return "[" + ", ".join(map(printed, inner)) + "]"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "object"
    if inner:
        return " or ".join(printed(part) for part in inner)
    name = kind.__name__
    page = "kinds.md" if issubclass(kind, Enum) else ""
    return _PRINTED.get(name, f"[{name}]({page}#{name.lower()})")
