"""Signing in: a browser that has shown the desk's token may change things."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from traktat.desk.api.answers import CHANGING, documented, told
from traktat.desk.guard import KEY_COOKIE
from traktat.desk.shelf import Shelf
from traktat.errors import NotSignedIn
from traktat.sentences import sentence


def router(shelf: Shelf) -> APIRouter:
    """Give the ways to sign in and out."""
    out = APIRouter(tags=["session"])

    @out.get("/session", responses=documented("Session"))
    def session(request: Request) -> Response:
        """Tell whether the caller may change things."""
        return told({"may_write": request.state.may_write})

    @out.post("/session", responses=documented("Session", problems=CHANGING))
    def sign_in(
        request: Request, token: Annotated[str, Form(min_length=1, max_length=300)]
    ) -> Response:
        """Show the token of the desk; the browser may change things from then on."""
        expected = shelf.settings.token
        if expected is not None and not hmac.compare_digest(token.encode(), expected.encode()):
            raise NotSignedIn(sentence("this is not the token of the desk"))
        answer = told({"may_write": True})
        answer.set_cookie(KEY_COOKIE, request.state.key, httponly=True, samesite="strict")
        return answer

    @out.delete("/session", responses=documented("Session", problems=CHANGING))
    def sign_out(request: Request) -> Response:
        """Forget that the browser has signed in."""
        answer = told({"may_write": shelf.settings.token is None})
        answer.delete_cookie(KEY_COOKIE, httponly=True, samesite="strict")
        return answer

    return out
