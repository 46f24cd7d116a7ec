"""Whom an agreement is with."""

from __future__ import annotations

import pytest

from tests.agreed import read
from traktat.reading.agreements.evidence import NAMED, Evidence
from traktat.reading.agreements.partners import Partners


def partners(text: str) -> tuple[tuple[str, ...], Evidence]:
    report = read(text)
    phrase, found = report.phrases[0], Evidence()
    report.words.roles.load(phrase.sentence)
    heads = frozenset(item.head for item in report.phrases)
    reader = Partners(report.page, report.groups, report.words.roles, heads)
    return reader.of(phrase, found), found


def test_with_leads_to_the_other_side() -> None:
    assert partners("The pact with Sarvia was extended.")[0] == ("XSA",)


def test_between_leads_to_all_sides() -> None:
    evidence = partners("The pact between Norland, Sarvia and Aruna was extended.")[1]
    assert (set(evidence.closed), evidence.weight) == ({"XNO", "XSA", "XAR"}, NAMED)


def test_companies_rule_a_phrase_out() -> None:
    assert partners("The agreement with the company was extended.")[1].outside


@pytest.mark.parametrize("verb", ["attended", "witnessed", "hosted"])
def test_who_only_helped_signed_nothing(verb: str) -> None:
    assert not partners(f"The pact was signed at a ceremony {verb} by Norland.")[1].codes
