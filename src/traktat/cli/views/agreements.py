"""The list of agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import act_words, counted, day, grid, standing_words, text
from traktat.pipeline import Dossier


def print_agreements(agreements: Sequence[Dossier], on: date, form: str) -> None:
    """Print one line for each agreement, with its standing on a day."""
    if form != TABLE:
        print_list((agreement.summary(on=on) for agreement in agreements), form)
        return
    if not agreements:
        print_table(Text("No agreements.", "dim"))
        return
    table = grid("agreement", f"on {on.isoformat()}", "last act", "reports")
    for agreement in agreements:
        last = agreement.last_act(on)
        table.add_row(
            _called(agreement),
            standing_words(agreement.status_on(on)),
            Group(day(last.date), act_words(last)) if last else "",
            str(len(agreement.reports)),
        )
    print_table(table, Text(counted(len(agreements), "agreement"), "dim"))


def _called(agreement: Dossier) -> RenderableType:
    name = text(agreement.names[0].text if agreement.names else None)
    about = text(" ".join(agreement.parties), "dim")
    return Group(Text(agreement.id, "bold", no_wrap=True), *([name] if name else []), about, Text())
