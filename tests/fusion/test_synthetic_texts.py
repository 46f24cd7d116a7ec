"""Reading and fusion together, held against a made-up world told in two languages."""

from __future__ import annotations

import pytest

from tests.synthetic import Score, World, scored, world
from tests.synthetic_texts import MANNER
from traktat.fusion import fuse


@pytest.fixture(scope="module")
def found() -> World:
    return world(12, 240, seed=11, manner=MANNER)


@pytest.fixture(scope="module")
def score(found: World) -> Score:
    return scored(found, fuse(found.readings))


def test_the_world_is_told_in_both_languages(found: World) -> None:
    assert {one.report.language for one in found.readings} == {"en", "id"}


def test_every_agreement_has_one_record(score: Score) -> None:
    assert score.records == score.agreements


def test_the_standing_on_random_days_is_right(score: Score) -> None:
    assert Score.share(score.standings) >= 0.98


def test_dates_and_origins_are_right(score: Score) -> None:
    assert Score.share(score.dates) >= 0.95
    assert Score.share(score.origins) >= 0.95


def test_most_planted_contradictions_are_found_and_few_alarms_are_false(score: Score) -> None:
    assert Score.share(score.planted) >= 0.85
    assert score.alarms[0] <= 0.02 * score.alarms[1]


def test_retellings_are_found(score: Score) -> None:
    assert Score.share(score.ties) >= 0.95
