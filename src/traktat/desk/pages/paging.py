"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from traktat.store.lists import Cut

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """A page of a list: the lines on it, how many there are in all, and which page it is."""

    lines: Sequence[T]
    total: int
    page: int
    pages: int


def cut_of(page: int, size: int) -> Cut:
    """Give the cut of a list that a page shows."""
    return Cut(size, (max(1, min(page, 1_000_000)) - 1) * size)


def paged(lines: Sequence[T], total: int, page: int, size: int) -> Paged[T]:
    """Give a page whose lines are known."""
    return Paged(lines, total, max(1, page), max(1, -(-total // size)))


def page_of(lines: Sequence[T], page: int, size: int) -> Paged[T]:
    """Cut a page from a list that is known whole.

    >>> page_of("abcde", 2, 2).lines
    'cd'
    """
    pages = max(1, -(-len(lines) // size))
    at = min(max(1, page), pages)
    return Paged(lines[(at - 1) * size : at * size], len(lines), at, pages)
