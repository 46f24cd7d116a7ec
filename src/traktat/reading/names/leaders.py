"""Persons the world knows: whose office is meant where a report takes it as known.

They only help to recognise a name and its state; what a person did must stand in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from traktat.facts.tables import table
from traktat.reading.names.ground import folded

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""What follows a surname in every language that writes it so."""

SHORT = 4  # letters from which one word of a known name is taken for the person


@cache
def _by_full_name() -> dict[str, str]:
    return {
        "".join(_parts(name)): code
        for code, entry in table("leaders").items()
        for name in entry["names"]
    }


@cache
def _by_part() -> dict[str, frozenset[str]]:
    """Give the states whose leaders go by a word: the first or the last of their name."""
    found: dict[str, set[str]] = {}
    for code, entry in table("leaders").items():
        for name in entry["names"]:
            parts = _parts(name)
            for part in (parts[0], _surname(parts)):
                found.setdefault(part, set()).add(code)
    return {part: frozenset(codes) for part, codes in found.items()}


@cache
def _names_of() -> dict[str, list[tuple[frozenset[str], str]]]:
    """Give the words of all names that end on a word, each with its state."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for code, entry in table("leaders").items():
        for name in entry["names"]:
            parts = _parts(name)
            if len(parts) > 1:
                found.setdefault(_surname(parts), []).append((frozenset(parts), code))
    return found


def _written_in_full(parts: Sequence[str]) -> str | None:
    """Give the state of who bears more names than reports use: "Donald John Trump"."""
    words, names = frozenset(parts), _names_of()
    for part in parts:
        for known, code in names.get(part, ()):
            if known <= words:
                return code
    return None


def _surname(parts: Sequence[str]) -> str:
    """Give the last word of a name, but for a mark of generation such as "Jr"."""
    return parts[-2] if len(parts) > 2 and parts[-1] in _GENERATIONS else parts[-1]


def _parts(name: str) -> list[str]:
    return [folded(word) for word in name.replace("-", " ").replace(".", " ").split()]


def is_leader(parts: Sequence[str]) -> bool:
    """Tell whether these are the words of a known person's full name."""
    return len(parts) > 1 and "".join(parts) in _by_full_name()


def is_called(word: str) -> bool:
    """Tell whether a known person goes by this one word."""
    return len(word) >= SHORT and word in _by_part()


def state_of(parts: Sequence[str], *, in_office: bool) -> str | None:
    """Give the state a known person speaks for.

    One word is enough only for the holder of a high office, and if all known persons who go
    by it are of one state.
    """
    code = _by_full_name().get("".join(parts))
    if code is not None or not in_office:
        return code
    codes = _by_part().get(_surname(parts), frozenset())
    return next(iter(codes)) if len(codes) == 1 else _written_in_full(parts)
