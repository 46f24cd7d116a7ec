"""The year of a month that is named without one."""

from __future__ import annotations

from tests.dated import date_page
from traktat.lang import packs
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import expressions
from traktat.lang.shapes import Shape
from traktat.model.dates import parse
from traktat.reading.dates.tellings import Found
from traktat.reading.dates.years import (
    by_weekday,
    from_elsewhere,
    from_paragraph,
    months_with_years,
)

PACK = packs().get("id")


def found_in(text: str) -> list[Found]:
    page = date_page(text, PACK)
    return [
        Found(item, sentence, None)
        for sentence in page.sentences
        for item in expressions(text, page.tokens, calendar_of(PACK), sentence.first, sentence.end)
    ]


def test_the_nearest_mention_of_the_same_month_tells_the_year() -> None:
    found = found_in("Pada Mei 1998 itu. Pada 3 Mei mereka pergi. Pada Mei 2004 mereka kembali.")
    dating = from_elsewhere(found[1], found[1].expression.shape, months_with_years(found))
    assert dating.shape.year == 1998
    assert dating.source == found[0].expression.span


def test_another_month_tells_nothing() -> None:
    found = found_in("Pada Juni 1998 itu. Pada 3 Mei mereka pergi.")
    dating = from_elsewhere(found[1], found[1].expression.shape, months_with_years(found))
    assert dating.shape.year is None
    assert dating.source is None


def test_a_paragraph_goes_on_only_forward_and_only_from_its_opening() -> None:
    today = parse("2020-06-01")
    opened = found_in("Pada Mei 2018 mereka berunding. Pada Juni naskah siap.")
    assert from_paragraph(opened[1], opened[1].expression.shape, opened[0], today) is not None
    backward = found_in("Pada Mei 2018 mereka berunding. Pada April naskah siap.")
    assert from_paragraph(backward[1], backward[1].expression.shape, backward[0], today) is None
    inside = found_in("Pakta yang diteken kedua negara pada Mei 2018 batal. Pada Juni naskah siap.")
    assert from_paragraph(inside[1], inside[1].expression.shape, inside[0], today) is None
    assert from_paragraph(opened[1], opened[1].expression.shape, None, today) is None


def test_a_weekday_moves_a_date_back_one_year_and_no_further() -> None:
    wednesday = Shape(weekday=2, month=6, day=19)
    dating = by_weekday(wednesday, parse("2025-06-19"))
    assert dating is not None
    assert dating.shape.year == 2024
    assert by_weekday(wednesday, parse("2024-06-19")) is None
    assert by_weekday(Shape(weekday=5, month=9, day=11), parse("2024-09-11")) is None
    assert by_weekday(Shape(weekday=2, month=6, day=19), parse("2027-06-19")) is None
