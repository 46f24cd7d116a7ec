"""Expressions of time that name no calendar point: eras, "now", sequences, conditions."""

from __future__ import annotations

from datetime import timedelta

from traktat.lang.shapes import Shape
from traktat.model.dates import OPEN_END, OPEN_START, When, one_of, parse

_SILENT = frozenset(("none",))


def bounds_of(shape: Shape, today: When | None, spoken_of: When | None) -> When | None:
    """Give what an expression of time leaves possible; None where the text gives no bounds."""
    if shape.value:
        return parse(shape.value)
    if today is None or today.is_open:
        return None
    if shape.sense == "now":
        return today
    if shape.sense == "recent":
        return one_of(OPEN_START, today.last)
    if shape.sense in ("future", "condition"):
        return one_of(today.first, OPEN_END)
    if shape.sense == "sequence":
        return _between(spoken_of, today)
    return None


def _between(spoken_of: When | None, today: When) -> When | None:
    """Give the days from what was told before up to the telling."""
    if spoken_of is None or spoken_of.is_open or spoken_of.first > today.last:
        return None
    return one_of(spoken_of.first, max(today.last, spoken_of.first + timedelta(days=1)))
