"""A store made by an older version becomes one of today, with all it holds."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.samples import document, judgement, reading, record
from traktat.errors import NeedsMigration
from traktat.store import connections
from traktat.store.base import Fused, Matter, document_state, location
from traktat.store.connections import APPLICATION_ID, HEAD
from traktat.store.migrations import upgrade
from traktat.store.sqlite import SqliteStore

REVISIONS = ["0001", "0002", "0003", "0004", "0005"]  # every revision before the newest


def old_store(place: Path, revision: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    upgrade(connection, revision)
    return connection


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return [(kind, name, " ".join((sql or "").split())) for kind, name, sql in rows]


def test_all_migrations_together_make_what_a_new_store_has(tmp_path: Path) -> None:
    new = connections.connect(tmp_path / "new.db", create=True)
    migrated = old_store(tmp_path / "old.db", "head")
    assert shape(migrated) == shape(new)
    new.close()
    migrated.close()


def test_the_newest_revision_is_the_one_new_stores_bear() -> None:
    versions = Path(connections.__file__).parent / "migrations" / "versions"
    newest = max(path.stem[1:5] for path in versions.glob("r*.py"))
    assert newest == HEAD
    assert len(list(versions.glob("r*.py"))) == len(REVISIONS) + 1


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_older_store_keeps_all_it_holds(
    tmp_path: Path, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "s.db"
    old_store(place, revision).close()
    item = document()
    with monkeypatch.context() as patch:
        patch.setattr(connections, "HEAD", revision)
        with SqliteStore(place) as store:
            store.keep(item, reading(item), document_state(item, ""), source=location(item.path))
            store.judge(judgement())
            store.save_records(Fused((record(),), (), {}), store.pending(), "")
    with SqliteStore(place) as store:
        assert list(store.readings()) == [reading(item)]
        assert store.judgements() == (judgement(),)
        assert store.records() == (record(),)
        assert store.reports_in(record().id)
        assert store.search("lighthouse")
        assert store.search("every lamp", Matter.STATEMENT)


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    connection = old_store(tmp_path / "s.db", "0001")
    connection.execute("CREATE TABLE finding_search (in_the_way)")
    before = shape(connection)
    with pytest.raises(sqlite3.OperationalError, match="finding_search already exists"):
        upgrade(connection)
    assert shape(connection) == before
    assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("0001",)]
    connection.close()


def test_an_older_store_that_cannot_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "s.db"
    old_store(place, "0001").close()
    real = sqlite3.connect

    def read_only(*args: object, **options: object) -> sqlite3.Connection:
        connection = real(*args, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with pytest.raises(NeedsMigration, match="older version") as raised:
        SqliteStore(place)
    assert "copy it" in raised.value.hint


def test_the_migration_library_waits_until_there_is_something_to_migrate(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from traktat.store.sqlite import SqliteStore\n"
        f"SqliteStore({str(tmp_path / 's.db')!r}).close()\n"
        "sys.exit('alembic' in sys.modules or 'sqlalchemy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
