"""Bringing a store made by an older version up to date.

Importing this costs more than a whole query, so it is imported only when there is work to do.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

__all__ = ["upgrade"]


def upgrade(connection: sqlite3.Connection, revision: str = "head") -> None:
    """Carry a store to a revision: all the way, or not at all."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _take_the_lock(begun: object) -> None:
        connection.execute("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["engine"] = engine
    try:
        command.upgrade(config, revision)
    except DBAPIError as error:
        if error.orig is None:
            raise
        raise error.orig from error  # what SQLite said, for whoever opened the store
