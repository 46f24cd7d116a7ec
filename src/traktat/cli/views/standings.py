"""A standing with its proof."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import (
    act_words,
    day,
    listed,
    origins_words,
    quoted,
    report_names,
    section,
    standing_words,
    text,
)
from traktat.law.history import InForce
from traktat.model.records import Record, Standing, TimelineAct, as_json


def print_standing(record: Record, standing: Standing, form: str) -> None:
    """Print where a record stands on a day, and the acts that prove it."""
    if form != TABLE:
        print_json(as_json(standing), form)
        return
    print_table(heading(record), Text(), *standing_lines(standing), *_proof(record, standing))


def print_in_force(record: Record, found: InForce, form: str) -> None:
    """Print whether a record was in force at a time, and its standing at each turn of it."""
    if form != TABLE:
        print_json(as_json(found), form)
        return
    answer = Text.assemble(f"In force in {found.when.edtf}: ", (found.answer.value, "bold"))
    lines = [line for standing in found.standings for line in standing_lines(standing)]
    print_table(heading(record), Text(), answer, section("Turn by turn", *lines))


def heading(record: Record) -> RenderableType:
    """Give the name of an agreement, its id, kind and parties."""
    name = text(record.names[0].text if record.names else record.id, "bold")
    about = (record.id, " ".join(record.parties), record.kind or "")
    return Group(name, text(listed(about, " · "), "dim"))


def standing_lines(standing: Standing) -> Iterator[RenderableType]:
    """Tell the standing: of the agreement, then of each party, then what is missing."""
    yield Text.assemble(f"On {standing.date.isoformat()}: ", standing_words(standing))
    if standing.parties:
        yield text(listed(_party_words(standing), " · "))
    if standing.subject_to:
        yield text(f"Subject to {listed(standing.subject_to)}.")
    if standing.interim_duty:
        yield Text("Until entry into force: not to defeat its object and purpose (VCLT 18).")


def _party_words(standing: Standing) -> Iterator[str]:
    possible = standing.possible_parties or {}
    for code, status in sorted(standing.parties.items()):
        others = [other.value for other in possible.get(code, ()) if other is not status]
        doubt = f" (possibly {listed(others, ' or ')})" if others else ""
        yield f"{code} {status.value}{doubt}"


def _proof(record: Record, standing: Standing) -> Iterator[RenderableType]:
    acts = {act.id: act for act in record.timeline}
    if not standing.proof:
        yield Text("No act by that day puts it anywhere.", "dim")
        return
    names = report_names(record.reports)
    shown: set[str] = set()
    lines: list[RenderableType] = []
    for item in standing.proof:
        lines.append(text(f"{item.rule} ({item.article})"))
        act = acts.get(item.act)
        if act is not None and act.id not in shown:
            shown.add(act.id)
            lines += _act(act, names)
    yield section("Because", *lines)


def _act(act: TimelineAct, names: dict[str, str]) -> Iterator[RenderableType]:
    told = origins_words(act.independent_origins, len(act.reports), act.credibility)
    yield Text.assemble(day(act.date) or "no date", "  ", act_words(act), (f"  {act.id}", "dim"))
    lines: list[RenderableType] = [Text(told, "dim")]
    for item in act.support:
        lines.append(quoted(item.quote))
        lines.append(text(names.get(item.report, item.report), "dim"))
    yield Padding(Group(*lines), (0, 0, 0, 12))
