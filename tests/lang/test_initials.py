"""Initials that a text spells out are what the text says, not the agency of that name."""

from __future__ import annotations

import pytest

from traktat.lang.initials import other_initials
from traktat.lang.lexicon import Entry, Mark
from traktat.lang.tokens import tokens_of

AGENCY = Entry("agencies", "AFP", "exact")


def _marks(text: str, *names: str) -> list[Mark]:
    tokens = tokens_of(text)
    found = []
    for name in names:
        words = name.split()
        for at in range(len(tokens)):
            if tokens.words[at : at + len(words)] == words:
                found.append(Mark(at, at + len(words), AGENCY))
    return sorted(found, key=lambda mark: (mark.first, mark.end))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("the Armed Forces of the Philippines (AFP) said so, the AFP chief added", {"AFP"}),
        ("in line with the AFP, the Aruna fishing pact signed in May", {"AFP"}),
        ("the AFP (Aruna Fishing Pact) was signed", {"AFP"}),
        ("the Aruna fishing pact (AFP) was signed", {"AFP"}),
        ("he told Agence France Presse (AFP) on Monday", set()),
        ("he told AFP, the news agency, on Monday", set()),
        ("the minister told AFP", set()),
    ],
)
def test_initials_mean_what_the_text_spells_out(text: str, others: set[str]) -> None:
    marks = _marks(text, "AFP", "Agence France Presse")
    assert other_initials(tokens_of(text), marks) == others
