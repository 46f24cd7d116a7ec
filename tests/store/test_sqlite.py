"""What is kept comes back, and keeping it again doubles nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.store.samples import document, full_record, judgement, reading, record, signature
from traktat.errors import StoreError
from traktat.fusion.mentions import Mention
from traktat.fusion.traces import Trace
from traktat.fusion.unions import Bearer
from traktat.model.dates import parse
from traktat.model.documents import Document
from traktat.model.issues import Issue
from traktat.model.kinds import ActKind, Status
from traktat.model.records import Record, Support
from traktat.model.spans import Span
from traktat.store.base import (
    EVERYTHING,
    Change,
    Fused,
    Held,
    Matter,
    Pending,
    Store,
    document_key,
    document_state,
    location,
)
from traktat.store.lists import Cut
from traktat.store.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "s.db") as opened:
        yield opened


def keep(store: Store, item: Document, stamp: str = "one") -> Change:
    return store.keep(item, reading(item), document_state(item, stamp), source=location(item.path))


def test_a_reading_comes_back_as_it_went_in(store: SqliteStore) -> None:
    item = document(outlet="Strelsau Post", title="Lamps")
    assert keep(store, item) is Change.NEW
    assert list(store.readings()) == [reading(item)]


def test_keeping_a_reading_again_changes_nothing(store: SqliteStore) -> None:
    keep(store, document())
    before = store.pending()
    assert keep(store, document()) is Change.SAME
    assert store.pending() == before
    assert len(list(store.readings())) == 1


def test_another_program_that_reads_the_same_only_notes_its_stamp(store: SqliteStore) -> None:
    keep(store, document(), "one")
    assert keep(store, document(), "two") is Change.SAME
    (held,) = store.held().values()
    assert held.state == document_state(document(), "two")


def test_a_reading_that_differs_takes_the_place_of_the_old_one(store: SqliteStore) -> None:
    item = document()
    keep(store, item)
    better = replace(reading(item), issues=())
    assert store.keep(item, better, "state", source=location(item.path)) is Change.CHANGED
    assert list(store.readings()) == [better]


@pytest.mark.parametrize(
    "other", [{"path": "b.txt"}, {"outlet": "Zenda Times"}, {"url": "https://example.org/2"}]
)
def test_a_copy_elsewhere_is_another_document(store: SqliteStore, other: dict[str, str]) -> None:
    keep(store, document())
    assert keep(store, document(**{"path": "a.txt", **other})) is Change.NEW
    assert len(list(store.readings())) == 2


def test_a_corrected_title_is_the_same_document(store: SqliteStore) -> None:
    keep(store, document(title="Lmaps"))
    assert keep(store, document(title="Lamps")) is Change.CHANGED
    assert [item.report.title for item in store.readings()] == ["Lamps"]


def test_two_ways_to_write_a_path_are_one_document() -> None:
    one, other = document("./a.txt"), document("a.txt")
    keys = {document_key(item, location(item.path)) for item in (one, other)}
    assert len(keys) == 1


def test_standard_input_has_no_place() -> None:
    assert location("-") == "-"


def test_the_order_of_readings_does_not_depend_on_when_they_came(tmp_path: Path) -> None:
    items = [document(f"{name}.txt", text=document().text + name) for name in "abcd"]
    orders = []
    for number, order in enumerate((items, items[::-1])):
        with SqliteStore(tmp_path / f"{number}.db") as store:
            for item in order:
                keep(store, item)
            orders.append([found.report.path for found in store.readings()])
    assert orders[0] == orders[1]


def test_readings_of_some_reports_only(store: SqliteStore) -> None:
    items = [document(f"{name}.txt", text=document().text + name) for name in "ab"]
    for item in items:
        keep(store, item)
    wanted = reading(items[1]).report.id
    assert [found.report.id for found in store.readings([wanted])] == [wanted]


def test_a_document_that_moved_in_its_source_is_found_there(store: SqliteStore) -> None:
    item = document("feed.jsonl:3")
    source = location("feed.jsonl")
    store.keep(item, reading(item), "state", source=source)
    key = document_key(item, source)
    store.move(key, "feed.jsonl:4")
    assert store.held() == {key: Held("state", source, "feed.jsonl:4")}
    assert [found.report.path for found in store.readings()] == ["feed.jsonl:4"]


def test_a_dropped_document_leaves_nothing_behind(store: SqliteStore) -> None:
    keep(store, document())
    store.keep_source(location("a.txt"), "digest")
    assert store.drop(store.held()) == 1
    assert not list(store.readings())
    assert not store.sources()
    assert not store.search("lighthouse")
    assert not store.search("lamp", Matter.STATEMENT)


def test_a_text_two_documents_share_stays_for_the_other(store: SqliteStore) -> None:
    keep(store, document())
    keep(store, document("b.txt"))
    store.drop([document_key(document(), location("a.txt"))])
    assert [found.report.path for found in store.readings()] == ["b.txt"]


def test_a_source_is_known_by_its_digest(store: SqliteStore) -> None:
    store.keep_source("/r/a.txt", "one")
    store.keep_source("/r/a.txt", "two")
    assert store.sources() == {"/r/a.txt": "two"}


def test_characters_that_are_no_utf8_are_kept(store: SqliteStore) -> None:
    text = document().text + chr(0xDC80) + "\0"
    item = document(f"{chr(0xDCFF)}.txt", text=text, outlet=chr(0xD800))
    keep(store, item)
    assert list(store.readings()) == [reading(item)]
    assert len(store.search("lighthouse")) == 1


# judgements


def test_judgements_are_kept_in_their_order(store: SqliteStore) -> None:
    assert store.judge(judgement("b"))
    assert store.judge(judgement("a"))
    assert [item.id for item in store.judgements()] == ["b", "a"]
    assert store.judgements()[0] == judgement("b")


def test_a_judgement_made_twice_counts_once(store: SqliteStore) -> None:
    store.judge(judgement())
    before = store.pending()
    assert not store.judge(judgement())
    assert store.pending() == before


@pytest.mark.parametrize(
    "statement", ["UPDATE judgements SET verdict = 'accept'", "DELETE FROM judgements"]
)
def test_judgements_cannot_be_changed_or_removed(tmp_path: Path, statement: str) -> None:
    with SqliteStore(tmp_path / "s.db") as store:
        store.judge(judgement())
    connection = sqlite3.connect(tmp_path / "s.db")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_a_judgement_outlives_its_document(store: SqliteStore) -> None:
    keep(store, document())
    store.judge(judgement())
    store.drop(store.held())
    assert store.judgements() == (judgement(),)


# records


def save(store: Store, *records: Record, gone: tuple[str, ...] = ()) -> bool:
    return store.save_records(Fused(records, gone, {}), store.pending(), "program")


def test_records_come_back_sorted(store: SqliteStore) -> None:
    assert save(store, record("b"), record("a"))
    assert store.records() == (record("a"), record("b"))
    assert store.record_ids() == ("a", "b")
    assert store.record("b") == record("b")
    assert store.record("c") is None


def test_records_take_the_place_of_the_old_ones(store: SqliteStore) -> None:
    save(store, record("a"), record("b"))
    changed = record("b", timeline=(signature(status=Status.PLANNED),))
    save(store, changed, record("c"), gone=("a",))
    assert store.records() == (changed, record("c"))


def test_what_changed_is_pending_until_records_are_saved(store: SqliteStore) -> None:
    assert store.pending() == Pending("", 0, {})
    keep(store, document())
    report = reading(document()).report.id
    assert store.pending() == Pending("", 0, {report: 1})
    save(store)
    assert store.pending() == Pending("program", 1, {})


def test_what_changes_while_records_are_worked_out_stays_pending(store: SqliteStore) -> None:
    keep(store, document())
    pending = store.pending()
    other = document("b.txt", text=document().text + " More.")
    keep(store, other)
    store.keep(document(), replace(reading(document()), issues=()), "x", source=location("a.txt"))
    assert store.save_records(Fused((), (), {}), pending, "program")
    assert set(store.pending().reports) == {other.sha256[:12], document().sha256[:12]}


def test_whoever_saves_first_wins(store: SqliteStore) -> None:
    pending = store.pending()
    assert save(store, record("a"))
    late = Fused((record("b"),), ("a",), {})
    assert not store.save_records(late, pending, "program")
    assert store.records() == (record("a"),)


def test_a_dropped_or_moved_document_is_pending(store: SqliteStore) -> None:
    keep(store, document())
    save(store)
    store.move(next(iter(store.held())), "elsewhere.txt")
    assert len(store.pending().reports) == 1
    save(store)
    store.drop(store.held())
    assert len(store.pending().reports) == 1


def test_parts_of_records_can_be_left_out(store: SqliteStore) -> None:
    whole = full_record()
    save(store, whole)
    (left,) = store.records(without=("claims", "statements"))
    assert left == replace(whole, claims=(), statements=()) != whole


def test_a_judgement_may_concern_everything(store: SqliteStore) -> None:
    store.judge(judgement())
    assert EVERYTHING in store.pending().reports


def test_two_people_can_take_a_judgement_back(store: SqliteStore) -> None:
    store.judge(judgement())
    assert store.judge(replace(judgement(), undone=True, by="ana"))
    assert store.judge(replace(judgement(), undone=True, by="budi"))
    assert not store.judge(replace(judgement(), undone=True, by="budi"))
    assert [one.by for one in store.judgements()] == ["reviewer", "ana", "budi"]


def test_judging_leaves_the_stamp_of_readings_as_it_is(store: SqliteStore) -> None:
    stamps = [store.stamp_of_readings()]
    keep(store, document())
    stamps.append(store.stamp_of_readings())
    assert store.judge(judgement())
    assert store.judge(replace(judgement(), undone=True, by="ana"))
    assert not store.judge(judgement())
    save(store, record())
    assert store.stamp_of_readings() == stamps[-1]
    store.move(next(iter(store.held())), "elsewhere.txt")
    stamps.append(store.stamp_of_readings())
    store.drop(store.held())
    stamps.append(store.stamp_of_readings())
    assert len(set(stamps)) == 4


def test_mentions_come_back(store: SqliteStore) -> None:
    one = Mention(
        report="r1",
        key="A",
        parties=("GRA", "RUR"),
        acronyms=frozenset({"LP", "GRP"}),
        titles=frozenset({("lighthouse", "pact"), ("pact",)}),
        born=parse("2021-05"),
        marks=((ActKind.EXCHANGE, date(2022, 1, 10)),),
        first=date(2021, 5, 3),
        support=Support("r1", Span(0, 4), "pact", "f1"),
    )
    other, third = replace(one, report="r2"), replace(one, report="r3")
    home = "parties:GRA|RUR"
    save_links(store, {"r1": (one,), "r2": (other,)})
    assert store.mentions_in(home) == (one, other)
    save_links(store, {"r2": ()})
    assert store.mentions_in(home) == (one,)
    save_links(store, {"r3": (third,)}, whole=True)
    assert store.mentions_in(home) == (third,)
    assert store.mentions_in("parties:GRA|SUR") == ()


def save_links(store: SqliteStore, mentions: dict[str, tuple[Mention, ...]], **more: Any) -> None:
    assert store.save_records(Fused((), (), mentions, **more), store.pending(), "")


def mention(report: str, key: str, **more: Any) -> Mention:
    return Mention(
        report=report, key=key, support=Support(report, Span(0, 4), "pact", "f1"), **more
    )


def test_a_mention_is_found_where_it_was_put_last(store: SqliteStore) -> None:
    own = (mention("r1", "A", known="npt"), mention("r1", "B", parties=("GRA", "RUR")))
    save_links(store, {"r1": own}, placed={"r1#A": "npt"})
    assert store.placed("r1") == (
        ("r1#A", "known:npt", "npt"),
        ("r1#B", "parties:GRA|RUR", None),
    )
    save_links(store, {}, placed={"r1#A": None, "r1#B": "gra-rur"})
    assert [one.record for one in store.placed("r1")] == [None, "gra-rur"]


def test_in_a_snapshot_nothing_changes(store: SqliteStore) -> None:
    with store.snapshot():
        before = store.placed("r1")
        with SqliteStore(store.path) as other:
            save_links(other, {"r1": (mention("r1", "A"),)})
        assert store.placed("r1") == before == ()
    assert store.placed("r1")


def test_homes_are_tied_where_an_agreement_took_the_place_of_another(store: SqliteStore) -> None:
    older = mention("r1", "A", parties=("GRA", "RUR"), heir="B")
    heir = mention("r1", "B", parties=("GRA", "SUR"))
    beside = mention("r1", "C", known="npt")
    save_links(store, {"r1": (older, heir, beside)})
    assert store.heirs_of("parties:GRA|RUR") == ("parties:GRA|SUR",)
    assert store.heirs_of("parties:GRA|SUR") == ("parties:GRA|RUR",)
    assert store.heirs_of("known:npt") == ()


def test_traces_are_found_by_home_and_by_key(store: SqliteStore) -> None:
    one = Trace(
        "title pact of \ud800 islands", "parties:GRA|NSA:\ud800", Bearer(("GRA",), True, None)
    )
    other = Trace("id gra-2021", "known:npt")
    save_links(store, {}, traces={one.home: (one, one), other.home: (other,)})
    assert store.traces_in(one.home) == (one, one)
    assert store.traces_of(one.key) == (one, one)
    assert store.traces_of(one.key, 1) == (one,)
    assert store.traces_of(other.key) == (other,)
    save_links(store, {}, traces={one.home: ()})
    assert store.traces_of(one.key) == ()
    assert store.traces_in(other.home) == (other,)


# search


def test_words_find_the_reports_they_stand_in(store: SqliteStore) -> None:
    keep(store, document())
    keep(store, document("b.txt", text=document().text + " Then the fog came down."))
    (hit,) = store.search("graustark FOG")
    assert (hit.path, hit.finding) == ("b.txt", None)
    assert "lighthouse treaty" in store.search("lighthouse")[0].excerpt
    assert len(store.search("lighthouse")) == 2


def test_words_in_quotes_stand_together(store: SqliteStore) -> None:
    keep(store, document())
    assert store.search('"lighthouse treaty" Strelsau')
    assert not store.search('"treaty lighthouse"')


def test_statements_and_clauses_are_searched_apart(store: SqliteStore) -> None:
    keep(store, document())
    (hit,) = store.search("every lamp", Matter.STATEMENT)
    assert hit.finding is not None
    assert len(store.search("every lamp", Matter.PROVISION)) == 1
    assert not store.search("Strelsau", Matter.STATEMENT)


@pytest.mark.parametrize("matter", Matter)
def test_the_pages_of_a_search_give_every_match_once(store: SqliteStore, matter: Matter) -> None:
    for number in range(30):
        keep(store, document(f"{number}.txt", text=document().text + f" Edition {number}."))
    pages = [store.found("lamp", matter, Cut(7, offset)) for offset in range(0, 35, 7)]
    met = [(hit.report, hit.finding) for page in pages for hit in page.lines]
    assert len(met) == len(set(met)) == pages[0].total == 30
    assert {page.total for page in pages} == {30}


def test_all_reports_with_some_words_are_found(store: SqliteStore) -> None:
    keep(store, document())
    keep(store, document("b.txt", text=document().text + " Then the fog came down."))
    assert len(store.reports_with("lighthouse")) == 2
    assert store.reports_with("fog") == {
        document(text=document().text + " Then the fog came down.").sha256[:12]
    }
    assert store.reports_with("") == frozenset()


@pytest.mark.parametrize("words", ["", "  ", '""', '"', "(((", "a AND", "text:x*", "NEAR(", "'"])
def test_any_words_can_be_asked_for(store: SqliteStore, words: str) -> None:
    keep(store, document())
    assert store.search(words) in ((), store.search("a"))


def test_a_failed_keep_leaves_the_store_as_it_was(store: SqliteStore) -> None:
    item = document()
    keep(store, item)
    broken = replace(reading(item), issues=(Issue("x", Span(0, 1), None),))  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.keep(item, broken, "state", source=location(item.path))
    assert list(store.readings()) == [reading(item)]
    assert next(iter(store.held().values())).state == document_state(item, "one")
