"""The open store behind the desk: asked by many readers at once, changed by one writer at a time.

Every thread has a connection of its own; SQLite lets all of them read while one writes. Readers
see the records as they were last saved; whoever changes the evidence through the shelf brings
them up to date before the answer goes out. For what others leave behind there is a lookout.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any, TypeVar

from traktat.desk.settings import DeskSettings
from traktat.errors import NotFound, StoreError, TraktatError
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.pipeline.agreements import Agreements
from traktat.pipeline.changes import AgreementChange, Build, changes
from traktat.pipeline.dossiers import Dossier
from traktat.pipeline.fusing import Refreshed, refresh
from traktat.pipeline.reviewing import Board, Reviewing, Task
from traktat.pipeline.settings import Settings
from traktat.sentences import sentence
from traktat.store.sqlite import SqliteStore

T = TypeVar("T")

KEPT = 256  # values of each sort kept in memory; a record of fifty reports takes about 2 MB


class Shelf:
    """A store opened for many readers and one writer at a time."""

    def __init__(self, settings: DeskSettings) -> None:
        self.settings = settings
        self._threads = threading.local()
        self._opened: list[SqliteStore] = []
        self._lock = threading.Lock()  # guards what is kept and opened
        self._writing = threading.Lock()  # one change, with its records, at a time
        self._board = Board()
        self._kept: dict[str, OrderedDict[Hashable, tuple[str, Any]]] = {}
        self.refresh()

    @property
    def store(self) -> SqliteStore:
        """Give the store, through this thread's own connection."""
        opened: SqliteStore | None = getattr(self._threads, "store", None)
        if opened is None:
            opened = self._threads.store = SqliteStore(self.settings.store)
            with self._lock:
                self._opened.append(opened)
        return opened

    @property
    def agreements(self) -> Agreements:
        """Give the agreements as they were last saved."""
        return Agreements(self.store, as_saved=True)

    @property
    def version(self) -> str:
        """Give what changes whenever anything in the store does."""
        return self.store.version()

    def stamp(self, kind: str, name: str) -> str:
        """Give what changes whenever what a page about an agreement or a report shows does.

        A search shows what was read, whatever was judged of it since.
        """
        if kind == "search":
            return self.store.stamp_of_readings()
        if kind == "agreements":
            return self.store.stamp_of_agreement(name)
        return self.store.stamp_of_report(name)

    def close(self) -> None:
        """Let go of the store; whoever asks again opens it again."""
        with self._lock:
            self._threads = threading.local()
            for opened in self._opened:
                opened.close()
            self._opened.clear()

    def dossier(self, agreement: str) -> Dossier:
        """Give an agreement by its id, or whatever else names only it."""
        stamp = self.store.stamp_of_agreement(agreement)
        return self.kept(("dossier", agreement), lambda: self.agreements[agreement], stamp or None)

    def reading(self, report: str) -> Reading:
        """Give what was read in a report; raise `NotFound` where there is none."""
        stamp = self.store.stamp_of_report(report)
        return self.kept(("reading", report), lambda: self._reading(report), stamp or None)

    def _reading(self, report: str) -> Reading:
        found = self.agreements.reading(report)
        if found is None:
            raise NotFound(
                sentence("no report {report:quoted} in the store", report=report),
                hint=sentence("The id of a report is the first 12 digits of its text's digest."),
            )
        return found

    def kept(self, key: tuple[str, Hashable], make: Callable[[], T], stamp: str | None = None) -> T:
        """Give what was made for a key, or make it anew if what it was made from has changed.

        The key begins with the sort of the value. The stamp tells what it is made from; without
        one that is the whole store.
        """
        stamp = self.version if stamp is None else stamp
        known = self._kept.setdefault(key[0], OrderedDict())
        found = known.get(key)
        if found is not None and found[0] == stamp:
            value: T = found[1]
            return value
        value = make()
        with self._lock:
            known[key] = (stamp, value)
            known.move_to_end(key)
            while len(known) > KEPT:
                known.popitem(last=False)
        return value

    def prepare(self) -> None:
        """Have the queue of review ready: of 10,000 reports it takes a second."""
        with suppress(StoreError):  # it may be closed before it is ready
            self.queue()

    def has_waiting(self) -> bool:
        """Tell whether the store holds evidence that its records do not rest on yet."""
        pending = self.store.pending()
        return bool(pending.reports or pending.waiting)

    def refresh(self) -> tuple[AgreementChange, ...]:
        """Bring the records up to date with the evidence; tell what changed in them."""
        with self._writing:
            return _told(refresh(self.store))

    def build(
        self,
        paths: Iterable[str],
        *,
        on_error: Callable[[TraktatError], None],
        on_progress: Callable[[int], None],
    ) -> Build:
        """Take reports in while readers go on reading, then bring the records up to date."""
        from traktat.pipeline.builds import Building

        settings = Settings(packs=self.settings.packs, jobs=None)
        building = Building(self.store, settings, on_error, on_progress)
        building.take_in(paths, None)
        with self._writing:
            return building.outcome(refresh(self.store))

    def queue(self) -> tuple[Task, ...]:
        """Give the queue of review as the records were last saved, without waiting for writers."""
        return self._board.queue(self.store, date.today())

    @contextmanager
    def reviewing(self) -> Iterator[Reviewing]:
        """Give the store for review; nobody else changes it meanwhile."""
        with self._writing:
            yield Reviewing(self.agreements, self._board)

    def judge(
        self, judgement: Judgement, *, against_others: bool = False
    ) -> tuple[AgreementChange, ...]:
        """Keep a judgement and bring the records up to date; tell what changed in them."""
        with self._writing:
            self.agreements.judge(judgement, against_others=against_others)
            return _told(refresh(self.store))


def _told(fresh: Refreshed) -> tuple[AgreementChange, ...]:
    return changes(fresh.before, fresh.after)
