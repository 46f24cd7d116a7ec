"""Documents from whatever the caller named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from traktat.errors import InputError, UnreadableDocument
from traktat.intake import html, json_lines
from traktat.intake.encodings import decode
from traktat.intake.sources import MAX_BYTES, Source, sources
from traktat.model.documents import Document
from traktat.sentences import sentence

JSON_LINES = (".jsonl", ".ndjson")
HTML = (".html", ".htm", ".xhtml")


def documents(
    paths: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Document]:
    """Give the documents of files, folders, patterns and `-`, in order.

    A document that cannot be read is told to `on_error` and passed over; without it the
    error is raised.
    """
    for item in _everything(paths, stdin):
        if isinstance(item, Document):
            yield item
        elif on_error is None:
            raise item
        else:
            on_error(item)


def _everything(paths: Iterable[str], stdin: BinaryIO | None) -> Iterator[Document | InputError]:
    for source in sources(paths, stdin):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            yield from load(source)
        except InputError as error:
            yield error
        except OSError as error:
            yield UnreadableDocument(
                sentence("{name}: {reason}", name=source.name, reason=error.strerror or error),
                hint=sentence("The disk or the connection failed while reading; try again."),
            )


def load(source: Source) -> Iterator[Document | InputError]:
    """Give the documents of one source, by its ending or, without one, by its first bytes."""
    if source.suffix in JSON_LINES:
        with source.open() as stream:
            yield from json_lines.lines(stream, source.name)
        return
    with source.open() as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise json_lines.too_large(source.name)
    yield from _whole(raw, source)


def _whole(raw: bytes, source: Source) -> Iterator[Document | InputError]:
    text, issues = decode(raw, source.name)
    if source.suffix in HTML or html.looks_like_html(text):
        yield html.page(text, source.name, issues)
    elif source.suffix == ".json":
        yield from json_lines.objects(text, source.name)
    elif not source.suffix and text.lstrip().startswith("{"):
        yield from _piped(text, source.name)
    else:
        yield Document(path=source.name, text=text, issues=issues)


def _piped(text: str, name: str) -> Iterator[Document | InputError]:
    """Tell one object over several lines from one object a line."""
    whole = list(json_lines.objects(text, name))
    if len(whole) == 1 and isinstance(whole[0], InputError) and "\n" in text.strip():
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield from json_lines.objects(line, f"{name}:{number}")
        return
    yield from whole
