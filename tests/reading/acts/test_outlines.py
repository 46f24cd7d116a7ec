"""A sentence laid out for reading acts."""

from __future__ import annotations

from tests.acted import told
from traktat.reading.acts.outlines import speaker_at


def test_mentions_are_found_from_every_token_they_cover() -> None:
    report = told("Norland signed the border treaty with Sarvia.")
    line = report.line
    at = report.token("treaty")
    assert line.agreements[at] is line.agreements[at - 1]


def test_tags_name_the_grammar_of_a_token() -> None:
    report = told("Norland will sign the treaty with Sarvia.")
    assert report.line.has(report.token("will"), "future")
    assert not report.line.has(report.token("will"), "negation")
    assert report.line.any_tag(report.line.first, report.line.end, "with")


def test_what_opens_a_clause_is_noted() -> None:
    report = told("Norland left the treaty with Sarvia because it was old.")
    assert report.line.opener(report.token("because")) == "cause"
    assert report.line.opener(report.token("left")) is None


def test_marks_part_clauses_but_a_hyphen_does_not() -> None:
    report = told("Norland left the long-awaited treaty with Sarvia; Aruna stayed - and signed.")
    line = report.line
    assert line.stops(report.token(";"))
    hyphens = [t for t in range(line.first, line.end) if line.words[t] == "-"]
    assert [line.stops(token) for token in hyphens] == [False, True]


def test_saying_verbs_are_set_apart() -> None:
    report = told("Norland said that Sarvia signed the treaty.")
    assert report.token("said") in report.line.saying
    assert report.token("signed") not in report.line.saying


def test_a_name_within_an_agreement_is_left_out() -> None:
    report = told("Norland signed the treaty with Sarvia.")
    assert report.token("Norland") in report.line.names
    assert set(report.line.names).isdisjoint(report.line.agreements)


def test_mentions_come_once_in_order() -> None:
    report = told("Norland and Sarvia signed the treaty.")
    names = [name.key for name in report.line.ordered(report.line.names)]
    assert names == ["XNO", "XSA"]


def test_nobody_speaks_outside_of_speech() -> None:
    report = told("Norland signed the treaty with Sarvia.")
    assert speaker_at(report.sources, report.token("signed")) is None
