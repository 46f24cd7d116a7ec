"""Reading on several processors: the same readings in the same order, sooner."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from traktat.errors import ReaderError, TraktatError
from traktat.model.documents import Document
from traktat.model.findings import Reading
from traktat.pipeline.settings import Settings
from traktat.sentences import sentence

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from traktat.pipeline.readers import Reader

BATCH = 16  # documents sent at once: a tenth of a second of reading hides the cost of sending
AHEAD = 3  # batches waiting for each process; bounds the memory, whatever the number of reports
ALONE = 128  # below this many documents starting processes costs more than it saves

Outcome: TypeAlias = Reading | TraktatError

# In a reading process only: its reader, loaded once, or why it could not be loaded.
_reader: Reader | TraktatError | None = None


def readings(documents: Iterable[Document], settings: Settings) -> Iterator[Outcome]:
    """Give the reading of each document, or why there is none, in the order of the documents."""
    jobs, documents = settings.jobs, iter(documents)
    first = list(islice(documents, 1 if jobs == 1 else ALONE if jobs is None else jobs))
    everything = chain(first, documents)
    jobs = (os.cpu_count() or 1 if len(first) == ALONE else 1) if jobs is None else jobs
    if not first:
        return
    if jobs == 1 or len(first) == 1:
        yield from _alone(everything, settings)
    else:
        yield from _together(everything, settings, jobs)


def _alone(documents: Iterable[Document], settings: Settings) -> Iterator[Outcome]:
    reader = _new_reader(settings)
    for document in documents:
        yield _outcome(reader, document)


def _new_reader(settings: Settings) -> Reader:
    from traktat.pipeline.readers import Reader  # here, because the packs take long to load

    return Reader(settings)


def _outcome(reader: Reader, document: Document) -> Outcome:
    try:
        return reader.read(document)
    except TraktatError as error:
        return error


def _together(documents: Iterator[Document], settings: Settings, jobs: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(settings, jobs)
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        while batch := list(islice(documents, BATCH)):
            waiting.append(pool.submit(_read_batch, batch))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise ReaderError(
            sentence("a reading process was ended from outside or ran out of memory"),
            hint=sentence(
                "Run the command again with --jobs 1; what was stored before is kept. "
                "In a script of your own, begin under `if __name__ == '__main__':`."
            ),
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(settings: Settings, jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # here, because most runs do without
    from multiprocessing import get_context

    # spawned, not forked: the same on every system, and safe beside threads
    context = get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(settings,))


def _start(settings: Settings) -> None:
    global _reader  # noqa: PLW0603  (a pool gives its processes no other place to keep a thing)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _reader = _new_reader(settings)
    except TraktatError as error:  # told with the first batch; raised here, it would be lost
        _reader = error


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # a killed parent cannot end its pool


def _read_batch(documents: list[Document]) -> list[Outcome]:
    assert _reader is not None  # _start ran before
    if isinstance(_reader, TraktatError):
        raise _reader
    reader = _reader
    return [_outcome(reader, document) for document in documents]
