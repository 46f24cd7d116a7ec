"""Days of telling, of events, and of passing something on."""

from __future__ import annotations

from tests.dated import date_page
from traktat.lang import packs
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import times
from traktat.model.dates import parse
from traktat.reading.dates.tellings import Found, Tellings, tellings

PACK = packs().get("id")


def told_in(text: str, published: str) -> Tellings:
    page = date_page(text, PACK, published=published)
    calendar = calendar_of(PACK)
    found = [
        Found(item, sentence, None)
        for sentence in page.sentences
        for item in times(text, page.tokens, calendar, sentence.first, sentence.end)
    ]
    return tellings(page, calendar, found, parse(published))


def test_a_weekday_beside_a_verb_of_saying_is_a_day_of_telling() -> None:
    (day,) = told_in("Aruna mengatakan hal itu, Rabu (4/12/2024).", "2024-12-05").days
    assert day.told
    assert day.named
    assert day.explicit
    assert not day.relayed


def test_a_day_of_passing_on_is_marked() -> None:
    (day,) = told_in("Hal itu dilansir media, Kamis (5/12/2024).", "2024-12-05").days
    assert day.relayed


def test_days_ahead_months_and_other_times_are_left_out() -> None:
    text = "Mereka akan bertemu Jumat. Pada Mei 2020 dan saat ini tidak ada. Lima hari lagi."
    assert told_in(text, "2024-12-04").days == ()


def test_days_are_found_by_sentence_and_paragraph() -> None:
    text = "Pada 1 Mei 2020 itu. Pada 2 Mei 2020 itu.\nPada 3 Mei 2020 itu.\nPada 4 Mei 2020 itu."
    told = told_in(text, "2024-12-04")
    assert [dated.day.day for dated in told.in_sentences(1, 2)] == [2, 3]
    assert [dated.day.day for dated in told.in_paragraphs(0, 1)] == [1, 2, 3]
    assert told.in_paragraphs(7, 9) == ()
