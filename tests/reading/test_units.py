from __future__ import annotations

import pytest

from tests.reading.pages import ground, page_of
from traktat.reading.units import is_heading, units_of


def units(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    made = ground(text, language)
    return [(made.text(u.first, u.end), u.sort, u.key) for u in made.units.items]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Papua New Guinea left", [("Papua New Guinea", "state", "PNG")]),
        ("en", "He met Finns", [("Finns", "people", "FIN")]),
        ("en", "a polish for shoes", []),
        ("en", "The Polish envoy", [("Polish", "people", "POL"), ("envoy", "office", "envoy")]),
        ("en", "the Washington Post", [("Washington Post", "agency", "Washington Post")]),
        ("en", "in the South China Sea", [("South China Sea", "lookalike", "lookalike")]),
        ("id", "dolar AS naik", [("AS", "state", "USA")]),
        ("id", "Menteri luar negeri", [("Menteri luar negeri", "office", "foreign-minister")]),
        ("id", "Pakta Pertahanan Atlantik Utara", [(..., "organisation", "NATO")]),
        ("id", "Kantor berita Antara", [("Antara", "agency", "Antara")]),
        ("id", "Antara lain di situ", []),
    ],
)
def test_words_are_cut_into_units(language, text, wanted) -> None:
    found = units(text, language)
    assert len(found) == len(wanted)
    for (words, sort, key), (wanted_words, wanted_sort, wanted_key) in zip(
        found, wanted, strict=True
    ):
        assert (sort, key) == (wanted_sort, wanted_key)
        assert wanted_words in (..., words)


def test_units_never_overlap() -> None:
    made = ground("The United States Senate and the South Korean National Assembly met.")
    ends = [0]
    for unit in made.units.items:
        assert unit.first >= ends[-1]
        ends.append(unit.end)
        assert all(made.units.over(token) is unit for token in range(unit.first, unit.end))


def test_an_office_only_a_pack_knows_is_an_official() -> None:
    page = page_of("Finlandia")
    assert units_of(page, frozenset()).items == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Finland And Fiji Sign Fishing Pact", True),
        ("Finland and Fiji sign a pact on fish", False),
        ("Wanuri Odembe Meets Aino Koskela.", False),
        ("Finland", False),
    ],
)
def test_a_headline_has_capitals_and_no_full_stop(line, wanted) -> None:
    assert is_heading(page_of(line).tokens.words) is wanted
