"""Numbers and all-digit dates."""

from __future__ import annotations

import pytest

from traktat.lang import tokenize
from traktat.lang.numerals import numeric_dates, stands_alone, timestamp


def read(text: str, *, day_first: bool = True) -> list[tuple[str, object]]:
    tokens = tokenize(text)
    atoms = numeric_dates(text, tokens, 0, len(tokens), day_first=day_first)
    return [(atom.kind, atom.value) for atom in atoms]


def test_the_language_says_which_number_is_the_day() -> None:
    assert read("4/12/2024") == [("date", (2024, 12, 4))]
    assert read("4/12/2024", day_first=False) == [("date", (2024, 4, 12))]
    assert read("13/12/2024", day_first=False) == [("date", (2024, 12, 13))]


@pytest.mark.parametrize("text", ["2024-06-19", "2024/6/19", "2024-06-19T10:00:00+07:00"])
def test_a_year_in_front_is_followed_by_month_and_day(text: str) -> None:
    assert read(text) == [("date", (2024, 6, 19))]


def test_a_day_and_month_alone_are_kept_apart() -> None:
    assert read("4/12)") == [("monthday", (12, 4))]


@pytest.mark.parametrize(
    "text", ["12/2011", "1.2.3", "10.30.45", "31/2/2024", "1/2/3/4", "12.500.000", "5/12/1234"]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert not [kind for kind, _ in read(text) if kind == "date"]


@pytest.mark.parametrize(
    ("text", "start", "end", "alone"),
    [
        ("pada 2024.", 5, 9, True),
        ("1.500", 2, 5, False),
        ("50%", 0, 2, False),
        ("$60", 1, 3, False),
        ("10:32", 0, 2, False),
        ("2024, 2025", 0, 4, True),
    ],
)
def test_a_number_stands_alone_or_not(text: str, start: int, end: int, alone: bool) -> None:
    assert stands_alone(text, start, end) is alone


def test_digits_in_a_row_may_be_a_moment() -> None:
    assert timestamp("20240619103000") == "2024-06-19T10:30:00"
    assert timestamp("20241399103000") == ""
    assert timestamp("20240619253000") == ""
    assert timestamp("123") == ""
