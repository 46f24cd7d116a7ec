"""Small questions of pages to a store."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.reports import write_reports
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline import build
from traktat.store.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path):
    write_reports(tmp_path / "reports")
    build(tmp_path / "reports", tmp_path / "s.db")
    with SqliteStore(tmp_path / "s.db") as opened:
        yield opened


def test_the_records_that_rest_on_a_report(store: SqliteStore) -> None:
    for record in store.records():
        for entry in record.reports:
            assert record.id in store.records_of(entry.report)
    assert store.records_of("nothing") == ()


def test_titles_of_some_records(store: SqliteStore) -> None:
    first, *others = store.records()
    assert others
    found = store.titles_of([first.id, "nothing", first.id])
    assert list(found) == [first.id]
    assert (found[first.id].parties, found[first.id].names) == (first.parties, first.names)
    assert store.titles_of([]) == {}


def test_judgements_about_something_in_the_order_they_were_made(store: SqliteStore) -> None:
    def made(key: str, about: str) -> Judgement:
        at = datetime(2024, 1, 1, tzinfo=UTC)
        return Judgement(id=key, about=about, verdict=Verdict.ACCEPT, by="X", at=at)

    for key, about in (("b", "r:1"), ("a", "r:2"), ("c", "r:1")):
        store.judge(made(key, about))
    assert [one.id for one in store.judgements_about("r:1")] == ["b", "c"]
    assert [one.id for one in store.judgements_about("r:1", "r:2")] == ["b", "a", "c"]
    assert store.judgements_about("' OR 1 --") == ()
