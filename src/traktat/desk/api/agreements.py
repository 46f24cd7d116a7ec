"""Agreements: the list, one record, its standing."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter

from traktat.desk.shelf import Shelf


def router(shelf: Shelf) -> APIRouter:
    """Give the questions about agreements."""
    out = APIRouter(tags=["agreements"])

    @out.get("/agreements")
    def listing(on: date | None = None) -> dict[str, Any]:
        """List the agreements with their standing on a day."""
        return {"items": [one.summary(on=on) for one in shelf.agreements]}

    @out.get("/agreements/{agreement}")
    def show(agreement: str, on: date | None = None) -> dict[str, Any]:
        """Give everything known of one agreement."""
        return shelf.dossier(agreement).to_json(on=on)

    return out
