"""One agreement as a page: where it stood on a day, and every fact with its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.days import AsOf, bound_by, turns_to
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.rendering import answer, characters_at, pieces_of
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.export.html.claims import matrices
from traktat.export.html.lifecycle import LifeCycle, life_cycle, turns_of
from traktat.export.html.lineage import lineage_of
from traktat.export.html.positions import positions_of
from traktat.fusion.explain import why
from traktat.model.kinds import DisagreementClass
from traktat.model.outlines import Line, Title
from traktat.model.records import Disagreement, Name, Record, ReportEntry, Standing, Tie
from traktat.pipeline.dossiers import Dossier, day_of
from traktat.pipeline.explanations import grounded

PRESSING = {
    sort: place
    for place, sort in enumerate(
        (
            DisagreementClass.CONTRADICTION,
            DisagreementClass.CHANGE_OF_LINE,
            DisagreementClass.GARBLED_COPY,
            DisagreementClass.WORLD_KNOWLEDGE,
            DisagreementClass.ANACHRONISM,
            DisagreementClass.RECYCLED_TEXT,
            DisagreementClass.FRAMING,
            DisagreementClass.NAMING,
            DisagreementClass.DIFFERENT_PROPOSITIONS,
            DisagreementClass.PROGRESSION,
        )
    )
}
"""The order in which a reader wants to see why sources differ; imprecision comes last."""

MOST = 6  # supports of a fact shown; all of them stand in the reports


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of an agreement."""
    out = page_router()

    @out.get("/agreements/{agreement}")
    def show(request: Request, agreement: str, on: str = "") -> Response:
        def make(words: Words) -> dict[str, Any]:
            return _shown(shelf, shelf.dossier(agreement), day_asked(on), words)

        return answer(request, "agreement.html", make)

    @out.get("/agreements/{agreement}/why/{item}")
    def explain(request: Request, agreement: str, item: str) -> Response:
        def make(words: Words) -> dict[str, Any]:
            dossier = shelf.dossier(agreement)
            steps = grounded(item, dossier, why(dossier, item), shelf.agreements).steps
            called = called_in(dossier, words.language).text
            return {
                "record": dossier,
                "called": called,
                "steps": steps,
                "characters_at": characters_at,
            }

        return answer(request, "why.html", make)

    return out


def day_asked(on: str) -> date:
    """Give the day a reader asks about, today where none is asked."""
    return day_of(on.strip()) if on.strip() else date.today()


def called_in(record: Record | Line | Title, language: str) -> Name:
    """Give the name of an agreement in a language, or the best known one, or its id."""
    own = (name for name in record.names if name.language == language)
    found = next(own, None) or next(iter(record.names), None)
    return found or Name(text=record.id, language="und")


def _shown(shelf: Shelf, record: Dossier, on: date, words: Words) -> dict[str, Any]:
    as_of, standing = AsOf(record, on), record.status_on(on)
    turns = _turns(shelf, record)
    life = life_cycle(record, on, turns=turns, until=date.today())
    called = called_in(record, words.language)
    entries = {entry.report: entry for entry in record.reports}
    return {
        "record": record,
        "called": called.text,
        "called_in": called.language,
        "on": on,
        "standing": standing,
        "bound": bound_by(standing),
        "turns": turns_to(turns, on),
        "slider": _slider(life, on),
        "life": life,
        "positions": positions_of(record, on),
        "matrices": matrices(record.claims),
        "lineage": lineage_of(record, on),
        "acts": {act.id: act for act in record.timeline},
        "entries": entries,
        "pieces": pieces_of(words, entries, later=as_of.report_later, most=MOST),
        "ties": _ties(record),
        "reports": sorted(record.reports, key=_printed),
        "disagreements": sorted(record.disagreements, key=_pressing),
        "known_agreements": shelf.store.titles_of(
            older.agreement for older in record.predecessors if older.agreement
        ),
        "credibility": _credibility(words),
        "contents": _contents(record, words),
        "timeline": as_of.timeline,
        "first_later": as_of.first_later,
        "act_later": as_of.act_later,
        "claim_later": as_of.claim_later,
        "remark_later": as_of.remark_later,
        "report_later": as_of.report_later,
        "difference_later": as_of.difference_later,
    }


def _turns(shelf: Shelf, record: Dossier) -> tuple[Standing, ...]:
    """Give every change of standing, worked out once for each state of the record."""
    stamp = shelf.stamp("agreements", record.id)
    return shelf.kept(("turns", record.id), lambda: turns_of(record), stamp)


def _slider(life: LifeCycle | None, on: date) -> dict[str, str]:
    """Give the first and last day that the script offers to slide over.

    What a clause foresees for later decades is offered as a change of standing, not here.
    """
    first = min(life.first, on) if life else on
    return {"first": first.isoformat(), "last": max(on, date.today()).isoformat()}


def _ties(record: Record) -> dict[str, list[Tie]]:
    """Give what each report owes to others, every debt once; credits stand with the report."""
    found: dict[str, dict[tuple[str, str], Tie]] = {entry.report: {} for entry in record.reports}
    for tie in record.lineage:
        if tie.sort == "credited":
            continue
        found.setdefault(tie.report, {}).setdefault((tie.sort, tie.of), tie)
    return {report: list(ties.values()) for report, ties in found.items()}


def _pressing(item: Disagreement) -> tuple[int, bool]:
    """Put what is contested before what only grew sharper or went on."""
    return PRESSING.get(item.sort, len(PRESSING)), item.prefer is not None


def _printed(entry: ReportEntry) -> tuple[date, str]:
    return (entry.published.first if entry.published else date.max), entry.report


def _contents(record: Record, words: Words) -> list[tuple[str, str, int | None]]:
    tell = words.tell
    parts = [
        ("life", tell("Life cycle"), None),
        ("timeline", tell("Timeline"), len(record.timeline)),
        ("clauses", tell("Clauses"), len(record.provisions)),
        ("claims", tell("Claims"), len(record.claims)),
        ("disagreements", tell("Disagreements"), len(record.disagreements)),
        ("statements", tell("Statements"), len(record.statements)),
        ("predecessors", tell("Older agreements"), len(record.predecessors)),
        ("reports", tell("Reports"), len(record.reports)),
    ]
    return [part for part in parts if part[0] != "predecessors" or part[2]]


def _credibility(words: Words) -> Callable[[int], str]:
    """Name the steps of the Admiralty scale (STANAG 2511)."""
    tell = words.tell
    names = {
        1: tell("confirmed"),
        2: tell("probably true"),
        3: tell("possibly true"),
        4: tell("doubtful"),
        5: tell("improbable"),
        6: tell("cannot be judged"),
    }
    return lambda step: names.get(step, str(step))
