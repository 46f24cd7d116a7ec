"""The default store: one SQLite file.

Every report goes in with one transaction, so that a process killed at any moment leaves a
store that holds what it held, and the next run goes on from there.
"""

from __future__ import annotations

from pathlib import Path

from traktat.store.connections import Database
from traktat.store.evidence import SqliteEvidence
from traktat.store.links import SqliteLinks
from traktat.store.lists import SqliteLists
from traktat.store.lookups import SqliteLookups
from traktat.store.records import SqliteRecords
from traktat.store.searches import SqliteSearch


class SqliteStore(
    SqliteEvidence, SqliteRecords, SqliteLinks, SqliteLists, SqliteLookups, SqliteSearch
):
    """A store in one SQLite file; `create` makes the file where there is none."""

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = Path(path)
        self._rows = Database(self.path, create=create)

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
