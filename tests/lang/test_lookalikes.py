"""What looks like a date and is none."""

from __future__ import annotations

import pytest

from traktat.lang import packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import expressions

PACKS = packs()


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "a post-2014 future", ["2014"]),
        ("en", "COVID-19 June", ["June"]),
        ("id", "Nomor 5/PUU-XXII/2024", []),
        ("id", "UU Nomor 38 Tahun 2023", ["2023"]),
        ("id", "Resolusi Dewan 2231 (2015)", ["2015"]),
        ("en", "in 1648 and 1648 troops", ["1648"]),
        ("en", "Westphalia 1648", ["1648"]),
        ("en", "In 2000 people voted, of 2000 people polled", ["2000"]),
        ("id", "Menteri Raja Juli Antoni hadir", []),
        ("id", "Pakta Diteken Juni Mulai Berlaku", ["Juni"]),
        ("en", "May's cabinet in May", ["May"]),
        ("en", "since May, Mrs. May", ["May"]),
        ("en", "the May elections", ["May"]),
        ("en", "Sat, Mar and Jun; Sat., Mar. 5", ["Sat., Mar. 5"]),
        ("id", "nomor 1945 2024 8123", []),
        ("id", "dekade-dekade lalu", []),
    ],
)
def test_only_the_dates_are_left(code: str, text: str, expected: list[str]) -> None:
    found = expressions(text, tokenize(text), calendar_of(PACKS.get(code)))
    assert [item.span.of(text) for item in found] == expected
