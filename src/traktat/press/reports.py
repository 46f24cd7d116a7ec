"""A document becomes a report: furniture, outlet, day of publication, credited sources."""

from __future__ import annotations

from traktat.lang import Packs
from traktat.lang.sentences import sentences_of
from traktat.model.documents import Document
from traktat.model.reports import Report
from traktat.press.datelines import dateline
from traktat.press.furniture import furniture
from traktat.press.languages import language_of
from traktat.press.mastheads import outlet_of, published_on
from traktat.press.origins import opening_origin, origins
from traktat.press.sheets import lay_out
from traktat.press.structure import headings, segments, stray_marks


def prepare(document: Document, packs: Packs) -> Report:
    """Find out where and when a document was printed, and what of it is not the report."""
    code = document.lang if document.lang in packs.by_code else None
    language = code or language_of(document.text, packs)
    pack = packs.get(language)
    sheet = lay_out(document.text, pack)
    mask = furniture(sheet)
    hidden = {item.span for item in mask}
    lines = [line for line in sheet.lines if line.span not in hidden and sheet.words(line)]
    cut = sentences_of(document.text, tuple(item.span for item in mask), pack.cutting)
    slug = dateline(sheet, lines)
    outlet = outlet_of(document, sheet, slug, mask)
    opening = []
    if slug:
        line = next(line for line in lines if line.span.start <= slug.span.start < line.span.end)
        opening = list(opening_origin(sheet, line, slug.bracket or "", slug.span))
    credited = origins(sheet, cut, outlet, opening, hidden)
    heads = headings(sheet, lines)
    published, basis = published_on(document, sheet, slug, mask)
    return Report(
        path=document.path,
        text=document.text,
        sha256=document.sha256,
        language=language,
        outlet=outlet,
        title=document.title,
        url=document.url,
        published=published,
        published_basis=basis,
        origins=credited,
        mask=mask,
        segments=segments(sheet, lines, heads, credited),
        dateline=slug.span if slug else None,
        headings=heads,
        issues=(*document.issues, *stray_marks(document.text)),
    )
