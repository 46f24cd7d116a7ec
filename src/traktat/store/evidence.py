"""The evidence in a SQLite store: documents with their readings, sources, judgements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.store.base import EVERYTHING, Change, Held, document_key
from traktat.store.codec import from_text, to_text
from traktat.store.connections import CLOCK, Database
from traktat.store.rows import ReadingRows, document_row, loaded, reading_of, rows_of, stored

_KEEP_DOCUMENT = """
    INSERT INTO documents
    (key, state, text_id, source, path, outlet, title, published, url, lang)
    VALUES (?, ?, (SELECT id FROM texts WHERE sha256 = ?), ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, path = excluded.path,
    title = excluded.title, published = excluded.published, lang = excluded.lang RETURNING id
"""
_EVERY_READING = """
    SELECT document_id FROM reports JOIN documents ON id = document_id ORDER BY report_id, key
"""
_SOME_READINGS = """
    SELECT document_id FROM json_each(?) JOIN reports ON report_id = value
    JOIN documents ON documents.id = document_id ORDER BY report_id, documents.key
"""


class SqliteEvidence:
    """What people and programs found, as rows of a database."""

    _rows: Database

    def keep(self, document: Document, reading: Reading, state: str, *, source: str) -> Change:
        """Keep a document with its reading, in one transaction."""
        key, rows = document_key(document, source), rows_of(reading)
        with self._rows.writing():
            known = self._rows.one(
                "SELECT digest FROM reports JOIN documents ON id = document_id WHERE key = ?", key
            )
            document_id = self._keep_document(document, key, state, source)
            if known == (rows.digest,):
                return Change.SAME
            self._keep_rows(document_id, rows)
            self._touch(reading.report.id)
        return Change.CHANGED if known else Change.NEW

    def move(self, key: str, path: str) -> None:
        """Note that a document, otherwise unchanged, is now found elsewhere in its source."""
        with self._rows.writing():
            self._rows.run("UPDATE documents SET path = ? WHERE key = ?", stored(path), key)
            self._touch(*self._reports_of(key))

    def keep_source(self, source: str, digest: str) -> None:
        """Remember that a source with these bytes has been read to its end."""
        with self._rows.writing():
            self._rows.run(
                "INSERT INTO sources VALUES (?, ?) "
                "ON CONFLICT (location) DO UPDATE SET digest = excluded.digest",
                stored(source),
                digest,
            )

    def drop(self, keys: Iterable[str]) -> int:
        """Forget documents; tell how many there were."""
        with self._rows.writing():
            return sum(map(self._drop, sorted(keys)))

    def _drop(self, key: str) -> int:
        self._touch(*self._reports_of(key))
        self._rows.run(
            "DELETE FROM sources WHERE location = (SELECT source FROM documents WHERE key = ?)", key
        )
        texts = self._rows.all("DELETE FROM documents WHERE key = ? RETURNING text_id", key)
        for (text,) in texts:
            self._rows.run(
                "DELETE FROM texts WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM documents WHERE text_id = texts.id)",
                text,
            )
        return len(texts)

    def judge(self, judgement: Judgement, reports: Iterable[str] = (EVERYTHING,)) -> bool:
        """Add a judgement, or the line that undoes it; tell whether it was new.

        `reports` are those whose findings or ties it may change.
        """
        with self._rows.writing():
            added = self._rows.run(
                "INSERT INTO judgements (id, undone, about, verdict, body) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                judgement.id,
                judgement.undone,
                judgement.about,
                judgement.verdict.value,
                to_text(judgement),
            )
            if added:
                self._touch(*reports)
        return bool(added)

    def held(self) -> Mapping[str, Held]:
        """Give how every document is held, by its key."""
        rows = self._rows.all("SELECT key, state, source, path FROM documents")
        return {key: Held(state, loaded(source), loaded(path)) for key, state, source, path in rows}

    def sources(self) -> Mapping[str, str]:
        """Give the digest of every wholly read source by its location."""
        rows = self._rows.all("SELECT location, digest FROM sources")
        return {loaded(location): digest for location, digest in rows}

    def readings(self, reports: Iterable[str] | None = None) -> Iterator[Reading]:
        """Give the readings in an order that does not depend on when they came in."""
        documents = (
            self._rows.all(_EVERY_READING)
            if reports is None
            else self._rows.all(_SOME_READINGS, json.dumps(sorted(set(reports))))
        )
        for (document_id,) in documents:
            yield self._reading(document_id)

    def reports_of(self, finding_id: str) -> tuple[str, ...]:
        """Give the ids of the reports that have a finding of that id, sorted."""
        rows = self._rows.all(
            "SELECT DISTINCT report_id FROM findings JOIN reports USING (document_id) "
            "WHERE finding_id = ? ORDER BY report_id",
            finding_id,
        )
        return tuple(report for (report,) in rows)

    def report_clocks(self) -> Mapping[str, int]:
        """Give every report with the moment at which it, or what people say of it, last changed."""
        return dict(
            self._rows.all(
                "SELECT DISTINCT report_id, coalesce(clock, 0) FROM reports "
                "LEFT JOIN touched USING (report_id)"
            )
        )

    def reports_naming(self, name: str) -> tuple[str, ...]:
        """Give the ids of the reports with a finding that holds this very name, sorted."""
        rows = self._rows.all(
            "SELECT DISTINCT report_id FROM findings JOIN reports USING (document_id) "
            "WHERE kind IN ('name', 'act', 'statement') AND instr(findings.body, ?) "
            "ORDER BY report_id",
            to_text(name),
        )
        return tuple(report for (report,) in rows)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement in the order they were made."""
        rows = self._rows.all("SELECT body FROM judgements ORDER BY ordinal")
        return tuple(from_text(Judgement, body) for (body,) in rows)

    def _keep_document(self, document: Document, key: str, state: str, source: str) -> int:
        self._rows.run(
            "INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            document.sha256,
            stored(document.text),
        )
        row = self._rows.one(
            _KEEP_DOCUMENT, key, state, document.sha256, stored(source), *document_row(document)
        )
        assert row is not None  # RETURNING gives the row that was written
        return int(row[0])

    def _reports_of(self, key: str) -> list[str]:
        rows = self._rows.all(
            "SELECT report_id FROM reports JOIN documents ON id = document_id WHERE key = ?", key
        )
        return [report for (report,) in rows]

    def _keep_rows(self, document_id: int, rows: ReadingRows) -> None:
        self._rows.run("DELETE FROM reports WHERE document_id = ?", document_id)
        self._rows.run(
            "INSERT INTO reports (document_id, report_id, outlet, published, language, body, "
            "digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
            document_id,
            *rows.head,
            rows.digest,
        )
        self._rows.many(
            "INSERT INTO findings (document_id, ordinal, finding_id, kind, first, last, quote, "
            "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(document_id, place, *row) for place, row in enumerate(rows.findings)],
        )
        self._rows.many(
            "INSERT INTO issues (document_id, ordinal, part, code, first, last, message) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(document_id, place, *row) for place, row in enumerate(rows.issues)],
        )

    def _reading(self, document_id: int) -> Reading:
        head = self._rows.one(
            "SELECT body, path, text FROM reports JOIN documents ON documents.id = document_id "
            "JOIN texts ON texts.id = text_id WHERE document_id = ?",
            document_id,
        )
        assert head is not None  # the id was read from the same table
        findings = self._rows.all(
            "SELECT kind, first, last, quote, body FROM findings WHERE document_id = ? "
            "ORDER BY ordinal",
            document_id,
        )
        issues = self._rows.all(
            "SELECT part, code, first, last, message FROM issues WHERE document_id = ? "
            "ORDER BY ordinal",
            document_id,
        )
        return reading_of(head, findings, issues)

    def _touch(self, *reports: str) -> None:
        """Note that what is known of these reports has changed."""
        now = int(self._rows.meta(CLOCK) or 0) + 1
        self._rows.set_meta(CLOCK, str(now))
        self._rows.many(
            "INSERT INTO stale VALUES (?, ?) "
            "ON CONFLICT (report_id) DO UPDATE SET since = excluded.since",
            [(report, now) for report in reports],
        )
