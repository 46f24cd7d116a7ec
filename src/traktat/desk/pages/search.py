"""Full-text search over reports, statements and clauses."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import cut_of, paged
from traktat.desk.pages.rendering import answer, file_of, harmless
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.model.outlines import ReportLine
from traktat.store.base import Hit, Matter

HITS = 25  # on a page


def router(shelf: Shelf) -> APIRouter:
    """Give the page of searches."""
    out = page_router()

    @out.get("/search")
    def search(request: Request, q: str = "", matter: str = "report", page: int = 1) -> Response:
        def make(words: Words) -> dict[str, Any]:
            sort = Matter(matter) if matter in Matter.__members__.values() else Matter.REPORT
            found = shelf.store.found(q, sort, cut_of(page, HITS))
            shown = paged(found.lines, found.total, page, HITS)
            lines = shelf.store.reports(among=[hit.report for hit in shown.lines]).lines
            reports = {line.report: line for line in lines}
            return {
                "q": q,
                "matter": sort,
                "matters": tuple(Matter),
                "shown": shown,
                "hits": [_shown(hit, reports[hit.report], q) for hit in shown.lines],
            }

        return answer(request, "search.html", make)

    return out


def _shown(hit: Hit, report: ReportLine, words: str) -> tuple[Hit, ReportLine, str, Markup]:
    """Give a hit with its report, the heading of that, and the words around."""
    heading = report.heading or file_of(report.path)
    return hit, report, heading, _marked(hit.excerpt, words)


def _marked(excerpt: str, words: str) -> Markup:
    """Mark the searched words in an excerpt."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)][:20]
    if not parts:
        return Markup("{}").format(harmless(excerpt))
    out, at = Markup(""), 0
    for found in re.finditer(rf"\b(?:{'|'.join(parts)})\b", excerpt, re.IGNORECASE):
        out += Markup("{}<mark>{}</mark>").format(
            harmless(excerpt[at : found.start()]), harmless(found[0])
        )
        at = found.end()
    return out + Markup("{}").format(harmless(excerpt[at:]))
