"""Claimants told by a noun alone, and denials of what nobody was accused of by name."""

from __future__ import annotations

from tests.told import all_of
from traktat.model.findings import ClaimFinding

TRUCE = "Valdoria and Norland signed a truce in May. "


def test_an_army_denies_what_the_rebels_say() -> None:
    text = TRUCE + "Rebels say a drone strike broke the truce; the army denies it."
    found = all_of(ClaimFinding, text)
    assert ("army", "denies") in [(one.by, one.stance.value) for one in found]


def test_a_government_that_blames_rebels_is_that_of_the_state_named_most() -> None:
    text = "Valdoria meneken gencatan senjata. Pemerintah menyalahkan kelompok pemberontak."
    found = all_of(ClaimFinding, text, "id")
    assert [one.state for one in found] == ["XVA"]


def test_who_denies_a_deed_is_whose_deed_it_would_be() -> None:
    text = "Valdoria accused Norland of sending troops to Sarvia. Its government denied it."
    assert [one.state for one in all_of(ClaimFinding, text)] == ["XVA", "XNO"]
