"""What the guard looks at in a request before anything is done with it."""

from __future__ import annotations

from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

LANGUAGE_COOKIE = "traktat_lang"


class Asked:
    """One request: who asks what of whom, as its line and headers say."""

    def __init__(self, scope: Scope) -> None:
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.address = str(scope["client"][0]) if scope.get("client") else ""
        self.headers = Headers(scope=scope)

    @property
    def host(self) -> str:
        """Give the host, with its port, that the request names."""
        return self.headers.get("host", "")

    @property
    def origin(self) -> str | None:
        """Give the host of the page the request comes from, where a browser says so."""
        stated = self.headers.get("origin")
        return None if stated is None else urlsplit(stated).netloc or stated

    @property
    def bearer(self) -> str | None:
        """Give the token it bears, which no page can make a browser add."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.casefold() == "bearer" else None

    @property
    def length(self) -> int:
        """Give the length of its body, where it says so."""
        stated = self.headers.get("content-length", "")
        return int(stated) if stated.isascii() and stated.isdigit() else 0

    @property
    def content_type(self) -> str:
        """Give the type of its body, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().casefold()

    @property
    def is_for_programs(self) -> bool:
        """Tell whether a program asks, which wants its errors in JSON."""
        return self.path == "/api" or self.path.startswith("/api/v1")

    @cached_property
    def cookies(self) -> dict[str, str]:
        """Give the cookies; what is no cookie is passed over."""
        parsed = SimpleCookie()
        for line in self.headers.getlist("cookie"):
            try:
                parsed.load(line)
            except CookieError:
                continue
        return {name: morsel.value for name, morsel in parsed.items()}
