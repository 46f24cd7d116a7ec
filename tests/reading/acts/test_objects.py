"""Objects of verbs and of event nouns."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.model.kinds import ActKind
from traktat.reading.acts.objects import (
    hands_on,
    heads_talks,
    is_headed,
    is_tensed,
    objects_of,
    of_noun,
    past_preposition,
    relative_object,
    talks_within,
)

SIGNED = ActKind.SIGNATURE


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("Norland signed a long-awaited treaty with Sarvia.", "signed", 1),
        ("Norland signed on Monday a treaty with Sarvia.", "signed", 1),
        ("Norland agreed Monday to a truce with Sarvia.", "agreed", 1),
        ("Norland signed the text of the treaty with Sarvia.", "signed", 1),
    ],
)
def test_an_object_stands_behind_its_verb(text: str, verb: str, found: int) -> None:
    report = told(text)
    assert len(objects_of(report.line, report.token(verb) + 1, SIGNED)) == found


def test_a_close_object_lets_no_unknown_word_between() -> None:
    report = told("Norland decided to honor the treaty with Sarvia.")
    at = report.token("to") + 1
    assert objects_of(report.line, at, SIGNED, close=True) == []


def test_a_preposition_is_stepped_over_once() -> None:
    report = told("Norland pulled out of the treaty with Sarvia.")
    at = report.token("of")
    assert past_preposition(report.line, at) == at + 1
    assert past_preposition(report.line, report.token("pulled")) == report.token("pulled")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The ratification of the treaty between Norland and Sarvia dragged on.", "ratification"),
        ("The withdrawal of Norland from the treaty hurt.", "withdrawal"),
        ("The ratification by Norland of the treaty dragged on.", "ratification"),
    ],
)
def test_an_event_noun_is_about_its_agreement(text: str, noun: str) -> None:
    report = told("Norland and Sarvia signed a treaty. " + text)
    trigger = next(t for t in report.triggers if t.first == report.token(noun))
    assert len(of_noun(report.line, trigger, ActKind.RATIFICATION)) == 1


def test_a_relative_clause_takes_its_antecedent() -> None:
    report = told("Norland and Sarvia talked. The border treaty Norland and Sarvia signed holds.")
    trigger = report.triggers[-1]
    assert relative_object(report.line, trigger)


def test_a_text_heads_its_agreement() -> None:
    report = told("The text of the treaty between Norland and Sarvia was unveiled.")
    mention = report.line.agreements[report.token("treaty")]
    assert is_headed(report.line, mention, ActKind.PUBLICATION)
    assert not is_headed(report.line, mention, ActKind.WITHDRAWAL)


def test_a_participation_hands_its_suspension_on() -> None:
    report = told("Norland put its participation in the treaty with Sarvia on hold.")
    at = report.token("put") + 1
    assert hands_on(report.line, at, ActKind.SUSPENSION) is not None
    assert hands_on(report.line, at, ActKind.SIGNATURE) is None


def test_talks_are_not_their_agreement() -> None:
    report = told("Norland and Sarvia resumed treaty negotiations.")
    line = report.line
    assert talks_within(line, line.first, line.end)
    for mention in set(line.agreements.values()):
        assert heads_talks(line, mention, ActKind.RESUMPTION)


@pytest.mark.parametrize(("language", "tensed"), [("en", True), ("id", False)])
def test_a_language_marks_the_past_or_not(language: str, tensed: bool) -> None:
    assert is_tensed(told("Norland.", language).line) is tensed
