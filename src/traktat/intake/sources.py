"""What the caller named: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from traktat.errors import InputError, UnreadableDocument
from traktat.sentences import sentence

STDIN = "-"
SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson")
)
MAX_BYTES = 64 * 2**20  # a report is a page or two; a document beyond 64 MiB is a mistake


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes and the name under which its documents are known."""

    name: str
    path: Path | None = None
    stream: BinaryIO | None = None

    @property
    def suffix(self) -> str:
        """Give the lower-case ending of the file's name; empty for standard input."""
        return self.path.suffix.lower() if self.path else ""

    def open(self) -> BinaryIO:
        """Open the bytes; raise `UnreadableDocument` where the system refuses."""
        if self.stream is not None:
            return self.stream
        assert self.path is not None
        try:
            return self.path.open("rb")
        except OSError as error:
            raise UnreadableDocument(
                sentence("{name}: {reason}", name=self.name, reason=error.strerror or error),
                hint=sentence("Check that the file exists and that you may read it."),
            ) from None


def sources(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Source | InputError]:
    """List the sources that paths name, in order, each folder's files sorted by name.

    A path that names nothing readable gives an `InputError` in its place, so that the
    caller can tell of it and go on.
    """
    for path in paths:
        if path == STDIN:
            yield _standard_input(stdin)
        else:
            yield from _named(path)


def _standard_input(stdin: BinaryIO | None) -> Source | InputError:
    if stdin is None:
        return InputError(sentence("nothing comes in on standard input"))
    return Source(STDIN, stream=stdin)


def _named(path: str) -> Iterator[Source | InputError]:
    try:
        here = Path(path)
        if here.is_dir():
            yield from _folder(here)
        elif here.exists():
            yield Source(path, here)
        else:
            yield from _pattern(path)
    except (OSError, ValueError) as error:  # a name too long, or with a NUL in it
        yield InputError(
            sentence(
                "{path:quoted}: {value}", path=path, value=getattr(error, "strerror", None) or error
            )
        )


def _folder(folder: Path) -> Iterator[Source | InputError]:
    found = sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()
    )
    if not found:
        yield InputError(
            sentence("{folder}: no reports in this folder", folder=folder),
            hint=sentence("Reports are files ending in {known}.", known=tuple(sorted(SUFFIXES))),
        )
    yield from (Source(str(path), path) for path in found)


def _pattern(pattern: str) -> Iterator[Source | InputError]:
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    if not matches:
        yield InputError(
            sentence("{pattern}: no such file or folder", pattern=pattern),
            hint=sentence("Check the path; quote patterns with a *."),
        )
    for match in matches:
        if Path(match).is_file():
            yield Source(match, Path(match))
