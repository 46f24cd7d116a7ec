"""Small questions of pages to a SQLite store, answered by its indexes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from traktat.model.judgements import Judgement
from traktat.model.outlines import Title
from traktat.model.records import Name
from traktat.store.codec import from_text
from traktat.store.connections import Database


class SqliteLookups:
    """What a page asks beside the lists."""

    _rows: Database

    def records_of(self, report: str) -> tuple[str, ...]:
        """Give the ids of the records that rest on a report, sorted."""
        rows = self._rows.all(
            "SELECT record_id FROM record_reports WHERE report_id = ? ORDER BY record_id", report
        )
        return tuple(record for (record,) in rows)

    def titles_of(self, records: Iterable[str]) -> dict[str, Title]:
        """Give what some records can be called, by id; those there are not are left out."""
        rows = self._rows.all(
            "SELECT records.id, parties, coalesce(names, '[]') FROM json_each(?) "
            "JOIN records ON records.id = value "
            "LEFT JOIN outlines ON record_id = records.id ORDER BY records.id",
            json.dumps(sorted(set(records))),
        )
        return {
            record: Title(record, tuple(parties.split()), from_text(tuple[Name, ...], names))
            for record, parties, names in rows
        }

    def judgements_about(self, *about: str) -> tuple[Judgement, ...]:
        """Give the judgements about any of these, in the order they were made."""
        rows = self._rows.all(
            "SELECT body FROM judgements WHERE about IN (SELECT value FROM json_each(?)) "
            "ORDER BY ordinal",
            json.dumps(sorted(set(about))),
        )
        return tuple(from_text(Judgement, body) for (body,) in rows)
