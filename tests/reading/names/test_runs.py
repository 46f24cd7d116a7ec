from __future__ import annotations

import pytest

from tests.reading.pages import ground
from traktat.reading.names.runs import is_name_word, run_end


def run(text: str, at: int = 0, language: str = "en", *, shouted: bool = False) -> str:
    made = ground(text, language)
    end = run_end(made, at, len(made.page.tokens), shouted=shouted)
    return made.text(at, end) if end > at else ""


@pytest.mark.parametrize(
    "name",
    [
        "Wanuri Odembe",
        "Seo Min-woo",
        "Mark S Cogan",
        "Walter Q. Odembe",
        "H.R. Odembe",
        "Anna von der Wanuri",
        "Salim bin Odembe",
        "Wanuri al-Odembe",
        "Walter Odembe Jr.",
        "Maroš Šefčovič",
    ],
)
def test_a_whole_name_is_one_run(name) -> None:
    assert run(f"{name} spoke first") == name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Odembe said Wanuri came", "Odembe"),
        ("Odembe, Wanuri", "Odembe"),
        ("Odembe Tuesday", "Odembe"),
        ("Friday Odembe", ""),
        ("odembe spoke", ""),
        ("NATO spoke", ""),
        ("QXZ spoke", ""),
        ("Finland Odembe", ""),
    ],
)
def test_a_run_ends_where_the_name_does(text, wanted) -> None:
    assert run(text) == wanted


def test_an_acronym_counts_after_an_office() -> None:
    assert run("QXZ spoke", shouted=True) == "QXZ"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Chad Odembe spoke", "Chad Odembe"), ("Chad spoke", ""), ("Chad's Odembe spoke", "")],
)
def test_the_name_of_a_state_may_begin_a_persons(text, wanted) -> None:
    assert run(text) == wanted


def test_a_plain_word_after_a_given_name_is_a_surname() -> None:
    assert run("Walter Steel spoke") == "Walter Steel"


def test_an_ending_is_no_second_half_of_a_name() -> None:
    assert run("Odembe-nya hadir", language="id") == "Odembe"


def test_a_name_word_is_no_plain_word_and_no_unit() -> None:
    made = ground("Wanuri Treaty Finland of")
    assert [is_name_word(made, token) for token in range(4)] == [True, False, False, False]


@pytest.mark.parametrize("noun", ["Memorandum", "Traktat", "Konvensi", "Deklarasi", "Piagam"])
def test_a_noun_for_agreements_is_no_name_though_a_sentence_begins_with_it(noun) -> None:
    assert run(f"{noun} itu disetujui parlemen", language="id") == ""
    assert run(f"{noun} Odembe itu", at=1, language="id") == "Odembe"
