"""When an agreement begins to bind, for how long, and how one may leave it."""

from __future__ import annotations

import pytest

from tests.reading.provisions.test_provisions import rules


@pytest.mark.parametrize(
    ("text", "lang", "timing"),
    [
        ("The pact runs for ten years.", "en", "10-years"),
        ("It will be in force for five years.", "en", "5-years"),
        ("Perjanjian itu berlaku selama sepuluh tahun.", "id", "10-years"),
        ("The 30-day pact was welcomed.", "en", "30-days"),
        ("Mereka menyepakati gencatan senjata 60 hari.", "id", "60-days"),
    ],
)
def test_a_term_is_read_with_its_length(text: str, lang: str, timing: str) -> None:
    found = [one for one in rules(text, lang) if one.provision == "duration"]
    assert [one.timing for one in found] == [timing]
    assert found[0].bearers == ()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Either party can terminate the agreement with six months' notice.", "en"),
        ("Salah satu pihak dapat mengakhiri perjanjian itu.", "id"),
    ],
)
def test_a_way_out_is_a_permission_to_all(text: str, lang: str) -> None:
    [found] = [one for one in rules(text, lang) if one.provision == "withdrawal"]
    assert (found.force.value, found.bearers) == ("may", ("XNO", "XVA"))


def test_an_act_that_takes_effect_is_no_clause_on_entry_into_force() -> None:
    text = "Norland's withdrawal will take effect six months after it notifies Valdoria."
    assert [one for one in rules(text) if one.provision == "entry-into-force"] == []
