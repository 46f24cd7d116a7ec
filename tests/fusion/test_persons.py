"""Persons over many reports."""

from __future__ import annotations

import pytest

from tests.stories import Story
from traktat.fusion.evidence import gather
from traktat.fusion.persons import People, edits, people_of, same_name, words_of
from traktat.fusion.rulings import in_force


def people(*names: tuple[str, str | None]) -> People:
    story = Story("one")
    for name, state in names:
        story.person(name, state, text=f"{name} {len(story.text)}")
    rulings = in_force(())
    return people_of(gather([story.reading()], rulings).values(), rulings)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Choe Son-hui", "Choe Son Hui", True),
        ("Kim Jong Un", "Kim Jong-un", True),
        ("Kim Jong Un", "Kim Jong Gyu", False),
        ("Sergei Viktorovich Lavrov", "Sergey Lavrov", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Xi Jinping", "Xi Mingze", False),
        ("José Ramos-Horta", "Jose Ramos Horta", True),
        ("Ann Lee", "Ann Leigh", False),
    ],
)
def test_spellings(one: str, other: str, same: bool) -> None:
    assert same_name(words_of(one), words_of(other)) is same


def test_the_commonest_full_form_is_the_name() -> None:
    found = people(("Andrei Rudenko", "RUS"), ("Andrey Rudenko", "RUS"), ("Andrey Rudenko", "RUS"))
    assert found.name("Andrei Rudenko") == "Andrey Rudenko"
    assert found.state("Andrei Rudenko") == "RUS"
    assert found.names(("Andrei Rudenko", "Andrey Rudenko")) == ("Andrey Rudenko",)


def test_a_surname_is_the_person_it_fits_if_there_is_one() -> None:
    found = people(("Vladimir Putin", "RUS"), ("Putin", None), ("Kim Jong Un", "PRK"))
    assert found.name("Putin") == "Vladimir Putin"
    two = people(("Kim Jong Un", "PRK"), ("Kim Jong Gyu", "PRK"), ("Kim", None))
    assert two.name("Kim") == "Kim"


def test_one_name_in_two_states_is_two_persons() -> None:
    found = people(("Kim Min Example", "KOR"), ("Kim Min-example", "PRK"))
    assert found.name("Kim Min-example") == "Kim Min-example"


def test_an_unknown_name_is_itself() -> None:
    found = people(("Ann Example", None))
    assert found.name("Bob") == "Bob"
    assert found.state("Bob") is None


@pytest.mark.parametrize(
    ("one", "other", "count"), [("", "abc", 3), ("abc", "abc", 0), ("moskow", "moscow", 1)]
)
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other) == count
