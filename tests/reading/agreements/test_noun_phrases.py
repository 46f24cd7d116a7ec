"""All noun phrases for agreements in a report."""

from __future__ import annotations

from itertools import pairwise

from tests.agreed import read


def test_phrases_stand_in_text_order_and_none_inside_another() -> None:
    report = read("The ceasefire agreement holds. Norland signed the Paris Agreement and a pact.")
    found = report.phrases
    assert [report.text(phrase) for phrase in found] == [
        "ceasefire agreement",
        "Paris Agreement",
        "pact",
    ]
    assert all(one.end <= other.first for one, other in pairwise(found))


def test_a_short_name_given_in_brackets_is_found_again() -> None:
    report = read("Norland signed the Lake Waters Agreement (LWA). The LWA has no end date.")
    assert [phrase.acronym for phrase in report.phrases] == ["LWA", "LWA"]
