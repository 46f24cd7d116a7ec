"""Sentences: English wherever they are printed, and what they were made of for other languages."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traktat.export.words import words_in
from traktat.model.kinds import ActKind, AgreementStatus
from traktat.sentences import Sentence, as_sentence, beside, places_in, sentence, stated_by
from traktat.store.codec import from_text, to_text

SAID = sentence(
    "{by:state} did {act:deed} on {day:day}: {why}",
    by="IDN",
    act=ActKind.SIGNATURE,
    day="2024-06-19",
    why=sentence("no party is attacked"),
)


def test_a_sentence_is_its_english_text() -> None:
    assert SAID == "IDN did signature on 2024-06-19: no party is attacked"
    assert json.dumps({"why": SAID}) == json.dumps({"why": str(SAID)})
    assert {SAID: 1}[str(SAID)] == 1


def sent(said: Sentence) -> Sentence:
    """Send a sentence to another process and back."""
    made: Sentence = pickle.loads(pickle.dumps(said))
    return made


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
def test_a_copy_knows_its_parts_too(again) -> None:
    made = again(SAID)
    assert (made, made.template, made.parts) == (SAID, SAID.template, SAID.parts)


def test_a_store_keeps_what_a_sentence_was_made_of() -> None:
    kept = from_text(Sentence, to_text(SAID, Sentence))
    assert (kept, kept.template, kept.parts) == (SAID, SAID.template, SAID.parts)
    assert kept.parts["why"].template == "no party is attacked"


def test_words_of_an_older_store_stay_words() -> None:
    kept = from_text(Sentence, json.dumps("told long ago"))
    assert (kept, kept.template) == ("told long ago", "")


@given(st.text(), st.text(), st.lists(st.text()))
def test_no_part_is_read_as_a_command(one: str, other: str, more: list[str]) -> None:
    said = sentence("{one} or {other:quoted}: {more}", one=one, other=other, more=tuple(more))
    assert said == f"{one} or {other!r}: {', '.join(more)}"
    kept = from_text(Sentence, to_text(said, Sentence))
    assert (kept, kept.parts) == (said, said.parts)
    assert words_in("id").told(said) == f"{one} or “{other}”: {', '.join(more)}"


def test_a_template_of_a_stranger_names_nothing_of_the_program() -> None:
    stranger = Sentence("x", "{a.__class__} {a[0]} {a!r} {b} {a:state}", {"a": "IDN"})
    assert words_in("id").told(stranger) == "{a.__class__} {a[0]} {a!r}  Indonesia"


def test_sentences_stand_side_by_side() -> None:
    row = beside([sentence("certain"), "PRK", sentence("possible")], ", ")
    assert row == "certain, PRK, possible"
    assert words_in("id").told(row) == "pasti, PRK, mungkin"
    assert beside([SAID]) is SAID
    assert [place.name for place in places_in(beside(map(str, range(60))).template)][-1] == "hhh"


def test_other_words_are_a_sentence_nobody_can_translate() -> None:
    assert as_sentence(SAID) is SAID
    assert as_sentence("Pyongyang").template == ""
    assert words_in("id").told("Pyongyang") == "Pyongyang"


def test_a_rule_is_stated_by_its_docstring() -> None:
    def rule() -> None:
        """Two rivers meet
        in one sea.

        More of it.
        """

    assert stated_by(rule) == stated_by(rule).template == "Two rivers meet in one sea."


def test_indonesian_says_each_kind_of_part_in_its_own_way() -> None:
    words = words_in("id")
    told = {
        "{a:day}": ("2024-06-19", "19 Juni 2024"),
        "{a:number}": (10000, "10.000"),
        "{a:amount}": (10000, "10.000"),
        "{a:percent}": (0.974, "97%"),
        "{a:score}": (0.8, "0,8"),
        "{a:state}": ("PRK", "Korea Utara"),
        "{a:states}": (("IRN", "RUS", "PRK"), "Iran, Rusia, dan Korea Utara"),
        "{a:parties}": ("IRN+RUS", "Iran + Rusia"),
        "{a:standing}": (AgreementStatus.IN_FORCE, "berlaku"),
        "{a:deed}": (ActKind.RATIFICATION, "ratifikasi"),
        "{a:key}": ("6-months-after-30th-ratification", "6 bulan setelah ratifikasi ke-30"),
        "{a:keys}": ("un-charter-51+national-law", "Pasal 51 Piagam PBB, hukum nasional"),
        "{a:topic}": ("PRK troops in RUS", "pasukan Korea Utara di Rusia"),
        "{a:about}": ("act:signature:date", "ditandatangani · tanggal"),
        "{a:article}": (
            "VCLT 14, 18(a)",
            "Konvensi Wina tentang Hukum Perjanjian, Pasal 14, 18(a)",
        ),
        "{a:origin}": ("report 5e51bd5886e2", "laporan 5e51bd5886e2"),
        "{a:claimant}": ("person:leonid-kuchma", "Leonid Kuchma"),
        "{a:language}": ("en", "Inggris"),
        "{a:provision}": ("mutual-assistance", "saling bantu"),
    }
    for template, (part, expected) in told.items():
        assert words.told(sentence(template, a=part)) == expected
