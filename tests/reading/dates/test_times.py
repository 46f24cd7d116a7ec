"""Bounds of expressions that name no calendar point."""

from __future__ import annotations

import pytest

from traktat.lang.shapes import Shape
from traktat.model.dates import parse
from traktat.reading.dates.times import bounds_of

TODAY = parse("2024-11-13")


@pytest.mark.parametrize(
    ("sense", "expected"),
    [
        ("now", "2024-11-13"),
        ("recent", "[..2024-11-13]"),
        ("future", "[2024-11-13..]"),
        ("condition", "[2024-11-13..]"),
        ("duration", None),
        ("vague", None),
    ],
)
def test_a_sense_has_its_bounds(sense: str, expected: str | None) -> None:
    when = bounds_of(Shape(sense=sense), TODAY, None)
    assert (when and when.edtf) == expected


def test_a_sequence_lies_between_what_was_told_and_the_telling() -> None:
    when = bounds_of(Shape(sense="sequence"), TODAY, parse("2024-10"))
    assert str(when) == "[2024-10-01..2024-11-13]"
    assert bounds_of(Shape(sense="sequence"), TODAY, None) is None
    assert bounds_of(Shape(sense="sequence"), TODAY, parse("2025-01")) is None


def test_an_era_needs_no_day_of_speaking() -> None:
    era = Shape(sense="era", value="1922-12-30/1991-12-26")
    assert str(bounds_of(era, None, None)) == "1922-12-30/1991-12-26"
    assert bounds_of(Shape(sense="now"), None, None) is None
    assert bounds_of(Shape(sense="now"), parse("[2024-11-10..]"), None) is None
