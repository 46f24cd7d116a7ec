"""Reference tables: hand-edited TOML, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from traktat.errors import TableError


@cache
def table(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Give a table by its file's name: key to entry, in the file's order."""
    path = Path(__file__).parent / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{name}.toml: {error}") from None


@cache
def spellings(name: str) -> frozenset[str]:
    """Give all `names` of a table, folded to lower case."""
    return frozenset(
        spelling.lower() for entry in table(name).values() for spelling in entry["names"]
    )


def phrases() -> Iterator[tuple[str, str, str, bool]]:
    """Give the proper names of all tables: (spelling, file, key, exact spelling only).

    The files are `agencies`, `outlets`, `organisations`, `treaties` (known agreements);
    an entry's `names` are found in any case, its `exact` only as spelled.
    """
    for name in ("agencies", "outlets", "organisations", "treaties"):
        for key, entry in table(name).items():
            for cased, field in ((False, "names"), (True, "exact")):
                spellings = entry.get(field, ())
                for spelling in dict.fromkeys((*spellings, *map(_hyphened, spellings))):
                    yield spelling, name, key, cased


def _hyphened(spelling: str) -> str:
    """Give an Arabic name with the hyphen that some put behind its article."""
    return "Al-" + spelling.removeprefix("Al ") if spelling.startswith("Al ") else spelling
