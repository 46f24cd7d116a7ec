"""The review queue, a task of it, what a judgement changed, and who judged what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_list, print_table, printable
from traktat.cli.views.phrases import counted, grid, listed, quoted, text
from traktat.model.judgements import Judgement
from traktat.pipeline.reviewing import SORTS, Effect, Imported, ItemChange, Reviewed, Task
from traktat.pipeline.reviewing.exchange import judgement_json

_STYLES = {"new": "green", "added": "green", "changed": "yellow", "gone": "red", "removed": "red"}
_IN = (0, 0, 0, 4)
_SHOWN = 12  # changes of one agreement shown; the rest is counted
_VALUE = 60  # characters of a value shown before and after


def print_queue(tasks: Iterable[Task], form: str) -> None:
    """Print the queue: what to look at, and why."""
    found = list(tasks)
    if form != TABLE:
        print_list((one.to_json() for one in found), form)
        return
    if not found:
        print_table(Text("nothing to review"))
        return
    table = grid("", "reason", "agreement", "what", "id")
    for number, one in enumerate(found, 1):
        told = Text.assemble(text(one.says), "\n", text(one.why, "dim"))
        place = one.choices[0].about if len(one.choices) == 1 else one.about
        row = (one.sort, one.agreement or "", told, place)
        table.add_row(str(number), row[0], text(row[1]), row[2], text(row[3]))
    print_table(table)


def print_task(task: Task, number: int, total: int) -> None:
    """Print one task with what there is to judge."""
    head = Text.assemble(
        (f"[{number} of {total}] ", "dim"), (task.sort, "bold"), f"  {SORTS[task.sort]}"
    )
    lines: list[RenderableType] = [Text(), head]
    lines.append(text(listed((task.agreement or "", task.says), "  ")))
    lines.append(text(task.why, "dim"))
    for place, choice in enumerate(task.choices, 1):
        lines.append(
            Text.assemble((f"{place:3} ", "dim"), text(choice.about), "  ", text(choice.says))
        )
        where = listed((choice.path, f"{choice.span.start}-{choice.span.end}"), " · ")
        if choice.quote:
            lines.append(Padding(quoted(choice.quote), _IN))
            lines.append(Padding(text(where, "dim"), _IN))
    for place, one in enumerate(task.decisions, 1):
        lines.append(Text.assemble((f"{place:3} ", "dim"), _decision(one)))
    if task.near:
        lines.append(text(f"may be: {listed(task.near)}"))
    print_table(*lines)


def _decision(one: Judgement) -> Text:
    words = text(f"{one.by} {one.at:%Y-%m-%d %H:%M}: ")
    words.append(one.verdict.value, "bold")
    told = listed((f"{name}={value}" for name, value in one.changes), " ")
    words.append_text(text(listed((" " + told if told else "", one.other or ""), " ")))
    if one.why:
        words.append_text(text(f"  — {one.why}", "dim"))
    if one.undone:
        words.append("  (taken back)", "red")
    return words


def print_reviewed(done: Reviewed, form: str) -> None:
    """Print the judgements made, and what they changed in the records."""
    if form != TABLE:
        print_json(done.to_json(), form)
        return
    lines: list[RenderableType] = [
        Text.assemble(_decision(one), (f"  {one.id}", "dim")) for one in done.judgements
    ]
    if done.already:
        lines.append(Text("that stood already", "dim"))
    print_table(*lines, *_effects(done.effects))


def print_imported(done: Imported, form: str) -> None:
    """Print how many judgements came in, and what they changed."""
    if form != TABLE:
        print_json(done.to_json(), form)
        return
    told = f"Judgements: {done.new} new, {done.same} known already"
    print_table(Text(told), *_effects(done.effects))


def _effects(effects: tuple[Effect, ...]) -> Iterator[RenderableType]:
    if not effects:
        yield Text("no record changed", "dim")
    for one in effects:
        head = Text(f"{one.change:8}", _STYLES.get(one.change, ""))
        head.append(one.agreement, "bold").append_text(text(f"  {one.name}" if one.name else ""))
        yield head
        if one.standing:
            before, after = one.standing.before or "–", one.standing.after or "–"
            yield Padding(Text(f"standing today: {before} → {after}", "bold"), _IN)
        for item in one.items[:_SHOWN]:
            yield Padding(_item(item), _IN)
        if len(one.items) > _SHOWN:
            yield Padding(Text(f"… and {counted(len(one.items) - _SHOWN, 'change')}", "dim"), _IN)


def _item(item: ItemChange) -> Text:
    words = Text(f"{item.change:8}", _STYLES.get(item.change, ""))
    words.append(f"{item.part}: ", "dim").append_text(text(item.says))
    for one in item.fields:
        told = f"\n{'':10}{one.field}: {_value(one.before)} → {_value(one.after)}"
        words.append(told)
    return words


def _value(value: Any) -> str:
    told = listed(map(str, value)) if isinstance(value, list) else str(value if value else "–")
    plain = printable(told)
    return plain if len(plain) <= _VALUE else f"{plain[:_VALUE]}…"


def print_log(judgements: Iterable[Judgement], form: str) -> None:
    """Print who decided what, when and why, the oldest first."""
    if form != TABLE:
        print_list((judgement_json(one) for one in judgements), form)
        return
    table = grid("id", "about", "decision")
    for one in judgements:
        table.add_row(text(one.id), text(one.about), _decision(one))
    print_table(table if table.row_count else Text("no judgements"))
