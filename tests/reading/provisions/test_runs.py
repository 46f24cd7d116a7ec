"""Clause after clause, sentence after sentence that tell an agreement's rules."""

from __future__ import annotations

from tests.reading.provisions.test_openings import BOTH, NORLAND, VALDORIA, told

BEGUN = "The pact obliges Valdoria to use the new name of the strait. "
MULAI = "Pakta itu mewajibkan Valdoria memakai nama baru selat itu. "


def behind(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return told(BEGUN + text)[1:]


def test_a_sentence_goes_on_with_the_rules_whatever_it_is_about() -> None:
    assert behind("The lighthouse will be painted white.") == [("other", "will", BOTH)]
    assert behind("Norland, for its part, must mix the paint.") == [("other", "shall", NORLAND)]
    found = told(MULAI + "Mercusuar itu mesti dicat putih setiap tahun.", "id")
    assert found[1:] == [("other", "shall", BOTH)]


def test_each_clause_of_a_sentence_is_a_rule() -> None:
    text = "Under the pact, Norland will mend the pier, and Valdoria may paint its boats there."
    kinds = {(force, bearers) for _, force, bearers in told(text)}
    assert ("will", NORLAND) in kinds
    assert ("may", VALDORIA) in kinds


def test_what_comes_of_an_agreement_goes_on_with_no_rule() -> None:
    assert behind("This will please the fishermen.") == []
    assert behind("It could also please the fishermen.") == []
    assert behind("The fishermen will sign on Monday.") == []


def test_what_somebody_says_goes_on_with_no_rule() -> None:
    assert behind('"The lighthouse will be white," the painter Ola Berg said.') == []


def test_another_paragraph_goes_on_with_no_rule() -> None:
    assert behind("\n\nThe lighthouse will be painted white.") == []


def test_a_party_that_is_allowed_something_may_do_it() -> None:
    assert told("Norland is allowed to mend two piers.") == [("other", "may", NORLAND)]
    assert told("Norland diperbolehkan memelihara dua mercusuar.", "id") == [
        ("other", "may", NORLAND)
    ]


def test_a_clause_under_the_pact_is_told_once() -> None:
    assert told("Under the pact, Norland will mend the pier.") == [("other", "will", NORLAND)]
