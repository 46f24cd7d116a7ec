"""What the checks of packs found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.text import Text

from traktat.cli.options import TABLE
from traktat.cli.printing import print_list, print_table
from traktat.cli.views.phrases import grid, text
from traktat.pipeline.pack_checks import PackCheck


def print_checks(found: Sequence[PackCheck], form: str) -> None:
    """Print the faults of each pack and a line that sums them up."""
    if form != TABLE:
        print_list([asdict(check) for check in found], form)
        return
    for check in found:
        if check.faults:
            table = grid("file", "entry", "what", "sentence")
            for fault in check.faults:
                table.add_row(fault.file, fault.entry, text(fault.message), text(fault.text))
            print_table(table)
        table = grid("pack", "sentences", "faults", "kinds without words")
        table.add_row(
            Text(check.pack, "bold"),
            str(check.sentences),
            str(len(check.faults)),
            text(", ".join(check.uncovered) or "none"),
        )
        print_table(table)
