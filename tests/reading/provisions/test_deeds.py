"""What binds to several things, told deed by deed."""

from __future__ import annotations

import pytest

from tests.told import all_of
from traktat.model.findings import ProvisionFinding

SIGNED = "Valdoria and Norland signed a defense pact on March 3, 2025. "
DITEKEN = "Valdoria dan Norland menandatangani pakta pertahanan pada 3 Maret 2025. "


def rules(text: str, lang: str) -> list[ProvisionFinding]:
    return all_of(ProvisionFinding, (SIGNED if lang == "en" else DITEKEN) + text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "many"),
    [
        ("It requires Norland to close the camps and to return the looted bells.", "en", 2),
        (
            "It requires Norland to close the camps, dismantle its posts and free prisoners.",
            "en",
            3,
        ),
        ("It requires Norland to make, store or sell no more of the gas.", "en", 1),
        ("It requires Norland to train guards and nurses every year.", "en", 1),
        ("Pakta itu mewajibkan Norland menutup kamp dan mengembalikan lonceng.", "id", 2),
        ("Pakta itu mewajibkan Norland mengganti jaksa dan menteri muda.", "id", 1),
        ("Isinya mengharuskan lelang terbuka, mematok upah, dan memberi hari libur.", "id", 3),
    ],
)
def test_each_deed_is_a_rule(text: str, lang: str, many: int) -> None:
    assert len(rules(text, lang)) == many


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The pact commits Norland to pay for the dam and Valdoria to supply it with oil.", "en"),
        ("Pakta itu mewajibkan Norland membiayai bendungan dan Valdoria memasok minyak.", "id"),
    ],
)
def test_a_deed_may_bind_another_party(text: str, lang: str) -> None:
    assert {one.bearers for one in rules(text, lang)} == {("XNO",), ("XVA",)}


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("Norland agreed not to shell towns and to free prisoners.", ["shall-not", "shall"]),
        ("Norland must not shell towns or arm its friends.", ["shall-not", "shall-not"]),
    ],
)
def test_a_not_reaches_as_far_as_its_verb(text: str, forces: list[str]) -> None:
    assert [one.force.value for one in rules(text, "en")] == forces
