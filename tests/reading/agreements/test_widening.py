"""Parties of a multilateral that only its acts name."""

from __future__ import annotations

import pytest

from tests.acted import told
from traktat.reading.agreements import widened


def parties(text: str, language: str = "en") -> list[tuple[str, ...]]:
    report = told(text, language)
    return [item.parties for item in widened(report.sources.agreements, report.acts).findings]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Paris Agreement took effect on Friday. Norland has yet to ratify.", "en"),
        ("Perjanjian Paris mulai berlaku bagi Norland pada Jumat.", "id"),
        ("Perjanjian Paris mulai berlaku pada Jumat. Norland belum merampungkan ratifikasi.", "id"),
    ],
)
def test_whose_act_is_told_is_a_party(text: str, language: str) -> None:
    assert parties(text, language) == [("MULTI", "XNO")]


def test_who_did_not_sign_is_none() -> None:
    text = "The Paris Agreement took effect on Friday. Norland has not signed it."
    assert parties(text) == [("MULTI",)]


def test_an_agreement_of_two_stays_one_of_two() -> None:
    text = "Norland and Sarvia signed a border treaty. Aruna ratified it in May."
    assert parties(text) == [("XNO", "XSA")]
