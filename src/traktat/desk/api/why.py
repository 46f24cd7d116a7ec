"""Why the program says what it says."""

from __future__ import annotations

from fastapi import APIRouter, Response

from traktat.desk.api.answers import documented, told
from traktat.desk.api.values import Day, Identity
from traktat.desk.shelf import Shelf
from traktat.pipeline.dossiers import day_of
from traktat.pipeline.explanations import explained


def router(shelf: Shelf) -> APIRouter:
    """Give the explanations."""
    out = APIRouter(tags=["why"])

    @out.get("/why/{identity}", responses=documented("Why"))
    def why(identity: Identity, on: Day = None) -> Response:
        """Explain a finding, an item of a record, or the standing of an agreement on a day."""
        day = None if on is None else day_of(on)
        return told(explained(identity, shelf.agreements, on=day).to_json())

    return out
