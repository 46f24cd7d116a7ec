"""The desk put behind a port of this machine."""

from __future__ import annotations

import gc
import getpass
import socket
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click
import uvicorn
from fastapi import FastAPI

from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings
from traktat.errors import DeskError
from traktat.pipeline import open_store
from traktat.pipeline.fusing import is_fresh
from traktat.sentences import as_sentence

AT_ONCE = 1000  # connections held at a time
WAITING = 1024  # connections that may wait to be taken
LEAST_TOKEN = 16  # characters; what can be guessed is no token


def run(settings: DeskSettings) -> None:
    """Serve a desk until it is stopped."""
    check(settings)
    with _socket(settings) as listening:
        settings = replace(settings, port=listening.getsockname()[1])
        _tell_of_waiting(settings.store)
        app = create_app(settings)
        _spare_the_collector()
        click.echo(f"The desk is open at {settings.url} (Ctrl-C closes it)", err=True)
        threading.Thread(target=app.state.shelf.prepare, daemon=True).start()
        with suppress(KeyboardInterrupt):  # that is how a desk is closed
            uvicorn.Server(_configured(app)).run(sockets=[listening])


def _tell_of_waiting(store: Path) -> None:
    """Say why a desk does not open at once, where its records must be worked out first."""
    with open_store(store, create=True, as_saved=True) as agreements:
        if agreements.store.record_ids() and not is_fresh(agreements.store):
            click.echo(
                "The records are worked out anew before the desk opens: reports or Traktat have "
                "changed since they were saved. Of 10,000 reports this takes about a minute.",
                err=True,
            )


def _configured(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        proxy_headers=False,  # a header must not say which address a request came from
        server_header=False,
        limit_concurrency=AT_ONCE,
        timeout_graceful_shutdown=5,
    )


def _spare_the_collector() -> None:
    """Keep the collector of cycles from going through all records for every few answers.

    Records are trees without cycles; going through 500 MB of them takes 150 ms, measured, and
    would fall on whoever asks at that moment.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


def check(settings: DeskSettings) -> None:
    """Refuse what would let strangers write."""
    if settings.token is None and not settings.is_local:
        raise DeskError(
            as_sentence(
                f"a desk at {settings.host} can be reached from elsewhere, so it needs a token"
            ),
            hint=as_sentence("Give one with --token or TRAKTAT_TOKEN, or leave out --host."),
        )
    if settings.token is not None and len(settings.token) < LEAST_TOKEN:
        raise DeskError(
            as_sentence(f"a token of {len(settings.token)} characters can be guessed"),
            hint=as_sentence(f"Take {LEAST_TOKEN} or more, for example: openssl rand -hex 16"),
        )


def user_name() -> str:
    """Give the name of who runs the program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "reviewer"


def _socket(settings: DeskSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, so that asyncio has answers sent at once: else the end of each waits 40 ms for
    # the reader to acknowledge its beginning.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        raise DeskError(
            as_sentence(
                f"nothing can listen on {settings.host}:{settings.port} ({error.strerror or error})"
            ),
            hint=as_sentence("Is another desk open there? Take another port with --port."),
        ) from None
    return listening
