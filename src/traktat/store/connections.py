"""Opening a store's file, and saying in words what SQLite says in codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

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
from traktat.sentences import Sentence, sentence

APPLICATION_ID = 0x54524B54  # "TRKT", the mark in a file's header that says whose it is
HEAD = "0006"  # the newest revision in migrations/versions
CLOCK = "clock"  # meta: counts the changes of readings and judgements
PATIENCE = 5.0  # seconds to wait for another process; a report is written in milliseconds

_SCRIPTS = Path(__file__).with_name("migrations")
_VERSION = """
    CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL,
        CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
    )
"""


class Database:
    """A store's file: queries in, rows out, errors in words."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self._path = path
        self._connection = connect(path, create=create)

    def close(self) -> None:
        """Let go of the file."""
        with explained(self._path):
            self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do all of the block or nothing of it; nobody else writes meanwhile."""
        with explained(self._path), transaction(self._connection):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Ask all of the block of the store as it is now, whatever others write meanwhile."""
        with explained(self._path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")  # there is nothing to keep

    def run(self, sql: str, *values: Any) -> int:
        """Carry out a statement; tell how many rows it touched."""
        with explained(self._path):
            return self._connection.execute(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Carry out a statement for each row of values."""
        with explained(self._path):
            self._connection.executemany(sql, rows)

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Give the first row of a query, if there is one."""
        rows = self.all(sql, *values)
        return rows[0] if rows else None

    def all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Give every row of a query."""
        with explained(self._path):
            return self._connection.execute(sql, values).fetchall()

    def meta(self, key: str) -> str:
        """Give a note of the store about itself, empty where there is none."""
        row = self.one("SELECT value FROM meta WHERE key = ?", key)
        return str(row[0]) if row else ""

    def set_meta(self, key: str, value: str) -> None:
        """Write a note of the store about itself."""
        self.run(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the store at a path, making or migrating it where needed.

    A file that is no store is left as it is, to the byte.
    """
    _check_place(path, create=create)
    with explained(path):
        connection = _opened(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(
            sentence("{path} is a folder, not a store", path=path),
            hint=sentence("Name a file in it: --store {file}", file=path / "traktat.db"),
        )
    if path.exists() and not create and not path.stat().st_size:
        raise ForeignStore(
            sentence("{path} is empty, so it is no store", path=path),
            hint=sentence(
                "Make one with `traktat build REPORTS…`, or name another with --store FILE."
            ),
        )
    if path.exists():
        return
    if not create:
        raise NotFound(
            sentence("there is no store at {path}", path=path),
            hint=sentence(
                "Make one with `traktat build REPORTS…`, or name another with --store FILE."
            ),
        )
    if not path.parent.is_dir():
        raise StoreError(
            sentence("there is no folder {folder}", folder=path.parent),
            hint=sentence("Make the folder first, or name another."),
        )


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _trial(_plain(path))
    except sqlite3.OperationalError as error:
        if not _is_unwritable(error) or not path.exists():
            raise
    # A store on a read-only medium can still be asked; without its write-ahead log beside it
    # nobody can be writing to it, so SQLite needs no shared memory file there.
    still = not path.with_name(path.name + "-wal").exists()
    place = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if still else ''}"
    return _trial(_plain(place, uri=True))


def _plain(place: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    # A connection is used by the thread that opened it; only closing it may fall to another.
    return sqlite3.connect(
        place, uri=uri, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )


def _trial(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_unwritable(error: sqlite3.Error) -> bool:
    return _primary(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if _is_blank(connection):
        connection.execute("PRAGMA journal_mode = WAL")
        _make(connection)
    elif _pragma(connection, "application_id") != APPLICATION_ID:
        raise ForeignStore(sentence("{path} is a database, but no Traktat store", path=path))
    _bring_up_to_date(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log a killed process loses nothing at NORMAL; only a power cut can
    # take back the last reports, and leaves a consistent store.
    connection.execute("PRAGMA synchronous = NORMAL")


def _is_blank(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not tables and not _pragma(connection, "application_id")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _make(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        if not _is_blank(connection):
            return  # another process made the store while this one waited for the lock
        for path in sorted(_SCRIPTS.glob("*.sql")):
            for statement in script(path.name):
                connection.execute(statement)
        connection.execute(_VERSION)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def script(name: str) -> Iterator[str]:
    """Give the statements of a script in migrations/, one by one."""
    return statements((_SCRIPTS / name).read_text(encoding="utf-8"))


def statements(script: str) -> Iterator[str]:
    """Split a script into statements; the bodies of triggers stay whole.

    >>> list(statements("SELECT 1; SELECT 2;"))
    ['SELECT 1;', 'SELECT 2;']
    """
    pending = ""
    for part in script.split(";")[:-1]:
        pending += part + ";"
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision == HEAD:
        return
    if revision > HEAD:
        raise NeedsMigration(
            sentence(
                "{path} was made by a newer version of Traktat (store revision "
                "{revision}, this version knows {head})",
                path=path,
                revision=revision,
                head=HEAD,
            ),
            hint=sentence("Update Traktat, or build a new store from the same reports."),
        )
    from traktat.store.migrations import upgrade  # here, because it costs more than a whole query

    try:
        upgrade(connection)
    except sqlite3.Error as error:
        if not _is_unwritable(error):
            raise
        raise NeedsMigration(
            sentence(
                "{path} was made by an older version of Traktat and cannot be written", path=path
            ),
            hint=sentence("Open it once where it can be written, or copy it and name the copy."),
        ) from None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing of it; nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has already rolled back when the disk is full
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises in the block into the error that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, path) from error


def _in_words(error: sqlite3.Error, path: Path) -> StoreError:
    known: dict[int, tuple[type[StoreError], Sentence]] = {
        sqlite3.SQLITE_BUSY: (
            StoreLocked,
            sentence("{path} is in use by another process", path=path),
        ),
        sqlite3.SQLITE_LOCKED: (
            StoreLocked,
            sentence("{path} is in use by another process", path=path),
        ),
        sqlite3.SQLITE_NOTADB: (ForeignStore, sentence("{path} is not a Traktat store", path=path)),
        sqlite3.SQLITE_CORRUPT: (DamagedStore, sentence("{path} is damaged", path=path)),
        sqlite3.SQLITE_FULL: (
            StoreFull,
            sentence("no room left on the disk for {path}", path=path),
        ),
        sqlite3.SQLITE_IOERR: (
            StoreFull,
            sentence("the disk did not take what was written to {path}", path=path),
        ),
        sqlite3.SQLITE_READONLY: (StoreReadOnly, sentence("{path} cannot be written", path=path)),
        sqlite3.SQLITE_CANTOPEN: (
            StoreReadOnly,
            sentence("{path} cannot be opened or made", path=path),
        ),
        sqlite3.SQLITE_PERM: (StoreReadOnly, sentence("{path} cannot be written", path=path)),
    }
    raised, message = known.get(
        _primary(error), (StoreError, sentence("{path}: {reason}", path=path, reason=error))
    )
    return raised(message)


def _primary(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF  # the low byte; the rest is detail
