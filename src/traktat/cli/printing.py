"""What goes to standard output: JSON, or tables that fit the terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from traktat.cli.options import JSON_LINES

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDTH = 100  # columns of a table that goes to a file or a pipe
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_BIDIRECTIONAL = [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNPRINTABLE = dict.fromkeys((*_CONTROLS, *_BIDIRECTIONAL)) | dict.fromkeys(b"\t\r\n", " ")
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # JSON lets these through
_TO_ESCAPE = re.compile("[\x7f-\x9f]")  # seldom found: looking for them is cheap, replacing is not

BROAD = 120  # columns beyond which lines get hard to follow


def print_json(value: Any, form: str) -> None:
    """Print one value: indented, or on one line."""
    compact = form == JSON_LINES
    click.echo(as_json(value, indent=None if compact else 2))


def print_list(values: Iterable[Any], form: str) -> None:
    """Print values as they come: one a line, or as one JSON list."""
    if form == JSON_LINES:
        for value in values:
            click.echo(as_json(value))
        return
    separator = "["
    for value in values:
        click.echo(f"{separator}\n{as_json(value, indent=2)}", nl=False)
        separator = ","
    click.echo("[]" if separator == "[" else "\n]")


def printable(text: str) -> str:
    """Give a text without characters that could steer a terminal or turn its lines around.

    Titles, quotes and file names come from strangers.

    >>> printable(chr(27) + "[2J" + "Jakarta")
    '[2JJakarta'
    """
    return text.translate(_UNPRINTABLE)


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Write a value as JSON; plain ASCII where the output cannot take everything."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    text = json.dumps(value, ensure_ascii=encoding != "utf8", indent=indent)
    return text.translate(_ESCAPED) if _TO_ESCAPE.search(text) else text


def print_table(*parts: RenderableType) -> None:
    """Print tables and lines, folded to the width of the terminal."""
    console = terminal()
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    click.echo("\n".join(line.rstrip() for line in captured.get().split("\n")), nl=False)


def terminal(*, stderr: bool = False) -> Console:
    """Give the terminal as rich sees it; NO_COLOR and pipes are minded."""
    from rich.console import Console

    console = Console(stderr=stderr, highlight=False, soft_wrap=False, markup=False, emoji=False)
    if "COLUMNS" not in os.environ:
        console.width = min(console.width, BROAD) if console.is_terminal else WIDTH
    return console
