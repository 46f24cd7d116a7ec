"""A document becomes a report."""

from __future__ import annotations

from traktat.errors import BadDate
from traktat.lang import Packs
from traktat.model import dates
from traktat.model.documents import Document
from traktat.model.kinds import Basis
from traktat.model.reports import Report
from traktat.press.languages import language_of


def prepare(document: Document, packs: Packs) -> Report:
    """Find out where and when a document was printed, and what of it is not the report."""
    published = None
    if document.published:
        try:
            published = dates.parse(document.published[:10])
        except BadDate:
            published = None
    return Report(
        path=document.path,
        text=document.text,
        sha256=document.sha256,
        language=document.lang or language_of(document.text, packs),
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        published=published,
        published_basis=Basis.METADATA if published else None,
    )
