"""Which words and places open a rule, and which only look as if they did."""

from __future__ import annotations

import pytest

from tests.reading.provisions.test_provisions import rules

Told = list[tuple[str, str, tuple[str, ...]]]
BOTH, NORLAND, VALDORIA = ("XNO", "XVA"), ("XNO",), ("XVA",)


def told(text: str, lang: str = "en") -> Told:
    return [(one.provision.value, one.force.value, one.bearers) for one in rules(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "The pact requires Norland to close its reactor and to allow inspections.",
            "en",
            [("arms-limitation", "shall", NORLAND), ("other", "shall", NORLAND)],
        ),
        (
            "Pakta, yang alot, mewajibkan Norland menutup reaktor serta mengizinkan inspeksi.",
            "id",
            [("arms-limitation", "shall", NORLAND), ("other", "shall", NORLAND)],
        ),
        (
            "The pact, worked out by their ministers in secret, bans medium-range missiles.",
            "en",
            [("arms-limitation", "shall-not", BOTH)],
        ),
        (
            "Valdoria agreed on Monday to withdraw its troops, while Norland will give grants.",
            "en",
            [("other", "shall", VALDORIA), ("finance", "will", NORLAND)],
        ),
        (
            "The treaty froze all territorial claims to the islands.",
            "en",
            [("other", "will", BOTH)],
        ),
        ("Pakta itu berlaku surut hingga 18 tahun.", "id", [("other", "will", BOTH)]),
    ],
)
def test_verbs_open_rules(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Valdoria will close its reactor in return for fuel oil.",
            "en",
            [("arms-limitation", "will", VALDORIA), ("finance", "will", NORLAND)],
        ),
        ("Norland will receive economic aid.", "en", [("finance", "will", VALDORIA)]),
        (
            "Valdoria berjanji menutup reaktornya dengan imbalan bantuan energi.",
            "id",
            [("arms-limitation", "shall", VALDORIA), ("finance", "shall", NORLAND)],
        ),
        ("Norland akan menerima bantuan ekonomi.", "id", [("finance", "will", VALDORIA)]),
    ],
)
def test_what_is_given_in_return_the_other_side_owes(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Tariffs on fish will fall to five percent.", "en", [("trade", "will", BOTH)]),
        ("Tarif ikan akan turun menjadi lima persen.", "id", [("trade", "will", BOTH)]),
        ("Each side must tell the other of missile tests.", "en", [("other", "shall", BOTH)]),
        (
            "Para pihak dilarang menempatkan pasukan negara ketiga.",
            "id",
            [("access", "shall-not", BOTH)],
        ),
        (
            "An attack on one would be considered an attack on both.",
            "en",
            [("mutual-assistance", "shall", BOTH)],
        ),
        (
            "Agresi terhadap salah satu negara dianggap sebagai agresi terhadap keduanya.",
            "id",
            [("mutual-assistance", "shall", BOTH)],
        ),
        ("- Consult if the islands are threatened.", "en", [("consultation", "will", BOTH)]),
    ],
)
def test_things_roles_and_items_of_a_list_open_rules(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected


def test_neither_keeps_its_negation() -> None:
    found = told("Neither country shall deploy troops to the islands.")
    assert ("access", "shall-not", BOTH) in found


@pytest.mark.parametrize(
    ("text", "lang", "kinds"),
    [
        ("The accord on the exchange of prisoners was welcomed.", "en", ["other"]),
        ("Kesepakatan tentang pertukaran tawanan itu disambut baik.", "id", ["other"]),
        ("The 10-year pact was welcomed.", "en", ["duration"]),
        ("Pakta 10 tahun itu disambut baik.", "id", ["duration"]),
        ("It has a term of ten years.", "en", ["duration"]),
    ],
)
def test_a_deed_or_a_term_beside_the_noun_is_a_rule(text: str, lang: str, kinds: list[str]) -> None:
    assert [one[0] for one in told(text, lang)] == kinds


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The 24-year-old pact was welcomed.", "en"),
        ("Pakta dua tahun lalu itu disambut baik.", "id"),
        ("The pact is expected to boost investment.", "en"),
        ("The pact will boost investment.", "en"),
        ("Pakta itu diharapkan meningkatkan investasi.", "id"),
        ("Talks on the pact cover tariffs and fishing.", "en"),
        ("Perundingan pakta itu mencakup tarif dan perikanan.", "id"),
        ("The pact's limits no longer apply.", "en"),
        ("The pact came after a law that bans missiles in Norland.", "en"),
        ("Norland agreed to extend the pact.", "en"),
        ("Norland's parliament must approve the pact.", "en"),
        ("It was the pact that Norland wanted to leave.", "en"),
        ("The tariff row may have hurt both countries.", "en"),
        ("A memorandum on health was welcomed.", "en"),
        ("Its withdrawal will take effect on Monday, Norland told Valdoria.", "en"),
    ],
)
def test_what_only_looks_like_a_rule_is_none(text: str, lang: str) -> None:
    assert told(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param(
            "The pact forbids both from building reactors or warheads; Norland alone may "
            "inspect them.",
            "en",
            [("arms-limitation", "shall-not", BOTH), ("other", "may", NORLAND)],
            marks=pytest.mark.xfail(
                strict=True, reason="a party behind a semicolon does not open a rule of its own"
            ),
            id="semicolon",
        ),
        pytest.param(
            "Valdoria will shut its plants. The same goes for Norland.",
            "en",
            [("arms-limitation", "will", VALDORIA), ("arms-limitation", "will", NORLAND)],
            marks=pytest.mark.xfail(
                strict=True, reason="a rule that is only pointed back to is not told again"
            ),
            id="same-goes-for",
        ),
    ],
)
def test_rules_not_yet_read(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected
