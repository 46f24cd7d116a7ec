"""The desk as one application: guard, answers kept ready, API, pages, and the files they need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from traktat import __version__
from traktat.desk import api, pages
from traktat.desk.api import openapi
from traktat.desk.guard import Guard
from traktat.desk.lookout import Lookout
from traktat.desk.pages import api as api_page
from traktat.desk.pages import failures
from traktat.desk.problems import add_handlers
from traktat.desk.ready import Ready
from traktat.desk.settings import DeskSettings
from traktat.desk.shelf import Shelf
from traktat.desk.uploads import Uploads

STATIC = Path(__file__).with_name("static")


def create_app(settings: DeskSettings) -> FastAPI:
    """Make the desk of a store. Its shelf is `app.state.shelf`."""
    shelf = Shelf(settings)
    uploads = Uploads(shelf)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        lookout = Lookout(shelf)
        lookout.start()
        yield
        lookout.close()
        uploads.close()
        shelf.close()

    app = FastAPI(
        title="Traktat",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=life,
        middleware=[Middleware(Guard, settings=settings), Middleware(Ready, shelf=shelf)],
        redirect_slashes=False,
    )
    app.state.shelf, app.state.settings, app.state.uploads = shelf, settings, uploads
    add_handlers(app)
    app.include_router(pages.router(shelf))  # first: they are asked most, and routes in turn
    app.include_router(api.router(shelf, uploads), prefix=api.BASE)
    described = cache(lambda: openapi.describe(app))
    app.include_router(openapi.router(described), prefix=api.BASE)
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    app.include_router(api_page.router(described))
    app.include_router(failures.router())
    return app
