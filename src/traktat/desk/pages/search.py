"""Full-text search over reports, statements and clauses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup, escape

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import cut_of, paged
from traktat.desk.pages.rendering import answer, clean
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.store.base import Matter

HITS = 25  # on a page


def router(shelf: Shelf) -> APIRouter:
    """Give the page of searches."""
    out = page_router()

    @out.get("/search")
    def search(request: Request, q: str = "", matter: str = "report", page: int = 1) -> Response:
        def make(words: Words) -> dict[str, Any]:
            sort = Matter(matter) if matter in Matter.__members__.values() else Matter.REPORT
            found = shelf.store.found(q, sort, cut_of(page, HITS))
            marked = _marker(q)
            return {
                "q": q,
                "matter": sort,
                "matters": tuple(Matter),
                "shown": paged(found.lines, found.total, page, HITS),
                "hits": [(hit, marked(hit.excerpt)) for hit in found.lines],
            }

        return answer(request, "search.html", make)

    return out


def _marker(words: str) -> Callable[[str], Markup]:
    """Give what marks the searched words in an excerpt."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)][:20]
    if not parts:
        return lambda excerpt: escape(clean(excerpt))
    pattern = re.compile(rf"\b({'|'.join(parts)})\b", re.IGNORECASE)

    def marked(excerpt: str) -> Markup:
        pieces = [escape(piece) for piece in pattern.split(clean(excerpt))]
        pieces[1::2] = [Markup("<mark>%s</mark>") % found for found in pieces[1::2]]
        return Markup("").join(pieces)

    return marked
