"""How far the work has come, shown on standard error while a person is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from traktat.cli.interrupting import heeding

Advance = Callable[[int], None]


@contextmanager
def progress(what: str, paths: Iterable[str], *, beside_output: bool) -> Iterator[Advance]:
    """Show a bar over the documents that paths name; nothing where nobody watches.

    Each step of it also stops the work where Ctrl-C was pressed and got lost. With
    `beside_output`, results are printed meanwhile: no bar where both would mix.
    """
    if not sys.stderr.isatty() or (beside_output and sys.stdout.isatty()):
        yield heeding(lambda _: None)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from traktat.cli.printing import terminal
    from traktat.pipeline.taking_in import expected

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=terminal(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=expected(paths))
        yield heeding(lambda documents: bar.advance(task, documents))
