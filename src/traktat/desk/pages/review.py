"""Review in the browser: the queue, forms to judge, what changed, who judged what."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.judging import Field, changes_in, fields_of
from traktat.desk.pages.paging import page_of
from traktat.desk.pages.rendering import answer, characters_at
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import BadJudgement, ConflictingJudgement, InputError
from traktat.fusion.rulings import report_judged
from traktat.model.findings import Finding, finding_id
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline.reviewing import (
    SORTS,
    Choice,
    Decision,
    Effect,
    Reviewed,
    Reviewing,
    Task,
)
from traktat.pipeline.reviewing.targets import Target, findings_named
from traktat.sentences import SILENT, sentence

LINES = 40  # tasks, or judgements, on a page
KEPT = 200  # outcomes remembered, so that a page can say what a judgement changed
REVIEWER = "traktat_reviewer"
YEAR = 365 * 24 * 3600
_OURS = re.compile(r"/(?!/)[^\\\s]*")  # a path of the desk, and of no other site


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to judge, with the finding and its fields where it is one."""

    choice: Choice
    finding: Finding | None
    fields: tuple[Field, ...]
    at: str
    language: str


class Outcomes:
    """What the latest judgements changed, by the id of the first of them."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Reviewed] = OrderedDict()

    def keep(self, done: Reviewed) -> str:
        """Remember an outcome; give the key to ask for it."""
        key = done.judgements[0].id if done.judgements else "none"
        self._known[key] = done
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return key

    def of(self, key: str) -> Reviewed | None:
        """Give an outcome, if it is still known."""
        return self._known.get(key)


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of review."""
    out, outcomes = page_router(), Outcomes()
    _queue(out, shelf, outcomes)
    _item(out, shelf)
    _log(out, shelf)
    _judge(out, shelf, outcomes)
    _undo(out, shelf, outcomes)
    _take_in(out, shelf, outcomes)
    _name(out)
    return out


