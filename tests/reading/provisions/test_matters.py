"""What the words of a frame say a rule is about, and which only say more of it."""

from __future__ import annotations

import pytest

from tests.reading.provisions.test_provisions import rules


def kinds(text: str, lang: str = "en") -> list[str]:
    return [one.provision.value for one in rules(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "The deal provides for the release of prisoners and the reopening of the border.",
            "en",
            ["release of prisoners", "reopening of"],
        ),
        (
            "Kesepakatan itu mengatur pembebasan tahanan dan pembukaan kembali perbatasan.",
            "id",
            ["pembebasan tahanan", "pembukaan kembali"],
        ),
    ],
)
def test_unlike_matters_of_a_list_are_rules_of_their_own(
    text: str, lang: str, expected: list[str]
) -> None:
    found = rules(text, lang)
    assert [one.content for one in found] == expected
    assert len({one.provision for one in found}) == 1


def test_a_deed_on_what_a_kind_covers_is_of_that_kind() -> None:
    assert kinds("The pact bans the transfer of warheads.") == ["arms-limitation"]


def test_the_aid_owed_to_the_attacked_is_no_rule_on_money() -> None:
    text = "The pact obliges both to give military assistance and other aid if one is attacked."
    assert kinds(text) == ["mutual-assistance"]


def test_the_scope_of_a_ban_on_agreements_is_no_rule() -> None:
    text = (
        "Valdoria and Norland agreed not to sign treaties with third states that harm the"
        " sovereignty of the other."
    )
    assert kinds(text) == ["no-adverse-treaty"]


def test_a_topic_far_from_its_verb_makes_no_rule() -> None:
    text = (
        "The pact lets both limit fees for the use of roads, rails, harbors and canals by the"
        " trucks, trains, ships and boats of companies that carry missiles."
    )
    assert "arms-limitation" not in kinds(text)


def test_what_is_bought_belongs_to_whoever_pledged_to_buy() -> None:
    found = rules("Norland agreed to buy Valdoria's gas and to import its wheat.")
    assert {one.bearers for one in found} == {("XNO",)}
