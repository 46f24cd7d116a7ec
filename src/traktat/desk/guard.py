"""What stands before every answer of the desk, because reports and requests may be hostile."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from traktat.desk.settings import DeskSettings

CSRF_COOKIE = "traktat_csrf"
CSRF_HEADER = "x-csrf-token"
CSRF_FIELD = "csrf"
CSRF_PLACE = secrets.token_hex(16)
"""Stands in a page where the reader's own token is put when the page is sent, so that one
rendered page serves every reader. A report cannot hold it: it is drawn anew at every start."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Sets the security headers and gives every reader a token of its own."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        self._app = app
        self._settings = settings
        self._secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, guarded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        known = cookies(scope).get(CSRF_COOKIE, "")
        token = known if self._is_ours(known) else self._new_token()
        scope.setdefault("state", {})["csrf"] = token

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if token != known:
                    headers.append("set-cookie", f"{CSRF_COOKIE}={token}; Path=/; SameSite=Strict")
            await send(message)

        await self._app(scope, receive, guarded)

    def _new_token(self) -> str:
        drawn = secrets.token_hex(16)
        return f"{drawn}.{self._seal(drawn)}"

    def _is_ours(self, token: str) -> bool:
        drawn, _, seal = token.partition(".")
        return bool(seal) and hmac.compare_digest(seal.encode(), self._seal(drawn).encode())

    def _seal(self, drawn: str) -> str:
        return hmac.new(self._secret, drawn.encode(), sha256).hexdigest()[:32]


def cookies(scope: Scope) -> dict[str, str]:
    """Give the cookies of a request; what is no cookie is passed over."""
    parsed = SimpleCookie()
    for line in Headers(scope=scope).getlist("cookie"):
        try:
            parsed.load(line)
        except CookieError:
            continue
    return {name: morsel.value for name, morsel in parsed.items()}
