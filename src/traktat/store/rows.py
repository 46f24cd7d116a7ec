"""Documents and readings as rows of a table, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from typing import Any

from traktat.model.documents import Document
from traktat.model.findings import Finding, Reading, finding_id
from traktat.model.issues import Issue
from traktat.model.reports import Report
from traktat.model.spans import Span
from traktat.sentences import Sentence
from traktat.store.codec import FINDINGS, from_text, from_tree, is_storable, to_text, to_tree

Row = tuple[Any, ...]

_MADE = '{"says":'  # how a sentence begins that knows what it was made of
_IN_COLUMNS = ("span", "quote")  # fields of a finding that have columns of their own
_OF_REPORT, _OF_READING = "report", "reading"


@dataclass(frozen=True, slots=True)
class ReadingRows:
    """A reading as rows; `digest` tells whether two readings are the same to the last field."""

    head: Row
    findings: tuple[Row, ...]
    issues: tuple[Row, ...]
    digest: str


def stored(text: str | None) -> str | bytes | None:
    """Give a string as a column can hold it: as bytes where it is no UTF-8.

    >>> loaded(stored(chr(0xD800))) == chr(0xD800)
    True
    """
    if text is None or is_storable(text):
        return None if text is None else str(text)
    return text.encode("utf-8", "surrogatepass")


def loaded(value: Any) -> Any:
    """Give back what `stored` was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def document_row(document: Document) -> Row:
    """Give the columns path, outlet, title, published, url and lang."""
    return tuple(
        stored(value)
        for value in (
            document.path,
            document.outlet,
            document.title,
            document.published,
            document.url,
            document.lang,
        )
    )


def rows_of(reading: Reading) -> ReadingRows:
    """Turn a reading into rows; text and path are left out, they stand with the document."""
    report = reading.report
    head = (
        report.id,
        stored(report.outlet),
        report.published.edtf if report.published else None,
        report.language,
        to_text(replace(report, path="", text="", issues=())),
    )
    findings = tuple(_finding_row(finding) for finding in reading.findings)
    issues = (*_issue_rows(_OF_REPORT, report.issues), *_issue_rows(_OF_READING, reading.issues))
    return ReadingRows(head, findings, issues, _digest([head, findings, issues]))


def reading_of(head: Row, findings: Iterable[Row], issues: Iterable[Row]) -> Reading:
    """Turn rows back into the reading they were made of; the head is body, path and text."""
    body, path, text = head
    doubts = {part: tuple(map(_issue_of, rows)) for part, rows in groupby(issues, key=_part)}
    report = replace(
        from_text(Report, body),
        path=loaded(path),
        text=loaded(text),
        issues=doubts.get(_OF_REPORT, ()),
    )
    return Reading(report, tuple(map(_finding_of, findings)), doubts.get(_OF_READING, ()))


def _finding_row(finding: Finding) -> Row:
    body = {key: item for key, item in to_tree(finding).items() if key not in _IN_COLUMNS}
    quote = stored(finding.quote)
    return finding_id(finding), finding.kind, *finding.span, quote, to_text(body)


def _finding_of(row: Row) -> Finding:
    kind, first, last, quote, body = row
    tree = {"span": (first, last), "quote": loaded(quote), **json.loads(body)}
    finding: Finding = from_tree(FINDINGS[kind], tree)
    return finding


def _issue_rows(part: str, issues: Iterable[Issue]) -> Iterator[Row]:
    for issue in issues:
        yield part, issue.code, *issue.span, _message_row(issue.message)


def _issue_of(row: Row) -> Issue:
    _, code, first, last, message = row
    return Issue(code, Span(first, last), message_of(message))


def _message_row(message: Sentence) -> Any:
    made = isinstance(message, Sentence) and message.template
    return to_text(message, Sentence) if made else stored(message)


def message_of(column: Any) -> Sentence:
    """Give back the sentence of a column; an older store has only its words."""
    words = loaded(column)
    return from_text(Sentence, words) if words.startswith(_MADE) else Sentence(words)


def _part(row: Row) -> str:
    return str(row[0])


def _digest(rows: Any) -> str:
    text = json.dumps(rows, default=bytes.hex)
    return sha256(text.encode("ascii")).hexdigest()[:16]
