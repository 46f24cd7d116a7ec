"""The picture of the lineage: who stands where, who owes what to whom."""

from __future__ import annotations

from datetime import date

from tests.factories import when
from traktat.export.html.lineage import ORIGINS, REPORTS, ROW, TOP, lineage_of
from traktat.model.kinds import Basis
from traktat.model.records import Record, ReportEntry, Tie


def entry(report: str, published: str | None, *origins: str) -> ReportEntry:
    return ReportEntry(
        report=report,
        path=report,
        outlet=report.upper(),
        title=None,
        published=when(published),
        language="en",
        origins=origins,
    )


def tie(report: str, of: str, sort: str = "copy") -> Tie:
    return Tie(report=report, of=of, sort=sort, basis=Basis.MATCHED)


def record(reports: tuple[ReportEntry, ...], *ties: Tie) -> Record:
    return Record(id="a", parties=(), names=(), reports=reports, lineage=ties)


def test_reports_stand_in_the_order_of_printing_those_without_a_day_last() -> None:
    reports = (entry("c", None), entry("b", "2024-02"), entry("a", "2024-01-05", "TASS"))
    picture = lineage_of(record(reports, tie("b", "a")), date(2024, 1, 31))
    assert [row.entry.report for row in picture.rows] == ["a", "b", "c"]
    assert [row.y for row in picture.rows] == [TOP, TOP + ROW, TOP + 2 * ROW]
    assert [row.later for row in picture.rows] == [False, True, False]


def test_an_arc_leads_from_a_report_to_what_it_rests_on_once() -> None:
    reports = (entry("a", "2024-01-01"), entry("b", "2024-01-02"), entry("c", "2024-01-03"))
    ties = (tie("c", "a"), tie("c", "a"), tie("b", "a", "translation"), tie("b", "elsewhere"))
    picture = lineage_of(record(reports, *ties), date(2025, 1, 1))
    assert [(arc.tie.sort, arc.start, arc.end) for arc in picture.arcs] == [
        ("copy", TOP + 2 * ROW, TOP),
        ("translation", TOP + ROW, TOP),
    ]
    wide, narrow = picture.arcs
    assert wide.reach > narrow.reach


def test_origins_are_columns_the_most_credited_first() -> None:
    reports = tuple(entry(f"r{n}", "2024-01-01", "KCNA", f"one {n}") for n in range(9))
    picture = lineage_of(record(reports, tie("r1", "r0")), date(2025, 1, 1))
    assert len(picture.columns) == ORIGINS
    first = picture.columns[0]
    assert (first.name, first.reports) == ("KCNA", 9)
    assert all(first.x in row.dots for row in picture.rows)


def test_too_many_reports_are_counted_and_left_to_the_list() -> None:
    reports = tuple(entry(f"r{n:03}", "2024-01-01") for n in range(REPORTS + 7))
    picture = lineage_of(record(reports, tie("r001", "r000")), date(2025, 1, 1))
    assert (len(picture.rows), picture.left_out) == (REPORTS, 7)


def test_where_nobody_owes_anything_there_is_no_picture() -> None:
    assert lineage_of(record((entry("a", "2024-01-01"),)), date(2025, 1, 1)) is None
