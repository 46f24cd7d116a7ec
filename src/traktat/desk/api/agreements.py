"""Agreements: the list, one record with its standing, parts of it, what an event would oblige."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from traktat.desk.api.answers import documented, page, told
from traktat.desk.api.schemas import many, ref
from traktat.desk.api.values import (
    AgreementName,
    Day,
    Page,
    Parties,
    Standing,
    Words,
    asked_day,
)
from traktat.desk.shelf import Shelf
from traktat.law.events import Event
from traktat.model.outlines import Line
from traktat.model.records import as_json
from traktat.store.lists import BY_ID, NEWEST


class RecordPart(StrEnum):
    """A part of a record."""

    TIMELINE = "timeline"
    PROVISIONS = "provisions"
    STATEMENTS = "statements"
    CLAIMS = "claims"
    DISAGREEMENTS = "disagreements"
    PREDECESSORS = "predecessors"
    REPORTS = "reports"
    LINEAGE = "lineage"
    ISSUES = "issues"


class Order(StrEnum):
    """How a list of agreements is sorted."""

    ID = BY_ID
    NEWEST = NEWEST


ITEMS = (
    *("TimelineAct", "Provision", "Statement", "Claim", "Disagreement", "Predecessor"),
    *("ReportEntry", "Tie", "RecordIssue"),
)
PART: dict[str, Any] = {"anyOf": [many(ref(name)) for name in ITEMS]}


def router(shelf: Shelf) -> APIRouter:
    """Give the questions about agreements."""
    out = APIRouter(tags=["agreements"])

    @out.get("/agreements", responses=documented("AgreementLinePage", headers=["Link"]))
    def listing(
        request: Request,
        cut: Page,
        party: Parties,
        status: Standing = None,
        on: Day = None,
        matching: Words = None,
        sort: Annotated[Order, Query(description="By id, or the newest report first.")] = Order.ID,
    ) -> Response:
        """List the agreements with their standing on a day."""
        found = shelf.store.agreements(
            asked_day(on),
            parties=[code.upper() for code in party],
            status=status,
            reports=None if matching is None else shelf.store.reports_with(matching),
            order=sort.value,
            cut=cut,
        )
        return page(request, found, cut, Line.to_json)

    @out.get("/agreements/{agreement}", responses=documented("Record"))
    def show(agreement: AgreementName, on: Day = None) -> Response:
        """Give everything known of one agreement, standing on a day."""
        return told(shelf.dossier(agreement).to_json(on=asked_day(on)))

    @out.get("/agreements/{agreement}/status", responses=documented("Standing"))
    def status(agreement: AgreementName, on: Day = None) -> Response:
        """Tell where an agreement stands in law on a day, and which acts prove it."""
        return told(as_json(shelf.dossier(agreement).status_on(asked_day(on))))

    @out.get("/agreements/{agreement}/drill", responses=documented("Drill"))
    def drill(
        agreement: AgreementName,
        event: Event,
        by: Annotated[str, Query(min_length=1, max_length=300, description="Who does it.")],
        on: Annotated[str | None, Query(max_length=300, description="To whom it is done.")] = None,
        date: Day = None,
    ) -> Response:
        """Tell what an event would oblige whom to do."""
        answer = shelf.dossier(agreement).drill(event=event, by=by, on=on, day=asked_day(date))
        return told(as_json(answer))

    @out.get("/agreements/{agreement}/parts/{part}", responses=documented(PART))
    def part_of(
        agreement: AgreementName,
        part: RecordPart,
    ) -> Response:
        """Give one part of a record, such as its timeline or its claims."""
        return told(as_json(getattr(shelf.dossier(agreement), part.value)))

    return out
