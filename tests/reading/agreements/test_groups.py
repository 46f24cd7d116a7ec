"""Names that stand together, and what leads to them."""

from __future__ import annotations

import pytest

from tests.agreed import read


def groups(text: str, language: str = "en") -> list[tuple[tuple[str, ...], str]]:
    report = read(text, language)
    return [
        (group.codes, group.link)
        for sentence in report.page.sentences
        for group in report.groups.of(sentence)
    ]


def test_commas_join_only_before_a_conjunction() -> None:
    assert groups("Norland, Sarvia and Aruna met.") == [(("XNO", "XSA", "XAR"), "")]
    assert [codes for codes, _ in groups("In Norland, Sarvia won.")] == [("XNO",), ("XSA",)]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Talks went on between Norland and Sarvia.", "between"),
        ("It was written by the governments of Norland and Sarvia.", "agent"),
        ("They came with the leaders of Norland and Sarvia.", "with"),
    ],
)
def test_a_preposition_leads_to_a_group_past_the_words_of_office(text: str, link: str) -> None:
    assert groups(text)[0][1] == link


def test_a_state_behind_a_town_is_a_place() -> None:
    assert (("CHE",), "in") in groups("They met in Geneva, Switzerland, on Monday.")


def test_a_possessor_does_not_act() -> None:
    assert groups("Norland's decision surprised many.")[0] == (("XNO",), "owner")


def test_a_state_may_be_named_by_its_first_word_only() -> None:
    report = read("North and South Korea signed a pact.")
    group = report.groups.of(report.page.sentences[0])[0]
    assert group.codes == ("PRK", "KOR")
