"""What goes wrong, told as JSON to programs and as a few plain words to people.

Errors of pages are told by the pages themselves; here are those of the API, and of requests
that are refused before anybody looks at them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException

from traktat.desk.requests import LANGUAGE_COOKIE, Asked
from traktat.desk.words import chosen, words_in
from traktat.errors import DeskFailure, NotSignedIn, TooOften, TraktatError
from traktat.sentences import sentence

LOG = logging.getLogger("traktat.desk")
WORDS: Mapping[int, tuple[str, str, str]] = {
    400: ("bad-request", "the request cannot be read", "Look at /api/docs for its form."),
    404: ("not-found", "there is nothing at this address", "/api/docs lists what there is."),
    405: ("bad-method", "this cannot be done here", "The header Allow names what can."),
}


def add_handlers(app: FastAPI) -> None:
    """Have every error of the API told in one form."""
    app.add_exception_handler(TraktatError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_values)
    app.add_exception_handler(HTTPException, _of_http)


def problem(
    status: int, code: str, message: str, hint: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Give an error in the form that every answer of the API has."""
    told: dict[str, Any] = {"code": code, "message": message, "hint": hint}
    return JSONResponse({"error": told}, status, headers=dict(headers or {}))


def refusal(error: Exception, asked: Asked) -> Response:
    """Give the answer to a request that is refused, or that the program failed on."""
    if not isinstance(error, TraktatError):
        LOG.error("%s %s failed", asked.method, asked.path, exc_info=error)
        error = DeskFailure(sentence("the desk failed ({name})", name=type(error).__name__))
    if asked.is_for_programs:
        return _told(error)
    return _plain(error, asked)


def _plain(error: TraktatError, asked: Asked) -> Response:
    """Tell an error to a person whose request came to no page, in the language of the browser."""
    words = words_in(
        chosen(None, asked.cookies.get(LANGUAGE_COOKIE), asked.headers.get("accept-language"))
    )
    message = words.tell("error: %(message)s", message=words.told(error.message))
    hint = words.tell("hint: %(hint)s", hint=words.told(error.hint))
    headers = {**_headers(error), "content-language": words.language}
    return PlainTextResponse(f"{message}\n\n{hint}\n", error.status, headers=headers)


def _told(error: TraktatError) -> JSONResponse:
    return problem(error.status, error.code, error.message, error.hint, _headers(error))


def _headers(error: TraktatError) -> dict[str, str]:
    if isinstance(error, TooOften):
        return {"retry-after": str(error.after)}
    if isinstance(error, NotSignedIn):
        return {"www-authenticate": "Bearer"}
    return {}


async def _of_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TraktatError)  # it is registered for these alone
    return _told(error)


async def _of_values(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # the same
    first: dict[str, Any] = next(iter(error.errors()), {})
    where = ".".join(str(part) for part in first.get("loc", ()))
    message = f"{where}: {first.get('msg', 'cannot be read')}"
    return problem(422, "bad-value", message, "/api/docs tells which values are taken.")


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # the same
    code, message, hint = WORDS.get(error.status_code, ("error", str(error.detail), WORDS[404][2]))
    return problem(error.status_code, code, message, hint, error.headers)
