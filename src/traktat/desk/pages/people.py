"""Persons and states: what each said, signed and denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.agreement import called_in
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.paging import cut_of, paged
from traktat.desk.pages.rendering import GROUP, answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import NotFound
from traktat.model.kinds import MANY
from traktat.model.outlines import Content, Part, Presence, Role
from traktat.model.records import Claim, Name, Statement, TimelineAct
from traktat.sentences import sentence
from traktat.store.lists import Cut, Wanted

LINES = 80  # persons on a page
STATES = Cut(300)  # all there are, with organisations
MOST = Cut(200)  # acts, remarks and claims each, of one person or state
PARTS = (Part.TIMELINE, Part.STATEMENTS, Part.CLAIMS)


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody has to do with one agreement."""

    agreement: str
    called: Name
    acts: tuple[TimelineAct, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of persons and states."""
    out = page_router()

    @out.get("/people")
    def people(request: Request, q: str = "", page: int = 1) -> Response:
        def make(words: Words) -> dict[str, Any]:
            asked = q.strip()
            known = shelf.store.presences(Role.PERSON, words=asked, cut=cut_of(page, LINES))
            return {
                "q": q,
                "states": _states(shelf, words, asked) if page <= 1 else (),
                "people": paged(known.lines, known.total, page, LINES),
            }

        return answer(request, "people.html", make)

    @out.get("/people/{name:path}")
    def person(request: Request, name: str) -> Response:
        def make(words: Words) -> dict[str, Any]:
            return _shown(shelf, words, Role.PERSON, name)

        return answer(request, "person.html", make)

    @out.get("/states/{code:path}")
    def state(request: Request, code: str) -> Response:
        def make(words: Words) -> dict[str, Any]:
            known = code if code.startswith(GROUP) else code.upper()
            return _shown(shelf, words, Role.STATE, known)

        return answer(request, "person.html", make)

    return out


def _states(shelf: Shelf, words: Words, asked: str) -> list[Presence]:
    """Give the states whose code or name, as the page prints it, has what is asked."""
    found = shelf.store.presences(Role.STATE, cut=STATES).lines
    return [
        one
        for one in found
        if one.name != MANY and asked.casefold() in f"{one.name} {words.state(one.name)}".casefold()
    ]


def _shown(shelf: Shelf, words: Words, role: Role, name: str) -> dict[str, Any]:
    found = shelf.store.presences(role, name=name, cut=Cut(1)).lines
    shares = list(_shares(shelf, words, role, name))
    if not (found or shares):
        raise NotFound(
            sentence("nobody in the store is called {name:quoted}", name=name),
            hint=sentence("The page of people and states lists everybody who acts or speaks."),
        )
    is_state = role is Role.STATE
    return {
        "voice": found[0] if found else _silent(name, len(shares)),
        "is_state": is_state,
        "called": words.state(name) if is_state else name,
        "shares": shares,
    }


def _silent(name: str, agreements: int) -> Presence:
    """Give what is known of a party that no report has act or speak."""
    return Presence(
        name=name, state=None, acts=0, statements=0, claims=0, denials=0, agreements=agreements
    )


def _shares(shelf: Shelf, words: Words, role: Role, name: str) -> Iterator[Share]:
    wanted = Wanted(state=name) if role is Role.STATE else Wanted(person=name)
    by_agreement: dict[str, list[Content]] = {}
    if role is Role.STATE:  # a party may have done nothing that a report tells
        bound = shelf.store.agreements(date.today(), parties=(name,), cut=MOST).lines
        by_agreement = {line.id: [] for line in bound}
    for part in PARTS:
        for item in shelf.store.items(part, wanted, cut=MOST).lines:
            by_agreement.setdefault(item.agreement, []).append(item.content)
    titles = shelf.store.titles_of(by_agreement)
    for agreement, items in by_agreement.items():
        title = titles.get(agreement)
        yield Share(
            agreement,
            called_in(title, words.language) if title else Name(text=agreement, language="und"),
            tuple(item for item in items if isinstance(item, TimelineAct)),
            tuple(item for item in items if isinstance(item, Statement)),
            tuple(item for item in items if isinstance(item, Claim)),
        )
