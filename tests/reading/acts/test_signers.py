"""Letters and who signs them."""

from __future__ import annotations

from tests.acted import acts

LETTER = (
    "I send to the Senate, for its consent, the border treaty between Norland and Sarvia.\n\n"
    "It ends an old quarrel.\n\n"
)


def test_the_signer_does_what_the_letter_does() -> None:
    told = acts(LETTER + "ANA B. ORLO\n\nTHE PALACE,\nMarch 3, 2017.")
    assert told == ["submission occurred ANA B. ORLO 2017-03-03"]


def test_a_letter_without_a_signature_has_no_actor() -> None:
    assert acts(LETTER + "Sincerely") == ["submission occurred"]
