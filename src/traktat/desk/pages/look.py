"""The style that the desk shares with the dossier, served from where the dossier keeps it."""

from __future__ import annotations

from hashlib import sha256

from fastapi import APIRouter, Request, Response

from traktat.export.html.dossiers import evidence_style


def router() -> APIRouter:
    """Give the shared style."""
    out = APIRouter()
    style = evidence_style().encode()
    etag = f'"{sha256(style).hexdigest()[:16]}"'

    @out.get("/look/evidence.css")
    def evidence(request: Request) -> Response:
        headers = {"etag": etag, "cache-control": "no-cache"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(style, media_type="text/css; charset=utf-8", headers=headers)

    return out
