"""Drafts a careful reader would not report."""

from __future__ import annotations

import pytest

from tests.acted import Told, acts, told
from traktat.reading.acts.doubts import (
    credible,
    is_ballot,
    is_mere_word,
    is_rule,
    is_supposed,
    is_unfounded,
    never_begun,
    shadows,
)
from traktat.reading.acts.drafts import Draft

PACT = "the border treaty between Norland and Sarvia"


def last(report: Told) -> Draft:
    return report.drafts[-1]


@pytest.mark.parametrize(
    ("text", "mere"),
    [
        (f"If {PACT} expired, both would arm.", True),
        (f"Now {PACT} has expired.", False),
    ],
)
def test_a_supposed_end_is_a_mere_word(text: str, mere: bool) -> None:
    assert is_mere_word(last(told(text))) is mere


def test_what_is_averted_is_only_supposed() -> None:
    assert is_supposed(last(told(f"A law prevents Norland's withdrawal from {PACT}.")))
    assert not is_supposed(last(told(f"Norland signed {PACT}.")))


def test_what_an_agreement_permits_is_a_rule() -> None:
    assert is_rule(last(told(f"For five years {PACT} can be extended.")))
    assert not is_rule(last(told(f"Norland extended {PACT}.")))


def test_a_vote_that_is_over_decides_nothing() -> None:
    assert is_ballot(last(told(f"Norland's parliament voted on {PACT}.")))
    assert not is_ballot(last(told(f"Norland's parliament will vote on {PACT}.")))


def test_nobody_leaves_what_was_never_agreed() -> None:
    text = (
        "Norland and Sarvia failed to reach a border treaty. "
        "Norland walked away from the border treaty."
    )
    assert acts(text) == ["text-agreed denied XNO+XSA"]


def test_who_leaves_an_agreement_that_is_there_is_believed() -> None:
    report = told(f"Norland walked away from {PACT}.")
    assert not is_unfounded(last(report), never_begun(report.drafts))


def test_a_plan_is_the_shadow_of_its_deed() -> None:
    done = last(told(f"Norland signed {PACT}."))
    plan = last(told(f"Norland wants to sign {PACT}."))
    assert shadows(done, plan)
    assert not shadows(plan, done)
    assert credible([done, plan]) == [done]
