"""Documents from sources, with what a store already holds passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, NamedTuple

from traktat.errors import InputError, TraktatError, UnreadableDocument
from traktat.intake.documents import JSON_LINES, load
from traktat.intake.sources import Source, sources
from traktat.model.documents import Document
from traktat.sentences import sentence
from traktat.store.base import STDIN, location

Told = Callable[[TraktatError], None]


class Taken(NamedTuple):
    """A document and the location of the source it came from."""

    document: Document
    source: str


class Opened(NamedTuple):
    """A source to take documents from; `digest` is None where it cannot be read twice."""

    source: Source
    location: str
    digest: str | None


def opened(
    paths: Iterable[str], stdin: BinaryIO | None, on_error: Told, stamp: str = ""
) -> Iterator[Opened]:
    """Give the sources that paths name, each once, with the digest of bytes and stamp."""
    seen: set[str] = set()
    for source in sources(paths, stdin):
        if isinstance(source, InputError):
            on_error(source)
            continue
        place = location(source.name)
        if place not in seen:
            seen.add(place)
            yield Opened(source, place, _digest(source, stamp))


def taken_in(item: Opened, on_error: Told) -> Iterator[Taken]:
    """Give the documents of a source; what cannot be read is told and passed over."""
    try:
        for found in load(item.source):
            if isinstance(found, Document):
                yield Taken(found, item.location)
            else:
                on_error(found)
    except InputError as error:
        on_error(error)
    except OSError as error:
        on_error(
            UnreadableDocument(
                sentence("{name}: {reason}", name=item.source.name, reason=error.strerror or error),
                hint=sentence("The disk or the connection failed while reading; try again."),
            )
        )


def expected(paths: Iterable[str]) -> int | None:
    """Count the documents that paths name, without reading them; None where nobody can tell."""
    paths = list(paths)
    return None if STDIN in paths else sum(map(_documents, sources(paths)))


def _documents(source: Source | InputError) -> int:
    if isinstance(source, InputError) or source.path is None:
        return 1
    return _lines(source.path) if source.suffix in JSON_LINES else 1


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def unchanged(item: Opened, known: Mapping[str, str]) -> bool:
    """Tell whether a source has been read to its end with the same bytes and the same reader."""
    return item.digest is not None and known.get(item.location) == item.digest


def _digest(source: Source, stamp: str) -> str | None:
    if source.path is None or not source.path.is_file():
        return None  # a pipe gives its bytes only once
    try:
        with source.path.open("rb") as stream:
            return f"{file_digest(stream, 'sha256').hexdigest()[:16]}:{stamp}"
    except OSError:
        return None  # opening it again says why, in words
