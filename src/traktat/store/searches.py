"""Search in a SQLite store: the words of reports, statements and clauses, best first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from traktat.model.dates import parse
from traktat.store.base import Hit, Matter
from traktat.store.connections import Database
from traktat.store.lists import Cut, Found
from traktat.store.rows import loaded

MOST = Cut(1000)  # matches given at once; a search that finds more is too wide to be read

_QUERY = re.compile(r'"([^"]*)"|(\S+)')
# The index gives its matches in the order of their rank, and those before the cut are passed by
# unread: with the tables joined in this order nothing is sorted, and excerpts, which cost more
# than all the rest, are cut only from the matches that are given: up to 16 words, about one line
# of a terminal. What fits alike stands in the order it came in, the same on every page.
_TEXTS = """
    SELECT report_id, NULL, path, CAST(snippet(text_search, 0, '', '', '…', 16) AS BLOB),
    reports.outlet, title, reports.published, language
    FROM text_search CROSS JOIN documents ON text_id = text_search.rowid
    CROSS JOIN reports ON document_id = documents.id
    WHERE text_search MATCH ? ORDER BY rank LIMIT ? OFFSET ?
"""
_FINDINGS = """
    SELECT report_id, finding_id, path, CAST(snippet(finding_search, 0, '', '', '…', 16) AS BLOB),
    reports.outlet, title, reports.published, language
    FROM finding_search CROSS JOIN findings ON findings.id = finding_search.rowid
    CROSS JOIN documents ON documents.id = findings.document_id
    CROSS JOIN reports ON reports.document_id = documents.id
    WHERE finding_search MATCH ? AND kind = '{kind}' ORDER BY rank LIMIT ? OFFSET ?
"""
_TEXT_COUNT = """
    SELECT count(*) FROM text_search CROSS JOIN documents ON text_id = text_search.rowid
    WHERE text_search MATCH ?
"""
_FINDING_COUNT = """
    SELECT count(*) FROM finding_search CROSS JOIN findings ON findings.id = finding_search.rowid
    WHERE finding_search MATCH ? AND kind = '{kind}'
"""
_MATCHES: Mapping[Matter, tuple[str, str]] = {
    Matter.REPORT: (_TEXTS, _TEXT_COUNT),
    **{
        one: (_FINDINGS.format(kind=one.value), _FINDING_COUNT.format(kind=one.value))
        for one in (Matter.STATEMENT, Matter.PROVISION)
    },
}
_HOLDING = """
    SELECT DISTINCT report_id FROM text_search CROSS JOIN documents ON text_id = text_search.rowid
    CROSS JOIN reports ON document_id = documents.id WHERE text_search MATCH ?
"""


class SqliteSearch:
    """Questions for words."""

    _rows: Database

    def search(self, words: str, matter: Matter = Matter.REPORT) -> tuple[Hit, ...]:
        """Find reports, statements or clauses by their words, best first.

        All the words must be there; words in double quotes must stand together.
        """
        return self.found(words, matter, MOST).lines

    def found(self, words: str, matter: Matter, cut: Cut) -> Found[Hit]:
        """Give some of the matches of a search, best first, and how many there are."""
        query = _query(words)
        if not query:
            return Found((), 0)
        matches, count = _MATCHES[matter]
        total = self._rows.one(count, query)
        assert total is not None  # a count is never nothing
        rows = self._rows.all(matches, query, *cut)
        return Found(tuple(_hit(row, matter) for row in rows), int(total[0]))

    def reports_with(self, words: str) -> frozenset[str]:
        """Give the ids of all reports that hold all of these words."""
        query = _query(words)
        rows = self._rows.all(_HOLDING, query) if query else []
        return frozenset(report for (report,) in rows)


def _hit(row: tuple[Any, ...], matter: Matter) -> Hit:
    report, finding, path, excerpt, outlet, title, published, language = row
    return Hit(
        report,
        finding,
        loaded(path),
        excerpt.decode("utf-8", "replace"),
        matter,
        loaded(outlet),
        loaded(title),
        parse(published) if published else None,
        language,
    )


def _query(words: str) -> str:
    """Give words as a query in which nothing but quotation marks has a meaning."""
    known = words.replace("\0", " ")  # where SQLite would take the query to end
    parts = [phrase or word.replace('"', "") for phrase, word in _QUERY.findall(known)]
    return " ".join(f'"{part}"' for part in parts if part.strip())
