"""Chronologies: what an entry tells happened on the day that heads it."""

from __future__ import annotations

import pytest

from tests.acted import told

ENGLISH = """Here is how the Kenya-Oman fishing pact came about:

April 2, 2015
The two countries reach the fishing pact in Lausanne.

July 14, 2015
Ministers sign the pact in Vienna.

Jan. 16, 2016 - The pact takes effect.

Parliament praised the pact on Monday.
"""
INDONESIAN = """Berikut lini masa perjanjian ekstradisi Kenya dan Oman:

27 April 2007
Menteri kehakiman kedua negara menandatangani perjanjian itu di Muskat.

2010: Parlemen Oman menolak meratifikasi perjanjian tersebut.

* 15 Desember 2016
Parlemen Kenya mengesahkan perjanjian itu.
"""


def days(text: str, language: str) -> list[tuple[str, str]]:
    """Give the kind and the day of each act."""
    found = told(text, language).acts
    return [(act.act.value, act.date.edtf if act.date else "") for act in found]


def test_the_heads_of_a_chronology_date_its_entries() -> None:
    assert days(ENGLISH, "en") == [
        ("text-agreed", "2015-04-02"),
        ("signature", "2015-07-14"),
        ("entry-into-force", "2016-01-16"),
    ]
    assert days(INDONESIAN, "id") == [
        ("signature", "2007-04-27"),
        ("rejection", "2010"),
        ("approval", "2016-12-15"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "July 14, 2015\nKenya and Oman signed a fishing pact.",
        "Kenya and Oman signed a fishing pact.\n2010: a year of rain.\n2011: a dry year.\n",
        (
            "Kenya and Oman met.\nMay 1, 2016\nNothing.\nMay 2, 2016\nNothing.\nMay 3, 2016\n"
            "It rained.\nIt rained.\nIt rained.\nKenya and Oman signed a fishing pact."
        ),
        (
            "Kenya and Oman met.\nMay 1, 2018\nNothing.\nMay 2, 2018\nNothing.\nMay 3, 2018\n"
            "Kenya and Oman signed a fishing pact."
        ),
    ],
    ids=["one-head", "none-above", "far-below", "after-the-report"],
)
def test_what_no_chronology_tells_keeps_its_day(text: str) -> None:
    assert [day for _, day in days(text, "en")] == [""]
