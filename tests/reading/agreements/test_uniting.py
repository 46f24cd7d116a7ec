"""Mentions united in text order: agreements apiece, and those that are meant together."""

from __future__ import annotations

import pytest

from tests.acted import told


def keys(text: str, language: str) -> list[tuple[str, str]]:
    """Give each mention of an agreement as its words and its key."""
    mentions = told(text, language).sources.agreements.mentions.items
    return [(text[m.span.start : m.span.end], m.key) for m in mentions]


def test_a_list_of_partners_has_an_agreement_each() -> None:
    found = keys("Kenya signed defence agreements with India and France.", "en")
    assert found == [("defence agreements", "A"), ("defence agreements", "B")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya signed defence pacts with India and France. Both agreements are short."),
        ("en", "Kenya signed a tax treaty and a visa treaty with France. The treaties are short."),
        ("id", "Kenya meneken dua pakta dengan India dan Oman. Kedua perjanjian itu singkat."),
    ],
)
def test_what_points_back_to_several_means_each(language: str, text: str) -> None:
    assert [key for _, key in keys(text, language)] == ["A", "B", "A", "B"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed a tax treaty with France. Norway left a pact with Oman. Both pacts are old.",
        "Kenya signed a tax treaty with France. The treaty is short.",
    ],
)
def test_agreements_of_others_are_not_meant_together(text: str) -> None:
    words = [words.lower() for words, _ in keys(text, "en")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya and Oman signed a pact. In 2010 they signed a memorandum on sea rescue.", 2),
        ("Kenya and Oman signed a memorandum. The treaty takes effect today.", 1),
        ("Kenya and Oman signed a treaty. The treaty replaces a 2010 memorandum on rescue.", 2),
    ],
)
def test_a_memorandum_beside_a_treaty_is_another_agreement(text: str, count: int) -> None:
    assert len(told(text, "en").sources.agreements.findings) == count