def _queue(out: APIRouter, shelf: Shelf, outcomes: Outcomes) -> None:
    @out.get("/review")
    def queue(
        request: Request,
        agreement: str = "",
        sort: str = "",
        task: str = "",
        done: str = "",
        page: int = 1,
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            tasks = shelf.queue()
            wanted = [
                one
                for one in tasks
                if agreement in ("", one.agreement or "") and sort in ("", one.sort)
            ]
            now = next((one for one in wanted if one.id == task), wanted[0] if wanted else None)
            after = wanted[wanted.index(now) + 1 :] if now else []
            return {
                "total": len(tasks),
                "wanted": len(wanted),
                "tasks": page_of(wanted, page, LINES),
                "task": now,
                "after": after[0] if after else None,
                "shown": [_shown(shelf, one) for one in now.choices] if now else [],
                "sorts": _counted(tasks),
                "sort": sort,
                "agreement": agreement,
                "done": outcomes.of(done),
                "back": _address(agreement, sort),
                "by": _reviewer(request, shelf),
            }

        return answer(request, "review.html", make)

    @out.get("/review/done/{judgement}")
    def told(request: Request, judgement: str, back: str = "/review") -> Response:
        def make(words: Words) -> dict[str, Any]:
            known = Reviewing(shelf.agreements).judgements()  # asked without waiting for writers
            made = [one for one in known if one.id == judgement]
            return {
                "done": outcomes.of(judgement) or Reviewed(judgements=tuple(made[-1:])),
                "back": _ours(back),
                "by": _reviewer(request, shelf),
            }

        return answer(request, "review_done.html", make)


def _item(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/review/item")
    def item(request: Request, about: str = "", back: str = "/review") -> Response:
        def make(words: Words) -> dict[str, Any]:
            targets = findings_named(about, shelf.agreements)
            shown = [_shown(shelf, _choice_of(one)) for one in targets]
            return {"about": about, "back": _ours(back), "shown": shown}

        return answer(request, "review_item.html", make)


def _choice_of(target: Target) -> Choice:
    """Give a finding as something to judge."""
    if target.finding is None or target.reading is None:
        return Choice(about=target.about, says=SILENT)
    report, finding = target.reading.report, target.finding
    return Choice(
        about=target.about,
        says=sentence("{place}", place=report.outlet or report.path),
        report=report.id,
        path=report.path,
        span=finding.span,
        quote=finding.quote,
    )


def _address(agreement: str, sort: str) -> str:
    asked = [("agreement", agreement), ("sort", sort)]
    given = "&".join(f"{name}={quote(value)}" for name, value in asked if value)
    return f"/review?{given}" if given else "/review"


def _counted(tasks: tuple[Task, ...]) -> list[tuple[str, int]]:
    counts = Counter(one.sort for one in tasks)
    return [(sort, counts[sort]) for sort in SORTS if counts[sort]]


def _shown(shelf: Shelf, choice: Choice) -> Shown:
    report = report_judged(choice.about)
    reading = shelf.agreements.reading(choice.report) if choice.report else None
    at = characters_at(choice.report, choice.span) if choice.span.end else ""
    language = reading.report.language if reading else ""
    if not report or reading is None:
        return Shown(choice, None, (), at, language)
    key = choice.about.rpartition(":")[2]
    finding = next((one for one in reading.findings if finding_id(one) == key), None)
    if finding is None:
        return Shown(choice, None, (), at, language)
    made = shelf.store.judgements_about(choice.about, key)
    at = characters_at(choice.report, finding.span, key)
    return Shown(choice, finding, fields_of(finding, made), at, language)


def _log(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/review/log")
    def log(request: Request, about: str = "", page: int = 1) -> Response:
        def make(words: Words) -> dict[str, Any]:
            made = Reviewing(shelf.agreements).judgements(about or None)
            undone = {one.id for one in made if one.undone}
            newest = made[::-1]
            return {
                "log": page_of(newest, page, LINES),
                "undone": undone,
                "about": about,
                "by": _reviewer(request, shelf),
            }

        return answer(request, "review_log.html", make)


def _judge(out: APIRouter, shelf: Shelf, outcomes: Outcomes) -> None:
    @out.post("/review/judge")
    async def judge(request: Request) -> Response:
        given = await _given(request)
        back, by = _ours(given.get("back", "")), _by(given, request, shelf)

        def decide() -> Response:
            decision = _decision(given, by)
            try:
                with shelf.reviewing() as reviewing:
                    done = reviewing.judge(decision)
            except ConflictingJudgement as error:
                return _conflict(request, given, error.message)
            return _signed(_told(outcomes.keep(done), back), by)

        return await run_in_threadpool(decide)


def _decision(given: Mapping[str, str], by: str) -> Decision:
    """Turn a form into a decision."""
    try:
        verdict = Verdict(given.get("verdict", ""))
    except ValueError:
        raise InputError(
            sentence("the form says no verdict"), hint=sentence("Choose one of its buttons.")
        ) from None
    changes = changes_in(given) if verdict is Verdict.CORRECT else {}
    if verdict is Verdict.CORRECT and not changes:
        raise BadJudgement(
            sentence("no field was changed"),
            hint=sentence("Change a field, or accept the finding."),
        )
    about, other = given.get("about", "").strip(), given.get("other", "").strip()
    if given.get("sort") == "person":
        about, other = _person(about), _person(other)
    if given.get("sort") == "copy" and verdict is Verdict.REJECT:
        about, other = f"tie:{about}:{other}", ""
    return Decision(
        about=about,
        verdict=verdict,
        by=by,
        why=given.get("why", ""),
        changes=changes,
        other=other or None,
        against_others=given.get("against_others") == "1",
    )


def _person(name: str) -> str:
    return name if not name or name.startswith("person:") else f"person:{name}"


def _conflict(request: Request, given: Mapping[str, str], message: str) -> Response:
    """Ask whether a decision shall stand beside that of somebody else."""
    again = [(name, value) for name, value in given.items() if name not in ("csrf", "lang")]

    def make(words: Words) -> dict[str, Any]:
        return {"message": message, "again": again, "back": _ours(given.get("back", ""))}

    return answer(request, "review_conflict.html", make, status=409)


def _undo(out: APIRouter, shelf: Shelf, outcomes: Outcomes) -> None:
    @out.post("/review/undo")
    async def undo(request: Request) -> Response:
        given = await _given(request)
        by = _by(given, request, shelf)

        def take_back() -> Response:
            with shelf.reviewing() as reviewing:
                done = _all_undone(reviewing, given.get("judgement", "").split(), by, given)
            return _signed(_told(outcomes.keep(done), _ours(given.get("back", ""))), by)

        return await run_in_threadpool(take_back)


def _all_undone(
    reviewing: Reviewing, ids: list[str], by: str, given: Mapping[str, str]
) -> Reviewed:
    if not ids:
        raise InputError(
            sentence("the form names no judgement"), hint=sentence("Take one back from the log.")
        )
    judgements: list[Judgement] = []
    effects: list[Effect] = []
    for one in ids:
        done = reviewing.undo(one, by=by, why=given.get("why", ""))
        judgements += done.judgements
        effects += done.effects
    return Reviewed(judgements=tuple(judgements), effects=tuple(effects))


def _name(out: APIRouter) -> None:
    @out.post("/review/name")
    async def name(request: Request) -> Response:
        given = await _given(request)
        by = given.get("by", "").strip()[:100]
        if not by:
            raise InputError(
                sentence("the form brought no name"),
                hint=sentence("Write the name you judge under."),
            )
        return _signed(RedirectResponse(_ours(given.get("back", "")), 303), by)


def _take_in(out: APIRouter, shelf: Shelf, outcomes: Outcomes) -> None:
    @out.post("/review/import")
    async def take_in(request: Request) -> Response:
        async with request.form() as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise InputError(
                    sentence("the form brought no file"),
                    hint=sentence("Choose a file of judgements."),
                )
            data = await file.read()

        def take() -> Response:
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                raise InputError(
                    sentence(
                        "the file is not UTF-8: byte {start} cannot be read", start=error.start
                    ),
                    hint=sentence("Choose a file written by `traktat review export`."),
                ) from None
            with shelf.reviewing() as reviewing:
                done = reviewing.take_in(text)
                known = reviewing.judgements()
            made = Reviewed(judgements=known[-1:] if done.new else (), effects=done.effects)
            return _told(outcomes.keep(made), "/review/log")

        return await run_in_threadpool(take)


async def _given(request: Request) -> dict[str, str]:
    async with request.form() as form:
        return dict(_texts(form.multi_items()))


def _texts(items: list[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in items if isinstance(value, str))


def _ours(back: str) -> str:
    """Give a path of the desk to go back to; never one of another site."""
    return back if _OURS.fullmatch(back) and len(back) < 2000 else "/review"


def _told(key: str, back: str) -> RedirectResponse:
    """Go back to the queue, which says what changed, or to a page that does."""
    if back.partition("?")[0] == "/review":
        joint = "&" if "?" in back else "?"
        return RedirectResponse(f"{back}{joint}done={quote(key)}", 303)
    return RedirectResponse(f"/review/done/{quote(key)}?back={quote(back, safe='')}", 303)


def _by(given: Mapping[str, str], request: Request, shelf: Shelf) -> str:
    return given.get("by", "").strip()[:100] or _reviewer(request, shelf)


def _reviewer(request: Request, shelf: Shelf) -> str:
    return unquote(request.cookies.get(REVIEWER, ""))[:100] or shelf.settings.reviewer


def _signed(response: Response, by: str) -> Response:
    """Remember who judges from this browser."""
    response.set_cookie(
        REVIEWER, quote(by), max_age=YEAR, httponly=True, samesite="strict", path="/"
    )
    return response
