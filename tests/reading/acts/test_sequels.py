"""What one act makes of another."""

from __future__ import annotations

import pytest

from tests.acted import acts, told
from traktat.reading.acts.sequels import completed, settled


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Norland notified Sarvia that it was leaving the border treaty with Sarvia.",
            {"notification occurred XNO", "withdrawal planned XNO"},
        ),
        (
            "id",
            "Norland menyampaikan pemberitahuan penarikan diri dari perjanjian dengan Sarvia.",
            {"notification occurred XNO", "withdrawal planned XNO"},
        ),
        (
            "en",
            "Norland ratified the border treaty with Sarvia. Sarvia did the same in May.",
            {"ratification occurred XNO", "ratification occurred XSA 2016-05"},
        ),
    ],
)
def test_one_act_brings_another(language: str, text: str, expected: set[str]) -> None:
    assert set(acts(text, language)) == expected


def test_an_exit_that_takes_effect_is_the_exit() -> None:
    text = "Norland's withdrawal from the border treaty with Sarvia took effect on 3 March 2017."
    assert acts(text) == ["withdrawal occurred XNO 2017-03-03"]


def test_settled_drafts_stay_in_text_order() -> None:
    report = told("Norland signed and ratified the border treaty with Sarvia.")
    found = settled(report.line, report.drafts, [])
    assert [draft.kind.value for draft in found] == ["signature", "ratification"]


def test_nothing_completes_what_is_not_there() -> None:
    assert completed([]) == []
