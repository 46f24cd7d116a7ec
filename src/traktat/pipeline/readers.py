"""One document in, one reading out: the packs, the press and the reader put together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from traktat.errors import ReaderError, TraktatError
from traktat.facts import phrases
from traktat.lang import Pack, Packs, packs
from traktat.model.dates import on
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.model.kinds import Basis
from traktat.model.reports import Report
from traktat.pipeline.settings import Settings
from traktat.press import prepare
from traktat.reading import read_report
from traktat.sentences import sentence

T = TypeVar("T")
_TOLD = (Basis.METADATA, Basis.DATELINE, Basis.URL)  # what a report says of its own day


class Reader:
    """Reads documents with the installed packs."""

    def __init__(self, settings: Settings) -> None:
        self._packs = installed(settings.packs)
        self._reference = settings.reference

    def read(self, document: Document) -> Reading:
        """Read one document; whatever goes wrong is told as a `TraktatError`."""
        return self.each(document, read_report)

    def each(self, document: Document, work: Callable[[Report, Pack], T]) -> T:
        """Do some work on a document made ready; what goes wrong is told as a `TraktatError`."""
        try:
            with _without_collecting():
                report = self._dated(prepare(document, self._packs))
                return work(report, self._packs.get(report.language))
        except TraktatError:
            raise
        except Exception as error:  # one report must not stop a thousand others
            raise ReaderError(
                sentence(
                    "{path}: the reader failed ({name}: {error})",
                    path=document.path,
                    name=type(error).__name__,
                    error=error,
                )
            ) from error

    def _dated(self, report: Report) -> Report:
        """Give a report that tells no day of printing the one the caller takes for it."""
        if self._reference is None or report.published_basis in _TOLD:
            return report
        return replace(report, published=on(self._reference), published_basis=Basis.METADATA)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: a reading leaves none that a count of references misses.

    What it makes and drops would otherwise be looked through some forty times a report.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def installed(directories: Iterable[str] = ()) -> Packs:
    """Load the installed packs and those in directories, with the names of facts/ in each."""
    return packs(directories=[Path(directory) for directory in directories], names=phrases())
