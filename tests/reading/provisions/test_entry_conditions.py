"""Conditions of entry into force in the words that the law of treaties counts with."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.law.clauses import entry_terms
from traktat.model.findings import ProvisionFinding
from traktat.model.kinds import ActKind, Force, ProvisionKind
from traktat.model.records import Provision

CASES = [
    (
        (
            "Valdoria dan Norland meneken pakta itu. Pakta tersebut akan mulai berlaku"
            " setelah kedua negara bertukar piagam ratifikasi."
        ),
        "id",
        "exchange-of-ratification-instruments",
    ),
    (
        (
            "Valdoria and Norland signed the treaty. The treaty will enter into force"
            " 30 days after the two countries exchange instruments of ratification."
        ),
        "en",
        "30-days-after-exchange-of-ratification-instruments",
    ),
    (
        (
            "Valdoria dan Norland meneken pakta itu. Pakta tersebut akan mulai berlaku"
            " setelah 20 negara meratifikasinya."
        ),
        "id",
        "20-ratifications",
    ),
    (
        (
            "Valdoria and Norland signed the treaty. The treaty will enter into force"
            " once 20 states have ratified it."
        ),
        "en",
        "20-ratifications",
    ),
    *(
        (f"Valdoria and Norland signed the treaty. The treaty will {clause}.", "en", trigger)
        for clause, trigger in (
            ("take effect once at least six members and three others ratify it", "9-ratifications"),
            ("take effect after six members and three of five others ratify it", "9-ratifications"),
            ("take effect when ratified by six island states and three others", "9-ratifications"),
            ("take effect once six or seven states ratify it", "7-ratifications"),
            ("take effect once 20 states with 60 percent of exports ratify it", "ratification"),
            ("take effect after six members and two others ratify it", "8-ratifications"),
        )
    ),
    *(
        (f"Valdoria dan Norland meneken pakta itu. Pakta itu akan berlaku {clause}.", "id", trigger)
        for clause, trigger in (
            ("setelah enam anggota dan tiga negara mitra meratifikasinya", "9-ratifications"),
            ("jika enam anggota serta tiga dari lima mitra meratifikasinya", "9-ratifications"),
            ("setelah diratifikasi enam anggota dan tiga negara mitra", "9-ratifications"),
        )
    ),
]


@pytest.mark.parametrize(("text", "lang", "trigger"), CASES)
def test_a_condition_is_one_phrase_in_every_language(text: str, lang: str, trigger: str) -> None:
    found = [
        one.trigger
        for one in all_of(ProvisionFinding, text, lang)
        if one.provision is ProvisionKind.ENTRY_INTO_FORCE
    ]
    assert found == [trigger]


def test_the_law_reads_it() -> None:
    clause = Provision(
        id="c", kind=ProvisionKind.ENTRY_INTO_FORCE, force=Force.WILL, trigger=CASES[1][2]
    )
    terms = entry_terms([clause])
    assert terms is not None
    assert ActKind.EXCHANGE in terms.steps
    assert terms.delay is not None
    assert (terms.delay.count, terms.delay.unit) == (30, "day")


def test_how_long_it_lasts_is_a_period() -> None:
    text = "Valdoria dan Norland meneken pakta itu. Pakta tersebut berlaku selama 20 tahun."
    found = all_of(ProvisionFinding, text, "id")
    assert [(one.provision, one.timing) for one in found] == [("duration", "20-years")]
