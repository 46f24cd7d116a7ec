"""Bringing a store made by an older version up to date.

Importing this costs more than a whole query, so it is imported only when there is work to do.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
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
    command.upgrade(config, revision)
