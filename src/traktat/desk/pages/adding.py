"""Reports handed over by a form, for browsers without script."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from traktat.desk.pages.failures import page_router
from traktat.desk.pages.rendering import answer
from traktat.desk.uploads import File as Given
from traktat.desk.uploads import Uploads
from traktat.desk.words import Words

PATIENCE = 3.0  # seconds a page waits for reports to be read; few of them need no more


def router() -> APIRouter:
    """Give the pages of uploads."""
    out = page_router()

    def uploads_of(request: Request) -> Uploads:
        found: Uploads = request.app.state.uploads
        return found

    @out.post("/add")
    def add(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
        given = (Given(one.filename or "", one.file.read()) for one in files)
        upload = uploads_of(request).take(given)
        upload.ended.wait(PATIENCE)
        return RedirectResponse(f"/added/{upload.id}", 303)

    @out.get("/added/{upload}")
    def added(request: Request, upload: str) -> Response:
        found = uploads_of(request)[upload]

        def make(words: Words) -> dict[str, Any]:
            return {"upload": found, "ended": found.ended.is_set()}

        return answer(request, "added.html", make)

    return out
