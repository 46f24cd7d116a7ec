"""Words that packs lack, gathered from reports without labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from traktat.errors import TraktatError
from traktat.intake import documents
from traktat.lang import Pack
from traktat.model.reports import Report
from traktat.pipeline.readers import Reader, installed
from traktat.pipeline.settings import DEFAULT, Settings
from traktat.reading.harvest import Candidate, Harvest


def harvest_paths(
    paths: Iterable[str],
    *,
    language: str | None = None,
    top: int | None = None,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    on_error: Callable[[TraktatError], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> list[Candidate]:
    """List the words beside agreements that the packs lack, those least by chance first.

    Of the documents that paths name, only those in `language` are read, if one is given. One
    that cannot be read is told to `on_error` and passed over; without it the error is raised.
    """
    if language is not None:
        installed(settings.packs).get(language)  # told at once, not after a thousand reports
    reader, found = Reader(settings), Harvest()

    def gather(report: Report, pack: Pack) -> None:
        if language in (None, report.language):
            found.gather(report, pack)

    for document in documents(paths, stdin=stdin, on_error=on_error):
        try:
            reader.each(document, gather)
        except TraktatError as error:
            if on_error is None:
                raise
            on_error(error)
        if on_progress is not None:
            on_progress(1)
    return found.ranked(top)
