"""What the sense of a trigger demands of its agreement."""

from __future__ import annotations

from tests.acted import acts


def test_only_an_agreement_that_is_not_there_yet_is_called_for() -> None:
    assert acts("Norland proposed a border treaty to Sarvia.") == ["text-agreed planned XNO"]
    assert acts("Norland wants the border treaty with Sarvia to last.") == []


def test_only_a_truce_begins() -> None:
    assert acts("The truce between Norland and Sarvia began on Monday.") == [
        "entry-into-force occurred 2017-03-13"
    ]
    assert acts("The pact between Norland and Sarvia began on Monday.") == []


def test_a_deal_on_a_change_is_no_second_deal() -> None:
    text = "Norland and Sarvia reached a deal on extending the grain pact between them."
    assert [line for line in acts(text) if line.startswith("text-agreed")] == []
