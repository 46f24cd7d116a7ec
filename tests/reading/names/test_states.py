from __future__ import annotations

import pytest

from tests.reading.pages import ground, quoted
from traktat.model.kinds import NameKind
from traktat.reading.names.states import dateline_end


def states(text: str, language: str = "en") -> list[tuple[str, str, bool, bool]]:
    return [
        (quote, item.key, item.attributive, item.metonym)
        for quote, item in quoted(text, language)
        if item.sort in (NameKind.STATE, NameKind.ORGANISATION) and not item.pronoun
    ]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Moscow rejected the offer.", [("Moscow", "RUS", False, True)]),
        ("en", "They met in Moscow.", []),
        ("en", "The envoy flew to Helsinki, Finland.", [("Finland", "FIN", False, False)]),
        ("en", "Russian and Finnish troops left.", [
            ("Russian", "RUS", True, False),
            ("Finnish", "FIN", True, False),
        ]),
        ("en", "The Finland-Fiji pact is old.", [
            ("Finland", "FIN", True, False),
            ("Fiji", "FJI", True, False),
        ]),
        ("en", "It cost US$5.", [("US", "USA", True, False)]),
        ("en", "NATO allies left.", [("NATO", "NATO", True, False)]),
        ("en", "NATO also left.", [("NATO", "NATO", False, False)]),
        ("id", "Jepang menyerang Finlandia.", [
            ("Jepang", "JPN", False, False),
            ("Finlandia", "FIN", False, False),
        ]),
        ("id", "Pasukan Jepang dan Finlandia mundur.", [
            ("Jepang", "JPN", True, False),
            ("Finlandia", "FIN", True, False),
        ]),
        ("id", "Kesepakatan dicapai antara Jepang dan Finlandia.", [
            ("Jepang", "JPN", False, False),
            ("Finlandia", "FIN", False, False),
        ]),
        ("id", "Pihak Finlandia menolak.", [("Pihak Finlandia", "FIN", False, False)]),
    ],
)  # fmt: skip
def test_states_are_actors_places_or_descriptions(language, text, wanted) -> None:
    assert states(text, language) == wanted


def test_a_capital_that_names_an_agreement_is_no_state() -> None:
    assert states("The Helsinki accord was signed by Fiji.") == [("Fiji", "FJI", False, False)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("HELSINKI, Nov 12 (Reuters) - The talks ended.", "The"),
        ("JAKARTA, KOMPAS.com – Perundingan usai.", "Perundingan"),
        ("The talks - long ones - ended.", "The"),
        ("Helsinki rejected it - again.", "Helsinki"),
    ],
)
def test_a_dateline_ends_at_its_dash(text, rest) -> None:
    made = ground(text)
    assert made.word(dateline_end(made, 0, len(made.page.tokens))) == rest
