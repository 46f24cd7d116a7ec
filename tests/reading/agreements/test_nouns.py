"""Noun phrases for agreements, and what hides them."""

from __future__ import annotations

from tests.agreed import read


def test_a_known_name_is_recognized_with_its_short_form() -> None:
    report = read("Norland joined the Treaty on Open Skies. NPT talks go on.")
    assert [phrase.known for phrase in report.phrases] == ["open-skies", "npt"]


def test_a_noun_inside_the_name_of_an_organization_is_none() -> None:
    assert read("The North Atlantic Treaty Organization met.").phrases == []


def test_a_look_alike_hides_its_noun() -> None:
    assert read("He took a plea deal.").phrases == []
    assert read("Bandara menerapkan protokol kesehatan.", "id").phrases == []


def test_what_is_only_appealed_to_is_no_agreement_of_the_report() -> None:
    assert read("It acted under the UN Charter.").phrases == []


def test_a_name_that_once_meant_something_else() -> None:
    text = "Ministers of Norland praised the Paris accord on currencies."
    [early] = read(text, published="1987-04-08").phrases
    [late] = read(text, published="2019-04-08").phrases
    assert (early.known, late.known) == (None, "paris-agreement")
