"""Records worked out bit by bit are those worked out at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.reports import REPORTS
from traktat.fusion import fuse
from traktat.model.documents import Document
from traktat.model.findings import Reading, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline import fusing, open_store
from traktat.pipeline.fusing import is_fresh, records, refresh
from traktat.pipeline.jobs import readings
from traktat.pipeline.settings import Settings
from traktat.store.base import Store, location
from traktat.store.sqlite import SqliteStore


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Document, Reading]]:
    texts = list(REPORTS.values())
    documents = [
        Document(path=f"{number}.txt", text=f"{texts[number % len(texts)]}\nEdition {number}.\n")
        for number in range(12)
    ]
    found = [item for item in readings(documents, Settings()) if isinstance(item, Reading)]
    return list(zip(documents, found, strict=True))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "s.db") as opened:
        yield opened


def keep(store: Store, *items: tuple[Document, Reading]) -> None:
    for document, reading in items:
        store.keep(document, reading, "state", source=location(document.path))


def at_once(store: Store) -> tuple[object, ...]:
    return fuse(tuple(store.readings()), store.judgements())


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 11)), min_size=1, max_size=8))
def test_any_course_of_reports_ends_where_one_fusion_ends(
    corpus: list[tuple[Document, Reading]],
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[bool, int]],
) -> None:
    """Reports come and go one by one; after each step the records are those of what is left."""
    with SqliteStore(tmp_path_factory.mktemp("course") / "s.db") as store:
        for forgets, number in steps:
            document, _ = corpus[number]
            held = {key for key, item in store.held().items() if item.path == document.path}
            if forgets:
                store.drop(held)
            else:
                keep(store, corpus[number])
            assert records(store) == at_once(store)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(course=st.data())
def test_any_course_of_reports_and_judgements_ends_where_one_fusion_ends(
    corpus: list[tuple[Document, Reading]],
    tmp_path_factory: pytest.TempPathFactory,
    course: st.DataObject,
) -> None:
    """After each step the records are those made at once."""
    with open_store(tmp_path_factory.mktemp("course") / "s.db", create=True) as agreements:
        store = agreements.store
        keep(store, *corpus[:8])
        for number in range(course.draw(st.integers(1, 6))):
            if course.draw(st.booleans()):
                keep(store, corpus[course.draw(st.integers(8, 11))])
            else:
                refresh(store)
                decision = drawn(course, store, number)
                agreements.judge(decision, against_others=True)
                if course.draw(st.booleans()):
                    agreements.judge(replace(decision, undone=True))
            refresh(store)
            assert store.records() == at_once(store)


def drawn(course: st.DataObject, store: Store, number: int) -> Judgement:
    """Draw a decision about something that is in the store."""
    reading = course.draw(st.sampled_from(list(store.readings())))
    report = reading.report.id
    finding = course.draw(st.sampled_from(reading.findings))
    keys = [f"{report}#{one.key}" for one in reading.findings if one.kind == "agreement"]
    names = sorted({one.name for one in reading.findings if one.kind == "name"})
    other = course.draw(st.sampled_from(list(store.readings()))).report.id
    about, verdict, against = course.draw(
        st.sampled_from(
            [
                (f"{report}:{finding_id(finding)}", Verdict.REJECT, None),
                (finding_id(finding), Verdict.ACCEPT, None),
                (report, Verdict.REJECT, None),
                (report, Verdict.COPY, other),
                *((key, Verdict.SPLIT, None) for key in keys),
                *((one, Verdict.MERGE, store.record_ids()[-1]) for one in store.record_ids()[:1]),
                *((f"person:{one}", Verdict.MERGE, f"person:{names[0]}") for one in names),
            ]
        )
    )
    at = datetime(2026, 1, 1, 0, number, tzinfo=UTC)
    return Judgement(id=f"j{number}", about=about, verdict=verdict, by="ana", at=at, other=against)


def test_a_new_report_leaves_records_it_does_not_concern_alone(
    store: SqliteStore, corpus: list[tuple[Document, Reading]]
) -> None:
    keep(store, *(item for item in corpus if "Lombok" in item[0].text))
    refresh(store)
    keep(store, corpus[0])
    fresh = refresh(store)
    assert [record.parties for record in fresh.after] == [("IDN", "SGP")]


def test_nothing_is_worked_out_twice(
    store: SqliteStore, corpus: list[tuple[Document, Reading]], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, *corpus[:4])
    assert refresh(store).after
    monkeypatch.setattr(fusing, "_fused", None)  # calling it would fail
    assert is_fresh(store)
    assert refresh(store) == fusing.Refreshed()


def test_a_new_program_works_everything_out_again(
    store: SqliteStore, corpus: list[tuple[Document, Reading]], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, *corpus[:4])
    first = records(store)
    monkeypatch.setattr(fusing, "fusing_stamp", lambda: "another program")
    assert not is_fresh(store)
    assert len(refresh(store).after) == len(first)
    assert is_fresh(store)


def test_a_judgement_is_heeded_at_once(
    store: SqliteStore, corpus: list[tuple[Document, Reading]]
) -> None:
    keep(store, *corpus[:4])
    before = records(store)
    report = next(item for item in before if item.parties == ("AUS", "IDN")).reports[0].report
    left_out = Judgement(
        id="j1",
        about=report,
        verdict=Verdict.REJECT,
        by="reviewer",
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    store.judge(left_out)
    assert [item.parties for item in records(store)] == [("IDN", "SGP")]
    assert records(store) == at_once(store)


def test_a_store_that_cannot_be_written_gives_the_same_records(
    store: SqliteStore, corpus: list[tuple[Document, Reading]], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, *corpus[:2])
    records(store)
    keep(store, *corpus[2:])
    expected = at_once(store)
    store._rows.run("PRAGMA query_only = ON")
    assert records(store) == expected
    assert not is_fresh(store)


def test_two_that_refresh_at_once_agree(
    store: SqliteStore, corpus: list[tuple[Document, Reading]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process takes in a report and saves records while this one works them out."""
    keep(store, *corpus[:2])
    real, calls = fusing._fused, []

    def overtaken(*arguments: object) -> object:
        fused = real(*arguments)  # type: ignore[arg-type]
        calls.append(fused)
        if len(calls) == 1:
            with SqliteStore(store.path) as other:
                keep(other, *corpus[2:])
                monkeypatch.setattr(fusing, "_fused", real)
                refresh(other)
                monkeypatch.setattr(fusing, "_fused", overtaken)
        return fused

    monkeypatch.setattr(fusing, "_fused", overtaken)
    assert records(store) == at_once(store)


def test_an_interrupted_build_is_caught_up_with_by_the_next_question(
    store: SqliteStore, corpus: list[tuple[Document, Reading]]
) -> None:
    keep(store, *corpus)  # stored, but the process ended before records were worked out
    assert store.records() == ()
    assert records(store) == at_once(store)
