"""Fusion held against a made-up world whose truth is known."""

from __future__ import annotations

import pytest

from tests.synthetic import Score, scored, world
from traktat.fusion import fuse


@pytest.fixture(scope="module")
def score() -> Score:
    found = world(24, 700, seed=11, noise=0.06)
    return scored(found, fuse(found.readings))


def test_every_agreement_has_one_record(score: Score) -> None:
    assert score.records == score.agreements


def test_dates_hold(score: Score) -> None:
    assert Score.share(score.dates) >= 0.99


def test_independent_origins_are_counted_right(score: Score) -> None:
    assert Score.share(score.origins) >= 0.95


def test_planted_contradictions_are_found(score: Score) -> None:
    assert Score.share(score.planted) >= 0.95
    assert score.planted[1] > 50


def test_hardly_any_alarm_is_false(score: Score) -> None:
    assert score.alarms[0] <= 0.02 * score.alarms[1]


def test_copies_translations_and_paraphrases_are_found(score: Score) -> None:
    assert Score.share(score.ties) >= 0.95
    assert score.false_ties <= 0.02 * score.ties[1]


def test_the_standing_on_random_days_is_right(score: Score) -> None:
    assert Score.share(score.standings) >= 0.99
