"""Who does to an agreement what only parties do."""

from __future__ import annotations

import pytest

from tests.agreed import read
from traktat.reading.agreements.doers import Doers
from traktat.reading.agreements.evidence import Evidence


def doers(text: str) -> tuple[tuple[str, ...], Evidence]:
    report = read(text)
    phrase, found = report.phrases[0], Evidence()
    report.words.roles.load(phrase.sentence)
    heads = frozenset(item.head for item in report.phrases)
    reader = Doers(report.page, report.groups, report.words.roles, heads)
    return reader.of(phrase, (), found), found


@pytest.mark.parametrize(
    "text",
    [
        "Norland ratified the border treaty.",
        "Norland's withdrawal from the border treaty was expected.",
        "A panel spoke on Norland's withdrawal from the border treaty.",
    ],
)
def test_the_subject_or_owner_of_a_deed_is_a_side(text: str) -> None:
    codes, evidence = doers(text)
    assert codes == ("XNO",)
    assert evidence.dealt


def test_who_mediates_does_nothing_that_parties_do() -> None:
    assert doers("Norland brokered the border treaty.")[0] == ()


def test_a_refusal_binds_nobody() -> None:
    codes, evidence = doers("Norland refused to sign the border treaty.")
    assert codes == ()
    assert evidence.refused
