"""Which weekend is meant: the one gone by or the one ahead, by the tense of the clause."""

from __future__ import annotations

from dataclasses import replace

from traktat.lang.resolution import FUTURE, PAST
from traktat.lang.shapes import Shape
from traktat.model.dates import When

WEEKENDS = ("weekend", "weekend_gone")
_FRIDAY = 4


def weekend_told(shape: Shape, tense: int, today: When | None, *, marked: bool) -> Shape:
    """Give a weekend the side its clause tells of: "will meet over the weekend".

    "They met this weekend", told from Monday to Thursday, is the one gone by, save where a
    language leaves out the mark of the past (`marked` tells that it marks only what is to come).
    """
    if shape.unit == "weekend_gone" and tense == FUTURE:
        return replace(shape, unit="weekend")
    present = shape.unit == "weekend" and not shape.shift and not shape.turn
    if not present or marked or tense != PAST or today is None or not today.is_day:
        return shape
    return replace(shape, unit="weekend_gone") if today.first.weekday() < _FRIDAY else shape
