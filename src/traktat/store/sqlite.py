"""The default store: one SQLite file.

Every report goes in with one transaction, so that a process killed at any moment leaves a
store that holds what it held, and the next run goes on from there.
"""

from __future__ import annotations

import re
from pathlib import Path

from traktat.store.base import Hit, Matter
from traktat.store.connections import Database
from traktat.store.evidence import SqliteEvidence
from traktat.store.lists import SqliteLists
from traktat.store.lookups import SqliteLookups
from traktat.store.records import SqliteRecords
from traktat.store.rows import loaded

_QUERY = re.compile(r'"([^"]*)"|(\S+)')
# A match comes with up to 16 words around it, about one line of a terminal, and at most 1,000
# matches are given: a search that finds more is too wide to be read.
_SEARCH_TEXTS = """
    SELECT report_id, NULL, path, CAST(snippet(text_search, 0, '', '', '…', 16) AS BLOB)
    FROM text_search JOIN documents ON text_id = text_search.rowid
    JOIN reports ON document_id = documents.id
    WHERE text_search MATCH ? ORDER BY rank, report_id, key LIMIT 1000
"""
_SEARCH_FINDINGS = """
    SELECT report_id, finding_id, path, CAST(snippet(finding_search, 0, '', '', '…', 16) AS BLOB)
    FROM finding_search JOIN findings ON findings.id = finding_search.rowid
    JOIN documents ON documents.id = document_id JOIN reports USING (document_id)
    WHERE finding_search MATCH ? AND kind = ?
    ORDER BY rank, report_id, key, ordinal LIMIT 1000
"""
_HOLDING = """
    SELECT DISTINCT report_id FROM text_search JOIN documents ON text_id = text_search.rowid
    JOIN reports ON document_id = documents.id WHERE text_search MATCH ?
"""


class SqliteStore(SqliteEvidence, SqliteRecords, SqliteLists, SqliteLookups):
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

    def search(self, words: str, matter: Matter = Matter.REPORT) -> tuple[Hit, ...]:
        """Find reports, statements or clauses by their words, best first.

        All the words must be there; words in double quotes must stand together.
        """
        query = _query(words)
        if not query:
            return ()
        if matter is Matter.REPORT:
            found = self._rows.all(_SEARCH_TEXTS, query)
        else:
            found = self._rows.all(_SEARCH_FINDINGS, query, matter.value)
        return tuple(
            Hit(report, finding, loaded(path), excerpt.decode("utf-8", "replace"))
            for report, finding, path, excerpt in found
        )

    def reports_with(self, words: str) -> frozenset[str]:
        """Give the ids of all reports that hold all of these words."""
        query = _query(words)
        rows = self._rows.all(_HOLDING, query) if query else []
        return frozenset(report for (report,) in rows)


def _query(words: str) -> str:
    """Give words as a query in which nothing but quotation marks has a meaning."""
    parts = [phrase or word.replace('"', "") for phrase, word in _QUERY.findall(words)]
    return " ".join(f'"{part}"' for part in parts if part.strip())
