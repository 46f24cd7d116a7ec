"""JSON documents: one object, a list of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from traktat.errors import InputError, UnreadableDocument
from traktat.intake.encodings import decode, without_surrogates
from traktat.intake.sources import MAX_BYTES
from traktat.model.documents import Document
from traktat.sentences import sentence

OPTIONAL = ("outlet", "title", "published", "url", "lang")
_FORM = sentence(
    "A document is {form} with optional {names}, all strings.", form='{"text": "…"}', names=OPTIONAL
)


def objects(text: str, name: str) -> Iterator[Document | InputError]:
    """Give the documents of a JSON text that holds one object or a list."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield UnreadableDocument(
            sentence("{name}: no JSON: {reason}", name=name, reason=error), hint=_FORM
        )
        return
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield _document(item, name if len(items) == 1 else f"{name}:{number}")


def lines(stream: BinaryIO, name: str) -> Iterator[Document | InputError]:
    """Give the documents of JSON lines, one at a time; a bad line is told and passed over."""
    number = 0
    while raw := stream.readline(MAX_BYTES + 1):
        number += 1
        here = f"{name}:{number}"
        if len(raw) > MAX_BYTES:
            _skip_line(stream, raw)
            yield too_large(here)
        elif raw.strip():
            yield from _line(raw, here)


def _line(raw: bytes, here: str) -> Iterator[Document | InputError]:
    try:
        text, _ = decode(raw, here)
    except InputError as error:
        yield error
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield UnreadableDocument(
            sentence("{name}: no JSON: {reason}", name=here, reason=error), hint=_FORM
        )
        return
    yield _document(value, here)


def _skip_line(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(MAX_BYTES)


def too_large(name: str) -> UnreadableDocument:
    """Give the error for a document beyond `MAX_BYTES`."""
    return UnreadableDocument(
        sentence(
            "{name}: larger than {size:number} MiB, so it is no single report",
            name=name,
            size=MAX_BYTES // 2**20,
        ),
        hint=sentence("Split it into one report a file, or one JSON object a line."),
    )


def _document(value: Any, name: str) -> Document | InputError:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return UnreadableDocument(
            sentence("{name}: no document with a text", name=name), hint=_FORM
        )
    for key in OPTIONAL:
        if not isinstance(value.get(key), str | None):
            return UnreadableDocument(
                sentence("{name}: {key} is no string", name=name, key=key), hint=_FORM
            )
    text, issues = without_surrogates(value["text"])
    if not text.strip():
        return UnreadableDocument(
            sentence("{name}: the text is empty", name=name),
            hint=sentence("There is nothing to read."),
        )
    rest = {key: without_surrogates(value[key])[0] if value.get(key) else None for key in OPTIONAL}
    return Document(path=name, text=text, issues=issues, **rest)
