"""Bytes become text, and what was unsure about it becomes an issue."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from traktat.errors import UnreadableDocument
from traktat.model.issues import Issue
from traktat.model.spans import Span
from traktat.sentences import beside, sentence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTAINERS = (
    (b"%PDF", sentence("a PDF file")),
    (b"PK\x03\x04", sentence("a zip or office file")),
    (b"\x89PNG", sentence("a picture")),
    (b"\xff\xd8\xff", sentence("a picture")),
    (b"GIF8", sentence("a picture")),
    (b"\x1f\x8b", sentence("a compressed file")),
    (b"SQLite format 3", sentence("a database")),
    (b"\xd0\xcf\x11\xe0", sentence("an office file")),
)
SAMPLE = 100_000  # bytes shown to the guesser: more changes no guess and costs seconds


def decode(raw: bytes, name: str) -> tuple[str, tuple[Issue, ...]]:
    """Decode a document; raise `UnreadableDocument` for bytes that are no text.

    UTF-8 and byte-order marks are taken at their word; anything else is guessed, and an
    issue says so.
    """
    _refuse_containers(raw, name)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding, name), ()
    try:
        return _refuse_empty(raw.decode("utf-8"), name), ()
    except UnicodeDecodeError:
        return _guess(raw, name)


def _refuse_containers(raw: bytes, name: str) -> None:
    for magic, what in _CONTAINERS:
        if raw.startswith(magic):
            raise UnreadableDocument(
                sentence("{name}: this is {what}, not text", name=name, what=what),
                hint=sentence("Save the report as plain text or HTML first."),
            )


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return _refuse_empty(raw.decode(encoding), name)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            sentence(
                "{name}: starts as {encoding} but byte {start} does not fit",
                name=name,
                encoding=encoding,
                start=error.start,
            ),
            hint=sentence("The file is damaged or cut short; fetch it again."),
        ) from None


def _refuse_empty(text: str, name: str) -> str:
    if not text.strip("\ufeff \t\r\n\0"):
        raise UnreadableDocument(
            sentence("{name}: the file is empty", name=name),
            hint=sentence("There is nothing to read."),
        )
    if "\0" in text:
        raise UnreadableDocument(
            sentence("{name}: holds NUL characters, so it is no text", name=name),
            hint=sentence("Save the report as plain text in UTF-8."),
        )
    return text


def _guess(raw: bytes, name: str) -> tuple[str, tuple[Issue, ...]]:
    best = None if b"\0" in raw[:SAMPLE] else from_bytes(raw[:SAMPLE]).best()
    if best is None:
        raise UnreadableDocument(
            sentence("{name}: the bytes are no text in any known encoding", name=name),
            hint=sentence("Save the report as plain text in UTF-8."),
        )
    text = _refuse_empty(raw.decode(best.encoding, "replace"), name)
    lost = text.count("\ufffd")
    message = sentence("not UTF-8; read as {encoding}", encoding=best.encoding)
    if lost:
        message = beside([message, sentence("{lost:number} characters lost", lost=lost)], ", ")
    return text, (Issue("encoding-guessed", Span(0, 0), message),)


def without_surrogates(text: str) -> tuple[str, tuple[Issue, ...]]:
    """Replace half characters that JSON lets through, one for one; offsets stay."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text, ()
    mended = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return mended, (
        Issue("broken-characters", Span(0, 0), sentence("half characters were replaced")),
    )
