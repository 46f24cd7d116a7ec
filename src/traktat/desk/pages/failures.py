"""What goes wrong, told on a page with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from traktat.desk.pages.rendering import answer
from traktat.desk.words import Words
from traktat.errors import InputError, NotFound, TraktatError
from traktat.sentences import sentence

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def page_router() -> APIRouter:
    """Give a router whose errors are pages, where those of the API are JSON."""

    class PageRoute(APIRoute):
        """A route of a page."""

        def get_route_handler(self) -> Handler:
            """Wrap the handler, so that what it raises becomes a page."""
            handler = super().get_route_handler()

            async def told(request: Request) -> Response:
                try:
                    return await handler(request)
                except TraktatError as error:
                    return failure(request, error)
                except RequestValidationError as error:
                    return failure(request, _misused(error))

            return told

    return APIRouter(route_class=PageRoute, include_in_schema=False)


def failure(request: Request, error: TraktatError) -> Response:
    """Tell an error on a page."""

    def make(words: Words) -> dict[str, Any]:
        missing = isinstance(error, NotFound)
        return {
            "heading": words.tell("Not found") if missing else words.tell("That did not work"),
            "message": error.message,
            "hint": error.hint,
        }

    return answer(request, "error.html", make, status=error.status)


def router() -> APIRouter:
    """Give the answer for addresses that lead nowhere."""
    out = page_router()

    @out.get("/{path:path}")
    def nowhere(path: str) -> Response:
        if path.partition("/")[0] in ("api", "static"):
            raise HTTPException(404)
        raise NotFound(
            sentence("there is no page /{path}", path=path),
            hint=sentence("Begin at the agreements, or search for words of a report."),
        )

    return out


def _misused(error: RequestValidationError) -> InputError:
    first: dict[str, Any] = next(iter(error.errors()), {})
    where = ".".join(str(part) for part in first.get("loc", ())[1:])
    return InputError(
        sentence("the value of {where:quoted} cannot be read", where=where),
        hint=sentence("Take the address from a link of the page, or leave that part out."),
    )
