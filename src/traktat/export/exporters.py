"""The forms in which records leave, each found by its name.

An exporter is a function that takes records, a day (that of the standing), a way to look up what
was read in a report, and the language of its labels; it gives texts by file name, the most telling
one first. It is found through the entry point group
`traktat.exporters`, by which other packages add theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.metadata import entry_points
from typing import Protocol

from traktat.errors import ExportError
from traktat.model.findings import Reading
from traktat.model.records import Record

GROUP = "traktat.exporters"


Lookup = Callable[[str], Reading | None]
"""Gives the reading of a report by its id, or None where it is not at hand."""


class Exporter(Protocol):
    """Gives records as texts by file name."""

    def __call__(
        self, records: Sequence[Record], *, on: date, readings: Lookup, language: str
    ) -> Mapping[str, str]:
        """Write records; `on` is the day of the standing."""


def exporters() -> tuple[str, ...]:
    """Name the forms that are installed, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def exporter(name: str) -> Exporter:
    """Give the exporter of that name; raise `ExportError` if there is none."""
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.value):
        if point.name == name:
            found: Callable[..., Mapping[str, str]] = point.load()
            return found
    raise ExportError(
        f"no form {name!r} to export to", hint=f"There are: {', '.join(exporters())}."
    )
