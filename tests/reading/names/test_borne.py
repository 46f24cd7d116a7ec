"""Months, auxiliaries and everyday words that are the names of persons."""

from __future__ import annotations

import pytest

from tests.reading.pages import quoted
from traktat.model.kinds import NameKind


def persons(text: str) -> list[tuple[str, str]]:
    """Give words and name of each mention of a person, pronouns left out."""
    return [
        (words, item.name)
        for words, item in quoted(text)
        if item.sort is NameKind.PERSON and not item.pronoun
    ]


def test_a_month_is_a_surname_once_a_given_name_precedes_it() -> None:
    text = "The envoy, Theresa May, arrived. May’s delegation followed. May left in May 2011."
    assert [name for _, name in persons(text)] == ["Theresa May"] * 3


def test_a_month_is_a_surname_behind_a_title() -> None:
    text = "Mrs. May arrived. The talks had begun last May."
    assert persons(text) == [("Mrs. May", "May")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with Angela will go on in May.",
        "Finland and Fiji signed it on 5 May.",
        "May the two sides sign it?",
        "Chancellor Angela Koskela left on Monday.",
        "Angela Will Sign The Accord In May",
    ],
)
def test_a_month_or_auxiliary_without_a_name_before_it_is_no_person(text: str) -> None:
    assert all("May" not in name and "Will" not in name for _, name in persons(text))


def test_an_auxiliary_or_month_is_a_given_name_where_a_surname_follows() -> None:
    text = "Will Odembe left early. Ambassador April Wanuri stayed."
    assert [name for _, name in persons(text)] == ["Will Odembe", "April Wanuri"]


def test_a_question_names_nobody_with_its_auxiliary() -> None:
    text = "Wanuri Odembe met the minister, Aino Koskela. Will Odembe sign the accord?"
    assert ("Odembe", "Wanuri Odembe") in persons(text)


def test_an_everyday_word_is_a_surname_once_a_given_name_precedes_it() -> None:
    text = "The envoy Claire Short left. Short said a short note would follow."
    assert persons(text)[-1] == ("Short", "Claire Short")
