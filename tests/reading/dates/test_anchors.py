"""The day a date counts from."""

from __future__ import annotations

from tests.dated import date_page
from traktat.lang import packs
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import times
from traktat.model.dates import parse
from traktat.reading.dates.anchors import Anchor, Anchors, day_of_reading
from traktat.reading.dates.tellings import Found, tellings
from traktat.reading.quotations import read_quotations

PACKS = packs()


def anchors_in(text: str, published: str | None, code: str = "id") -> list[Anchor]:
    """Give what every expression of a text counts from, in text order."""
    pack = PACKS.get(code)
    page = date_page(text, pack, published=published)
    calendar = calendar_of(pack)
    quotations = read_quotations(page).items
    found = [
        Found(
            item,
            sentence,
            next((q for q in quotations if q.first <= item.first < q.end), None),
        )
        for sentence in page.sentences
        for item in times(text, page.tokens, calendar, sentence.first, sentence.end)
    ]
    today, _ = day_of_reading(page, calendar, found)
    anchors = Anchors(page, calendar, today, tellings(page, calendar, found, today))
    return [anchors.of(item) for item in found]


def test_outside_quotations_a_report_counts_from_its_publication() -> None:
    (anchor,) = anchors_in("Pakta itu diteken bulan lalu.", "2024-11-12")
    assert anchor == Anchor(parse("2024-11-12"))


def test_the_anchor_of_a_quotation_names_the_characters_that_tell_it() -> None:
    text = "“Kami teken hari ini,” kata Aruna, Rabu (19/6/2024)."
    anchor = anchors_in(text, "2024-11-02")[0]
    assert anchor.name == "quotation"
    assert anchor.by_cue
    assert anchor.source is not None
    assert anchor.source.of(text) == "Rabu (19/6/2024)"


def test_a_date_in_the_cue_that_dates_no_saying_is_passed_over() -> None:
    text = "“Kami teken hari ini,” kata Aruna, yang menjabat sejak akhir perang saudara 7 Mei 2000."
    anchor = anchors_in(text, "2024-11-02")[0]
    assert anchor.today == parse("2024-11-02")


def test_indirect_speech_of_an_old_day_counts_from_it() -> None:
    text = (
        "Aruna pada Rabu, 19 Juni 2024, menyatakan naskah itu menjadi dasar tahun-tahun mendatang."
    )
    assert anchors_in(text, "2024-11-02")[1].today == parse("2024-06-19")


def test_a_relative_date_beside_an_old_fact_stays_with_the_report() -> None:
    text = "Pakta yang diteken pada 19 Juni 2024 itu diratifikasi bulan lalu."
    assert anchors_in(text, "2024-11-12")[1].today == parse("2024-11-12")


def test_without_publication_or_dates_nothing_is_known() -> None:
    assert anchors_in("“Kami teken hari ini,” kata Aruna.", None)[0].today is None
