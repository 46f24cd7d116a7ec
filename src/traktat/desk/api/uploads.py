"""Reports added to the store over HTTP, and how far that has come."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Query, Response, UploadFile

from traktat.desk.api.answers import CHANGING, documented, told
from traktat.desk.api.values import Identity
from traktat.desk.uploads import File as Given
from traktat.desk.uploads import Uploads

LONGEST_WAIT = 60  # seconds an answer may wait for the reports to be read


def router(uploads: Uploads) -> APIRouter:
    """Give the ways to add reports."""
    out = APIRouter(tags=["uploads"])

    @out.post(
        "/uploads",
        status_code=202,
        responses=documented(
            "Upload",
            status=202,
            about="The reports are being read; Location tells how far that has come.",
            problems=CHANGING,
            headers=["Location"],
        ),
    )
    def add(
        files: Annotated[
            list[UploadFile], File(min_length=1, description="Text, HTML, JSON or JSON lines.")
        ],
        wait: Annotated[
            float, Query(ge=0, le=LONGEST_WAIT, description="Seconds to wait for the end.")
        ] = 0,
    ) -> Response:
        """Add reports to the store."""
        upload = uploads.take(Given(one.filename or "", one.file.read()) for one in files)
        upload.ended.wait(wait)
        place = f"/api/v1/uploads/{upload.id}"
        return told(upload.to_json(), status=202, headers={"location": place})

    @out.get("/uploads", responses=documented("Uploads"))
    def latest() -> Response:
        """List the latest uploads."""
        return told({"items": [one.to_json() for one in uploads.latest()]})

    @out.get("/uploads/{upload}", responses=documented("Upload"))
    def progress(
        upload: Identity,
        wait: Annotated[
            float, Query(ge=0, le=LONGEST_WAIT, description="Seconds to wait for the end.")
        ] = 0,
    ) -> Response:
        """Tell how far an upload has come."""
        found = uploads[upload]
        found.ended.wait(wait)
        return told(found.to_json())

    return out
