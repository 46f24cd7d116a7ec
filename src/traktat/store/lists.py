"""Lists in a SQLite store: agreements, reports, items of all records, persons and states."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from traktat.model.dates import parse
from traktat.model.outlines import Content, Line, Listed, Part, Presence, ReportLine, Role, Title
from traktat.model.records import (
    Claim,
    Disagreement,
    Name,
    Provision,
    RecordIssue,
    Standing,
    Statement,
    TimelineAct,
)
from traktat.store.codec import from_text
from traktat.store.connections import CLOCK, Database
from traktat.store.outlines import day_of
from traktat.store.rows import loaded

T = TypeVar("T")

CLASSES: Mapping[Part, type[Content]] = {
    Part.TIMELINE: TimelineAct,
    Part.PROVISIONS: Provision,
    Part.STATEMENTS: Statement,
    Part.CLAIMS: Claim,
    Part.DISAGREEMENTS: Disagreement,
    Part.ISSUES: RecordIssue,
}
REMEMBERED = 1024  # standings and acts of lists: the same lines are asked for again and again
NEWEST, BY_ID = "newest", "id"


class Cut(NamedTuple):
    """Which lines of a list are wanted: so many after so many."""

    limit: int = 50
    offset: int = 0


class Found(NamedTuple, Generic[T]):
    """The lines that were asked for, and how many there are in all."""

    lines: tuple[T, ...]
    total: int


def cut_of(page: int, per_page: int) -> Cut:
    """Give the cut of a list that a page of so many lines shows; pages count from 1."""
    return Cut(per_page, (page - 1) * per_page)


FIRST = Cut()
ALL = Cut(-1)  # what SQLite takes for no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What items of records are asked for; what is None is not asked."""

    agreement: str | None = None
    kind: str | None = None
    status: str | None = None
    topic: str | None = None
    person: str | None = None
    state: str | None = None


ANY = Wanted()


class Counted(NamedTuple):
    """How much a store holds; an origin is who is credited for what a report says."""

    agreements: int
    documents: int
    reports: int
    outlets: int
    origins: int
    statements: int
    claims: int
    disagreements: int
    issues: int
    judgements: int


class Where:
    """The conditions of a query and the values they are asked with."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._parts: list[str] = []

    def add(self, condition: str, *values: Any) -> None:
        """Add a condition."""
        self._parts.append(condition)
        self.values += values

    def equals(self, column: str, value: str | None) -> None:
        """Ask for a value of a column, if there is one to ask for."""
        if value is not None:
            self.add(f"{column} = ?", value)

    def __str__(self) -> str:
        return f"WHERE {' AND '.join(self._parts)}" if self._parts else ""


# Which agreements a page shows is found out from narrow rows; only those of the page are read.
_CHOSEN = """
    FROM outlines o JOIN standings s ON s.record_id = o.record_id AND s.since <= ? AND ? < s.until
"""
_LINES = """
    SELECT r.id, r.parties, r.kind, o.names, s.body, s.since, o.newest, o.reports, o.origins,
    o.disagreements, o.issues,
    (SELECT body FROM items INDEXED BY items_by_day WHERE record_id = r.id AND part = 'timeline'
     AND status = 'occurred' AND first > '' AND first <= ?
     ORDER BY first DESC, item_id DESC LIMIT 1)
    FROM (SELECT o.record_id AS id, s.since AS since {chosen} ORDER BY {order} LIMIT ? OFFSET ?) c
    JOIN records r ON r.id = c.id JOIN outlines o ON o.record_id = c.id
    JOIN standings s ON s.record_id = c.id AND s.since = c.since ORDER BY {order}
"""
_SORTS = {BY_ID: "o.record_id", NEWEST: "o.newest DESC, o.record_id"}
_ACTED_BY = "EXISTS (SELECT 1 FROM actors WHERE item = items.id AND role = ? AND name = ?)"
_PRESENCES = """
    SELECT actors.name, max(actors.state),
    sum(part = 'timeline'), sum(part = 'statements'), sum(part = 'claims'),
    sum(part IN ('claims', 'statements') AND status = 'denies'), count(DISTINCT record_id)
    FROM actors JOIN items ON items.id = item {where}
    GROUP BY actors.name ORDER BY count(*) DESC, actors.name
