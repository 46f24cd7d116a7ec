"""The default store: one SQLite file.

Every report goes in with one transaction, so that a process killed at any moment leaves a
store that holds what it held, and the next run goes on from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.model.records import Record
from traktat.store.base import Change, Held, Hit, Matter, document_key
from traktat.store.codec import from_text, to_text
from traktat.store.connections import Database
from traktat.store.rows import ReadingRows, document_row, loaded, reading_of, rows_of, stored

_QUERY = re.compile(r'"([^"]*)"|(\S+)')
_EVIDENCE = "evidence"  # meta: counts the changes of readings and judgements
_FUSED = "fused"  # meta: the mark left with the records

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
_KEEP_DOCUMENT = """
    INSERT INTO documents
    (key, state, text_id, source, path, outlet, title, published, url, lang)
    VALUES (?, ?, (SELECT id FROM texts WHERE sha256 = ?), ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, path = excluded.path,
    title = excluded.title, published = excluded.published, lang = excluded.lang RETURNING id
"""


class SqliteStore:
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

    # evidence in

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
            self._touch()
        return Change.CHANGED if known else Change.NEW

    def move(self, key: str, path: str) -> None:
        """Note that a document, otherwise unchanged, is now found elsewhere in its source."""
        with self._rows.writing():
            self._rows.run("UPDATE documents SET path = ? WHERE key = ?", stored(path), key)
            self._touch()

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
        dropped = 0
        with self._rows.writing():
            for key in sorted(keys):
                self._rows.run(
                    "DELETE FROM sources WHERE location = "
                    "(SELECT source FROM documents WHERE key = ?)",
                    key,
                )
                dropped += self._rows.run("DELETE FROM documents WHERE key = ?", key)
            self._rows.run("DELETE FROM texts WHERE id NOT IN (SELECT text_id FROM documents)")
            if dropped:
                self._touch()
        return dropped

    def judge(self, judgement: Judgement) -> bool:
        """Add a judgement; tell whether it was new."""
        with self._rows.writing():
            added = self._rows.run(
                "INSERT INTO judgements (id, about, verdict, body) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING",
                judgement.id,
                judgement.about,
                judgement.verdict.value,
                to_text(judgement),
            )
            if added:
                self._touch()
        return bool(added)

    # evidence out

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
        wanted = None if reports is None else frozenset(reports)
        documents = self._rows.all(
            "SELECT report_id, document_id FROM reports "
            "JOIN documents ON documents.id = document_id ORDER BY report_id, key"
        )
        for report_id, document_id in documents:
            if wanted is None or report_id in wanted:
                yield self._reading(document_id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement in the order they were made."""
        rows = self._rows.all("SELECT body FROM judgements ORDER BY ordinal")
        return tuple(from_text(Judgement, body) for (body,) in rows)

    def evidence(self) -> int:
        """Give a number that grows whenever readings or judgements change."""
        return int(self._rows.meta(_EVIDENCE) or 0)

    # records

    def fused(self) -> str:
        """Give the mark left with the records, empty where there are none yet."""
        return self._rows.meta(_FUSED)

    def save_records(self, records: Iterable[Record], mark: str) -> None:
        """Put these records in the place of all others, with a mark of what they rest on."""
        wanted = {record.id: record for record in records}
        with self._rows.writing():
            for (record_id,) in self._rows.all("SELECT id FROM records"):
                if record_id not in wanted:
                    self._rows.run("DELETE FROM records WHERE id = ?", record_id)
            for record in wanted.values():
                self._save_record(record)
            self._rows.set_meta(_FUSED, mark)

    def records(self) -> tuple[Record, ...]:
        """Give every record, sorted by id."""
        rows = self._rows.all("SELECT body FROM records ORDER BY id")
        return tuple(from_text(Record, body) for (body,) in rows)

    def count_records(self) -> int:
        """Count the records."""
        row = self._rows.one("SELECT count(*) FROM records")
        return int(row[0]) if row else 0

    def record(self, record_id: str) -> Record | None:
        """Give the record of that id, if there is one."""
        row = self._rows.one("SELECT body FROM records WHERE id = ?", record_id)
        return from_text(Record, row[0]) if row else None

    def search(self, words: str, matter: Matter = Matter.REPORT) -> tuple[Hit, ...]:
        """Find reports, statements or clauses by their words, best first.

        All the words must be there; words in double quotes must stand together.
        """
        parts = [phrase or word.replace('"', "") for phrase, word in _QUERY.findall(words)]
        query = " ".join(f'"{part}"' for part in parts if part.strip())
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

    # below: rows

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

    def _save_record(self, record: Record) -> None:
        body = to_text(record)
        if self._rows.one("SELECT 1 FROM records WHERE id = ? AND body = ?", record.id, body):
            return
        self._rows.run(
            "INSERT INTO records (id, parties, kind, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET "
            "parties = excluded.parties, kind = excluded.kind, body = excluded.body",
            record.id,
            " ".join(record.parties),
            record.kind,
            body,
        )
        self._rows.run("DELETE FROM record_reports WHERE record_id = ?", record.id)
        reports = sorted({entry.report for entry in record.reports})
        self._rows.many(
            "INSERT INTO record_reports VALUES (?, ?)", [(record.id, report) for report in reports]
        )

    def _touch(self) -> None:
        self._rows.set_meta(_EVIDENCE, str(self.evidence() + 1))
