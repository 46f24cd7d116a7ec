"""Persons and states: who acts, speaks and takes a stance, and how often."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from traktat.desk.api.answers import documented, page, told
from traktat.desk.api.values import Identity, Page, Words
from traktat.desk.shelf import Shelf
from traktat.errors import NotFound
from traktat.model.outlines import Presence, Role
from traktat.sentences import sentence


def router(shelf: Shelf) -> APIRouter:
    """Give the questions about persons and states.

    What one of them did and said is asked of /acts, /statements and /claims, with `by`,
    `speaker` or `state`.
    """
    out = APIRouter(tags=["people"])

    @out.get("/people", responses=documented("PresencePage", headers=["Link"]))
    def people(request: Request, cut: Page, matching: Words = None) -> Response:
        """List persons, those that do and say most first."""
        found = shelf.store.presences(Role.PERSON, words=matching or "", cut=cut)
        return page(request, found, cut, Presence.to_json)

    @out.get("/people/{name}", responses=documented("Presence"))
    def person(name: Identity) -> Response:
        """Tell how often a person acts, speaks and takes a stance."""
        return _one(shelf, Role.PERSON, name)

    @out.get("/states", responses=documented("PresencePage", headers=["Link"]))
    def states(request: Request, cut: Page, matching: Words = None) -> Response:
        """List states and organisations by their codes, those that do and say most first."""
        found = shelf.store.presences(Role.STATE, words=matching or "", cut=cut)
        return page(request, found, cut, Presence.to_json)

    @out.get("/states/{code}", responses=documented("Presence"))
    def state(code: Identity) -> Response:
        """Tell how often a state acts, speaks and takes a stance."""
        return _one(shelf, Role.STATE, code.upper())

    return out


def _one(shelf: Shelf, role: Role, name: str) -> Response:
    found = shelf.store.presences(role, name=name).lines
    if not found:
        raise NotFound(
            sentence(
                "no {role:role-of} {name:quoted} acts or speaks in this store",
                role=role.value,
                name=name,
            ),
            hint=sentence("/api/v1/people and /api/v1/states list those that do."),
        )
    return told(found[0].to_json())
