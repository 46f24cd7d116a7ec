"""The OpenAPI description of the API, and the page that shows it, made without any script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, FastAPI, Response
from fastapi.openapi.utils import get_openapi

from traktat.desk.api.answers import told
from traktat.desk.api.schemas import components

Description = Mapping[str, Any]

ABOUT = """\
Ask what the store knows and add to it. Field names are those of the command line with `--json`.

Lists come in pages: `page` and `per_page` choose one, the header `Link` and `next` lead on. Every
answer has an `ETag`; send it as `If-None-Match` and get 304 while nothing has changed. Errors are
`{"error": {"code", "message", "hint"}}`.

Whoever changes something sends the token of the desk as `Authorization: Bearer …`, or, from a
page of the desk, the value of the cookie `traktat_csrf` again as `X-CSRF-Token`.
"""


def describe(app: FastAPI) -> Description:
    """Give the description of what is under /api/v1."""
    found = get_openapi(
        title="Traktat",
        version=app.version,
        description=ABOUT,
        routes=app.routes,
    )
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas.update(components())
    found["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer"},
    }
    for path in found["paths"].values():
        for method, operation in path.items():
            _mend(operation, is_change=method in ("post", "put", "patch", "delete"))
    return found


def _mend(operation: dict[str, Any], *, is_change: bool) -> None:
    answers = operation["responses"]
    if answers.get("200", {}).get("content") == {"application/json": {"schema": {}}}:
        del answers["200"]
    if is_change:
        operation["security"] = [{"token": []}]
    elif "200" in answers:
        answers["304"] = {"description": "What If-None-Match names has not changed."}
        answers["200"].setdefault("headers", {})["ETag"] = {"schema": {"type": "string"}}


def router(described: Callable[[], Description]) -> APIRouter:
    """Give the description over HTTP."""
    out = APIRouter(include_in_schema=False)

    @out.get("/openapi.json")
    def openapi() -> Response:
        return told(described())

    return out
