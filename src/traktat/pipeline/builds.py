"""Reports into a store: what is new is read, what has changed is read again, the rest is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from traktat.errors import TraktatError
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline.changes import Build, changes
from traktat.pipeline.fusing import Refreshed, refresh
from traktat.pipeline.jobs import readings
from traktat.pipeline.settings import DEFAULT, Settings
from traktat.pipeline.stamps import reading_stamp
from traktat.pipeline.taking_in import Opened, Taken, opened, taken_in, unchanged
from traktat.store.base import Change, Store, document_key, document_state, location

Told = Callable[[TraktatError], None]
Seen = Callable[[int], None]


def build_store(
    paths: Iterable[str],
    store: Store,
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    replace: bool = False,
    on_error: Told | None = None,
    on_progress: Seen | None = None,
) -> Build:
    """Take documents into a store, read what has to be read, and bring the records up to date.

    What cannot be read is told to `on_error` and passed over; without it the first error is
    raised, after what was read before it has been stored. `replace` forgets documents stored
    from the same files and folders that are no longer there, unless something failed.
    """
    building = Building(store, settings, on_error, on_progress, look_again=replace)
    paths = list(paths)
    building.take_in(paths, stdin)
    dropped = building.drop_others(paths) if replace and not building.failed else 0
    return building.outcome(refresh(store), dropped=dropped)


@dataclass(slots=True)
class Course:
    """How far a source has come: documents still being read, and whether all went well."""

    opened: Opened
    reading: int = 0
    is_at_end: bool = False
    went_well: bool = True


class Waiting(NamedTuple):
    """A document that is being read, and what the store needs to keep it."""

    taken: Taken
    key: str
    state: str
    course: Course


class Building:
    """One run of a build: takes documents in, keeps their readings, counts what happened."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        on_error: Told | None,
        on_progress: Seen | None,
        *,
        look_again: bool = False,
    ) -> None:
        self._look_again = look_again  # which of a file's stored versions is the one there now?
        self.counts = dict.fromkeys(Change, 0)
        self.failed = 0
        self._store, self._settings = store, settings
        self._stamp = reading_stamp(settings)
        self._on_error, self._on_progress = on_error, on_progress
        self._held, self._known = store.held(), store.sources()
        self._opened: set[str] = set()
        self._seen: set[str] = set()
        self._waiting: deque[Waiting] = deque()
        self._by_source: dict[str, list[str]] = {}
        for key, held in self._held.items():
            self._by_source.setdefault(held.source, []).append(key)

    def take_in(self, paths: Iterable[str], stdin: BinaryIO | None) -> None:
        """Read what has to be read of the documents that paths name, and keep it."""
        to_read = self._to_read(paths, stdin)
        for outcome in readings(to_read, self._settings):
            waiting = self._waiting.popleft()
            course = waiting.course
            if isinstance(outcome, TraktatError):
                course.went_well = False
                self._tell(outcome)
            else:
                self._keep(waiting, outcome)
            course.reading -= 1
            self._note_end(course)

    def outcome(self, records: Refreshed, *, dropped: int = 0) -> Build:
        """Tell what was done, once the records are up to date with it."""
        return Build(
            new=self.counts[Change.NEW],
            changed=self.counts[Change.CHANGED],
            same=self.counts[Change.SAME],
            failed=self.failed,
            dropped=dropped,
            agreements=changes(records.before, records.after),
            total=len(self._store.record_ids()),
        )

    def drop_others(self, paths: Iterable[str]) -> int:
        """Forget the documents stored from these paths that did not turn up this time."""
        folders = tuple(f"{location(path)}/" for path in paths)
        gone = [
            key
            for source, keys in self._by_source.items()
            if source in self._opened or source.startswith(folders)
            for key in keys
            if key not in self._seen
        ]
        return self._store.drop(gone) if gone else 0

    def _to_read(self, paths: Iterable[str], stdin: BinaryIO | None) -> Iterator[Document]:
        for item in opened(paths, stdin, self._tell, self._stamp):
            self._opened.add(item.location)
            if not self._look_again and unchanged(item, self._known):
                self._pass_over(self._by_source.get(item.location, []))
                continue
            course = Course(item)
            for taken in taken_in(item, self._telling_of(course)):
                yield from self._unless_held(taken, course)
            course.is_at_end = True
            self._note_end(course)

    def _unless_held(self, taken: Taken, course: Course) -> Iterator[Document]:
        document = taken.document
        key = document_key(document, taken.source)
        state = document_state(document, self._stamp)
        held = self._held.get(key)
        if key in self._seen:
            self._pass_over([key])
        elif held is not None and held.state == state:
            self._pass_over([key])
            if location(held.path) != location(document.path):
                self._store.move(key, document.path)
        else:
            self._seen.add(key)
            course.reading += 1
            self._waiting.append(Waiting(taken, key, state, course))
            yield document

    def _keep(self, waiting: Waiting, reading: Reading) -> None:
        document, source = waiting.taken
        change = self._store.keep(document, reading, waiting.state, source=source)
        self.counts[change] += 1
        self._advance(1)

    def _pass_over(self, keys: Iterable[str]) -> None:
        known = list(keys)
        self._seen.update(known)
        self.counts[Change.SAME] += len(known)
        self._advance(len(known))

    def _note_end(self, course: Course) -> None:
        done = course.is_at_end and course.went_well and not course.reading
        if done and course.opened.digest is not None:
            self._store.keep_source(course.opened.location, course.opened.digest)

    def _telling_of(self, course: Course) -> Told:
        def tell(error: TraktatError) -> None:
            course.went_well = False
            self._tell(error)

        return tell

    def _tell(self, error: TraktatError) -> None:
        self.failed += 1
        self._advance(1)
        if self._on_error is None:
            raise error
        self._on_error(error)

    def _advance(self, documents: int) -> None:
        if self._on_progress is not None:
            self._on_progress(documents)
