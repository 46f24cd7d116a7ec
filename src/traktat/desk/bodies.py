"""The bodies of requests: measured while they come in, never more of them than is taken."""

from __future__ import annotations

from starlette.types import Message, Receive

from traktat.desk.requests import Asked
from traktat.desk.settings import MIB, DeskSettings
from traktat.errors import TooMuch

ORDINARY = MIB  # bytes of a request that brings no reports; a judgement has some hundred
BULKY = ("multipart/form-data", "application/x-ndjson")


def measured(receive: Receive, asked: Asked, settings: DeskSettings) -> Receive:
    """Watch a body come in; raise `TooMuch` as soon as it is longer than the desk takes."""
    limit = settings.upload_bytes if asked.content_type in BULKY else ORDINARY
    if asked.length > limit:
        raise TooMuch(f"{asked.length:,} bytes are more than the {limit:,} taken at once")
    seen = 0

    async def receive_measured() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooMuch(f"more than the {limit:,} bytes taken at once")
        return message

    return receive_measured


async def read_whole(receive: Receive) -> bytes:
    """Read a body to its end."""
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def told_again(body: bytes) -> Receive:
    """Give a body that was read already to whoever asks for it next."""
    left = [body]

    async def receive() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    return receive
