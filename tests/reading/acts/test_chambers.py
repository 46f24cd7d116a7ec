"""Parliaments and offices among the actors."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.acts.chambers import (
    assemblies,
    body_sort,
    chamber_of,
    is_assembly,
    is_governing,
    is_head_of_state,
    is_private,
    is_public,
    members_within,
    office_sort,
)
from traktat.reading.acts.outlines import Outline
from traktat.reading.mentions import NameMention


def found(text: str, language: str = "en") -> tuple[Outline, NameMention]:
    """Give the last sentence and its first name."""
    line = told(text, language).line
    return line, next(line.ordered(line.names))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Senate approved the treaty."),
        ("en", "The Duma approved the treaty."),
        ("id", "DPR menyetujui perjanjian itu."),
    ],
)
def test_a_parliament_is_an_assembly(language: str, text: str) -> None:
    line, name = found(text, language)
    assert is_assembly(line, name)
    assert assemblies(line, [name]) == [name]
    assert not is_governing(line, name)
    assert body_sort(line, name) == "parliament" or name.chamber is not None


def test_a_chamber_is_given_by_its_name() -> None:
    _, name = found("The Senate approved the treaty.")
    chamber = chamber_of([name])
    assert chamber is not None
    assert chamber.value == "upper"


def test_a_state_is_no_assembly() -> None:
    line, name = found("Norland approved the treaty.")
    assert not is_assembly(line, name)
    assert chamber_of([name]) is None


def test_members_are_found_by_their_words() -> None:
    line, _ = found("Lawmakers in Norland approved the treaty.")
    assert members_within(line, line.first, line.first + 1)
    assert not members_within(line, line.first + 1, line.end)


@pytest.mark.parametrize(
    ("text", "head", "public", "private"),
    [
        ("President Anna Brandt signed the treaty.", True, True, False),
        ("Foreign Minister Anna Brandt signed the treaty.", False, True, False),
        ("Lawyer Anna Brandt signed the treaty.", False, False, True),
    ],
)
def test_offices_say_who_speaks_for_a_state(
    text: str, head: bool, public: bool, private: bool
) -> None:
    _, name = found(text)
    assert is_head_of_state(name) is head
    assert is_public(name) is public
    assert is_private(name) is private
    assert office_sort(name) is not None


def test_a_state_has_no_office() -> None:
    _, name = found("Norland signed the treaty.")
    assert office_sort(name) is None
    assert is_public(name)
