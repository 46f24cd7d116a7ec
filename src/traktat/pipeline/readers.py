"""One document in, one reading out: the packs, the press and the reader put together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from traktat.errors import ReaderError, TraktatError
from traktat.facts import phrases
from traktat.lang import Packs, packs
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline.settings import Settings
from traktat.press import prepare
from traktat.reading import read_report


class Reader:
    """Reads documents with the installed packs."""

    def __init__(self, settings: Settings) -> None:
        self._packs = installed(settings.packs)
        self._reference = settings.reference

    def read(self, document: Document) -> Reading:
        """Read one document; whatever goes wrong is told as a `TraktatError`."""
        try:
            report = prepare(document, self._packs, reference=self._reference)
            return read_report(report, self._packs.get(report.language))
        except TraktatError:
            raise
        except Exception as error:  # one report must not stop a thousand others
            raise ReaderError(
                f"{document.path}: the reader failed ({type(error).__name__}: {error})"
            ) from error


def installed(directories: Iterable[str] = ()) -> Packs:
    """Load the installed packs and those in directories, with the names of facts/ in each."""
    return packs(directories=[Path(directory) for directory in directories], names=phrases())
