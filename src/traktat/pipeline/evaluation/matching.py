"""When a finding is what a label means: the same place, name, date, and one for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from traktat.model.spans import Span

L = TypeVar("L")
F = TypeVar("F")

_APART = re.compile(r"[^a-z0-9]+")
_WITHIN = 0.35  # share of the longer of two stretches that must be common to both
_CORE = 0.5  # share of the shorter one
_DOUBT = str.maketrans("", "", "[]~ ")


class Pairing(NamedTuple, Generic[L, F]):
    """Labels and findings put together, and what is left of either."""

    pairs: list[tuple[L, F]]
    missed: list[L]
    extra: list[F]


def pair(
    labels: Sequence[L],
    found: Sequence[F],
    fits: Callable[[L, F], bool],
    closeness: Callable[[L, F], tuple[int, ...]] = lambda label, finding: (),
) -> Pairing[L, F]:
    """Pair labels with findings one for one, the closest first, of equals the earliest."""
    candidates = sorted(
        (tuple(-value for value in closeness(label, finding)), i, j)
        for i, label in enumerate(labels)
        for j, finding in enumerate(found)
        if fits(label, finding)
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        [(labels[i], found[j]) for i, j in partner.items()],
        [label for i, label in enumerate(labels) if i not in partner],
        [finding for j, finding in enumerate(found) if j not in taken],
    )


def plain(text: str) -> str:
    """Give a name without case, accents, hyphens and marks.

    >>> plain("Kim Jong-Un"), plain("Türkiye")
    ('kim jong un', 'turkiye')
    """
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _APART.sub(" ", letters).strip()


def same_name(label: str, found: str | None) -> bool:
    """Tell whether one name holds all words of the other: a surname fits the full name.

    >>> same_name("Kim Jong Un", "Kim"), same_name("Kim Jong Un", "Kim Yo Jong")
    (True, False)
    """
    ours, theirs = set(plain(label).split()), set(plain(found or "").split())
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def same_date(label: str, found: str) -> bool:
    """Tell whether two EDTF values are the same, one unknown day of a stretch like the stretch.

    >>> same_date("2024-11-01/2024-11-10", "[2024-11-01..2024-11-10]")
    True
    """
    return _comparable(label) == _comparable(found)


def _comparable(value: str) -> str:
    return value.translate(_DOUBT).replace("..", "/")


def common(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Count the characters that two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same_stretch(one: Span, other: Span) -> bool:
    """Tell whether two stretches are mostly the same: beginnings and ends may be cut otherwise."""
    sizes = sorted((one.end - one.start, other.end - other.start))
    shared = common(one, other)
    return shared > _CORE * sizes[0] and shared > _WITHIN * sizes[1]


def place_of(text: str, first: str, last: str = "") -> Span | None:
    """Give the shortest stretch that begins with `first` and ends with `last`, if there is one."""
    best: Span | None = None
    start = text.find(first) if first else -1
    while start >= 0:
        stop = text.find(last, start)
        if stop < 0:
            break
        span = Span(start, max(start + len(first), stop + len(last)))
        if best is None or span.end - span.start < best.end - best.start:
            best = span
        start = text.find(first, start + 1)
    return best


def places_in_order(text: str, words: Iterable[str]) -> list[Span | None]:
    """Give the place of each of some words, looked for behind the one before, else from the top."""
    out: list[Span | None] = []
    at = 0
    for item in words:
        start = text.find(item, at) if item else -1
        start = text.find(item) if start < 0 and item else start
        if start < 0:
            out.append(None)
            continue
        at = start + len(item)
        out.append(Span(start, at))
    return out


def paragraph_around(text: str, span: Span) -> Span:
    """Give the lines that a stretch stands on."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)
