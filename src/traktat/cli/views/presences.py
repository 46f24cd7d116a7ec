"""Who acts and speaks in all records, and what one of them did and said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_list, print_table
from traktat.cli.views.dossiers import act_lines, claim_lines, remark_lines
from traktat.cli.views.phrases import counted, day, entries, grid, listed, section, text
from traktat.cli.views.searches import page_words
from traktat.model.outlines import Content, Presence
from traktat.model.records import Claim, Statement, TimelineAct
from traktat.pipeline.presences import Deeds
from traktat.store.lists import Found

COUNTS = ("acts", "statements", "claims", "denials", "agreements")


def print_presences(found: Found[Presence], what: str, page: int, per_page: int, form: str) -> None:
    """Print one line for each person or state, with how much it does and says."""
    if form != TABLE:
        print_list((one.to_json() for one in found.lines), form)
        return
    is_person = what == "person"
    table = grid(what, *(("state",) if is_person else ()), *COUNTS)
    for one in found.lines:
        of = (text(one.state),) if is_person else ()
        table.add_row(text(one.name), *of, *(str(getattr(one, count)) for count in COUNTS))
    if found.lines:
        print_table(table)
    print_table(page_words(found.lines, found.total, what, page, per_page))


def print_deeds(deeds: Deeds, form: str) -> None:
    """Print what a person or state did, said and took a stance on, agreement by agreement."""
    if form != TABLE:
        print_json(deeds.to_json(), form)
        return
    one = deeds.presence
    told = (counted(one.acts, "act"), counted(one.statements, "statement"))
    stances = (counted(one.claims, "claim"), counted(one.denials, "denial"))
    print_table(Text.assemble(text(one.name, "bold"), "  ", text(one.state, "dim")))
    print_table(Text(listed((*told, *stances, counted(one.agreements, "agreement"))), "dim"))
    for agreement, items in _by_agreement(deeds).items():
        print_table(section(agreement, *_told(items)))


def _by_agreement(deeds: Deeds) -> Mapping[str, list[Content]]:
    found: dict[str, list[Content]] = {}
    for one in (*deeds.acts, *deeds.statements, *deeds.claims):
        found.setdefault(one.agreement, []).append(one.content)
    return found


def _told(items: list[Content]) -> Iterator[RenderableType]:
    yield entries(
        (day(item.date), tuple(act_lines(item))) for item in items if isinstance(item, TimelineAct)
    )
    yield entries(
        (day(item.uttered), tuple(remark_lines(item)))
        for item in items
        if isinstance(item, Statement)
    )
    yield entries(
        (day(item.date), (text(item.topic, "bold"), *claim_lines(item)))
        for item in items
        if isinstance(item, Claim)
    )
