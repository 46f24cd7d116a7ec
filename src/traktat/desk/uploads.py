"""Reports handed to the desk: kept in a folder beside the store, then read into it.

One upload is read after the other, in a thread of its own, while readers go on reading; how far
it has come can be asked at any time.
"""

from __future__ import annotations

import re
import secrets
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from queue import SimpleQueue
from typing import Any, NamedTuple

from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import Shelf
from traktat.errors import NotFound, StoreError, TooMuch, TraktatError
from traktat.intake.sources import SUFFIXES
from traktat.pipeline.changes import Build
from traktat.sentences import sentence

REMEMBERED = 100  # uploads whose outcome can still be asked
LONGEST = 80  # characters of a file's name that are kept
_ODD = re.compile(r"[^\w.,()+-]+")


class File(NamedTuple):
    """One file as it was handed over; nothing of it is trusted."""

    name: str
    content: bytes


class State(StrEnum):
    """How far an upload has come."""

    WAITING = "waiting"
    READING = "reading"
    FUSING = "fusing"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True)
class Upload:
    """Reports being taken in: `total` documents as far as they are known, `done` of them."""

    id: str
    paths: tuple[str, ...]
    files: int
    total: int = 0
    done: int = 0
    state: State = State.WAITING
    errors: list[TraktatError] = field(default_factory=list)
    build: Build | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    def to_json(self) -> dict[str, Any]:
        """Give the printed form `traktat.upload/1`."""
        return {
            "schema": "traktat.upload/1",
            "id": self.id,
            "state": self.state.value,
            "files": self.files,
            "total": self.total,
            "done": self.done,
            "errors": [
                {"code": one.code, "message": one.message, "hint": one.hint} for one in self.errors
            ],
            "build": self.build.to_json() if self.build else None,
        }


class Uploads:
    """Takes files in and has them read, one upload after the other."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Upload] = OrderedDict()
        self._waiting: SimpleQueue[Upload | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def take(self, files: Iterable[File]) -> Upload:
        """Keep files and have them read."""
        given = list(files)
        settings = self._shelf.settings
        if len(given) > settings.upload_files:
            raise TooMuch(
                sentence(
                    "{count:number} files are more than the {most:number} taken",
                    count=len(given),
                    most=settings.upload_files,
                )
            )
        paths = dict.fromkeys(_kept(one, settings) for one in given)
        upload = Upload(secrets.token_hex(8), tuple(paths), len(given))
        with self._lock:
            self._known[upload.id] = upload
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._thread.start()
        self._waiting.put(upload)
        return upload

    def __getitem__(self, upload: str) -> Upload:
        found = self._known.get(upload)
        if found is None:
            raise NotFound(
                sentence("no upload {upload:quoted}", upload=upload),
                hint=sentence("The desk remembers the latest {count:number}.", count=REMEMBERED),
            )
        return found

    def latest(self) -> list[Upload]:
        """List the uploads, the latest first."""
        return list(reversed(self._known.values()))

    def close(self) -> None:
        """End the work after the upload that is being read; what waits can be sent again."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (upload := self._waiting.get()) is not None:
            try:
                self._read(upload)
            except TraktatError as error:
                upload.errors.append(error)
                upload.state = State.FAILED
            except Exception as error:  # noqa: BLE001  (one bad upload must not end all others)
                upload.errors.append(
                    TraktatError(sentence("reading failed ({name})", name=type(error).__name__))
                )
                upload.state = State.FAILED
            finally:
                upload.ended.set()

    def _read(self, upload: Upload) -> None:
        from traktat.pipeline.taking_in import expected

        upload.state = State.READING
        upload.total = expected(upload.paths) or len(upload.paths)
        upload.build = self._shelf.build(
            upload.paths, on_error=upload.errors.append, on_progress=_counting(upload)
        )
        upload.total = upload.done
        upload.state = State.DONE


def _counting(upload: Upload) -> Callable[[int], None]:
    def advance(documents: int) -> None:
        upload.done += documents
        if upload.done >= upload.total:
            upload.state = State.FUSING

    return advance


def folder_of(settings: DeskSettings) -> Path:
    """Give the folder beside the store where files that were handed over are kept."""
    return settings.store.with_name(f"{settings.store.name}.reports")


def _kept(given: File, settings: DeskSettings) -> str:
    """Keep one file under the digest of its content; the same file, sent again, is one."""
    name = safe_name(given.name)
    place = folder_of(settings) / sha256(given.content).hexdigest()[:16]
    try:
        place.mkdir(parents=True, exist_ok=True)
        known = sorted(place.iterdir())
        if known:
            return str(known[0])
        (place / name).write_bytes(given.content)
    except OSError as error:
        raise StoreError(
            sentence(
                "{name} cannot be kept beside the store: {reason}",
                name=name,
                reason=error.strerror,
            )
        ) from None
    return str(place / name)


def safe_name(name: str) -> str:
    """Give the name under which a file is kept: no folder, nothing that steers or hides.

    What has no ending that reports have is taken for text; what is none is told when it is read.

    >>> safe_name("../../etc/passwd"), safe_name("Report 1.HTML")
    ('passwd.txt', 'Report_1.html')
    """
    last = PurePosixPath(PureWindowsPath(name).name or "report").name
    plain = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    whole = _ODD.sub("_", unicodedata.normalize("NFC", plain)).lstrip("._-") or "report"
    stem, _, ending = whole.rpartition(".")
    if stem and f".{ending.lower()}" in SUFFIXES:
        return f"{stem[:LONGEST]}.{ending.lower()}"
    return f"{whole[:LONGEST]}.txt"
