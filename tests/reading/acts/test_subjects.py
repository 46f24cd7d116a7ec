"""Agreements that are subjects."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.model.kinds import ActKind
from traktat.reading.acts.subjects import joined_left, subject_of


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The border treaty between Norland and Sarvia expired in May.", 1),
        ("en", "The border treaty between Norland and Sarvia, drawn up in May, expired.", 1),
        ("en", "Norland kept the border treaty with Sarvia; its visa rule expired.", 0),
        ("en", "The border treaty that Norland and Sarvia signed in Porta expired in May.", 1),
        ("id", "Perjanjian perbatasan antara Norland dan Sarvia berakhir pada Mei.", 1),
    ],
)
def test_an_agreement_is_the_subject_of_what_it_does(language: str, text: str, found: int) -> None:
    report = told(text, language)
    trigger = report.triggers[-1]
    assert len(subject_of(report.line, trigger, ActKind.TERMINATION, passive=False)) == found


def test_joined_agreements_are_subjects_together() -> None:
    report = told(
        "Norland and Sarvia signed a border treaty. Norland and Aruna signed a tax pact. "
        "The border treaty and the tax pact expired."
    )
    last = report.line.agreements[report.line.end - 3]
    assert [mention.key for mention in joined_left(report.line, last)] == ["B", "A"]
