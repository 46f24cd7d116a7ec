"""Signing in with the token of a desk that others can reach."""

from __future__ import annotations

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from traktat.desk.guard import KEY_COOKIE
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.rendering import answer
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words

DAY = 24 * 3600  # seconds a browser stays signed in


def router(shelf: Shelf) -> APIRouter:
    """Give the page for signing in."""
    out = page_router()
    token = shelf.settings.token or ""

    @out.get("/sign-in")
    def ask(request: Request) -> Response:
        return answer(request, "sign_in.html", lambda words: {"wrong": False})

    @out.post("/sign-in")
    def sign_in(request: Request, token_given: Annotated[str, Form(alias="token")]) -> Response:
        if not hmac.compare_digest(token_given.strip().encode(), token.encode()):

            def make(words: Words) -> dict[str, Any]:
                return {"wrong": True}

            return answer(request, "sign_in.html", make, status=401)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            KEY_COOKIE, request.state.key, max_age=DAY, httponly=True, samesite="strict"
        )
        return response

    return out
