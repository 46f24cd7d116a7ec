"""Answers in JSON, and what the OpenAPI page says of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response

from traktat.desk.api.schemas import ref
from traktat.store.lists import Cut, Found

T = TypeVar("T")
Documented = dict[int | str, dict[str, Any]]

JSON = "application/json"
PROBLEMS = {
    400: "The request cannot be read.",
    401: "The token of the desk is needed.",
    403: "The change does not come from a page of the desk.",
    404: "There is nothing of that name.",
    405: "This cannot be done at this address.",
    409: "The evidence has changed, or somebody else decided otherwise.",
    413: "More than the desk takes at once.",
    421: "The desk does not answer to this host name.",
    422: "A value is none that is taken here.",
    429: "Too many requests; Retry-After tells how long to wait.",
    503: "Another process is writing to the store.",
}
ASKING = (400, 404, 405, 421, 422, 429, 503)
CHANGING = (*ASKING, 401, 403, 409, 413)


def told(value: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Answer with a value as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        body = text.encode()
    except UnicodeEncodeError:  # a lone surrogate, which hostile JSON can bring into a report
        body = json.dumps(value, separators=(",", ":")).encode()
    return Response(body, status, headers=headers, media_type=JSON)


def page(
    request: Request, found: Found[T], cut: Cut, to_json: Callable[[T], dict[str, Any]]
) -> Response:
    """Answer with one page of a list; the header Link leads to the others (RFC 8288)."""
    number, size = cut.offset // cut.limit + 1, cut.limit
    last = max(1, -(-found.total // size))
    links = {"first": 1, "last": last}
    if number > 1:
        links["prev"] = min(number - 1, last)
    if number < last:
        links["next"] = number + 1
    addresses = {name: _address(request, place) for name, place in links.items()}
    value = {
        "items": [to_json(line) for line in found.lines],
        "total": found.total,
        "page": number,
        "per_page": size,
        "next": addresses.get("next"),
    }
    link = ", ".join(f'<{address}>; rel="{name}"' for name, address in addresses.items())
    return told(value, headers={"link": link})


def _address(request: Request, number: int) -> str:
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "page"]
    return f"{request.url.path}?{urlencode([*asked, ('page', str(number))])}"


def documented(
    schema: str | dict[str, Any],
    *,
    status: int = 200,
    about: str = "The answer.",
    problems: Iterable[int] = ASKING,
    headers: Iterable[str] = (),
) -> Documented:
    """Say what an operation answers, in the words of OpenAPI."""
    shape = ref(schema) if isinstance(schema, str) else schema
    told_headers = {name: {"schema": {"type": "string"}} for name in headers}
    answers: Documented = {
        status: {
            "description": about,
            "content": {JSON: {"schema": shape}},
            **({"headers": told_headers} if told_headers else {}),
        }
    }
    for code in sorted(problems):
        answers[code] = {
            "description": PROBLEMS[code],
            "content": {JSON: {"schema": ref("Error")}},
        }
    return answers
