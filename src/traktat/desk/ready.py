"""Answers kept ready: made once, sent to every reader until what they show has changed.

An answer is kept with the stamp of what it was made from: of one agreement, one report, all that
was read, or the whole store. A reader who has it already is told so (304). What is kept holds
nothing of one reader: where a form needs a reader's own token stands a place for it, filled on the
way out.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from traktat.desk.guard import CSRF_PLACE
from traktat.desk.requests import LANGUAGE_COOKIE, Asked
from traktat.desk.shelf import Shelf

ROOM = 64 * 1024 * 1024  # bytes of answers kept
AT_ONCE = 4  # answers made at a time: more threads would only take the interpreter from each other
NEVER = ("/api/v1/uploads", "/added/", "/api/v1/session", "/static/", "/review", "/api/v1/queue")
"""Beginnings of paths whose answers change while the store does not, or are files of the desk."""

Key = tuple[str, bytes, str, str, date]


@dataclass(slots=True)
class Answer:
    """A whole answer; `version` is the last one of the store it was found to be right for."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    version: str = ""
    stamp: str = ""

    @property
    def is_page(self) -> bool:
        """Tell whether it is a page, which may hold places for a reader's token."""
        return (MutableHeaders(raw=self.headers).get("content-type") or "").startswith("text/html")


class Ready:
    """Keeps answers to questions; lets everything else through."""

    def __init__(self, app: ASGIApp, shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._making: dict[Key, asyncio.Event] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is ready, or have it made."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path.startswith("/static/"):
            await self._app(scope, receive, send)
            return
        asks = scope["method"] in ("GET", "HEAD")
        if asks and not path.startswith(NEVER):
            answer = await self._ready(scope, receive)
        else:
            answer = await self._made(scope, receive)
        await _send(answer, scope, send, whole=scope["method"] != "HEAD")

    async def _ready(self, scope: Scope, receive: Receive) -> Answer:
        key = _key(scope)
        while True:
            version = self._shelf.version
            found = self._kept.get(key)
            if found is not None and self._is_right(found, scope["path"], version):
                self._kept.move_to_end(key)
                return found
            busy = self._making.get(key)
            if busy is None:
                break
            await busy.wait()  # another reader has asked for the same: one rendering serves both
        done = self._making[key] = asyncio.Event()
        try:
            async with self._places:
                answer = await self._made({**scope, "method": "GET"}, receive)
            self._keep(key, answer, version, scope["path"])
        finally:
            del self._making[key]
            done.set()
        return answer

    def _is_right(self, answer: Answer, path: str, version: str) -> bool:
        if answer.version != version:
            if not answer.stamp or answer.stamp != self._stamp(path):
                return False
            answer.version = version
        return True

    def _keep(self, key: Key, answer: Answer, version: str, path: str) -> None:
        is_personal = MutableHeaders(raw=answer.headers).get("set-cookie") is not None
        if answer.status != 200 or is_personal or len(answer.body) > ROOM // 16:
            return
        if version != self._shelf.version:
            return  # it may mix what was before a change with what came after
        answer.version, answer.stamp = version, self._stamp(path)
        gone = self._kept.pop(key, None)
        self._bytes += len(answer.body) - (len(gone.body) if gone else 0)
        self._kept[key] = answer
        while self._bytes > ROOM:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.body)

    def _stamp(self, path: str) -> str:
        """Give the stamp of the agreement, report or search of a path; empty for all others."""
        parts = path.removeprefix("/api/v1").split("/")
        if parts[1:] == ["search"]:
            return self._shelf.stamp("search", "")
        if len(parts) > 2 and parts[1] in ("agreements", "reports") and parts[2]:
            return self._shelf.stamp(parts[1], parts[2])
        return ""

    async def _made(self, scope: Scope, receive: Receive) -> Answer:
        answer = Answer(500, [], b"")
        parts: list[bytes] = []

        async def take(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status, answer.headers = message["status"], list(message["headers"])
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        await self._app(scope, receive, take)
        answer.body = b"".join(parts)
        return answer


def _key(scope: Scope) -> Key:
    asked = Asked(scope)
    said = f"{asked.cookies.get(LANGUAGE_COOKIE, '')} {scope['state']['may_write']}"
    accepted = asked.headers.get("accept-language", "")
    return scope["path"], scope["query_string"], said, accepted, date.today()


async def _send(answer: Answer, scope: Scope, send: Send, *, whole: bool) -> None:
    body = answer.body
    if answer.is_page:
        body = body.replace(CSRF_PLACE.encode(), scope["state"]["token"].encode())
    headers = MutableHeaders(raw=list(answer.headers))
    status = answer.status
    if status == 200 and scope["method"] in ("GET", "HEAD"):
        headers["etag"] = f'"{sha256(body).hexdigest()[:24]}"'
        headers.setdefault("cache-control", "private, no-cache")
        if _has(scope, headers["etag"]):
            status, body, whole = 304, b"", False
            del headers["content-length"], headers["content-type"]
    if status != 304:
        headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body if whole else b""})


def _has(scope: Scope, etag: str) -> bool:
    """Tell whether the reader has this answer already (RFC 9110, section 13.1.2)."""
    stated = Headers(scope=scope).get("if-none-match", "")
    known = (part.strip().removeprefix("W/") for part in stated.split(","))
    return any(part in ("*", etag) for part in known)
