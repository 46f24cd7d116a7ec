"""Search in a SQLite store: the words of reports, statements and clauses, best first.

Excerpts are cut only from the matches that are given: cutting them from ten thousand texts
takes longer than finding these.
"""

from __future__ import annotations

import json
import re
from typing import Any

from traktat.store.base import Hit, Matter
from traktat.store.connections import Database
from traktat.store.lists import Cut, Found
from traktat.store.rows import loaded

MOST = Cut(1000)  # matches given at once; a search that finds more is too wide to be read

_QUERY = re.compile(r'"([^"]*)"|(\S+)')
_TEXTS = """
    FROM text_search JOIN documents ON text_id = text_search.rowid
    JOIN reports ON document_id = documents.id WHERE text_search MATCH ?
"""
_FINDINGS = """
    FROM finding_search JOIN findings ON findings.id = finding_search.rowid
    JOIN documents ON documents.id = document_id JOIN reports USING (document_id)
    WHERE finding_search MATCH ? AND kind = ?
"""
# The index gives the best texts without a look at any other table; every text was printed in one
# document at least, so that as many texts as lines up to the end of the cut are enough.
_BEST_TEXTS = """
    SELECT best.id, report_id, NULL, path FROM (
        SELECT rowid AS id, rank FROM text_search WHERE text_search MATCH ?
        ORDER BY rank LIMIT ?
    ) AS best JOIN documents ON text_id = best.id JOIN reports ON document_id = documents.id
    ORDER BY best.rank, report_id, key LIMIT ? OFFSET ?
"""
_BEST_FINDINGS = """
    SELECT finding_search.rowid, report_id, finding_id, path {source}
    ORDER BY rank, report_id, key, ordinal LIMIT ? OFFSET ?
"""
# A match comes with up to 16 words around it, about one line of a terminal.
_EXCERPTS = """
    SELECT value, (SELECT CAST(snippet({index}, 0, '', '', '…', 16) AS BLOB) FROM {index}
    WHERE {index} MATCH ? AND rowid = value) FROM json_each(?)
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
        if matter is Matter.REPORT:
            index, source, asked = "text_search", _TEXTS, [query]
            rows = self._rows.all(_BEST_TEXTS, query, cut.limit + cut.offset, *cut)
        else:
            index, source, asked = "finding_search", _FINDINGS, [query, matter.value]
            rows = self._rows.all(_BEST_FINDINGS.format(source=source), *asked, *cut)
        excerpts = self._excerpts(index, query, rows)
        count = self._rows.one(f"SELECT count(*) {source}", *asked)
        assert count is not None  # a count is never nothing
        hits = (
            Hit(report, finding, loaded(path), excerpts[row]) for row, report, finding, path in rows
        )
        return Found(tuple(hits), int(count[0]))

    def reports_with(self, words: str) -> frozenset[str]:
        """Give the ids of all reports that hold all of these words."""
        query = _query(words)
        rows = self._rows.all(f"SELECT DISTINCT report_id {_TEXTS}", query) if query else []
        return frozenset(report for (report,) in rows)

    def _excerpts(self, index: str, query: str, rows: list[tuple[Any, ...]]) -> dict[int, str]:
        wanted = json.dumps(sorted({row[0] for row in rows}))
        found = self._rows.all(_EXCERPTS.format(index=index), query, wanted)
        return {row: excerpt.decode("utf-8", "replace") for row, excerpt in found}


def _query(words: str) -> str:
    """Give words as a query in which nothing but quotation marks has a meaning."""
    known = words.replace("\0", " ")  # where SQLite would take the query to end
    parts = [phrase or word.replace('"', "") for phrase, word in _QUERY.findall(known)]
    return " ".join(f'"{part}"' for part in parts if part.strip())
