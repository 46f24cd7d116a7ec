"""The open store behind the desk: asked by many readers at once, changed by one writer at a time.

Every thread has a connection of its own; SQLite lets all of them read while one writes. What
costs time to make is kept with the stamp of what it was made from, and made anew only when that
has changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from traktat.desk.settings import DeskSettings
from traktat.errors import NotFound
from traktat.model.findings import Reading
from traktat.model.judgements import Judgement
from traktat.pipeline.agreements import Agreements, open_store
from traktat.pipeline.changes import AgreementChange, changes
from traktat.pipeline.dossiers import Dossier
from traktat.pipeline.fusing import refresh

T = TypeVar("T")

KEPT = 256  # dossiers and readings kept in memory; a record of fifty reports takes about 2 MB


class Shelf:
    """A store opened for many readers and one writer at a time."""

    def __init__(self, settings: DeskSettings) -> None:
        self.settings = settings
        self._threads = threading.local()
        self._opened: list[Agreements] = []
        self._lock = threading.Lock()  # guards the list above
        self._writing = threading.Lock()  # one change and its records at a time
        self._kept: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        refresh(self.agreements.store)

    @property
    def agreements(self) -> Agreements:
        """Give the agreements, through this thread's own connection."""
        opened: Agreements | None = getattr(self._threads, "agreements", None)
        if opened is None:
            opened = open_store(self.settings.store, create=True)
            self._threads.agreements = opened
            with self._lock:
                self._opened.append(opened)
        return opened

    @property
    def version(self) -> str:
        """Give what changes whenever anything in the store does."""
        return self.agreements.store.version()

    def close(self) -> None:
        """Let go of the store."""
        with self._lock:
            for opened in self._opened:
                opened.close()
            self._opened.clear()

    def dossier(self, agreement: str) -> Dossier:
        """Give an agreement by its id, or whatever else names only it."""
        return self.kept(("dossier", agreement), lambda: self.agreements[agreement])

    def reading(self, report: str) -> Reading:
        """Give what was read in a report; raise `NotFound` where there is none."""
        return self.kept(("reading", report), lambda: self._reading(report))

    def _reading(self, report: str) -> Reading:
        found = self.agreements.reading(report)
        if found is None:
            raise NotFound(f"no report {report!r} in the store", hint="`/` lists the reports.")
        return found

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what was made for a key, or make it anew if the store has changed since."""
        version = self.version
        found = self._kept.get(key)
        if found is not None and found[0] == version:
            value: T = found[1]
            return value
        value = make()
        with self._lock:
            self._kept[key] = (version, value)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return value

    def judge(
        self, judgement: Judgement, *, against_others: bool = False
    ) -> tuple[AgreementChange, ...]:
        """Keep a judgement and bring the records up to date; tell what changed in them."""
        with self._writing:
            self.agreements.judge(judgement, against_others=against_others)
            fresh = refresh(self.agreements.store)
        return changes(fresh.before, fresh.after)
