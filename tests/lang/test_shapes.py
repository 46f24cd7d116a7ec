"""How the parts of an expression are put together."""

from __future__ import annotations

import pytest

from traktat.lang import shapes
from traktat.lang.shapes import SHAPES, Atom, Shape, ago, firsts, point, portion, shift, span


def atom(kind: str, value: object) -> Atom:
    return Atom(kind, value, 0)


@pytest.mark.skipif(
    not (shapes.__file__ or "").endswith(".py"), reason="compiled functions keep no docstrings"
)
def test_every_reading_says_in_a_sentence_what_it_reads() -> None:
    for name, rule in SHAPES.items():
        assert rule.__doc__, name
        assert rule.__name__ == name


def test_a_point_takes_each_part_from_its_atom() -> None:
    found = point([atom("weekday", 2), atom("(", "("), atom("date", (2024, 12, 4)), atom(")", ")")])
    assert found == Shape(weekday=2, year=2024, month=12, day=4, numeric=True)


def test_the_end_of_the_day_is_an_idiom() -> None:
    assert point([atom("part", [3, 3]), atom("the", None), atom("unit", "day")]) is None


def test_a_day_last_or_next_is_no_shift() -> None:
    assert shift([atom("turn", 1), atom("unit", "day")]) is None
    assert shift([atom("unit", "day"), atom("turn", 0)]) == Shape(unit="day")
    assert shift([atom("turn", -1), atom("daytime", None)]) == Shape(
        unit="day", shift=-1, daytime=True
    )


def test_long_units_counted_back_lead_to_years_and_round_counts_are_rough() -> None:
    assert ago([atom("number", 3), atom("units", "decade")]) == Shape(
        unit="year", shift=-30, about=True
    )
    assert ago([atom("number", 6), atom("units", "month")]) == Shape(unit="month", shift=-6)
    assert ago([atom("number", 75), atom("unit", "year")]) == Shape(
        unit="year", shift=-75, about=True
    )
    assert ago([atom("number", 4), atom("unit", "year")]) == Shape(unit="year", shift=-4)


def test_a_range_shares_what_one_end_lacks() -> None:
    found = span(
        [atom("month", 10), atom("day", 26), atom("dash", "-"), atom("day", 28), atom("year", 2025)]
    )
    assert found == Shape(year=2025, month=10, day=26, until=Shape(year=2025, month=10, day=28))
    over = span(
        [
            atom("day", 30),
            atom("month", 12),
            atom("dash", "-"),
            atom("day", 2),
            atom("month", 1),
            atom("year", 2025),
        ]
    )
    assert over is not None
    assert over.year == 2024


def test_parts_of_a_year_may_be_those_of_the_year_before() -> None:
    atoms = [atom("division", "quarter"), atom("roman", 2), atom("unit", "year"), atom("turn", -1)]
    assert portion(atoms) == Shape(unit="year", shift=-1, portion=("quarter", 2))
    months = [atom("ordinal", 1), atom("number", 9), atom("units", "month"), atom("year", 2006)]
    assert firsts(months) == Shape(year=2006, first_units=("month", 9))
    assert firsts([atom("ordinal", 2), *months[1:]]) is None


def test_only_a_named_year_makes_a_shape_explicit() -> None:
    assert Shape(year=2024).is_explicit
    assert Shape(decade=1970).is_explicit
    assert Shape(month=6, until=Shape(year=2024, month=7)).is_explicit
    assert not Shape(month=6, day=19).is_explicit
    assert not Shape(unit="year", context=True).is_explicit
