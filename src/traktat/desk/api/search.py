"""Search in the words of reports, statements and clauses."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from traktat.desk.api.answers import documented, page
from traktat.desk.api.values import Page
from traktat.desk.shelf import Shelf
from traktat.store.base import Hit, Matter


def router(shelf: Shelf) -> APIRouter:
    """Give the search."""
    out = APIRouter(tags=["search"])

    @out.get("/search", responses=documented("HitPage", headers=["Link"]))
    def search(
        request: Request,
        cut: Page,
        q: Annotated[
            str, Query(max_length=500, description='All these words; "…" for a phrase.')
        ] = "",
        matter: Matter = Matter.REPORT,
    ) -> Response:
        """Find reports, statements or clauses by their words, best first."""
        return page(request, shelf.store.found(q, matter, cut), cut, Hit.to_json)

    return out
