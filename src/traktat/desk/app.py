"""The desk as one application: guard, API, pages, and the files they need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from traktat import __version__
from traktat.desk import api, pages
from traktat.desk.guard import Guard
from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import Shelf
from traktat.errors import TraktatError

STATIC = Path(__file__).with_name("static")


def create_app(settings: DeskSettings) -> FastAPI:
    """Make the desk of a store. Its shelf is `app.state.shelf`."""
    shelf = Shelf(settings)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        shelf.close()

    app = FastAPI(
        title="Traktat",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=life,
        middleware=[Middleware(Guard, settings=settings)],
    )
    app.state.shelf, app.state.settings = shelf, settings
    app.add_exception_handler(TraktatError, _told)
    app.include_router(api.router(shelf), prefix="/api/v1")
    if STATIC.is_dir():
        app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(pages.router(shelf))
    return app


async def _told(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TraktatError)  # it is registered for these alone
    told = {"code": error.code, "message": error.message, "hint": error.hint}
    return JSONResponse({"error": told}, error.status)
