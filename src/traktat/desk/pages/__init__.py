"""The pages of the desk."""

from __future__ import annotations

from fastapi import APIRouter

from traktat.desk.shelf import Shelf


def router(shelf: Shelf) -> APIRouter:
    """Give the pages of a shelf."""
    return APIRouter()
