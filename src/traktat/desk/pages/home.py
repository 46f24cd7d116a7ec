"""The first page: the agreements of the store, where each stands today, and a place for reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.agreement import called_in, day_asked
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import Paged, cut_of, paged
from traktat.desk.pages.rendering import answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import NotAllowed, NotSignedIn, TooMuch, TooOften
from traktat.model.kinds import AgreementStatus
from traktat.model.outlines import Line
from traktat.store.lists import NEWEST

_REFUSALS = (NotSignedIn, NotAllowed, TooMuch, TooOften)
_HINTS = tuple((error.status, error.hint) for error in _REFUSALS)
"""What the script says where reports that were dropped on the page are refused."""

LINES = 40  # agreements on a page


def router(shelf: Shelf) -> APIRouter:
    """Give the first page."""
    out = page_router()

    @out.get("/")
    def home(
        request: Request,
        q: str = "",
        party: str = "",
        status: str = "",
        on: str = "",
        page: int = 1,
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            day = day_asked(on)
            return {
                "q": q,
                "party": party,
                "asked_status": status,
                "on": day,
                "lines": _listed(shelf, q, party, status, day, page),
                "counted": shelf.kept(("counted", ""), shelf.store.counted),
                "statuses": tuple(AgreementStatus),
                "hints": _HINTS,
                "called": lambda line: called_in(line, words.language),
            }

        return answer(request, "home.html", make)

    return out


def _listed(shelf: Shelf, q: str, party: str, status: str, on: date, page: int) -> Paged[Line]:
    found = shelf.store.agreements(
        on,
        parties=party.upper().replace(",", " ").split(),
        status=status or None,
        reports=shelf.store.reports_with(q) if q.strip() else None,
        order=NEWEST,
        cut=cut_of(page, LINES),
    )
    return paged(found.lines, found.total, page, LINES)
