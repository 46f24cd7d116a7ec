from __future__ import annotations

import pytest

from tests.reading.pages import ground, quoted
from traktat.model.kinds import NameKind
from traktat.reading.names.organs import organ_at


@pytest.mark.parametrize(
    ("language", "text", "words", "holder"),
    [
        ("en", "Japan's parliament met.", "Japan's parliament", "JPN"),
        ("en", "Ministry of Foreign Affairs of Japan", None, "JPN"),
        ("en", "Ministry of Trade and Industry", "Ministry of Trade and Industry", None),
        ("en", "State Duma", "State Duma", "RUS"),
        ("en", "White House", "White House", "USA"),
        ("id", "Senat AS", "Senat AS", "USA"),
        ("id", "Kementerian Luar Negeri (Kemlu) RI", None, "IDN"),
        ("id", "Kementerian Perdagangan, Industri, dan Koperasi Fiji", None, "FJI"),
        ("id", "majelis rendah parlemen Rusia", None, "RUS"),
        ("id", "pemerintah Fiji", "pemerintah Fiji", "FJI"),
    ],
)
def test_an_organ_is_read_with_its_state(language, text, words, holder) -> None:
    made = ground(text, language)
    draft = organ_at(made, 0, len(made.page.tokens))
    assert draft is not None
    assert draft.holder == holder
    assert made.text(draft.first, draft.end) == (words or text)


def test_a_government_stands_for_its_state() -> None:
    [(quote, item)] = quoted("The Fijian government rejected it.")
    assert (quote, item.sort, item.key) == ("Fijian government", NameKind.STATE, "FJI")


def test_all_names_of_a_house_are_one_organ() -> None:
    text = "Majelis rendah Rusia menolak. Duma Negara bersidang lagi."
    names = {(item.key, item.name) for _, item in quoted(text, "id")}
    assert names == {("organ:RUS:lower-house", "Duma Negara")}


def test_two_ministries_of_a_state_are_two_organs() -> None:
    text = "Kementerian Kehutanan Fiji menolak. Kementerian Kesehatan Fiji setuju."
    assert len({item.key for _, item in quoted(text, "id")}) == 2


def test_a_ministry_by_itself_is_the_one_named_last() -> None:
    text = "Japan's foreign ministry rejected it. The ministry gave no reason."
    assert {item.key for _, item in quoted(text)} == {"organ:JPN:foreign-ministry"}


def test_a_parliament_takes_its_state_from_the_company_it_keeps() -> None:
    text = "Finnish President Aino Koskela said parliament would vote."
    assert ("parliament", "FIN") in [(quote, item.state) for quote, item in quoted(text)]


def test_the_government_at_home_is_meant_where_the_report_speaks_of_home() -> None:
    text = "Indonesia dan Uni Eropa berunding. Uni Eropa menawar. Pemerintah menolak."
    assert [item.key for quote, item in quoted(text, "id") if quote == "Pemerintah"] == ["IDN"]
