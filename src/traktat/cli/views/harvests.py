"""Words that packs lack, with places to judge them by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import grid, listed, quoted, text
from traktat.reading.harvest import Candidate


def print_harvest(found: Sequence[Candidate], form: str) -> None:
    """Print one word a line, in a table with its first example."""
    if form != TABLE:
        print_list((_described(item) for item in found), form)
        return
    table = grid(
        "word", "", "before", "after", "by a state", "everywhere", "reports", "shape", "example"
    )
    for item in found:
        first = item.examples[0]
        place = f"{first.path} {first.span.start}-{first.span.end}"
        table.add_row(
            text(item.word, "bold"),
            Text(item.language, "dim"),
            *map(str, (item.before, item.after, item.by_state, item.everywhere, item.reports)),
            text(listed(item.shapes)),
            Text("\n").join([quoted(first.words), text(place, "dim")]),
        )
    print_table(table if found else Text("The packs know every word beside these agreements."))


def _described(item: Candidate) -> dict[str, Any]:
    return {
        "word": item.word,
        "language": item.language,
        "count": item.count,
        "before": item.before,
        "after": item.after,
        "by_state": item.by_state,
        "everywhere": item.everywhere,
        "reports": item.reports,
        "shapes": list(item.shapes),
        "examples": [
            {"path": example.path, "span": list(example.span), "words": example.words}
            for example in item.examples
        ],
    }
