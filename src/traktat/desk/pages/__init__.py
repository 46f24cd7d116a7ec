"""The pages of the desk: rendered on the server, working without script."""

from __future__ import annotations

from fastapi import APIRouter

from traktat.desk.pages import (
    adding,
    agreement,
    drill,
    home,
    look,
    packs,
    people,
    report,
    reports,
    review,
    search,
    sign_in,
)
from traktat.desk.shelf import Shelf


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of a shelf, those that are asked most first."""
    out = APIRouter(include_in_schema=False)
    for part in (home, agreement, report, reports, drill, search, people, packs, sign_in, review):
        out.include_router(part.router(shelf))
    out.include_router(adding.router())
    out.include_router(look.router())
    return out
