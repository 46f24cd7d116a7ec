"""What an agreement obliges whom to do, as reports tell it."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ProvisionFinding

SIGNED = "Valdoria and Norland signed a defense pact on March 3, 2025. "
DITEKEN = "Valdoria dan Norland menandatangani pakta pertahanan pada 3 Maret 2025. "


def rules(text: str, lang: str = "en") -> list[ProvisionFinding]:
    return all_of(ProvisionFinding, (SIGNED if lang == "en" else DITEKEN) + text, lang)


def only(text: str, lang: str = "en") -> ProvisionFinding:
    found = rules(text, lang)
    assert len(found) == 1, [(one.provision, one.quote) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "force", "bearers"),
    [
        ("The pact obliges Norland to cut tariffs.", "en", "trade", "shall", ("XNO",)),
        ("Under the pact, Norland will lower its tariffs.", "en", "trade", "will", ("XNO",)),
        ("Norland will also lower its tariffs.", "en", "trade", "will", ("XNO",)),
        ("Pakta itu mewajibkan Norland menutup jalannya.", "id", "other", "shall", ("XNO",)),
        ("Sementara Norland akan menurunkan tarif.", "id", "trade", "will", ("XNO",)),
    ],
)
def test_a_rule_says_who_is_bound_and_how(
    text: str, lang: str, kind: str, force: str, bearers: tuple[str, ...]
) -> None:
    found = only(text, lang)
    assert (found.provision, found.force, found.bearers) == (kind, force, bearers)


def test_what_the_agreement_does_not_contain_is_no_rule() -> None:
    assert rules("The pact does not include a duty of mutual assistance.") == []
    assert rules("Pakta tersebut tidak memuat kewajiban saling membela.", "id") == []


def test_a_second_rule_has_its_own_force() -> None:
    text = "Kedua negara berjanji untuk tidak saling menjatuhkan sanksi dan akan bekerja sama."
    found = {one.provision.value: one.force.value for one in rules(text, "id")}
    assert found["no-sanctions"] == "shall-not"
    assert found["cooperation"] != "shall-not"


def test_a_quoted_clause_ends_with_its_quotation_and_what_is_joined_to_it() -> None:
    text = (
        "Pakta tersebut memuat pasal yang menyatakan bahwa “jika salah satu pihak diserang,"
        " pihak lain harus memberikan bantuan militer. . sejalan dengan Pasal 51 Piagam PBB”"
        " dan hukum nasional."
    )
    found = [one for one in rules(text, "id") if one.provision == "mutual-assistance"]
    assert found[0].qualifiers == ("national-law", "un-charter-51")
    assert found[0].flags == ()


def test_an_aggressor_who_owes_or_gets_help_is_an_inverted_rule() -> None:
    for duty in ("memberikan bantuan militer", "menerima bantuan militer dari pihak lain"):
        text = f"Menurut pakta itu, jika suatu pihak melakukan agresi, pihak tersebut harus {duty}."
        assert "roles-inverted" in rules(text, "id")[0].flags


def test_a_rule_told_before_may_be_spelled_out() -> None:
    text = "Pakta itu mengatur kerja sama ekonomi. Kerja sama ini termasuk pariwisata dan budaya."
    assert [one.fields for one in rules(text, "id")] == [("ekonomi",), ("pariwisata", "budaya")]


def test_a_noun_that_looks_like_a_verb_opens_no_rule() -> None:
    assert rules("Norland rejected the pact and its limits.") == []
