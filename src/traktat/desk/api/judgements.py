"""Review: the queue, judgements made and taken back, what they change, and files of them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field  # the edge is where strangers' values come in

from traktat.desk.api.answers import CHANGING, Documented, documented, page, told
from traktat.desk.api.schemas import (
    NUMBER,
    SPAN,
    TEXT,
    Schema,
    form,
    many,
    some,
    words,
)
from traktat.desk.api.values import Identity, Name, Page
from traktat.desk.shelf import Shelf
from traktat.errors import InputError
from traktat.model.judgements import Judgement, Verdict
from traktat.pipeline.reviewing import SORTS, Decision, Reviewing, Task, judgement_json
from traktat.sentences import sentence
from traktat.store.lists import Cut, Found

LINES = "application/x-ndjson"


class Given(BaseModel):
    """What a person decided; `by` is the reviewer of the desk where it is left out."""

    model_config = ConfigDict(extra="forbid")

    about: Annotated[str, Field(min_length=1, max_length=500, description="what is judged")]
    verdict: Verdict
    by: Annotated[str, Field(max_length=100)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""
    changes: Annotated[
        dict[str, str], Field(max_length=40, description="corrected fields, of a correction")
    ] = {}
    other: Annotated[str | None, Field(max_length=500)] = None
    against_others: Annotated[
        bool, Field(description="let it stand beside what others decided")
    ] = False


class TakenBack(BaseModel):
    """Who takes a judgement back, and why."""

    model_config = ConfigDict(extra="forbid")

    by: Annotated[str, Field(max_length=100)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


Sort = Annotated[str | None, Query(max_length=40, description="Why it is in the queue.")]


def router(shelf: Shelf) -> APIRouter:
    """Give what can be asked and done in review."""
    out = APIRouter(tags=["review"])
    for add in (_queue, _log, _export, _judge, _undo, _import):
        add(out, shelf)
    return out


def _queue(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/queue", responses=_page_of(TASK))
    def queue(request: Request, cut: Page, agreement: Name = None, sort: Sort = None) -> Response:
        """List what a person should look at, the most pressing first."""
        wanted = [
            one
            for one in shelf.queue()
            if agreement in (None, one.agreement) and sort in (None, one.sort)
        ]
        return page(request, _cut(wanted, cut), cut, Task.to_json)


def _log(out: APIRouter, shelf: Shelf) -> None:
    @out.get("/judgements", responses=_page_of(JUDGEMENT))
    def judgements(request: Request, cut: Page, about: Name = None, by: Name = None) -> Response:
        """List who decided what, when and why, with what was taken back, oldest first."""
        known = Reviewing(shelf.agreements).judgements(about)  # asked without waiting for writers
        made = [one for one in known if by in (None, one.by)]
        return page(request, _cut(made, cut), cut, whole)


def _export(out: APIRouter, shelf: Shelf) -> None:
    answers: Documented = {
        200: {
            "description": "Sorted lines of JSON, one judgement each.",
            "content": {LINES: {"schema": TEXT}},
        }
    }

    @out.get("/judgements/export", responses=answers)
    def export() -> Response:
        """Give all judgements as sorted lines of JSON: a file for git."""
        lines = Reviewing(shelf.agreements).exported()
        named = {"content-disposition": 'attachment; filename="judgements.jsonl"'}
        return Response(lines.encode("utf-8", "backslashreplace"), 200, named, LINES)


def _judge(out: APIRouter, shelf: Shelf) -> None:
    @out.post(
        "/judgements",
        status_code=201,
        responses=documented(
            REVIEWED, status=201, about="What was decided, and what it changed.", problems=CHANGING
        ),
    )
    def judge(given: Given) -> Response:
        """Judge a finding, an item of a record, a report, an agreement or a person."""
        fields = given.model_dump()
        decision = Decision(**{**fields, "by": given.by or shelf.settings.reviewer})
        with shelf.reviewing() as reviewing:
            return told(reviewing.judge(decision).to_json(), status=201)


def _undo(out: APIRouter, shelf: Shelf) -> None:
    @out.post(
        "/judgements/{judgement}/undo",
        responses=documented(REVIEWED, about="What that changed.", problems=CHANGING),
    )
    def undo(judgement: Identity, given: Annotated[TakenBack, Body()]) -> Response:
        """Take a judgement back; it stays on record, with who took it back, when and why."""
        by = given.by or shelf.settings.reviewer
        with shelf.reviewing() as reviewing:
            return told(reviewing.undo(judgement, by=by, why=given.why).to_json())


def _import(out: APIRouter, shelf: Shelf) -> None:
    body = {"required": True, "content": {LINES: {"schema": TEXT}}}

    @out.post(
        "/judgements/import",
        responses=documented(IMPORTED, about="What came in.", problems=CHANGING),
        openapi_extra={"requestBody": body},
    )
    async def take_in(request: Request) -> Response:
        """Take in judgements from lines of JSON: all of them, or none if a line is wrong."""
        try:
            text = (await request.body()).decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(
                sentence("the lines are not UTF-8: byte {start} cannot be read", start=error.start),
                hint=sentence("Send a file written by `traktat review export`."),
            ) from None

        def take() -> dict[str, Any]:
            with shelf.reviewing() as reviewing:
                return reviewing.take_in(text).to_json()

        return told(await run_in_threadpool(take))


def _cut(lines: list[Any], cut: Cut) -> Found[Any]:
    return Found(tuple(lines[cut.offset : cut.offset + cut.limit]), len(lines))


def whole(judgement: Judgement) -> dict[str, Any]:
    """Give a judgement with all its fields, the empty ones too."""
    empty: dict[str, Any] = {
        "why": "",
        "changes": {},
        "other": None,
        "evidence": "",
        "said": {},
        "undone": False,
    }
    return empty | judgement_json(judgement)


def _page_of(line: Schema) -> Documented:
    shape = form(
        "One page of a list.",
        items=many(line),
        total=NUMBER,
        page={"type": "integer", "minimum": 1},
        per_page={"type": "integer", "minimum": 1},
        next=some({"type": "string", "description": "address of the next page"}),
    )
    return documented(shape, headers=["Link"])


TEXTS: Schema = {"type": "object", "additionalProperties": TEXT}
_NEEDED = ("schema", "id", "about", "verdict", "by", "at")
JUDGEMENT: Schema = form(
    "One decision, as `traktat review export` writes it.",
    schema={"const": "traktat.judgement/1"},
    id=TEXT,
    about=TEXT,
    verdict=words(one.value for one in Verdict),
    by=TEXT,
    at={"type": "string", "format": "date-time"},
    why=TEXT,
    changes=TEXTS,
    other=some(TEXT),
    evidence=TEXT,
    said=TEXTS,
    undone={"type": "boolean"},
) | {"required": list(_NEEDED)}
_CHOICE = form(
    "Something to judge, and where it stands.",
    about=TEXT,
    says=TEXT,
    report=some(TEXT),
    path=some(TEXT),
    span=SPAN,
    quote=some(TEXT),
    value=some(TEXT),
)
TASK: Schema = form(
    "Something a person should look at, as `traktat review --list --json` prints it.",
    id=TEXT,
    sort=words(SORTS),
    reason=TEXT,
    about=TEXT,
    agreement=some(TEXT),
    says=TEXT,
    why=TEXT,
    choices=many(_CHOICE),
    decisions=many(JUDGEMENT),
    near=many(TEXT),
)
_FIELD = form("A field before and after.", field=TEXT, before={}, after={})
_ITEM = form(
    "What became of an item of a record.",
    part=TEXT,
    change=words(("added", "removed", "changed")),
    id=TEXT,
    says=TEXT,
    fields=many(_FIELD),
)
_EFFECT = form(
    "What became of one agreement.",
    agreement=TEXT,
    change=words(("new", "changed", "gone")),
    parties=many(TEXT),
    name=some(TEXT),
    standing=some(_FIELD),
    items=many(_ITEM),
)
REVIEWED: Schema = form(
    "What was decided, and what that changed, as `traktat review judge --json` prints it.",
    schema={"const": "traktat.review/1"},
    judgements=many(JUDGEMENT),
    agreements=many(_EFFECT),
    already={"type": "boolean"},
)
IMPORTED: Schema = form(
    "What a file of judgements brought, as `traktat review import --json` prints it.",
    schema={"const": "traktat.review-import/1"},
    new=NUMBER,
    same=NUMBER,
    agreements=many(_EFFECT),
)
