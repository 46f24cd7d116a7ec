"""What one mention tells of its parties."""

from __future__ import annotations

from traktat.reading.agreements.evidence import FRAMED, GUESSED, SIGNED, Evidence


def test_the_surer_set_is_kept_and_what_it_lacks_is_noted() -> None:
    evidence = Evidence()
    evidence.close(("XNO", "XSA"), FRAMED)
    evidence.close(("XNO", "XAR"), GUESSED)
    assert evidence.closed == ("XNO", "XSA")
    assert evidence.codes == ("XNO", "XSA", "XAR")


def test_a_surer_set_takes_the_place_of_another() -> None:
    evidence = Evidence()
    evidence.close(("XNO", "XAR"), GUESSED)
    evidence.close(("XNO", "XSA"), SIGNED)
    assert (evidence.closed, evidence.weight) == (("XNO", "XSA"), SIGNED)


def test_one_party_is_no_full_set() -> None:
    evidence = Evidence()
    evidence.close(("XNO",), SIGNED)
    assert (evidence.closed, evidence.some) == ((), ["XNO"])