"""
# The first headline stands for the title of a report that tells none. Reports are chosen before
# anything is cut from their texts.
_REPORTS = """
    SELECT report_id, path, reports.outlet, title, coalesce(json_extract(reports.body, '$.title'),
        trim(substr(text, json_extract(reports.body, '$.headings[0][0]') + 1,
        json_extract(reports.body, '$.headings[0][1]')
        - json_extract(reports.body, '$.headings[0][0]')))),
    reports.published, language,
    (SELECT group_concat(record_id, ' ') FROM (SELECT record_id FROM record_reports
     WHERE record_reports.report_id = reports.report_id ORDER BY record_id))
    FROM (
        SELECT document_id AS chosen FROM reports JOIN documents ON documents.id = document_id
        {where} ORDER BY ltrim(reports.published, '[.') DESC, report_id, key LIMIT ? OFFSET ?
    ) JOIN reports ON document_id = chosen JOIN documents ON documents.id = chosen
    JOIN texts ON texts.id = text_id ORDER BY ltrim(reports.published, '[.') DESC, report_id, key
"""
_COUNTED = """
    SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM documents),
    (SELECT count(DISTINCT report_id) FROM reports), (SELECT count(DISTINCT outlet) FROM reports),
    (SELECT count(DISTINCT origin) FROM credits),
    (SELECT count(*) FROM items WHERE part = 'statements'),
    (SELECT count(*) FROM items WHERE part = 'claims'),
    (SELECT total(disagreements) FROM outlines), (SELECT total(issues) FROM outlines),
    (SELECT count(*) FROM judgements)
