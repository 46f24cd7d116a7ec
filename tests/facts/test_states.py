from __future__ import annotations

import re

import pytest

from traktat.facts.tables import table
from traktat.lang import packs, tokenize

STATES = table("states")
PACKS = packs()
ALL = tuple(PACKS)
SORTS = {"state", "contested", "territory", "region", "former"}


def test_every_state_has_a_name_and_a_known_sort() -> None:
    for code, entry in STATES.items():
        assert re.fullmatch("[A-Z]{3}", code)
        assert entry["name"]
        assert entry["sort"] in SORTS, code


def test_territories_and_former_states_point_to_states_of_the_table() -> None:
    for code, entry in STATES.items():
        assert (entry["sort"] == "territory") == ("of" in entry), code
        assert (entry["sort"] == "former") == ("successors" in entry), code
        for other in [*entry.get("successors", ()), *([entry["of"]] if "of" in entry else [])]:
            assert STATES[other]["sort"] != "former", code
        assert entry.get("from", 0) < entry.get("until", 1)


def test_codes_agree_with_iso_3166() -> None:
    countries = pytest.importorskip("pycountry")
    current = {c.alpha_3: c.alpha_2 for c in countries.countries}
    mine = {code: e.get("alpha2") for code, e in STATES.items() if e["sort"] != "former"}
    assert mine == {**current, "XKX": "XK"}
    gone = {c.alpha_3 for c in countries.historic_countries}
    assert {code for code, entry in STATES.items() if entry["sort"] == "former"} <= gone


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.code)
def test_a_pack_names_every_state_of_the_table(pack) -> None:
    named = pack.entries["states"]
    assert set(named) <= set(STATES)
    silent = set(STATES) - set(named)
    assert not silent, f"{pack.code} has no name for {sorted(silent)}"


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.code)
def test_a_pack_knows_the_cldr_name_of_every_state(pack) -> None:
    babel = pytest.importorskip("babel")
    names = babel.Locale.parse(pack.code).territories
    for code, entry in STATES.items():
        if "alpha2" not in entry:
            continue
        name = names[entry["alpha2"]]
        tokens = tokenize(name)
        found = [
            m for m in pack.lexicon.find(tokens) if m.file == "states" and m.end == len(tokens)
        ]
        assert code in {mark.key for mark in found}, name


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.code)
def test_no_name_of_a_pack_stands_for_two_states(pack) -> None:
    owner: dict[str, str] = {}
    for code, entry in pack.entries["states"].items():
        for name in ("words", "exact", "people", "capitals"):
            for word in entry.get(name, ()):
                assert owner.setdefault(word, code) == code, word


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("id", "Korut", "PRK"),
        ("id", "RRDK", "PRK"),
        ("id", "Korsel", "KOR"),
        ("id", "AS", "USA"),
        ("id", "UEA", "ARE"),
        ("id", "PNG", "PNG"),
        ("id", "RI", "IDN"),
        ("id", "Republik Rakyat Tiongkok", "CHN"),
        ("id", "Uni Soviet", "SUN"),
        ("id", "Papua Nugini", "PNG"),
        ("en", "U.S.", "USA"),
        ("en", "DPRK", "PRK"),
        ("en", "South Koreans", "KOR"),
        ("en", "Britain's", "GBR"),
        ("en", "Czechoslovak", "CSK"),
        ("en", "Türkiye", "TUR"),
    ],
)
def test_short_forms_stand_for_their_state(language, text, code) -> None:
    tokens = tokenize(text)
    marks = PACKS.get(language).lexicon.find(tokens)
    assert [m.key for m in marks if m.file == "states" and m.end == len(tokens)] == [code]


@pytest.mark.parametrize(
    ("language", "text"), [("id", "as"), ("id", "ri"), ("en", "us"), ("id", "As")]
)
def test_short_forms_need_their_exact_spelling(language, text) -> None:
    marks = PACKS.get(language).lexicon.find(tokenize(text))
    assert not [m for m in marks if m.file == "states"]
