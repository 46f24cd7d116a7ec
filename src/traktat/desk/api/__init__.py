"""The HTTP API under /api/v1: the verbs and field names of the command line."""

from __future__ import annotations

from fastapi import APIRouter

from traktat.desk.api import agreements
from traktat.desk.shelf import Shelf


def router(shelf: Shelf) -> APIRouter:
    """Give the API of a shelf."""
    out = APIRouter()
    for part in (agreements,):
        out.include_router(part.router(shelf))
    return out
