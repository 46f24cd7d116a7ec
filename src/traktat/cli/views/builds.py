"""What a build did."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import act_words, counted, day, grid, listed, text
from traktat.pipeline.changes import AgreementChange, Build, PartChange

_STYLES = {"new": "green", "changed": "yellow", "gone": "red"}


def print_build(build: Build, form: str) -> None:
    """Print what a build did: documents, then agreements."""
    if form == TABLE:
        print_table(*_lines(build))
    else:
        print_json(build.to_json(), form)


def _lines(build: Build) -> Iterator[RenderableType]:
    parts = ("new", "changed", "same", "failed", "dropped")
    counts = [f"{getattr(build, part)} {part}" for part in parts if getattr(build, part)]
    yield Text(f"Reports: {listed(counts) or 'none'}")
    if not build.agreements:
        yield Text(f"Agreements: {build.total}, nothing changed")
        return
    yield Text(f"Agreements: {build.total}, of which {len(build.agreements)} touched")
    for item in build.agreements:
        yield Text()
        yield _head(item)
        if item.parts:
            yield Padding(Text(_counts(item), "dim"), (0, 0, 0, 2))
        if item.acts:
            yield Padding(_acts(item), (0, 0, 0, 2))


def _head(item: AgreementChange) -> Text:
    head = Text(f"{item.change:8}", _STYLES.get(item.change, ""))
    head.append(item.id, "bold")
    return head.append_text(text(f"  {item.name}" if item.name else ""))


def _counts(item: AgreementChange) -> str:
    return listed((_part(part) for part in item.parts), "; ")


def _part(part: PartChange) -> str:
    signs = (("+", part.added), ("~", part.changed), ("-", part.removed))
    return f"{part.part} " + " ".join(f"{sign}{number}" for sign, number in signs if number)


def _acts(item: AgreementChange) -> RenderableType:
    table = grid("new act", "date", "by", "told in")
    for act in item.acts:
        reports = counted(len(act.reports), "report")
        table.add_row(act_words(act), day(act.date), text(" ".join(act.states)), reports)
    return table
