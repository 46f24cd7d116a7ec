from __future__ import annotations

import pytest

from tests.reading.pages import ground, page_of
from traktat.lang import load
from traktat.model.reports import Report
from traktat.reading.names.units import is_heading, units_of
from traktat.reading.scan import scan


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


def test_a_pack_may_name_offices_and_organs_the_tables_do_not_know(tmp_path) -> None:
    toy = tmp_path / "xx"
    toy.mkdir()
    (toy / "pack.toml").write_text('code = "xx"\nname = "Toy"\nrequires = 1\n')
    (toy / "offices.toml").write_text('[shaman]\nwords = ["noita"]\n')
    (toy / "bodies.toml").write_text(
        '[moot]\nwords = ["karajat"]\nsort = "parliament"\nstate = "FIN"\n'
    )
    text = "noita Karajat"
    report = Report(path="-", text=text, sha256="0" * 64, language="xx")
    found = units_of(scan(report, load(toy)), frozenset()).items
    assert [(u.sort, u.key, u.entry["sort"]) for u in found] == [
        ("office", "shaman", "official"),
        ("body", "moot", "parliament"),
    ]


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
