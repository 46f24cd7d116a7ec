from __future__ import annotations

import pytest

from tests.factories import make_act
from traktat.law.circles import Circle, circle_of, doers_of

PAIR = circle_of(("RUS", "PRK"))
MANY = circle_of(("JPN", "MULTI"))
THREE = circle_of(("CAN", "MEX", "USA"))


def test_only_an_organisation_has_members_that_act() -> None:
    assert circle_of(("FIN", "NATO")).has_members
    assert not PAIR.has_members
    assert not circle_of(("BDI", "NSA:FNL")).has_members


def test_a_circle_knows_whether_all_its_parties_are_named() -> None:
    assert (PAIR.is_pair, PAIR.is_complete) == (True, True)
    assert (MANY.is_pair, MANY.is_complete) == (False, False)
    assert (THREE.is_pair, THREE.is_complete) == (False, True)
    assert circle_of(()) == Circle((), others=True)
    assert circle_of(("USA",)).others


@pytest.mark.parametrize("kind", ["text-agreed", "exchange", "entry-into-force"])
def test_what_both_do_counts_for_both_whoever_is_named(kind: str) -> None:
    for states in ("", "RUS", "CHN"):
        assert doers_of(make_act(kind, states=states), PAIR).surely == ("PRK", "RUS")


@pytest.mark.parametrize("kind", ["approval", "ratification", "deposit", "notification"])
def test_what_one_does_counts_for_the_one_that_is_named(kind: str) -> None:
    assert doers_of(make_act(kind, states="RUS"), PAIR).surely == ("RUS",)
    assert doers_of(make_act(kind), PAIR).maybe == ("PRK", "RUS")
    assert doers_of(make_act(kind, states="CHN"), PAIR).nobody
    assert doers_of(make_act(kind, states="CHN"), MANY).surely == ("CHN",)


@pytest.mark.parametrize("kind", ["suspension", "withdrawal", "termination"])
def test_what_nobody_is_named_for_may_concern_the_agreement(kind: str) -> None:
    assert doers_of(make_act(kind), PAIR).of_agreement


def test_a_signature_by_nobody_named_is_of_all_where_all_are_named() -> None:
    signature = make_act("signature")
    assert doers_of(signature, THREE).surely == ("CAN", "MEX", "USA")
    assert doers_of(signature, MANY).maybe == ("JPN",)
    assert doers_of(make_act("signature", states="JPN MULTI"), MANY).surely == ("JPN",)


def test_a_signature_by_an_outsider_is_only_possibly_one_of_the_parties() -> None:
    assert doers_of(make_act("signature", states="SUN"), PAIR).maybe == ("PRK", "RUS")
    assert not doers_of(make_act("signature", states="SUN"), PAIR).surely


@pytest.mark.parametrize("kind", ["entry-into-force", "provisional-application", "termination"])
def test_what_is_said_of_parties_not_all_named_is_said_of_the_agreement(kind: str) -> None:
    found = doers_of(make_act(kind, states="JPN MULTI"), MANY)
    assert (found.surely, found.of_agreement) == ((), True)
    assert doers_of(make_act(kind, states="JPN"), MANY).surely == ("JPN",)
