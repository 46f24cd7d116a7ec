"""The facts written by hand for each golden case hold, whatever the program printed last."""

from __future__ import annotations

from typing import Any

import pytest

from tests.golden.facts import Fact, facts_of, failings, named
from tests.golden.outcomes import cases


def _params() -> list[Any]:
    return [
        pytest.param(
            case,
            fact,
            id=f"{case}: {named(fact)}",
            marks=[pytest.mark.xfail(reason=fact["fails"], strict=True)] if "fails" in fact else [],
        )
        for case in sorted(cases())
        for fact in facts_of(case)
    ]


@pytest.mark.parametrize(("case", "fact"), _params())
def test_a_fact_holds(case: str, fact: Fact) -> None:
    assert failings(case, fact) == []


@pytest.mark.parametrize("case", sorted(cases()))
def test_every_fact_says_where_it_stands(case: str) -> None:
    assert all(fact["says"] for fact in facts_of(case))
