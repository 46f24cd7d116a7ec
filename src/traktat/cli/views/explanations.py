"""An explanation, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_json, print_table
from traktat.cli.views.phrases import grid, listed, quoted, text
from traktat.pipeline.explanations import Explanation, Step

INDENT = (0, 0, 0, 4)


def print_explanation(explanation: Explanation, form: str) -> None:
    """Print why something is said."""
    if form != TABLE:
        print_json(explanation.to_json(), form)
        return
    head = text(explanation.about, "bold")
    if explanation.agreement and explanation.agreement != explanation.about:
        head.append(f"  in {explanation.agreement}", "dim")
    print_table(head, *(line for step in explanation.steps for line in _lines(step)))


def _lines(step: Step) -> Iterator[RenderableType]:
    reason = step.reason
    yield Text.assemble((f"{reason.step}  ", "dim"), text(reason.says))
    if reason.quote:
        place = f"{reason.span.start}-{reason.span.end}" if reason.span else ""
        where = listed((step.path, place, reason.report, reason.finding), " · ")
        yield Padding(quoted(reason.quote), INDENT)
        yield Padding(text(where, "dim"), INDENT)
    if step.grounds:
        table = grid("rule", "entry", "words")
        for ground in step.grounds:
            table.add_row(text(ground.rule), text(ground.entry), quoted(ground.words))
        yield Padding(table, INDENT)
