"""Items of all records: acts, clauses, statements, claims, disagreements, issues."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from traktat.desk.api.answers import documented, page
from traktat.desk.api.values import Name, Page
from traktat.desk.shelf import Shelf
from traktat.model.kinds import (
    ActKind,
    DisagreementClass,
    Form,
    Manner,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.outlines import Listed, Part
from traktat.store.lists import Wanted


def router(shelf: Shelf) -> APIRouter:
    """Give the lists of items."""
    out = APIRouter(tags=["items"])
    for add in (_acts, _provisions, _statements, _claims, _disagreements, _issues):
        add(out, shelf)
    return out


def _acts(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/acts", responses=documented("ListedTimelineActPage", headers=["Link"]))
    def acts(
        request: Request,
        cut: Page,
        agreement: Name = None,
        act: ActKind | None = None,
        status: Status | None = None,
        by: Name = None,
        state: Name = None,
    ) -> Response:
        """List acts by day."""
        wanted = Wanted(agreement=agreement, kind=act, status=status, person=by, state=state)
        found = shelf.store.items(Part.TIMELINE, wanted, cut=cut)
        return page(request, found, cut, Listed.to_json)


def _provisions(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/provisions", responses=documented("ListedProvisionPage", headers=["Link"]))
    def provisions(
        request: Request,
        cut: Page,
        agreement: Name = None,
        kind: ProvisionKind | None = None,
        state: Name = None,
    ) -> Response:
        """List clauses, each with all its renditions."""
        wanted = Wanted(agreement=agreement, kind=kind, state=state)
        found = shelf.store.items(Part.PROVISIONS, wanted, cut=cut)
        return page(request, found, cut, Listed.to_json)


def _statements(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/statements", responses=documented("ListedStatementPage", headers=["Link"]))
    def statements(
        request: Request,
        cut: Page,
        agreement: Name = None,
        speaker: Name = None,
        state: Name = None,
        form: Form | None = None,
    ) -> Response:
        """List remarks by the day they were made."""
        wanted = Wanted(agreement=agreement, kind=form, person=speaker, state=state)
        found = shelf.store.items(Part.STATEMENTS, wanted, cut=cut)
        return page(request, found, cut, Listed.to_json)


def _claims(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/claims", responses=documented("ListedClaimPage", headers=["Link"]))
    def claims(
        request: Request,
        cut: Page,
        agreement: Name = None,
        topic: Name = None,
        by: Name = None,
        state: Name = None,
        stance: Stance | None = None,
        manner: Manner | None = None,
    ) -> Response:
        """List stances on contested facts by day."""
        wanted = Wanted(
            agreement=agreement, kind=manner, status=stance, topic=topic, person=by, state=state
        )
        found = shelf.store.items(Part.CLAIMS, wanted, cut=cut)
        return page(request, found, cut, Listed.to_json)


def _disagreements(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/disagreements", responses=documented("ListedDisagreementPage", headers=["Link"]))
    def disagreements(
        request: Request,
        cut: Page,
        agreement: Name = None,
        about: Name = None,
        sort: DisagreementClass | None = None,
        settled: bool | None = None,
    ) -> Response:
        """List values that differ; `sort` is their class, `settled` whether one is preferred."""
        status = None if settled is None else "settled" if settled else "open"
        wanted = Wanted(agreement=agreement, kind=sort, status=status, topic=about)
        found = shelf.store.items(Part.DISAGREEMENTS, wanted, cut=cut)
        return page(request, found, cut, Listed.to_json)


def _issues(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/issues", responses=documented("ListedRecordIssuePage", headers=["Link"]))
    def issues(request: Request, cut: Page, agreement: Name = None, code: Name = None) -> Response:
        """List doubts about records that a person should look at."""
        found = shelf.store.items(Part.ISSUES, Wanted(agreement=agreement, kind=code), cut=cut)
        return page(request, found, cut, Listed.to_json)
