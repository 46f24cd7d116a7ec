"""What reports say, read one by one, without a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from traktat.errors import TraktatError
from traktat.model.findings import Reading
from traktat.pipeline.jobs import readings
from traktat.pipeline.settings import DEFAULT, Settings


def read_paths(
    paths: Iterable[str],
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    on_error: Callable[[TraktatError], None] | None = None,
) -> Iterator[Reading]:
    """Read the documents that paths name, one reading after the other in their order.

    A document that cannot be read is told to `on_error` and passed over; without it the
    error is raised.
    """
    from traktat.intake import documents

    for outcome in readings(documents(paths, stdin=stdin, on_error=on_error), settings):
        if isinstance(outcome, Reading):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(outcome)
