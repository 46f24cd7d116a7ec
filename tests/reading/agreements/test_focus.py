"""Which agreement is spoken of at a place."""

from __future__ import annotations

from tests.agreed import read
from traktat.reading.agreements.focus import agreement_at, main_agreement

TEXT = (
    "Parliament met. Norland and Sarvia signed a tax treaty. It has ten articles.\n"
    "Aruna and Veland agreed to a truce. It holds. Monitors arrived.\n"
    "Nothing else happened."
)


def test_the_last_mention_of_the_paragraph_is_in_focus() -> None:
    report = read(TEXT)
    assert agreement_at(report.page, report.found, report.token("articles")) == "A"
    assert agreement_at(report.page, report.found, report.token("holds")) == "B"


def test_before_any_mention_the_main_agreement_is_in_focus() -> None:
    report = read(TEXT)
    assert agreement_at(report.page, report.found, report.token("Parliament")) == "A"


def test_a_paragraph_without_mentions_goes_on_with_the_last() -> None:
    report = read(TEXT)
    assert agreement_at(report.page, report.found, report.token("happened")) == "B"


def test_without_agreements_nothing_is_in_focus() -> None:
    report = read("It rained.")
    assert agreement_at(report.page, report.found, 0) is None
    assert main_agreement(report.found) is None
