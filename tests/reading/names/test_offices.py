from __future__ import annotations

import pytest

from tests.reading.pages import ground
from traktat.reading.names.offices import office_at


@pytest.mark.parametrize(
    ("language", "text", "key", "holder", "words"),
    [
        ("id", "Menteri Luar Negeri Korea Utara tiba", "foreign-minister", "PRK", 5),
        ("id", "Duta Besar Fiji untuk PBB tiba", "permanent-representative", "FJI", 5),
        ("id", "Duta Besar Fiji untuk Jepang tiba", "ambassador", "FJI", 5),
        ("id", "Presiden ke-7 RI tiba", "president", "IDN", 5),
        ("id", "kepala Kremlin tiba", "president", "RUS", 2),
        ("id", "penasihat Presiden Fiji tiba", "adviser", "FJI", 3),
        ("id", "Menteri Hukum, HAM, dan Imigrasi tiba", "justice-minister", None, 7),
        ("en", "South Korean nuclear envoy left", "envoy", "KOR", 4),
        ("en", "former Finnish President left", "president", "FIN", 3),
        ("en", "ambassador to Fiji left", "ambassador", None, 3),
        ("en", "foreign minister of Fiji left", "foreign-minister", "FJI", 4),
        ("en", "White House spokesman left", "spokesperson", "USA", 3),
        ("en", "Secretary of State left", "secretary-of-state", "USA", 3),
        ("en", "president of the Harbor Club left", "chairman", None, 5),
    ],
)
def test_an_office_is_read_with_what_it_is_for(language, text, key, holder, words) -> None:
    made = ground(text, language)
    office = office_at(made, 0, len(made.page.tokens))
    assert office is not None
    assert (office.key, office.holder) == (key, holder)
    assert office.end == words


@pytest.mark.parametrize("text", ["Finland left", "the left", "Finnish troops told a minister"])
def test_other_words_are_no_office(text) -> None:
    made = ground(text)
    assert office_at(made, 0, len(made.page.tokens)) is None


def test_former_and_several_are_noted() -> None:
    made = ground("para mantan menteri luar negeri", "id")
    office = office_at(made, 0, len(made.page.tokens))
    assert office is not None
    assert (office.plural, office.former) == (True, True)
