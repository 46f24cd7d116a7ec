"""Reports: the list, and one with its text, what was read in it, and where that went."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.api.answers import documented, page, told
from traktat.desk.api.values import Identity, Name, Page, Words
from traktat.desk.shelf import Shelf
from traktat.model.findings import Reading, reading_json
from traktat.model.outlines import ReportLine


def router(shelf: Shelf) -> APIRouter:
    """Give the questions about reports."""
    out = APIRouter(tags=["reports"])

    @out.get("/reports", responses=documented("ReportLinePage", headers=["Link"]))
    def listing(
        request: Request,
        cut: Page,
        agreement: Name = None,
        outlet: Name = None,
        language: Name = None,
        matching: Words = None,
    ) -> Response:
        """List the reports, the newest first."""
        found = shelf.store.reports(
            agreement=agreement,
            outlet=outlet,
            language=language,
            among=None if matching is None else shelf.store.reports_with(matching),
            cut=cut,
        )
        return page(request, found, cut, ReportLine.to_json)

    @out.get("/reports/{report}", responses=documented("Reading"))
    def show(report: Identity) -> Response:
        """Give a report: its text, what was read in it, and where each finding went."""
        return told(reading_with_text(shelf.reading(report), shelf))

    return out


def reading_with_text(reading: Reading, shelf: Shelf) -> dict[str, Any]:
    """Give a reading in its printed form, with the text and the items that rest on it."""
    out = reading_json(reading)
    out["report"]["text"] = reading.report.text
    out["records"] = [
        {"finding": finding, "agreement": agreement, "part": part, "id": item}
        for finding, agreement, part, item in shelf.store.resting_on(reading.report.id)
    ]
    return out
