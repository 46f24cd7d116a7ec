"""Where something stands in a text: half-open stretches of code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The stretch [start, end) of a report's unaltered text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the characters of the text that the span covers.

        >>> Span(0, 4).of("Duma Negara")
        'Duma'
        """
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end


def covering(spans: list[Span]) -> Span:
    """Give the shortest span that holds all of these (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
