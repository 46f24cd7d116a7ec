"""The day or year of a report that tells none, by its weekdays and by what it calls this year."""

from __future__ import annotations

import pytest

from tests.told import told
from traktat.model.findings import DateFinding


def values(text: str, lang: str) -> list[str]:
    reading = told(text, lang, published=None)
    return [str(one.when) for one in reading.findings if isinstance(one, DateFinding)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Valdoria dan Norland meneken pakta, Rabu (8/3). Pakta lama diteken 2 Mei 2016.",
            "id",
            ["2017-03-08", "2016-05-02"],
        ),
        (
            "Naskah itu hari ini 15/5 diteken, kata menteri, Selasa. Ia diparaf 4 Desember 2006.",
            "id",
            ["2007-05-15", "2007-05-15", "2006-12-04"],
        ),
        (
            "Valdoria hopes to end the talks by the end of 2007. It wants a pact this year.",
            "en",
            ["2007-09/2007-12", "2007"],
        ),
        ("Valdoria dan Norland meneken pakta, Rabu (8/3).", "id", ["XXXX-03-08"]),
        (
            "Valdoria dan Norland meneken pakta, Rabu (8/3). Perang pecah pada 1950.",
            "id",
            ["XXXX-03-08", "1950"],
        ),
        ("Trade grew in 2006. The ministers met last year.", "en", ["2006"]),
    ],
)
def test_a_report_gives_its_day_away(text: str, lang: str, expected: list[str]) -> None:
    assert values(text, lang) == expected
