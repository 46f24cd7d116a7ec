"""The parties of a cluster."""

from __future__ import annotations

from traktat.reading.agreements.evidence import FRAMED, GUESSED, SIGNED
from traktat.reading.agreements.instruments import Cluster
from traktat.reading.agreements.sides import parties_of


def cluster(*told: tuple[set[str], int], known: str | None = None) -> Cluster:
    closed = {(frozenset(codes), weight): 1 for codes, weight in told}
    codes = {code for found, _ in told for code in found}
    return Cluster(known=known, closed=closed, codes=codes)


def test_the_set_told_most_surely_wins() -> None:
    made = cluster(({"XNO", "XSA"}, FRAMED), ({"XNO", "XAR"}, GUESSED))
    assert parties_of(made, frozenset()) == ("XNO", "XSA")


def test_a_wider_set_that_signed_is_taken_over() -> None:
    made = cluster(({"XNO", "XSA"}, FRAMED), ({"XNO", "XSA", "XAR"}, SIGNED))
    assert parties_of(made, frozenset()) == ("XAR", "XNO", "XSA")


def test_a_wider_set_that_is_only_guessed_is_not() -> None:
    made = cluster(({"XNO", "XSA"}, SIGNED), ({"XNO", "XSA", "XAR"}, GUESSED))
    assert parties_of(made, frozenset()) == ("XNO", "XSA")


def test_one_side_is_no_agreement() -> None:
    assert parties_of(Cluster(codes={"XNO"}), frozenset({"XNO"})) == ()


def test_a_known_pair_is_whole_though_a_report_names_one() -> None:
    assert parties_of(Cluster(known="inf"), frozenset({"USA"})) == ("RUS", "USA")


def test_a_former_state_stands_where_the_report_names_it() -> None:
    assert parties_of(Cluster(known="inf"), frozenset({"USA", "SUN"})) == ("SUN", "USA")


def test_known_parties_that_are_not_all_named_leave_the_rest_open() -> None:
    named = frozenset({"USA", "IRN", "GBR"})
    assert parties_of(Cluster(known="jcpoa"), named) == ("GBR", "IRN", "MULTI", "USA")


def test_two_named_are_all_where_a_report_hints_at_no_others() -> None:
    named = frozenset({"USA", "IRN"})
    assert parties_of(Cluster(known="jcpoa"), named) == ("IRN", "USA")
    assert parties_of(Cluster(known="jcpoa", many=True), named) == ("IRN", "MULTI", "USA")


def test_a_treaty_of_one_organization_is_its_own_where_no_member_is_told() -> None:
    assert parties_of(Cluster(known="lisbon"), frozenset({"FRA"})) == ("EU",)
