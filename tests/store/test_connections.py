"""A file that cannot serve as a store is told in words, and left as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.samples import document, reading, record
from traktat.errors import (
    DamagedStore,
    ForeignStore,
    NeedsMigration,
    NotFound,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)
from traktat.store import connections
from traktat.store.base import Fused, document_state, location
from traktat.store.sqlite import SqliteStore


def keep(store: SqliteStore, path: str, text: str = document().text) -> None:
    item = document(path, text=text)
    store.keep(item, reading(item), document_state(item, ""), source=location(path))


def fill(store: SqliteStore) -> None:
    for number in range(100):
        keep(store, "b.txt", text=document().text + f"{number} " * 9000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a store with one report and one record."""
    place = tmp_path / "s.db"
    with SqliteStore(place) as store:
        keep(store, "a.txt")
        store.save_records(Fused((record(),), (), {}), store.pending(), "")
    return place


@contextmanager
def unprivileged() -> Iterator[None]:
    """Act as an ordinary user: rights on files bind everybody but root."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder anybody may pass through; the test's own is closed to ordinary users."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder") as raised:
        SqliteStore(tmp_path)
    assert "traktat.db" in raised.value.hint


def test_a_store_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no store") as raised:
        SqliteStore(tmp_path / "none.db", create=False)
    assert "traktat build" in raised.value.hint
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no folder"):
        SqliteStore(tmp_path / "nowhere" / "s.db")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    with SqliteStore(tmp_path / "s.db") as store:
        assert store.records() == ()


@pytest.mark.parametrize(
    "content", [b"\x00\x01" * 4096, b"Dear reader, " * 500, b"SQLite format 3"]
)
def test_bytes_that_are_no_database_stay_as_they_are(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "letter.txt"
    place.write_bytes(content)
    with pytest.raises(ForeignStore, match="is not a Traktat store") as raised:
        SqliteStore(place)
    assert "--store" in raised.value.hint
    assert place.read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["letter.txt"]


def test_a_database_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE records (id)")
    connection.commit()
    connection.close()
    before = place.read_bytes()
    with pytest.raises(ForeignStore, match="a database, but no Traktat store"):
        SqliteStore(place)
    assert place.read_bytes() == before


def test_a_newer_store_is_not_touched(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NeedsMigration, match="newer version") as raised:
        SqliteStore(path)
    assert "Update Traktat" in raised.value.hint


def test_a_damaged_store_says_so(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[5 * 4096 : 25 * 4096] = b"\xa5" * (20 * 4096)
    path.write_bytes(bytes(raw))
    with pytest.raises(DamagedStore, match="is damaged") as raised, SqliteStore(path) as store:
        list(store.readings())
    assert "copy" in raised.value.hint


def test_a_locked_store_says_so_and_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore(path) as store:
        with pytest.raises(StoreLocked, match="in use by another process") as raised:
            keep(store, "b.txt")
        assert "Wait" in raised.value.hint
        other.execute("ROLLBACK")
        other.close()
        keep(store, "b.txt")
        assert len(list(store.readings())) == 2


def test_a_locked_store_can_still_be_asked(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore(path, create=False) as store:
        assert store.records() == (record(),)
    other.close()


def test_a_full_disk_says_so_and_loses_nothing(path: Path) -> None:
    with SqliteStore(path) as store:
        store._rows.run("PRAGMA max_page_count = 1")  # no more pages than there are
        with pytest.raises(StoreFull, match="no room left") as raised:
            fill(store)
        assert "goes on where it stopped" in raised.value.hint
    with SqliteStore(path) as store:
        assert len(list(store.readings())) >= 1
        assert store.records() == (record(),)
        keep(store, "b.txt")


def test_a_folder_that_cannot_be_written_says_so(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with unprivileged(), pytest.raises(StoreReadOnly, match="cannot be opened or made"):
        SqliteStore(open_folder / "s.db")


def test_a_store_that_cannot_be_written_can_still_be_asked(open_folder: Path, path: Path) -> None:
    place = open_folder / "s.db"
    shutil.copy(path, place)
    place.chmod(0o444)
    open_folder.chmod(0o555)
    with unprivileged(), SqliteStore(place) as store:
        assert store.records() == (record(),)
        assert len(list(store.readings())) == 1
        with pytest.raises(StoreReadOnly, match="cannot be written") as raised:
            keep(store, "b.txt")
        assert "copy the store" in raised.value.hint


def test_two_processes_that_make_the_store_at_once_make_one(tmp_path: Path) -> None:
    stores = [SqliteStore(tmp_path / "s.db") for _ in range(3)]
    for number, store in enumerate(stores):
        keep(store, f"{number}.txt")
    assert len(list(stores[0].readings())) == 3
    for store in stores:
        store.close()
