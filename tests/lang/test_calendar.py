"""Calendars made from packs: a language is only data."""

from __future__ import annotations

from typing import Any

import pytest

from traktat.errors import PackError
from traktat.lang import tokenize
from traktat.lang.calendar import calendar_from, expand
from traktat.lang.dates import expressions
from traktat.lang.resolution import Reference, resolve
from traktat.model.dates import parse

# A made-up language that puts the year first and the marker of time behind a count.
TOY: dict[str, dict[str, Any]] = {
    "month": {"values": {"unu": 1, "du": 2, "sesa": 6}, "capital": True},
    "weekday": {"values": {"lunta": 0, "marta": 1}},
    "number": {"values": {"tri": 3}},
    "unit": {"values": {"jaro": "year", "tago": "day"}},
    "ago": {"words": ["antau"]},
    "full": {"reads": "point", "orders": ["year month day", "weekday , month day"]},
    "back": {"reads": "ago", "orders": ["ago number unit"]},
}


def values(text: str) -> list[str]:
    calendar = calendar_from(TOY, {"code": "xx"})
    found = expressions(text, tokenize(text), calendar)
    reference = Reference(today=parse("2024-11-13"))
    return [str(resolve(item.shape, reference)) for item in found]


def test_a_language_brings_its_own_words_and_orders() -> None:
    assert values("Ol 2024 Sesa 19 en la ruo") == ["2024-06-19"]
    assert values("marta, Sesa 18") == ["2024-06-18"]
    assert values("antau tri jaro") == ["2021"]


def test_an_order_the_language_does_not_list_is_not_read() -> None:
    assert values("tri jaro antau") == []
    assert values("19 sesa") == []


def test_an_unknown_reading_names_file_and_entry() -> None:
    with pytest.raises(PackError, match=r"xx/dates\.toml:full: no such reading"):
        calendar_from({"full": {"reads": "guess", "orders": ["year"]}}, {"code": "xx"})


def test_optional_kinds_never_leave_a_comma_hanging() -> None:
    assert list(expand("month day ,? year?")) == [
        ("month", "day", ",", "year"),
        ("month", "day", "year"),
        ("month", "day"),
    ]


def test_a_token_that_cannot_go_on_is_not_tried() -> None:
    calendar = calendar_from(TOY, {"code": "xx"})
    assert calendar.starters == {"antau", "lunta", "marta"}
    assert calendar.follows["antau"] == {"tri", "0"}
    assert calendar.complete == frozenset()
