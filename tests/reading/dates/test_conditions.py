"""Clauses that tell what has to happen first."""

from __future__ import annotations

import pytest

from tests.dated import date_page
from traktat.lang import packs
from traktat.lang.calendar import calendar_of
from traktat.model.dates import parse
from traktat.reading.dates.conditions import conditions

PACKS = packs()


def clauses(text: str, code: str) -> list[str]:
    pack = PACKS.get(code)
    page = date_page(text, pack)
    today = parse("2024-11-13")
    return [m.finding.quote for m in conditions(page, calendar_of(pack), today, [])]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "id",
            "Perjanjian akan berlaku setelah kedua pihak bertukar instrumen, kata Aruna.",
            ["setelah kedua pihak bertukar instrumen"],
        ),
        (
            "en",
            "The pact will take effect after both parties exchange instruments.",
            ["after both parties exchange instruments"],
        ),
        ("id", "Perjanjian berlaku setelah kedua pihak bertukar instrumen.", []),
        ("id", "Setelah pertemuan itu mereka akan makan.", []),
        ("en", "They will meet again after the council adjourned.", []),
        ("en", "The pact took effect after both parties exchanged instruments.", []),
    ],
)
def test_only_what_is_to_come_is_a_condition(code: str, text: str, expected: list[str]) -> None:
    assert clauses(text, code) == expected
