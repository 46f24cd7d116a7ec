"""How an assembly voted."""

from __future__ import annotations

import pytest

from tests.acted import told

SIGNED = {
    "en": "Norland and Sarvia signed a border treaty. ",
    "id": "Norland dan Sarvia menandatangani perjanjian perbatasan. ",
}


def votes(text: str, language: str = "en") -> list[str | None]:
    found = told(SIGNED[language] + text, language).acts
    return [act.vote for act in found if act.act != "signature"]


@pytest.mark.parametrize(
    ("language", "text", "vote"),
    [
        ("en", "Norland's Senate approved the treaty by a vote of 71-26.", "71-26"),
        ("en", "Norland's Senate voted 71–26 to approve the treaty.", "71-26"),
        ("en", "The treaty was ratified by Norland's Senate in a 71-26 vote on Friday.", "71-26"),
        ("en", "Norland's Senate ratified the treaty by 71 votes to 26.", "71-26"),
        ("en", "Norland's Senate ratified the treaty with 71 in favor and 26 against.", "71-26"),
        ("en", "Norland's Senate ratified the treaty 71-26 on Friday.", "71-26"),
        ("en", "Norland's Senate rejected the treaty by a vote of 26 to 71.", "26-71"),
        ("en", "Norland's parliament unanimously ratified the treaty.", "unanimous"),
        ("id", "Senat Norland menyetujui perjanjian itu dengan 71 suara berbanding 26.", "71-26"),
        ("id", "Dalam pemungutan suara 71-26, Senat Norland menyetujui perjanjian itu.", "71-26"),
        ("id", "Senat Norland menolak perjanjian itu dengan suara 26 lawan 71.", "26-71"),
        (
            "id",
            "Parlemen Norland meratifikasi pakta itu, 71 suara mendukung dan 26 menolak.",
            "71-26",
        ),
        ("id", "Parlemen Norland meratifikasi perjanjian itu secara aklamasi.", "unanimous"),
    ],
)
def test_a_vote_is_read_beside_what_was_voted_on(language: str, text: str, vote: str) -> None:
    assert votes(text, language) == [vote]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norland's Senate approved the treaty in its 2010-11 session."),
        ("en", "Norland's Senate approved the treaty after 71-26 had been played at chess."),
        ("en", "Norland's Senate approved the treaty, though not unanimously."),
        ("en", "Norland's Senate is to approve the treaty by a vote of 71-26."),
        ("en", "Norland's Senate approved the treaty and its 71 articles."),
        ("id", "Senat Norland menyetujui perjanjian itu, dan 26 kota mendukung."),
        ("id", "Senat Norland menyetujui perjanjian itu, tetapi tidak secara bulat."),
    ],
)
def test_other_numbers_are_no_vote(language: str, text: str) -> None:
    assert votes(text, language) == [None]


def test_each_chamber_has_its_own_vote() -> None:
    text = (
        "Norland's lower house approved the treaty by 300 votes to 100,"
        " and its Senate approved the treaty by a vote of 71-26."
    )
    assert votes(text) == ["300-100", "71-26"]
