"""Lists tell what the records tell, though no record is loaded for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.synthetic import world
from traktat.model.dates import parse
from traktat.model.documents import Document
from traktat.model.judgements import Judgement, Verdict
from traktat.model.outlines import Part, Role
from traktat.model.records import Record, ReportEntry
from traktat.pipeline import Agreements, open_store
from traktat.pipeline.fusing import refresh
from traktat.pipeline.outlines import outline_of
from traktat.store.lists import NEWEST, Cut, Wanted
from traktat.store.sqlite import SqliteStore

DAYS = [date(1985, 1, 1) + timedelta(days=131 * n) for n in range(130)]
ALL = Cut(1000)


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agreements]:
    with open_store(tmp_path_factory.mktemp("lists") / "s.db", create=True) as opened:
        for reading in world(6, 60, seed=7, noise=0.3).readings:
            report = reading.report
            document = Document(path=report.path, text=report.text, outlet=report.outlet)
            opened.store.keep(document, reading, "state", source=report.path)
        refresh(opened.store)
        yield opened


@pytest.fixture
def store(agreements: Agreements) -> SqliteStore:
    assert isinstance(agreements.store, SqliteStore)
    return agreements.store


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_line_says_what_the_record_says_on_any_day(
    agreements: Agreements, store: SqliteStore, day: date
) -> None:
    found = store.agreements(day, cut=ALL)
    assert found.total == len(agreements)
    for line, dossier in zip(found.lines, agreements, strict=True):
        assert dossier.summary(on=day).items() <= line.to_json().items()


def test_the_standing_is_found_by_its_name_and_parties(
    agreements: Agreements, store: SqliteStore
) -> None:
    day = DAYS[60]
    for dossier in agreements:
        status = dossier.status_on(day).status
        found = store.agreements(day, parties=dossier.parties, status=status, cut=ALL)
        expected = agreements.matching(parties=dossier.parties, status=status, on=day)
        assert [line.id for line in found.lines] == [one.id for one in expected]


def test_a_list_is_given_in_pages_that_make_it_up(store: SqliteStore) -> None:
    whole = store.agreements(DAYS[0], order=NEWEST, cut=ALL)
    pages = [store.agreements(DAYS[0], order=NEWEST, cut=Cut(2, n)) for n in range(0, 8, 2)]
    assert tuple(line for page in pages for line in page.lines) == whole.lines
    assert {page.total for page in pages} == {whole.total}
    newest = [line.newest or date.min for line in whole.lines]
    assert newest == sorted(newest, reverse=True)


@pytest.mark.parametrize("part", Part)
def test_every_item_of_every_record_is_listed(
    agreements: Agreements, store: SqliteStore, part: Part
) -> None:
    for dossier in agreements:
        items = getattr(dossier, part.value)
        found = store.items(part, Wanted(agreement=dossier.id), cut=ALL)
        assert found.total == len(items)
        assert sorted(map(repr, items)) == sorted(repr(one.content) for one in found.lines)


def test_everybody_is_counted_with_what_they_did_and_said(
    agreements: Agreements, store: SqliteStore
) -> None:
    found = store.presences(Role.PERSON, cut=Cut(10_000))
    speakers = {one.speaker for dossier in agreements for one in dossier.statements}
    assert speakers <= {one.name for one in found.lines}
    for presence in found.lines[:20]:
        said = store.items(Part.STATEMENTS, Wanted(person=presence.name), cut=ALL).total
        acted = store.items(Part.TIMELINE, Wanted(person=presence.name), cut=ALL).total
        assert (presence.statements, presence.acts) == (said, acted)


def test_what_rests_on_a_report_is_found_by_it(agreements: Agreements, store: SqliteStore) -> None:
    dossier = next(iter(agreements))
    report = dossier.reports[0].report
    expected = {
        (support.finding, dossier.id, "timeline", act.id)
        for act in dossier.timeline
        for support in act.support
        if support.report == report
    }
    assert expected <= set(store.resting_on(report))
    act = dossier.timeline[0]
    assert dossier.id in store.records_with(act.id)


def test_reports_are_listed_with_the_agreements_they_speak_of(
    agreements: Agreements, store: SqliteStore
) -> None:
    dossier = next(iter(agreements))
    found = store.reports(agreement=dossier.id, cut=ALL)
    assert {one.report for one in found.lines} == {one.report for one in dossier.reports}
    assert all(dossier.id in one.agreements for one in found.lines)


def test_what_is_gone_from_the_records_is_gone_from_the_lists(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as opened:
        store = opened.store
        assert isinstance(store, SqliteStore)
        for reading in world(2, 8).readings:
            document = Document(path=reading.report.path, text=reading.report.text)
            store.keep(document, reading, "state", source=reading.report.path)
        refresh(store)
        assert store.counted().statements
        store.drop(store.held())
        refresh(store)
        assert set(store.counted()) == {0}
        tables = ("outlines", "record_parties", "standings", "items", "actors", "anchors")
        assert not any(store._rows.all(f"SELECT 1 FROM {table}") for table in tables)


def test_a_stamp_changes_with_what_it_stands_for_and_nothing_else(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as opened:
        store = opened.store
        assert isinstance(store, SqliteStore)
        for reading in world(2, 8).readings:
            document = Document(path=reading.report.path, text=reading.report.text)
            store.keep(document, reading, "state", source=reading.report.path)
        refresh(store)
        one, other = list(opened)[:2]
        report = one.reports[0].report
        agreements = {id_: store.stamp_of_agreement(id_) for id_ in (one.id, other.id)}
        reports = {r: store.stamp_of_report(r) for r in (report, other.reports[0].report)}
        opened.judge(
            Judgement(
                id="j1",
                about=report,
                verdict=Verdict.REJECT,
                by="ana",
                at=datetime(2026, 1, 1, tzinfo=UTC),
            )
        )
        assert store.stamp_of_agreement(one.id) != agreements[one.id]
        assert store.stamp_of_agreement(other.id) == agreements[other.id]
        assert store.stamp_of_report(report) != reports.pop(report)
        assert {r: store.stamp_of_report(r) for r in reports} == reports


def test_a_report_of_an_open_day_is_no_newer_than_its_first() -> None:
    record = Record(
        id="a",
        parties=(),
        names=(),
        reports=(
            ReportEntry(
                report="r",
                path="r",
                outlet=None,
                title=None,
                published=parse("[2026-02-05..]"),
                language="en",
            ),
        ),
    )
    assert outline_of(record).newest == date(2026, 2, 5)
