from __future__ import annotations

import pytest

from traktat.reading.names.persons import (
    Register,
    are_one_office,
    are_spellings,
    is_blend,
    is_same_name,
    is_short_for,
    parts_of,
)


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Kim Jong-un", "Kim Yo-jong", False),
        ("Sergei Viktorovich Odembe", "Sergey Odembe", True),
        ("George W. Odembe", "George Odembe", True),
        ("Aino Koskela", "Aino Virtanen", False),
        ("Aino Koskela", "Koskela", False),
        ("Maroš Šefčovič", "Maros Sefcovic", True),
    ],
)
def test_spelling_hyphens_and_middle_names_do_not_part_a_name(a, b, wanted) -> None:
    assert is_same_name(parts_of(a), parts_of(b)) is wanted


@pytest.mark.parametrize(
    ("short", "full", "wanted"),
    [
        ("Koskela", "Aino Koskela", True),
        ("Aino", "Aino Koskela", True),
        ("Kim", "Kim Jong-un", True),
        ("Odembe", "Aino Koskela", False),
        ("Aino Maria", "Aino Koskela", False),
    ],
)
def test_a_part_stands_for_a_full_name(short, full, wanted) -> None:
    assert is_short_for(parts_of(short), parts_of(full)) is wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [("andrei", "andrey", True), ("zelensky", "zelenskyy", True), ("kim", "kin", False)],
)
def test_long_words_may_differ_by_one_letter(a, b, wanted) -> None:
    assert are_spellings(a, b) is wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("president", "leader", True),
        ("foreign-minister", "secretary-of-state", True),
        ("foreign-minister", "minister", True),
        ("president", "foreign-minister", False),
    ],
)
def test_some_offices_are_said_of_one_person(a, b, wanted) -> None:
    assert are_one_office(a, b) is wanted


def test_a_surname_met_first_takes_the_full_name_later() -> None:
    register = Register()
    first = register.add("Koskela", 3, "president")
    again = register.add("Aino Koskela", 40, "president", "FIN")
    assert again is first
    assert (first.name, first.state, first.rank) == ("Aino Koskela", "FIN", 9)


def test_the_first_full_form_stays_the_name() -> None:
    register = Register()
    person = register.add("Aino Koskela", 0)
    register.add("Aino Maria Koskela", 9)
    assert person.name == "Aino Koskela"


def test_kin_of_one_surname_are_not_the_office_holder() -> None:
    register = Register()
    register.add("Iriana Odembe", 0, "kin")
    president = register.add("Odembe", 5, "president")
    assert president.name == "Odembe"


def test_persons_of_two_states_with_one_surname_are_two() -> None:
    register = Register()
    one = register.add("Wanuri Odembe", 0, "president", "FJI")
    two = register.add("Odembe", 9, "president", "FIN")
    assert one is not two


def test_a_holder_at_home_comes_before_others() -> None:
    register = Register()
    home = register.add("Wanuri Odembe", 0, "president", "IDN")
    register.add("Aino Koskela", 5, "president", "FIN")
    assert register.holders_of("president", None, 20, "IDN") == [home]
    assert [p.name for p in register.holders_of("president", "FIN", 20)] == ["Aino Koskela"]


def test_low_offices_point_only_back() -> None:
    register = Register()
    register.add("Wanuri Odembe", 30, "deputy-foreign-minister", "FJI")
    assert register.holders_of("deputy-foreign-minister", "FJI", 10) == []


def test_names_are_blended_from_the_beginnings_of_their_parts() -> None:
    assert is_blend("norlin", ("nora", "lindgren"))
    assert not is_blend("nora", ("nora", "lindgren"))
    assert not is_blend("lindnor", ("nora", "lindgren"))


def test_a_name_of_one_letter_over_and_over_costs_no_more_than_another() -> None:
    assert not is_blend("a" * 200 + "b", ("a" * 40,) * 12)
