"""All reports of the store, the newest first."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import cut_of, paged
from traktat.desk.pages.rendering import answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words

LINES = 60  # reports on a page


def router(shelf: Shelf) -> APIRouter:
    """Give the list of reports."""
    out = page_router()

    @out.get("/reports")
    def reports(
        request: Request, q: str = "", outlet: str = "", language: str = "", page: int = 1
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            found = shelf.store.reports(
                outlet=outlet or None,
                language=language or None,
                among=shelf.store.reports_with(q) if q.strip() else None,
                cut=cut_of(page, LINES),
            )
            return {
                "q": q,
                "outlet": outlet,
                "asked_language": language,
                "found": paged(found.lines, found.total, page, LINES),
            }

        return answer(request, "reports.html", make)

    return out
