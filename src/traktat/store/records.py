"""The records in a SQLite store, and what has changed since they were worked out."""

from __future__ import annotations

from collections.abc import Iterable

from traktat.model.records import Record
from traktat.model.spans import Span
from traktat.store.base import Doubt, Fused, Pending
from traktat.store.codec import from_text, to_text
from traktat.store.connections import CLOCK, Database
from traktat.store.links import save_links
from traktat.store.outlines import save_outline
from traktat.store.rows import loaded, message_of

STAMP = "stamp"  # meta: the program that worked out the records
JUDGED = "judged"  # meta: how many lines of judgement the records rest on
ROUND = "round"  # meta: how often records have been saved
_DOUBTS = """
    SELECT report_id, documents.path, issues.code, issues.first, issues.last, issues.message,
    findings.finding_id, findings.kind, CAST(findings.quote AS TEXT),
    (SELECT min(record_id) FROM record_reports WHERE record_reports.report_id = reports.report_id)
    FROM issues JOIN reports USING (document_id)
    JOIN documents ON documents.id = reports.document_id
    LEFT JOIN findings ON findings.document_id = issues.document_id
    AND findings.first < issues.last AND findings.last > issues.first
    ORDER BY report_id, issues.first, issues.last, issues.code, documents.key, findings.ordinal
"""


class SqliteRecords:
    """What was worked out from the evidence, as rows of a database."""

    _rows: Database

    def pending(self) -> Pending:
        """Tell what has changed since the records were last worked out."""
        reports = dict(self._rows.all("SELECT report_id, since FROM stale"))
        judged = self._number(JUDGED)
        ((lines,),) = self._rows.all("SELECT count(*) FROM judgements")
        return Pending(self._rows.meta(STAMP), self._number(ROUND), reports, judged, lines - judged)

    def version(self) -> str:
        """Give what changes whenever evidence or records do."""
        rows = self._rows.all(
            "SELECT key, value FROM meta WHERE key IN (?, ?, ?) ORDER BY key", CLOCK, ROUND, STAMP
        )
        return f"{rows}"

    def save_records(self, fused: Fused, pending: Pending, stamp: str) -> bool:
        """Save what was worked out from what was pending, and note the program that did it.

        Nothing is saved, and False given, if somebody else has saved records meanwhile.
        """
        with self._rows.writing():
            if self._number(ROUND) != pending.round:
                return False
            for record_id in fused.gone:
                self._rows.run("DELETE FROM records WHERE id = ?", record_id)
            outlines = {outline.record: outline for outline in fused.outlines}
            for record in fused.records:
                self._save_record(record)
                if record.id in outlines:
                    save_outline(self._rows, record, outlines[record.id])
            save_links(self._rows, fused)
            self._rows.many(
                "DELETE FROM stale WHERE report_id = ? AND since = ?", pending.reports.items()
            )
            self._rows.set_meta(STAMP, stamp)
            self._rows.set_meta(JUDGED, str(fused.judged))
            self._rows.set_meta(ROUND, str(pending.round + 1))
        return True

    def records(self, *, without: Iterable[str] = ()) -> tuple[Record, ...]:
        """Give every record, sorted by id; these parts of them are left empty, and not read."""
        emptied = [value for part in without for value in (f"$.{part}", "[]")]
        body = f"json_set(body{', ?, json(?)' * (len(emptied) // 2)})" if emptied else "body"
        rows = self._rows.all(f"SELECT {body} FROM records ORDER BY id", *emptied)  # noqa: S608  (marks for values)
        return tuple(from_text(Record, body) for (body,) in rows)

    def record_ids(self) -> tuple[str, ...]:
        """Give the id of every record, sorted."""
        return tuple(key for (key,) in self._rows.all("SELECT id FROM records ORDER BY id"))

    def record(self, record_id: str) -> Record | None:
        """Give the record of that id, if there is one."""
        row = self._rows.one("SELECT body FROM records WHERE id = ?", record_id)
        return from_text(Record, row[0]) if row else None

    def records_holding(self, item_id: str) -> tuple[str, ...]:
        """Give the ids of the records that have an item of that id, sorted."""
        rows = self._rows.all(
            "SELECT id FROM records WHERE instr(body, ?) ORDER BY id", to_text(item_id)
        )
        return tuple(key for (key,) in rows)

    def doubts(self) -> tuple[Doubt, ...]:
        """Give the issues of all readings, each with every finding on the same characters."""
        return tuple(
            Doubt(report, loaded(path), code, Span(first, last), message_of(message), *more)
            for report, path, code, first, last, message, *more in self._rows.all(_DOUBTS)
        )

    def reports_in(self, record_id: str) -> tuple[str, ...]:
        """Give the ids of the reports a record rests on, sorted."""
        rows = self._rows.all(
            "SELECT report_id FROM record_reports WHERE record_id = ? ORDER BY report_id",
            record_id,
        )
        return tuple(report for (report,) in rows)

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

    def _number(self, key: str) -> int:
        return int(self._rows.meta(key) or 0)
