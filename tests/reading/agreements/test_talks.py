"""Talks of several states."""

from __future__ import annotations

from tests.agreed import read
from traktat.reading.agreements.talks import read_talks


def test_talks_of_several_states_bind_parties_that_are_not_named() -> None:
    report = read(
        "A deal was reached at the six-party talks. The deal closes a reactor in Norland."
    )
    assert report.parties == {("MULTI",)}


def test_who_takes_part_is_read_from_a_list() -> None:
    report = read(
        "The six-party talks group Norland, Sarvia, Aruna, Veland and China. "
        "An agreement was reached on Friday."
    )
    talks = read_talks(report.page, report.names, report.groups, report.words.roles)
    assert talks.all_named
    assert set(talks.sides) == {"XNO", "XSA", "XAR", "XVE", "CHN"}


def test_without_such_talks_nothing_is_said() -> None:
    report = read("Norland and Sarvia talked.")
    assert not read_talks(report.page, report.names, report.groups, report.words.roles).rounds
