"""Clusters made sure of."""

from __future__ import annotations

from tests.agreed import read


def test_a_mention_without_parties_goes_to_the_agreement_it_can_mean() -> None:
    report = read("A peace treaty is near. Norland and Sarvia signed the peace treaty on Monday.")
    assert len(report.found.findings) == 1
    assert len(report.found.mentions.items) == 2


def test_agreements_in_general_are_none() -> None:
    assert read("Norland respects international agreements.").parties == set()


def test_rebels_without_a_name_take_that_of_the_only_group() -> None:
    report = read(
        "Ivory Coast and the rebels signed a peace accord. "
        "The New Forces rebels will join the army."
    )
    assert report.parties == {("CIV", "NSA:New Forces")}


def test_a_former_state_stands_where_its_successor_would() -> None:
    report = read(
        "Russia and Norland signed a friendship treaty. "
        "It resembles a similar document from the days of the Soviet Union."
    )
    assert ("SUN", "XNO") in report.parties


def test_one_sure_side_is_paired_with_the_only_other_it_keeps_company_with() -> None:
    report = read(
        "Norland's failure to honor the agreement angered Sarvia. "
        "Sarvia said Norland violated the agreement."
    )
    assert report.parties == {("XNO", "XSA")}


def test_rebels_are_the_group_that_a_report_speaks_of_above_all() -> None:
    report = read(
        "Sarvia signed a peace deal with the militant group. The Taliban met. The Taliban left. "
        "The Taliban came. The Taliban went. Al Qaeda was not there."
    )
    assert report.parties == {("NSA:Taliban", "XSA")}
