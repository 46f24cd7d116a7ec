"""Which agreement an act is about."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.acts.bills import papers
from traktat.reading.acts.ties import direct, in_focus, tie
from traktat.reading.acts.triggers import Voice, voice_of

BEFORE = "Norland and Sarvia drew up a border treaty. "


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norland signed the border treaty.", "object"),
        ("The border treaty was signed.", "subject"),
        ("The border treaty Norland signed holds.", "antecedent"),
        ("Norland kept it at first but then signed it.", "pronoun"),
        ("Norland signed on Monday.", "focus"),
    ],
)
def test_grammar_ties_an_act_before_focus_does(text: str, rule: str) -> None:
    draft = told(BEFORE + text).drafts[-1]
    assert draft.link.rule == rule
    assert draft.link.key == "A"


def test_an_own_object_ties_directly() -> None:
    report = told(BEFORE + "Norland signed the border treaty.")
    trigger = report.triggers[-1]
    sense = trigger.senses[0]
    (link,) = direct(report.line, trigger, sense, voice_of(report.line, trigger, sense))
    assert link.direct


def test_another_object_ties_nothing() -> None:
    report = told(BEFORE + "Norland signed a book.")
    trigger = report.triggers[-1]
    assert tie(report.line, trigger, trigger.senses[0], Voice.ACTIVE) == []


def test_the_agreement_in_focus_is_the_last_one_named() -> None:
    report = told(BEFORE + "Aruna and Veland drew up a truce. Norland signed on Monday.")
    link = in_focus(report.line, report.triggers[-1])
    assert link is not None
    assert not link.direct
    assert link.key == "B"


def test_papers_are_the_object_of_who_hands_them_over() -> None:
    report = told(BEFORE + "Norland and Sarvia exchanged instruments of ratification.")
    trigger = report.triggers[-1]
    assert [mark.key for mark in papers(report.line, trigger, trigger.senses[0], Voice.ACTIVE)]


def test_no_papers_where_none_are_named() -> None:
    report = told(BEFORE + "Norland signed the border treaty.")
    trigger = report.triggers[-1]
    assert papers(report.line, trigger, trigger.senses[0], Voice.ACTIVE) == []
