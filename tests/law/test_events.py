from __future__ import annotations

import pytest

from traktat.law.events import Event, Match, is_inverted, meets


@pytest.mark.parametrize(
    ("event", "trigger", "match"),
    [
        ("armed-attack", "armed-attack", "yes"),
        ("armed-attack", "aggression", "yes"),
        ("armed-attack", "armed-invasion", "yes"),
        ("armed-attack", "state-of-war", "yes"),
        ("armed-attack", "ballistic-missile-test", "no"),
        ("armed-attack", None, "maybe"),
        ("armed-attack", "", "maybe"),
        ("war-declared", "state-of-war", "yes"),
        ("war-declared", "armed-attack", "maybe"),
        ("war-declared", "request", "no"),
        ("consultation-request", "request", "yes"),
        ("consultation-request", "threat", "maybe"),
    ],
)
def test_an_event_meets_a_trigger(event: str, trigger: str | None, match: str) -> None:
    assert meets(Event(event), trigger) is Match(match)


def test_a_trigger_that_serves_the_attacker_is_inverted() -> None:
    assert is_inverted("party-becomes-aggressor")
    assert not is_inverted("aggression")
    assert not is_inverted(None)
