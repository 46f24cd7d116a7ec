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


def test_a_club_is_left_out_for_the_many_who_meet_in_it() -> None:
    evidence = Evidence(closed=("G7", "XNO"), weight=SIGNED, partners=("G7",))
    evidence.leave_out(["G7"])
    assert (evidence.codes, evidence.partners, evidence.many) == (("XNO",), (), True)
    assert (evidence.closed, evidence.weight) == ((), 0)


def test_two_sides_beside_a_club_are_kept_as_they_are() -> None:
    evidence = Evidence(closed=("G7", "XNO", "XSA"), weight=SIGNED, some=["G7"])
    evidence.leave_out(["G7"])
    assert (evidence.closed, evidence.weight, evidence.some) == (("XNO", "XSA"), SIGNED, [])
