"""Accessions to organizations."""

from __future__ import annotations

import pytest

from tests.agreed import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norland joined NATO on Monday.", "en"),
        ("Norland's accession to NATO took a year.", "en"),
        ("Norland became a member of NATO.", "en"),
        ("Parliament approved Norland's NATO membership.", "en"),
        ("Norland bergabung dengan NATO pada Senin.", "id"),
        ("Norland menjadi anggota penuh NATO.", "id"),
        ("Aksesi Norland ke NATO rampung.", "id"),
    ],
)
def test_a_state_and_an_organization_are_the_sides(text: str, language: str) -> None:
    assert read(text, language).parties == {("NATO", "XNO")}


@pytest.mark.parametrize(
    "text",
    [
        "Norland joined NATO's exercise.",
        "Norland joined Sarvia in condemning the attack.",
        "NATO enlargement was debated in Norland.",
        "Norland held accession talks for years.",
    ],
)
def test_other_ways_of_joining_are_none(text: str) -> None:
    assert read(text).parties == set()


def test_who_leads_an_organization_does_not_join_it() -> None:
    assert read("Norland joined Sarvia-led NATO last year.").parties == {("NATO", "XNO")}


def test_whose_accession_it_is_counts_behind_a_preposition_too() -> None:
    report = read("Norland and Sarvia held talks on Norland's accession to NATO.")
    assert report.parties == {("NATO", "XNO")}
