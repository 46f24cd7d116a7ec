"""Which mentions mean one instrument."""

from __future__ import annotations

import pytest

from tests.agreed import read
from traktat.reading.agreements.clusters import akin


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sarvia signed a defense pact. The accord has no end date.",
        "Norland and Sarvia signed a defense pact. The security treaty has no end date.",
        "Norland and Sarvia signed the Lake Treaty, also known as the Shore Pact.",
        "Norland signed a pact with Sarvia. Sarvia ratified the pact with Norland.",
    ],
)
def test_names_of_one_instrument_are_united(text: str) -> None:
    found = read(text).found
    assert len(found.findings) == 1
    assert len(found.mentions.items) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norland signed a tax treaty with Sarvia and another treaty with Aruna.",
        "Norland and Sarvia signed a tax treaty. Aruna and Veland signed a tax treaty.",
        "Norland and Sarvia left the 1987 pact. They want to sign a new treaty with Aruna.",
    ],
)
def test_different_instruments_stay_apart(text: str) -> None:
    assert len(read(text).found.findings) == 2


def test_one_known_agreement_is_one_however_it_is_called() -> None:
    report = read("Norland left the Paris Agreement. Sarvia stays in the Paris climate accord.")
    assert [finding.known for finding in report.found.findings] == ["paris-agreement"]


def test_topics_of_one_family_may_be_said_of_one_agreement() -> None:
    assert akin({"defense"}, {"security"})
    assert akin(set(), {"trade"})
    assert not akin({"tax"}, {"hostages"})


def test_a_name_soon_after_a_description_is_the_same() -> None:
    report = read(
        "The United States will leave a Cold War pact with Russia. "
        "It left the Intermediate-Range Nuclear Forces Treaty over missiles."
    )
    assert [finding.known for finding in report.found.findings] == ["inf"]


def test_a_joint_statement_is_no_treaty_known_by_name() -> None:
    report = read(
        "Norland ratified the Paris Agreement. "
        "Norland and Sarvia signed a joint statement. The joint statement sets up a committee."
    )
    assert report.parties == {("MULTI", "XNO"), ("XNO", "XSA")}


def test_what_a_noun_is_said_to_be_is_the_same() -> None:
    report = read(
        "The treaty was finalized. "
        "The treaty is the first legal document signed between Norland and Sarvia."
    )
    assert report.parties == {("XNO", "XSA")}
    assert len(report.found.findings) == 1
