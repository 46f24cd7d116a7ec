"""Writes the pages that are made from the program itself, and checks the links of all pages.

python docs/build.py            write them
python docs/build.py --check    only tell which are out of date, and which links are broken
                                (exit status 3)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from http_pages import operations_page
from links import broken, index_page
from model_pages import forms_page, kinds_page
from pack_pages import packs_page

from traktat import errors
from traktat.cli.program import COMMANDS, program
from traktat.errors import TraktatError

DOCS = Path(__file__).parent
FAILED_CHECK = 3
WIDTH = 88  # columns of the help texts, so that a page shows them without scrolling

CLI_HEAD = """\
# The command line

Every command of `traktat`, as `--help` tells it. Made by `python docs/build.py`.

Results go to standard output, everything else to standard error. The exit status is 0 when all
went well, 1 for something you can mend (a message, then a hint), 2 for a mistake in how the
command was called, 3 for a check that failed, and 130 after Ctrl-C.

| variable | does |
|---|---|
| `TRAKTAT_STORE` | names the store, as `--store` does |
| `NO_COLOR` | leaves colors out |
| `COLUMNS` | sets the width of tables |
"""

ERRORS_HEAD = """\
# Errors

What can go wrong, as one tree; every error says what to do. Made by `python docs/build.py`.

On the command line each of them ends with exit status 1. In Python they are in
`traktat.errors` and carry `message`, `hint`, `code` for machines, and `status`, the HTTP status
that fits. Doubt about a text is never an error: it is an issue in the result.
"""


def cli_page() -> str:
    """Give the page of all commands and their options."""
    parts = [CLI_HEAD, _help_of(program, "traktat")]
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        assert command is not None
        parts.append(_help_of(command, f"traktat {name}"))
        if isinstance(command, click.Group):
            for inner in command.commands:
                parts.append(_help_of(command.commands[inner], f"traktat {name} {inner}"))
    return "\n".join(parts)


def _help_of(command: click.Command, path: str) -> str:
    parent, _, name = path.rpartition(" ")
    outer = click.Context(program, info_name=parent) if parent else None
    context = click.Context(
        command,
        info_name=name,
        parent=outer,
        terminal_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## `{path}`\n\n```text\n{text}\n```\n"


def errors_page() -> str:
    """Give the page of all errors: the tree, then each of them."""
    tree = re.search(r"^TraktatError\n(?:[│├└ ].*\n)+", errors.__doc__ or "", re.MULTILINE)
    assert tree is not None
    rows = [
        f"| `{cls.__name__}` | `{cls.code}` | {cls.status} | {_told(cls)} | {_cell(cls.hint)} |"
        for cls in classes(TraktatError)
    ]
    return "\n".join(
        [
            ERRORS_HEAD,
            f"```text\n{tree[0]}```\n",
            "| error | code | HTTP | says | what to do |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def classes(cls: type[TraktatError]) -> Iterator[type[TraktatError]]:
    """Go through a class and all that are made from it, from the top down."""
    yield cls
    for inner in cls.__subclasses__():
        yield from classes(inner)


def _told(cls: type[TraktatError]) -> str:
    return _cell(" ".join((cls.__doc__ or "").split("\n\n")[0].split()))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/cli.md": cli_page,
    "reference/errors.md": errors_page,
    "reference/forms.md": forms_page,
    "reference/http-operations.md": operations_page,
    "reference/kinds.md": kinds_page,
    "reference/pack-files.md": packs_page,
    "README.md": index_page,  # the last: it names the pages before it
}


def main(check: bool) -> int:
    """Write the pages, or tell which are out of date; tell the links that lead nowhere."""
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'out of date' if check else 'written'}")
    lost = broken()
    for line in lost:
        print(line)
    return FAILED_CHECK if lost or (check and stale) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
