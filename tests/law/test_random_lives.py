"""Random lawful lives: the standing on random days is what their teller wrote down."""

from __future__ import annotations

from tests.lives import standings_right


def test_the_standing_is_right_on_random_days_of_random_lives() -> None:
    right = standings_right(240, 8, seed=5)
    assert right.of_agreements == 240 * 8
    assert right.wrong == []
