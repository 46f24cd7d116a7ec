"""The answer to a drill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import grid, listed, quoted, section, text
from traktat.cli.views.standings import heading, standing_lines
from traktat.model.records import Drill, Duty, Record, Statement, as_json

_STYLES = {"triggered": "green", "not-triggered": "red", "possible": "yellow"}


def print_drill(record: Record, drill: Drill, form: str) -> None:
    """Print the duties an event would trigger, what it leaves untouched, and why."""
    if form == TABLE:
        clauses = {item.id: f"{item.kind.value} ({item.id})" for item in record.provisions}
        print_table(heading(record), Text(), *_lines(drill, clauses))
    else:
        print_json(as_json(drill), form)


def _lines(drill: Drill, clauses: Mapping[str, str]) -> Iterator[RenderableType]:
    asked = listed((f"{key}: {value}" for key, value in sorted(drill.question.items())), " · ")
    yield text(asked, "dim")
    yield from standing_lines(drill.standing)
    yield Text()
    yield Text.assemble("Verdict: ", (drill.verdict, _STYLES.get(drill.verdict, "yellow")))
    if drill.duties:
        yield section("Duties", *(_duty(duty, clauses) for duty in drill.duties))
    if drill.breaches:
        yield section("Breaches", *(_duty(duty, clauses) for duty in drill.breaches))
    if drill.discretion:
        yield section("Discretion claimed", *(_remark(item) for item in drill.discretion))
    if drill.not_triggered:
        table = grid("", "")
        table.show_header = False
        for item in drill.not_triggered:
            table.add_row(text(clauses.get(item.provision, item.provision), "dim"), text(item.why))
        yield section("Not triggered", table)
    if drill.doubts:
        yield section("Doubts", *(text(doubt) for doubt in drill.doubts))


def _duty(duty: Duty, clauses: Mapping[str, str]) -> RenderableType:
    table = grid("", "")
    table.show_header = False
    force = duty.force.value if duty.force else ""
    owed = f"{duty.debtor} to {duty.creditor}"
    table.add_row("who", text(listed((owed, force, duty.timing or ""), " · ")))
    table.add_row("clause", text(clauses.get(duty.provision, duty.provision)))
    if duty.qualifiers:
        table.add_row("within", text(listed(duty.qualifiers)))
    table.add_row("why", text(duty.why))
    for item in duty.support[:1]:
        table.add_row("words", quoted(item.quote))
    return table


def _remark(item: Statement) -> RenderableType:
    said = quoted(item.support[0].quote) if item.support else Text()
    return Text.assemble(text(f"{item.speaker} "), said)
