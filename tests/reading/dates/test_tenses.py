"""Whether a clause looks back or ahead."""

from __future__ import annotations

import pytest

from tests.dated import date_page
from traktat.lang import packs
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import expressions
from traktat.lang.resolution import FUTURE, PAST, UNKNOWN
from traktat.reading.dates.tenses import tense_of

PACKS = packs()


@pytest.mark.parametrize(
    ("code", "text", "tense"),
    [
        ("en", "The ministers met on Friday and will talk again.", PAST),
        ("en", "The ministers will meet on Friday.", FUTURE),
        ("en", "The summit is to be held on Friday.", FUTURE),
        ("en", "The deal goes into effect on Friday.", FUTURE),
        ("en", "On Friday, the ministers will meet.", FUTURE),
        ("en", "On Friday, the ministers met.", PAST),
        ("en", "She urged him to sign it by Friday.", FUTURE),
        ("en", "He insisted on fair elections on April 5.", UNKNOWN),
        ("en", "Talks in Ordal on Friday.", UNKNOWN),
        ("en", "The United States on Friday.", UNKNOWN),
        ("id", "Kedua menteri akan bertemu Jumat.", FUTURE),
        ("id", "Kedua menteri telah bertemu pada Jumat.", PAST),
        ("id", "Pada Juni kedua pihak sepakat bahwa mereka akan membantu.", PAST),
        ("id", "Pada Jumat, kedua menteri akan bertemu.", FUTURE),
        ("id", "Naskah diserahkan sebelum Jumat.", FUTURE),
        ("id", "Naskah itu akan dibahas seperti sejak Jumat.", PAST),
        ("en", "That may explain Friday's vote and Friday's move.", UNKNOWN),
        ("en", "The truce held until April 8, from the day it began.", UNKNOWN),
        ("en", "They began on Jan. 26 and held out until April 8.", PAST),
        ("en", "If the draft fails, then, on Thursday, the senate will vote.", FUTURE),
        ("en", "Lawmakers are expected to vote Thursday.", FUTURE),
        ("id", "Menteri itu mengatakan, Jumat, naskah akan terbit.", PAST),
    ],
)
def test_the_nearest_cue_tells(code: str, text: str, tense: int) -> None:
    pack = PACKS.get(code)
    page = date_page(text, pack)
    calendar = calendar_of(pack)
    found = expressions(text, page.tokens, calendar)[0]
    assert tense_of(found, page.sentences[0], page, calendar) == tense
