"""When a value of a checklist is ours, and when it is not."""

from __future__ import annotations

import pytest

import tests.checklists  # noqa: F401 - the scripts of quality/ are found through it
from traktat.model.dates import parse

import seeds_matching as matching  # isort: skip - found through tests.checklists


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("2024-06-19", "2024-06-19", True),
        ("2024-06-19", "2024-06", False),
        ("2024-06", "2024-06-19", False),
        ("[2024-11-01..2024-11-10]", "2024-11-01/2024-11-10", True),
        ("[2024-11-01..2024-11-10]", "2024-11-01/2024-11-11", False),
        ("2024-11-08T07:38:16+07:00", "2024-11-08T07:38:16", True),
        ("1949~", "1949", False),
        ("1949~", "1949~", True),
        ("[2024-06-19..]", "[2024-06-19..]", True),
    ],
)
def test_times_are_the_same_when_both_their_ends_are(expected: str, found: str, same: bool) -> None:
    assert matching.same_time(expected, parse(found)) is same


def test_nothing_is_no_time() -> None:
    assert not matching.same_time("2024", None)


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("Kim Jong Un", "Kim Jong-un", True),
        ("Kim Jong Un", "Kim Jong Gyu", False),
        ("Andrei Rudenko", "Andrey Rudenko", True),
        ("Sergei Lavrov", "Sergei Viktorovich Lavrov", True),
        ("Vladimir Putin", "Putin", False),
        ("Vladimir Putin", "Vladimir Lenin", False),
        ("Vladimir Putin", "", False),
    ],
)
def test_spellings_are_one_person_and_namesakes_are_not(
    expected: str, found: str, same: bool
) -> None:
    assert matching.same_person(expected, found) is same


@pytest.mark.parametrize(
    ("actor", "code", "person"),
    [
        ("Vladimir Putin (RUS)", "RUS", "Vladimir Putin"),
        ("Kim Jong Gyu (PRK, vice FM)", "PRK", "Kim Jong Gyu"),
        ("Choe Son Hui, FM, PRK", "PRK", "Choe Son Hui"),
        ("State Duma (RUS)", "RUS", None),
        ("parliament of RUS, chamber unstated", "RUS", None),
        ("IRN", "IRN", None),
        ("South Korea (government)", "KOR", None),
        ("Western countries (group)", None, None),
        ("unnamed analysts", None, None),
        ("Russia's ambassador to the UN (unnamed)", "RUS", None),
    ],
)
def test_actors_of_checklists_are_taken_apart(
    actor: str, code: str | None, person: str | None
) -> None:
    assert matching.code_of(actor) == code
    assert matching.person_of(actor) == person


def test_spans_share_what_both_cover() -> None:
    assert matching.share((0, 10), (0, 10)) == 1
    assert matching.share((0, 10), (10, 20)) == 0
    assert matching.share((0, 30), (0, 10)) == pytest.approx(1 / 3)
