"""Short sentences, each read by one rule: the reported words and whose they are."""

from __future__ import annotations

import pytest

from tests.spoken import rows

FOUND = [
    # a person's name at the end shows that the words before the verb are reported
    (
        "en",
        "The leader decrees the dismissal of two envoys, said spokesman Runo Tagara.",
        ("indirect", "Runo Tagara", "The leader decrees the dismissal of two envoys"),
    ),
    # reported words that run on behind "he added" with the same subject
    (
        "en",
        "President Bima Sakti met Dana Wira. The pact hurts nobody, Sakti added, and has helped.",
        ("indirect", "Bima Sakti", "The pact hurts nobody, Sakti added, and has helped"),
    ),
    # what something is called ends with its quotation
    (
        "en",
        "President Bima Sakti called the pact “a gift,” and many others have opposed it.",
        ("indirect", "Bima Sakti", "the pact “a gift"),
    ),
    # a pronoun that can only be a subject opens a clause
    (
        "en",
        "President Bima Sakti claimed they resolved the quarrel.",
        ("indirect", "Bima Sakti", "they resolved the quarrel"),
    ),
    # what is to be done by others can be anything
    (
        "en",
        "In the early 1980s Veland left the talks and called for the isle to be handed over.",
        ("indirect", "XVE", "the isle to be handed over"),
    ),
    # only the subject of the clause is quoted
    (
        "en",
        "President Bima Sakti said that “hard men in both houses” want a war.",
        ("indirect", "Bima Sakti", "“hard men in both houses” want a war"),
    ),
    # a relative clause with a speaker of its own is not his
    (
        "en",
        "President Bima Sakti announced Aruna would leave the pact, which Veland said had failed.",
        ("indirect", "Bima Sakti", "Aruna would leave the pact"),
    ),
    # an apposition between commas is no speaker
    (
        "en",
        "Ways and Means Chairman Bima Sakti, Texas Republican, left, saying the text is weak.",
        ("indirect", "Bima Sakti", "the text is weak"),
    ),
    # a day behind the speaker is no name
    (
        "id",
        "Jalur itu akan dibuka lagi, kata seorang diplomat senior, Rabu.",
        ("indirect", "seorang diplomat senior", "Jalur itu akan dibuka lagi"),
    ),
]


@pytest.mark.parametrize(("language", "text", "row"), FOUND)
def test_words_and_speaker(language: str, text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text, language)
