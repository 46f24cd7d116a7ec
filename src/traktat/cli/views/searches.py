"""What a search found, and which page of it is shown."""

from __future__ import annotations

from collections.abc import Sized

from rich.console import Group
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import counted, day, grid, listed, text
from traktat.store.base import Hit
from traktat.store.lists import Found


def print_hits(found: Found[Hit], page: int, per_page: int, form: str) -> None:
    """Print the matches of a search: where each stands, and the words around it."""
    if form != TABLE:
        print_list((hit.to_json() for hit in found.lines), form)
        return
    table = grid("id", "found")
    table.columns[0].no_wrap = True
    for hit in found.lines:
        about = (hit.outlet or "", day(hit.published), hit.language, hit.title or "")
        place = Text.assemble(text(listed(about, " · ")), "  ", text(hit.path, "dim"))
        table.add_row(hit.finding or hit.report, Group(place, text(hit.excerpt), Text()))
    if found.lines:
        print_table(table)
    print_table(page_words(found.lines, found.total, "place", page, per_page))


def page_words(lines: Sized, total: int, what: str, page: int, per_page: int) -> Text:
    """Tell which lines of a list are shown, and how to see more.

    >>> page_words("ab", 5, "place", 1, 2).plain
    '1 to 2 of 5 places; --page 2 shows more.'
    """
    whole = counted(total, what)
    if len(lines) == total:
        return Text(whole, "dim")
    first = (page - 1) * per_page + 1
    if not lines:
        return Text(f"{whole}, none of them on page {page}", "dim")
    last = first + len(lines) - 1
    more = f"; --page {page + 1} shows more." if last < total else ""
    return Text(f"{first} to {last} of {whole}{more}", "dim")
