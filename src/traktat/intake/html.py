"""HTML pages: the main text and what their metadata say."""

from __future__ import annotations

import re

from traktat.errors import UnreadableDocument
from traktat.model.documents import Document
from traktat.model.issues import Issue
from traktat.model.spans import Span
from traktat.sentences import sentence

_LOOKS_LIKE_HTML = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """Tell whether a text begins as an HTML page does.

    >>> looks_like_html("<!DOCTYPE html><p>x"), looks_like_html("a < b")
    (True, False)
    """
    return bool(_LOOKS_LIKE_HTML.match(text[:1000]))


def page(text: str, name: str, issues: tuple[Issue, ...] = ()) -> Document:
    """Take the main text and metadata out of a page; raise where it has none."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        text, fast=True, include_comments=False, include_tables=False, with_metadata=True
    )
    body = (getattr(found, "text", None) or "").strip() if found is not None else ""
    if not body:
        raise UnreadableDocument(
            sentence("{name}: no running text in this page", name=name),
            hint=sentence(
                "The page may be cut short, or need a script to show its text; save it as text."
            ),
        )
    if "</html" not in text[-2000:].lower():
        issues = (
            *issues,
            Issue(
                "truncated-html",
                Span(len(body), len(body)),
                sentence("the page ends before it closes; its end may be missing"),
            ),
        )
    return Document(
        path=name,
        text=body,
        title=getattr(found, "title", None),
        outlet=getattr(found, "sitename", None),
        published=getattr(found, "date", None),
        url=getattr(found, "url", None),
        issues=issues,
    )
