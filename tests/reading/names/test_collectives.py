from __future__ import annotations

import pytest

from tests.reading.pages import quoted
from traktat.model.kinds import NameKind


@pytest.mark.parametrize(
    ("language", "text", "quote", "sort", "key"),
    [
        ("en", "Critics called it weak.", "Critics", NameKind.GROUP, "group:critics"),
        ("en", "Western countries left.", "Western countries", NameKind.GROUP, ...),
        ("en", "The Taliban left.", "Taliban", NameKind.GROUP, "NSA:Taliban"),
        ("en", "KCNA reported it.", "KCNA", NameKind.AGENCY, "agency:KCNA"),
        ("en", "Fijian officials left.", "Fijian officials", NameKind.STATE, "FJI"),
        ("en", "NATO officials left.", "NATO officials", NameKind.ORGANISATION, "NATO"),
        ("id", "Para ahli ragu.", "Para ahli", NameKind.GROUP, ...),
        ("id", "Milisi Wanuri mundur.", "Milisi Wanuri", NameKind.GROUP, "NSA:Wanuri"),
        ("id", "Seorang pejabat Fiji menolak.", "Seorang pejabat Fiji", NameKind.STATE, "FJI"),
        ("id", "Negara-negara Barat menolak.", "Negara-negara Barat", NameKind.GROUP, ...),
    ],
)
def test_groups_officials_and_agencies(language, text, quote, sort, key) -> None:
    [(found, item)] = quoted(text, language)
    assert (found, item.sort) == (quote, sort)
    assert key in (..., item.key)


def test_officials_of_two_states_are_both() -> None:
    [(_, item)] = quoted("Para perunding nuklir Fiji dan Finlandia bertemu.", "id")
    assert item.members == ("FJI", "FIN")
    assert (item.name, item.office) == ("FJI, FIN", "negotiator")


def test_a_spokesman_without_a_name_is_the_ministry() -> None:
    text = "Juru bicara Kementerian Luar Negeri Fiji menolak berkomentar."
    [(_, item)] = quoted(text, "id")
    assert (item.name, item.sort) == ("Kementerian Luar Negeri Fiji", NameKind.ORGAN)
    assert (item.office, item.state) == ("spokesperson", "FJI")


def test_a_government_that_goes_by_a_name_is_its_state() -> None:
    text = "Finnish President Aino Koskela won. The Koskela administration signed it."
    assert ("Koskela administration", "FIN") in [(q, i.key) for q, i in quoted(text)]


def test_an_office_that_goes_by_a_name_is_an_organ() -> None:
    text = "Finnish President Aino Koskela won. Koskela's office confirmed it."
    organs = [(q, i.state) for q, i in quoted(text) if i.sort is NameKind.ORGAN]
    assert organs == [("Koskela's office", "FIN")]


def test_the_official_is_the_one_spoken_of_before() -> None:
    text = "A Fijian official arrived. The official declined to comment."
    assert [item.key for _, item in quoted(text)] == ["FJI", "FJI"]


@pytest.mark.parametrize("text", ["Sumber: Wanuri", "Sumber daya alam habis."])
def test_a_label_and_a_set_phrase_are_no_group(text) -> None:
    assert not [item for _, item in quoted(text, "id") if item.sort is NameKind.GROUP]


def test_a_private_body_goes_by_its_name_and_is_no_state() -> None:
    [(_, item)] = quoted("Oxfam warned of hunger.")
    assert (item.name, item.sort, item.state) == ("Oxfam", NameKind.ORGANISATION, None)
    [(_, item)] = quoted("Forum Ekonomi Dunia dibuka.", "id")
    assert (item.name, item.state) == ("World Economic Forum", None)
