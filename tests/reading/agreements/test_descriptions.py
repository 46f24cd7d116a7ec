"""What belongs to a noun for agreements."""

from __future__ import annotations

import pytest

from tests.agreed import read


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("They signed the historic bilateral security pact.", "en",
         "historic bilateral security pact"),
        ("They signed the Treaty on Open Waters.", "en", "Treaty on Open Waters"),
        ("They praised the Norland-Sarvia extradition treaty.", "en",
         "Norland-Sarvia extradition treaty"),
        ("Mereka meneken perjanjian kemitraan strategis komprehensif.", "id",
         "perjanjian kemitraan strategis komprehensif"),
        ("Mereka meneken perjanjian ekstradisi Norland-Sarvia.", "id",
         "perjanjian ekstradisi Norland-Sarvia"),
    ],
)  # fmt: skip
def test_a_head_takes_what_describes_it(text: str, language: str, phrase: str) -> None:
    report = read(text, language)
    assert [report.text(item) for item in report.phrases] == [phrase]


def test_a_possessor_stays_outside() -> None:
    report = read("Norland's border treaty expired.")
    [phrase] = report.phrases
    assert report.text(phrase) == "border treaty"
    assert phrase.owner is not None
    assert phrase.owner.state == "XNO"


def test_a_mediator_before_the_noun_is_no_party_in_it() -> None:
    [phrase] = read("The Norland-brokered ceasefire holds.").phrases
    assert phrase.named == []


def test_topics_and_form_are_read() -> None:
    [phrase] = read("They reached a ceasefire agreement on trade.").phrases
    assert phrase.form == "ceasefire"
    assert "peace" in phrase.topics


def test_a_year_or_day_tells_an_agreement() -> None:
    [phrase] = read("They returned to the 1994 accord.").phrases
    assert phrase.year == "1994"


def test_a_doubled_noun_is_a_plural() -> None:
    [phrase] = read("Perjanjian-perjanjian itu lama.", "id").phrases
    assert "several" in phrase.flags


def test_a_verb_in_a_headline_ends_the_description() -> None:
    [phrase] = read("It was late.\nNorland Signs Border Treaty").phrases
    assert phrase.named == []


def test_brackets_may_spell_a_short_name_out() -> None:
    report = read("Russia left New START (Strategic Arms Reduction Treaty) on Friday.")
    assert [phrase.known for phrase in report.phrases] == ["new-start"]
