"""The bodies of requests: measured while they come in, never more of them than is taken."""

from __future__ import annotations

from starlette.types import Message, Receive

from traktat.desk.requests import Asked
from traktat.desk.settings import MIB, DeskSettings
from traktat.errors import TooMuch
from traktat.sentences import sentence

ORDINARY = MIB  # bytes of a request that brings no reports; a judgement has some hundred
BULKY = ("multipart/form-data", "application/x-ndjson")


class Measured:
    """A body watched as it comes in; `excess` tells when it has become too long."""

    def __init__(self, receive: Receive, asked: Asked, settings: DeskSettings) -> None:
        self._receive = receive
        self._stated = asked.length
        self._limit = settings.upload_bytes if asked.content_type in BULKY else ORDINARY
        self._seen = 0
        self.excess: TooMuch | None = None

    def check(self) -> None:
        """Raise `TooMuch` where the request itself says that it brings too much."""
        if self._stated > self._limit:
            raise TooMuch(
                sentence(
                    "{stated:amount} bytes are more than the {limit:amount} taken at once",
                    stated=self._stated,
                    limit=self._limit,
                )
            )

    async def receive(self) -> Message:
        """Give the next part; raise `TooMuch` as soon as it is more than the desk takes."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self._limit:
            self.excess = TooMuch(
                sentence("more than the {limit:amount} bytes taken at once", limit=self._limit)
            )
            raise self.excess
        return message


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
