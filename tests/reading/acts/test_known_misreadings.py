"""What is still misread, kept as strict expected failures: each says why; one that passes fails."""

from __future__ import annotations

import pytest

from tests.acted import acts

PACT = "Norland and Sarvia signed a border treaty on 3 March 2017."

MISREADINGS = [
    (
        "en",
        "the day of the sentence before is not carried over to the deed behind it",
        "Oran Vask of Norland flew to Sarvia on 3 March 2017. He signed a treaty with Sarvia.",
        ["signature occurred Oran Vask 2017-03-03"],
    ),
    (
        "en",
        "an idiom of return names no verb of joining",
        "Norland left the Paris Agreement. Oran Vask brought the country back in on 3 March 2017.",
        ["accession occurred Oran Vask 2017-03-03", "withdrawal occurred XNO"],
    ),
    (
        "en",
        "who followed a state did what it did",
        "Norland ratified the border treaty with Sarvia in 2015. It was followed by Sarvia.",
        ["ratification occurred XNO 2015", "ratification occurred XSA"],
    ),
    (
        "en",
        "a go-ahead is an approval only with its agreement beside it",
        f"{PACT} The treaty took effect after Sarvia gave its go-ahead.",
        [
            "approval occurred XSA",
            "entry-into-force occurred",
            "signature occurred XNO+XSA 2017-03-03",
        ],
    ),
    (
        "en",
        "a report that is dismissed leaves what it told neither done nor denied",
        "Norland dismissed a report that it would sign a border treaty with Sarvia on Monday.",
        ["signature planned XNO"],
    ),
    (
        "en",
        "what could not be had without a treaty is no treaty reached",
        f"{PACT} There is little in the treaty that could not be achieved by good will.",
        ["signature occurred XNO+XSA 2017-03-03"],
    ),
    (
        "id",
        "a second chamber that shares the verb of the first is left out",
        (
            "Perjanjian Norland dan Sarvia disetujui Duma Negara Rusia pada 1 Maret 2017"
            " dan Dewan Federasi sepekan kemudian."
        ),
        [
            "approval occurred Dewan Federasi 2017-03-08 upper",
            "approval occurred Duma Negara 2017-03-01 lower",
        ],
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param(language, text, wanted, marks=pytest.mark.xfail(reason=why, strict=True))
        for language, why, text, wanted in MISREADINGS
    ],
)
def test_what_is_still_misread(language: str, text: str, wanted: list[str]) -> None:
    assert sorted(acts(text, language)) == sorted(wanted)
