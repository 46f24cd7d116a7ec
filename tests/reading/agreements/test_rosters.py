"""Lists of parties behind a word for them, and the leaders who are "we"."""

from __future__ import annotations

import pytest

from tests.agreed import read

LISTS = [
    "The other parties to the accord, Norland, Sarvia and Aruna, objected.",
    "The signatories of the pact (Norland, Sarvia and Aruna) met.",
    "Veland will talk with the pact's signatories: Norland, Sarvia and Aruna.",
]


@pytest.mark.parametrize("text", LISTS)
def test_who_is_listed_behind_a_word_for_parties_is_one(text: str) -> None:
    (parties,) = read(text).parties
    assert len(parties) == 3


def test_names_that_open_the_next_clause_are_no_list() -> None:
    text = "The parties to the accord, Norland, Sarvia and Aruna said on Monday."
    assert not read(text).parties


def test_an_appeal_to_leaders_does_not_make_them_the_speakers() -> None:
    text = "We call on the leaders of Norland and Sarvia to talk. Aruna hopes we sign the pact."
    assert not read(text).parties
