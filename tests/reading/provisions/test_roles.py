"""Who is attacked, who helps, and renditions of a duty that turn the roles round."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ProvisionFinding

OPENING = {
    "en": "Under the defense pact between Valdoria and Norland, ",
    "id": "Menurut pakta pertahanan antara Valdoria dan Norland, ",
}
INVERTED = "roles-inverted"


def duty(text: str, lang: str) -> ProvisionFinding:
    rules = all_of(ProvisionFinding, OPENING[lang] + text, lang)
    found = [one for one in rules if one.provision == "mutual-assistance"]
    assert len(found) == 1, rules
    return found[0]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("if one party commits aggression, it must receive military assistance.", "en"),
        ("if one side attacks first, the other must give it military assistance.", "en"),
        ("when either country starts a war, the other side shall give military aid.", "en"),
        ("if a party commits an act of aggression, that party shall give military aid.", "en"),
        ("bila satu pihak melancarkan agresi, ia wajib menerima bantuan militer.", "id"),
        (
            "jika salah satu pihak menyerang lebih dulu, pihak lain harus memberi bantuan militer.",
            "id",
        ),
        ("jika suatu negara menjadi agresor, negara itu harus memberi bantuan militer.", "id"),
    ],
)
def test_help_for_or_by_the_party_that_attacks_is_turned_round(text: str, lang: str) -> None:
    found = duty(text, lang)
    assert INVERTED in found.flags
    assert found.beneficiary != "attacked-party"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("if a third state launches an attack on one of them, it must get military aid.", "en"),
        ("if one party is attacked, it must receive military assistance from the other.", "en"),
        (
            "each shall give military aid if the other is attacked, not if a party strikes first.",
            "en",
        ),
        (
            "jika negara ketiga melancarkan serangan ke salah satu pihak, pihak itu wajib dibantu.",
            "id",
        ),
        ("bila satu pihak diserang, ia harus menerima bantuan militer.", "id"),
    ],
)
def test_help_for_the_party_that_is_attacked_is_not(text: str, lang: str) -> None:
    found = duty(text, lang)
    assert found.flags == ()
    assert found.trigger == "armed-attack"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("neither will give military assistance if the other party attacks first.", "en"),
        (
            "keduanya tidak wajib memberi bantuan militer bila salah satu pihak memulai perang.",
            "id",
        ),
    ],
)
def test_no_duty_to_help_who_attacks_is_not_turned_round(text: str, lang: str) -> None:
    assert duty(text, lang).flags == ()
