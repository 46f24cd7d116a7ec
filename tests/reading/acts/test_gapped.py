"""Acts whose verb is said once for two."""

from __future__ import annotations

import pytest

from tests.acted import acts

PACT = "Norland and Sarvia signed a border treaty on 3 March 2016."
SIGNED = "signature occurred XNO+XSA 2016-03-03"
LOWER = "The lower house of Norland approved the treaty on 1 April 2016"


@pytest.mark.parametrize(
    "second",
    [" and the Senate on 8 April 2016.", ", followed by the Senate on 8 April 2016."],
)
def test_the_second_house_approves_as_the_first_did(second: str) -> None:
    found = [item for item in acts(f"{PACT} {LOWER}{second}") if item != SIGNED]
    assert [item.split()[:2] for item in found] == [["approval", "occurred"]] * 2
    assert [item for item in found if "Senate" in item and "2016-04-08" in item]


def test_a_house_with_a_verb_of_its_own_does_that() -> None:
    told = f"{PACT} {LOWER} and the Senate rejected it on 8 April 2016."
    assert not [item for item in acts(told) if item.startswith("approval") and "Senate" in item]
