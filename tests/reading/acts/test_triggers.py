"""Words that may tell of an act, and how they stand in their clause."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.acts.triggers import (
    Tie,
    Voice,
    antecedent,
    has_object,
    opens_line,
    verb_group,
    voice_of,
)


@pytest.mark.parametrize(
    ("language", "text", "word", "voice"),
    [
        ("en", "Norland signed a border treaty with Sarvia.", "signed", Voice.ACTIVE),
        ("en", "The border treaty with Sarvia was signed by Norland.", "signed", Voice.PASSIVE),
        ("en", "The border treaty with Sarvia signed in May holds.", "signed", Voice.PASSIVE),
        ("en", "The border treaty Norland signed in May holds.", "signed", Voice.ACTIVE),
        ("en", "The signing of the border treaty came late.", "signing", Voice.NOUN),
        ("en", "The border treaty with Sarvia expired in May.", "expired", Voice.SUBJECT),
        ("en", "The border treaty's collapse came late.", "collapse", Voice.NOUN),
        ("id", "Norland meneken perjanjian dengan Sarvia.", "meneken", Voice.ACTIVE),
        ("id", "Perjanjian dengan Sarvia diteken Norland.", "diteken", Voice.PASSIVE),
        ("id", "Penandatanganan perjanjian itu molor.", "Penandatanganan", Voice.NOUN),
    ],
)
def test_a_verb_stands_as_its_form_and_neighbours_say(
    language: str, text: str, word: str, voice: Voice
) -> None:
    report = told(
        "Norland and Sarvia drew up a border treaty. " + text
        if language == "en"
        else "Norland dan Sarvia menyusun perjanjian. " + text,
        language,
    )
    line = report.line
    trigger = next(t for t in report.triggers if line.words[t.first] == word)
    assert voice in {voice_of(line, trigger, sense) for sense in trigger.senses}


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("id", "menandatangani"),
        ("id", "ditandatangani"),
        ("id", "penandatanganan"),
        ("id", "diteken"),
        ("id", "meneken"),
        ("en", "signs"),
        ("en", "signing"),
        ("en", "signed"),
    ],
)
def test_every_form_of_a_root_is_a_trigger(language: str, stem: str) -> None:
    text = f"Norland {stem} perjanjian." if language == "id" else f"Norland {stem} a treaty."
    report = told(text, language)
    assert any(report.line.lower[t.first] == stem for t in report.triggers)


def test_bribery_is_no_ratification() -> None:
    report = told("Pejabat Norland diperiksa dalam perkara gratifikasi.", "id")
    assert report.triggers == []


def test_a_trigger_names_its_entry_in_the_pack() -> None:
    report = told("Norland signed a border treaty with Sarvia.")
    (trigger,) = report.triggers
    sense = next(sense for sense in trigger.senses if sense.tie is Tie.LOOSE)
    assert sense.entry == "acts#signature.verbs"


def test_an_object_stands_right_behind_a_verb() -> None:
    report = told("Norland signed a treaty in May.")
    line, at = report.line, report.token("signed")
    assert has_object(line, at + 1)
    assert not has_object(line, report.token("treaty") + 1)


def test_a_verb_group_begins_with_its_auxiliaries() -> None:
    report = told("Norland will not sign the treaty.")
    assert report.line.words[verb_group(report.line, report.token("sign"))] == "will"


def test_only_marks_before_a_token_open_the_line() -> None:
    report = told("Signed in May, the treaty holds.")
    assert opens_line(report.line, report.line.first)
    assert not opens_line(report.line, report.token("treaty"))


def test_the_antecedent_ends_right_before_a_participle() -> None:
    report = told("The border treaty between Norland and Sarvia signed in May holds.")
    mention = antecedent(report.line, report.token("signed"))
    assert mention is not None


def test_a_contact_clause_has_no_antecedent_of_that_sort() -> None:
    report = told("Sarvia kept the border treaty Norland signed in May.")
    assert antecedent(report.line, report.token("signed")) is None
