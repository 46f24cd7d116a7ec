"""What stands before every answer of the desk, because reports and requests may be hostile.

A request is refused that names a host the desk does not answer to, asks too often, brings too
much, or would change something without the right to. Every answer tells the browser to load and
run nothing but what the desk itself serves.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from traktat.desk.bodies import Measured, read_whole, told_again
from traktat.desk.problems import refusal
from traktat.desk.rates import Rates
from traktat.desk.requests import Asked
from traktat.desk.settings import DeskSettings, is_loopback
from traktat.errors import NotAllowed, NotSignedIn, TooOften, UnknownHost
from traktat.sentences import sentence

CSRF_COOKIE = "traktat_csrf"
CSRF_HEADER = "x-csrf-token"
CSRF_FIELD = "csrf"
KEY_COOKIE = "traktat_key"
CSRF_PLACE = secrets.token_hex(16)
"""Stands in a page where the reader's own token is put when the page is sent, so that one
rendered page serves every reader. A report cannot hold it: it is drawn anew at every start."""

ASKING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})  # methods that change nothing
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # `no-referrer` would make browsers send the forms of our own pages without their origin
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Refuses what the desk does not take, and gives every reader a token of its own."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        self._app = app
        self._settings = settings
        self._secret = secrets.token_bytes(32)
        self._reads, self._writes = Rates(settings.reads), Rates(settings.writes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, guarded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = Asked(scope)
        known = asked.cookies.get(CSRF_COOKIE, "")
        token = known if self._is_ours(known) else self._new_token()
        state = scope.setdefault("state", {})
        state.update(token=token, csrf=CSRF_PLACE, key=self._key, may_write=self._has_key(asked))

        has_begun = False

        async def guarded(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                if body.excess:  # the framework has made a bad request of it
                    raise body.excess
                has_begun = True
                _add_headers(message, None if token == known else token)
            await send(message)

        body = Measured(receive, asked, self._settings)
        try:
            self._check(asked)
            body.check()
            receive = body.receive
            if asked.method not in ASKING and not self._bears_token(asked):
                receive = await _from_our_page(asked, known if token == known else "", receive)
            await self._app(scope, receive, guarded)
        except Exception as error:
            body.excess = None
            if has_begun:
                raise
            await refusal(error, asked)(scope, receive, guarded)

    def _check(self, asked: Asked) -> None:
        if not self._answers_to(asked.host):
            raise UnknownHost(
                sentence("this desk does not answer to {host:quoted}", host=asked.host)
            )
        is_change = asked.method not in ASKING
        wait = self._writes.wait(asked.address) if is_change else self._wait_to_read(asked)
        if wait:
            raise TooOften(sentence("too many requests from this address"), after=wait)
        if not is_change:
            return
        if asked.origin is not None and asked.origin != asked.host:
            raise NotAllowed(
                sentence("a page of {origin:quoted} may change nothing here", origin=asked.origin)
            )
        if not (_signs_in(asked) or self._has_key(asked)):
            raise NotSignedIn(
                sentence("whoever changes something here needs the token of the desk")
            )

    def _answers_to(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
            ip_address(name)
        except ValueError:
            known = ("localhost", self._settings.host, *self._settings.names)
            return host.partition(":")[0].casefold() in {one.casefold() for one in known}
        return True  # a name that somebody makes lead to us is no address

    def _wait_to_read(self, asked: Asked) -> int:
        return 0 if is_loopback(asked.address) else self._reads.wait(asked.address)

    def _has_key(self, asked: Asked) -> bool:
        if self._settings.token is None or self._bears_token(asked):
            return True
        return _same(asked.cookies.get(KEY_COOKIE, ""), self._key)

    def _bears_token(self, asked: Asked) -> bool:
        return self._settings.token is not None and _same(asked.bearer or "", self._settings.token)

    @property
    def _key(self) -> str:
        """What a browser that has signed in keeps in the place of the token."""
        return hmac.new(self._secret, (self._settings.token or "").encode(), sha256).hexdigest()

    def _new_token(self) -> str:
        drawn = secrets.token_hex(16)
        return f"{drawn}.{self._seal(drawn)}"

    def _is_ours(self, token: str) -> bool:
        drawn, _, seal = token.partition(".")
        return bool(seal) and _same(seal, self._seal(drawn))

    def _seal(self, drawn: str) -> str:
        return hmac.new(self._secret, drawn.encode(), sha256).hexdigest()[:32]


async def _from_our_page(asked: Asked, token: str, receive: Receive) -> Receive:
    """Let a change pass whose page could read the cookie: a page of another site cannot."""
    stated = asked.headers.get(CSRF_HEADER)
    if stated is None and asked.content_type == "application/x-www-form-urlencoded":
        body = await read_whole(receive)
        fields = parse_qs(body.decode("latin-1"), max_num_fields=1000)
        stated, receive = fields.get(CSRF_FIELD, [""])[0], told_again(body)
    elif stated is None and asked.content_type == "multipart/form-data":
        body = await read_whole(receive)
        field = f'name="{CSRF_FIELD}"\r\n\r\n{token}\r\n'.encode("latin-1")
        stated, receive = token if field in body else "", told_again(body)
    if not token or not _same(stated or "", token):
        raise NotAllowed(sentence("this change does not come from a page of this desk"))
    return receive


def _signs_in(asked: Asked) -> bool:
    return asked.method == "POST" and asked.path in ("/api/v1/session", "/sign-in")


def _same(stated: str, expected: str) -> bool:
    return hmac.compare_digest(stated.encode(), expected.encode())


def _add_headers(message: Message, token: str | None) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers[name] = value
    if token is not None:
        headers.append("set-cookie", f"{CSRF_COOKIE}={token}; Path=/; SameSite=Strict")
