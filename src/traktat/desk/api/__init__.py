"""The HTTP API under /api/v1: the verbs and field names of the command line."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from traktat import __version__
from traktat.desk.api import (
    agreements,
    items,
    judgements,
    packs,
    people,
    reports,
    search,
    session,
    uploads,
    why,
)
from traktat.desk.api.answers import documented, told
from traktat.desk.api.values import only_known
from traktat.desk.shelf import Shelf
from traktat.desk.uploads import Uploads

BASE = "/api/v1"
LINKS = (
    *("agreements", "reports", "acts", "provisions", "statements", "claims", "disagreements"),
    *("issues", "people", "states", "search", "packs", "uploads"),
    *("queue", "judgements"),
)


def router(shelf: Shelf, taken: Uploads) -> APIRouter:
    """Give the API of a shelf."""
    out = APIRouter(dependencies=[Depends(only_known)])
    for part in (agreements, reports, items, people, search, why, packs, session, judgements):
        out.include_router(part.router(shelf))
    out.include_router(uploads.router(taken))

    @out.get("", tags=["desk"], responses=documented("Desk"))
    def desk(request: Request) -> Response:
        """Tell what the desk runs on, how much it holds, and where to go on."""
        return told(
            {
                "schema": "traktat.desk/1",
                "version": __version__,
                "holds": shelf.store.counted()._asdict(),
                "may_write": request.state.may_write,
                "links": {name: f"{BASE}/{name}" for name in LINKS},
            }
        )

    return out
