"""What an event would oblige whom to do, asked on a page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.agreement import called_in, day_asked
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.rendering import answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import NotFound
from traktat.law.events import Event
from traktat.model.records import Drill
from traktat.pipeline.dossiers import Dossier
from traktat.sentences import Sentence, sentence
from traktat.store.lists import Cut

VERDICTS = ("triggered", "contested", "possible", "not-triggered")  # in the order they are shown
MOST = 40  # agreements drilled at once, where none is named


def router(shelf: Shelf) -> APIRouter:
    """Give the page of drills."""
    out = page_router()

    @out.get("/drill")
    def ask(
        request: Request,
        agreement: str = "",
        event: str = "",
        by: str = "",
        on: str = "",
        date: str = "",
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            asked = {"agreement": agreement, "event": event, "by": by, "on": on}
            answers = (
                [
                    (one, called_in(one, words.language), drill, _clauses(one), _doubts(drill))
                    for one, drill in _drilled(shelf, asked, date)
                ]
                if event and by.strip()
                else None
            )
            return {
                "asked": asked,
                "date": day_asked(date),
                "events": tuple(Event),
                "answers": answers,
                "most": MOST,
            }

        return answer(request, "drill.html", make)

    return out


def _drilled(shelf: Shelf, asked: dict[str, str], day: str) -> list[tuple[Dossier, Drill]]:
    """Ask the agreement that is named, or every agreement of the state it is done to."""
    when, by, on = day_asked(day), asked["by"].strip(), asked["on"].strip() or None
    name = asked["agreement"].strip()
    if name:
        known = [shelf.dossier(name)]
    else:
        party = (on or by).upper()
        lines = shelf.store.agreements(when, parties=[party], cut=Cut(MOST)).lines
        known = [shelf.dossier(line.id) for line in lines]
        if not known:
            raise NotFound(
                sentence("no agreement in the store has {party} as a party", party=party),
                hint=sentence("Name states by their codes, such as PRK; a drill needs a party."),
            )
    found = [(one, one.drill(event=asked["event"], by=by, on=on, day=when)) for one in known]
    return sorted(found, key=lambda pair: VERDICTS.index(pair[1].verdict))


def _clauses(record: Dossier) -> dict[str, Any]:
    return {clause.id: clause for clause in record.provisions}


def _doubts(drill: Drill) -> list[tuple[str, Sentence]]:
    """Give each doubt apart from the id of the clause it is about, if it is of one."""
    return [
        (doubt.parts.get("clause", ""), doubt.parts.get("doubt", doubt)) for doubt in drill.doubts
    ]
