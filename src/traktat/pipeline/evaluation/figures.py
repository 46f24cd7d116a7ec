"""Figures: how much of what is labelled is found, and how much of what is found is right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from traktat.model.spans import Span


class Layer(StrEnum):
    """What is scored apart from everything else, in the order of the tables."""

    DATES = "dates"
    AGREEMENTS = "agreements"
    ACTS = "acts"
    ACTS_STRICT = "acts-strict"
    DIRECT = "direct-statements"
    INDIRECT = "indirect-statements"
    PROVISIONS = "provisions"
    CLAIMS = "claims"
    ORIGINS = "origins"
    MASK = "mask"
    OUTLET = "outlet"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Figures:
    """Three counts, which add up over reports, and the three shares they give."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.right + other.right, self.found + other.found, self.labelled + other.labelled
        )

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right; 1 where there was nothing to find.

        >>> Figures(right=3, found=4, labelled=6).precision
        0.75
        """
        return self.right / self.found if self.found else float(not self.labelled)

    @property
    def recall(self) -> float:
        """Give the share of what is labelled that was found; 1 where nothing is either.

        >>> Figures(right=3, found=4, labelled=6).recall
        0.5
        """
        return self.right / self.labelled if self.labelled else float(not self.found)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both.

        >>> round(Figures(right=3, found=4, labelled=6).f1, 3)
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Mistake(NamedTuple):
    """Something missed, found without a label ("extra"), or found with another value ("wrong")."""

    report: str
    layer: Layer
    what: str
    span: Span | None
    labelled: str
    found: str


class Outcome(NamedTuple):
    """What one layer of one report came to."""

    layer: Layer
    figures: Figures
    mistakes: tuple[Mistake, ...] = ()
