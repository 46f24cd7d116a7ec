"""The language packs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import grid, text
from traktat.lang import Pack


def print_packs(packs: Iterable[Pack], form: str) -> None:
    """Print one line for each pack."""
    described = [_described(pack) for pack in packs]
    if form != TABLE:
        print_list(described, form)
        return
    table = grid("code", "name", "entries", "phrases", "digest", "folder")
    for item in described:
        table.add_row(
            Text(item["code"], "bold"),
            text(item["name"]),
            str(item["entries"]),
            str(item["phrases"]),
            Text(item["digest"], "dim"),
            text(item["folder"], "dim"),
        )
    print_table(table)


def _described(pack: Pack) -> dict[str, Any]:
    tables = pack.entries.values()
    lists = (value for table in tables for entry in table.values() for value in entry.values())
    return {
        "code": pack.code,
        "name": pack.name,
        "entries": sum(len(table) for table in tables),
        "phrases": sum(
            sum(isinstance(phrase, str) for phrase in value)
            for value in lists
            if isinstance(value, list)
        ),
        "digest": pack.digest,
        "folder": str(pack.folder),
    }
