"""Traktat reads news about agreements between states and keeps one sourced, dated record.

import traktat

traktat.build("reports/", "traktat.db")
with traktat.open("traktat.db") as agreements:
    for agreement in agreements:
        print(agreement.id, agreement.status_on("2024-12-04").status)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traktat.pipeline import (
        Agreements,
        Dossier,
        Settings,
        build,
        drill,
        evaluate,
        export,
        harvest,
        people,
        person,
        read,
        search,
        show,
        state,
        states,
        status,
        why,
    )
    from traktat.pipeline import open_store as open  # noqa: A004  (traktat.open is the name)

__version__ = "0.1.0"
__all__ = [
    "Agreements",
    "Dossier",
    "Settings",
    "build",
    "drill",
    "evaluate",
    "export",
    "harvest",
    "open",
    "people",
    "person",
    "read",
    "search",
    "show",
    "state",
    "states",
    "status",
    "why",
]

_ELSEWHERE = {"open": "open_store"}  # names that are others in the pipeline


def __getattr__(name: str) -> Any:
    """Give a function of the API; the rooms are imported with the first one asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from traktat import pipeline

    return getattr(pipeline, _ELSEWHERE.get(name, name))