"""


class SqliteLists:
    """Lists over all records, a page of them at a time, none of them by loading records."""

    _rows: Database

    def counted(self) -> Counted:
        """Count what the store holds."""
        row = self._rows.one(_COUNTED)
        assert row is not None  # counts are never nothing
        return Counted(*map(int, row))

    def agreements(
        self,
        on: date,
        *,
        parties: Iterable[str] = (),
        status: str | None = None,
        reports: Iterable[str] | None = None,
        order: str = BY_ID,
        cut: Cut = FIRST,
    ) -> Found[Line]:
        """List agreements with all these parties, this standing on a day, one of these reports."""
        where, day = Where(), on.isoformat()
        where.equals("s.status", status)
        for party in parties:
            where.add(
                "o.record_id IN (SELECT record_id FROM record_parties WHERE party = ?)", party
            )
        if reports is not None:
            where.add(
                "o.record_id IN (SELECT record_id FROM record_reports WHERE report_id IN "
                "(SELECT value FROM json_each(?)))",
                _json(reports),
            )
        chosen = f"{_CHOSEN} {where}"
        rows = self._rows.all(
            _LINES.format(chosen=chosen, order=_SORTS[order]),
            *(day, day, day, *where.values, *cut),
        )
        total = self._count(f"SELECT count(*) {chosen}", day, day, *where.values)
        return Found(tuple(_line(row, on) for row in rows), total)

    def items(self, part: Part, wanted: Wanted = ANY, *, cut: Cut = FIRST) -> Found[Listed]:
        """List items of one part of all records, by day, what has no day last."""
        where = Where()
        where.add("part = ?", part.value)
        where.equals("record_id", wanted.agreement)
        where.equals("kind", wanted.kind)
        where.equals("status", wanted.status)
        where.equals("topic", wanted.topic)
        for role, name in ((Role.PERSON, wanted.person), (Role.STATE, wanted.state)):
            if name is not None:
                where.add(_ACTED_BY, role.value, name)
        rows = self._rows.all(
            f"SELECT record_id, body FROM items {where} "  # noqa: S608  (conditions of this module)
            "ORDER BY first = '', first, record_id, ordinal LIMIT ? OFFSET ?",
            *(*where.values, *cut),
        )
        listed = tuple(
            Listed(agreement=record, content=from_text(CLASSES[part], body))
            for record, body in rows
        )
        return Found(
            listed,
            self._count(f"SELECT count(*) FROM items {where}", *where.values),  # noqa: S608  (the same)
        )

    def titles(self) -> tuple[Title, ...]:
        """Give what every record can be called, sorted by id."""
        rows = self._rows.all(
            "SELECT id, parties, coalesce(names, json_extract(body, '$.names'), '[]') "
            "FROM records LEFT JOIN outlines ON record_id = id ORDER BY id"
        )
        return tuple(
            Title(record, tuple(parties.split()), from_text(tuple[Name, ...], names))
            for record, parties, names in rows
        )

    def records_with(self, item_id: str) -> tuple[str, ...]:
        """Give the ids of the records that have an item of that id, sorted."""
        rows = self._rows.all(
            "SELECT DISTINCT record_id FROM items WHERE item_id = ? ORDER BY record_id", item_id
        )
        return tuple(record for (record,) in rows)

    def resting_on(self, report: str) -> Iterator[tuple[str, str, str, str]]:
        """Give (finding, agreement, part, item id) for every item that rests on a report."""
        yield from self._rows.all(
            "SELECT finding, record_id, part, item_id FROM anchors JOIN items ON items.id = item "
            "WHERE report_id = ? ORDER BY finding, record_id, part, ordinal",
            report,
        )

    def presences(
        self, role: Role, *, words: str = "", name: str | None = None, cut: Cut = FIRST
    ) -> Found[Presence]:
        """List persons or states, those that do and say most first."""
        where = Where()
        where.add("role = ?", role.value)
        where.equals("actors.name", name)
        if words:
            where.add("instr(lower(actors.name), lower(?))", words)
        rows = self._rows.all(
            f"{_PRESENCES.format(where=where)} LIMIT ? OFFSET ?", *where.values, *cut
        )
        count = f"SELECT count(DISTINCT actors.name) FROM actors {where}"  # noqa: S608  (the same)
        return Found(tuple(map(_presence, rows)), self._count(count, *where.values))

    def reports(
        self,
        *,
        agreement: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        among: Iterable[str] | None = None,
        cut: Cut = FIRST,
    ) -> Found[ReportLine]:
        """List reports, the newest first."""
        where = Where()
        where.equals("reports.outlet", outlet)
        where.equals("language", language)
        if agreement is not None:
            where.add(
                "report_id IN (SELECT report_id FROM record_reports WHERE record_id = ?)",
                agreement,
            )
        if among is not None:
            where.add("report_id IN (SELECT value FROM json_each(?))", _json(among))
        rows = self._rows.all(_REPORTS.format(where=where), *where.values, *cut)
        count = f"SELECT count(*) FROM reports {where}"  # noqa: S608  (the same)
        return Found(tuple(map(_report_line, rows)), self._count(count, *where.values))

    def stamp_of_agreement(self, record_id: str) -> str:
        """Give what changes whenever a record, or what is known of its reports, does.

        It is empty where there is no such record.
        """
        row = self._rows.one(
            "SELECT digest, (SELECT max(clock) FROM touched JOIN record_reports USING (report_id) "
            "WHERE record_reports.record_id = outlines.record_id) FROM outlines "
            "WHERE record_id = ?",
            record_id,
        )
        return f"{row}" if row else ""

    def stamp_of_readings(self) -> str:
        """Give what changes whenever a report is taken in, read anew or forgotten.

        The clock counts these and every line of judgement, so the lines are taken off.
        """
        row = self._rows.one(
            "SELECT (SELECT value FROM meta WHERE key = ?) - (SELECT count(*) FROM judgements)",
            CLOCK,
        )
        return f"{row}"

    def stamp_of_report(self, report: str) -> str:
        """Give what changes whenever a report, or a record that rests on it, does.

        It is empty where there is no such report.
        """
        rows = self._rows.all(
            "SELECT record_id, digest FROM outlines JOIN record_reports USING (record_id) "
            "WHERE report_id = ? ORDER BY record_id",
            report,
        )
        touched = self._rows.one("SELECT clock FROM touched WHERE report_id = ?", report)
        return f"{touched}{rows}" if touched or rows else ""

    def _count(self, sql: str, *values: Any) -> int:
        row = self._rows.one(sql, *values)
        return int(row[0]) if row else 0


def _json(reports: Iterable[str]) -> str:
    return json.dumps(sorted(reports))


@lru_cache(REMEMBERED)
def _standing(text: str) -> Standing:
    return from_text(Standing, text)


@lru_cache(REMEMBERED)
def _act(text: str) -> TimelineAct:
    return from_text(TimelineAct, text)


def _line(row: tuple[Any, ...], on: date) -> Line:
    record, parties, kind, names, standing, since, newest, *counts, last = row
    first = day_of(since)
    return Line(
        id=record,
        parties=tuple(parties.split(" ")) if parties else (),
        names=from_text(tuple[Name, ...], names),
        kind=kind,
        standing=replace(_standing(standing), date=on),
        since=None if first == date.min else first,
        last_act=_act(last) if last else None,
        newest=day_of(newest),
        reports=counts[0],
        origins=counts[1],
        disagreements=counts[2],
        issues=counts[3],
    )


def _presence(row: tuple[Any, ...]) -> Presence:
    name, state, acts, statements, claims, denials, agreements = row
    return Presence(
        name=name,
        state=state or None,
        acts=acts,
        statements=statements,
        claims=claims,
        denials=denials,
        agreements=agreements,
    )


def _report_line(row: tuple[Any, ...]) -> ReportLine:
    report, path, outlet, title, heading, published, language, agreements = row
    return ReportLine(
        report=report,
        path=loaded(path),
        outlet=loaded(outlet),
        title=loaded(title),
        heading=loaded(heading) or None,
        published=parse(published) if published else None,
        language=language,
        agreements=tuple(agreements.split(" ")) if agreements else (),
    )
