"""Stances that call a thing a wrong, point back, or stand apart from their subject."""

from __future__ import annotations

import pytest

from tests.reading.claims.test_claims import lines

DITUDUH = "Valdoria menuduh Norland mengirim pasukan ke Sarvia. "


def _short(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return sorted((who, stance) for who, stance, _, _ in lines(text, lang))


NAMED = [
    ("en", "Valdoria called the raids by Norland a war crime.", [("XVA", "asserts")]),
    ("en", "Valdoria described the blockade as a breach of the truce.", [("XVA", "asserts")]),
    (
        "en",
        "Valdoria called the killings by Norland genocide, a term Norland rejects.",
        [("XNO", "denies"), ("XVA", "asserts")],
    ),
    (
        "id",
        "Valdoria menyebut serangan Norland sebagai genosida, sedangkan Norland menolaknya.",
        [("XNO", "denies"), ("XVA", "asserts")],
    ),
    ("en", "Valdoria called for a ban on war crimes.", []),
    ("en", "Valdoria described the deal as a success.", []),
    ("id", "Valdoria menyebut pakta itu sebagai keberhasilan.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NAMED)
def test_calling_a_thing_a_crime_accuses(
    lang: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _short(text, lang) == expected


def test_to_reject_a_proposal_is_no_denial() -> None:
    assert lines("Valdoria proposed a new treaty. Norland rejected it.") == []
    assert lines("Valdoria mengusulkan pakta baru. Norland menolaknya.", "id") == []


HUNG = [
    (
        "id",
        "Perang meluas ke wilayah Valdoria, yang menuduh Norland mendukung pemberontak.",
        ("XVA", "asserts"),
    ),
    ("en", "War spread into Valdoria, which accuses Norland of arming rebels.", ("XVA", "asserts")),
    (
        "id",
        "Norland, yang dituduh Valdoria mempersenjatai pemberontak Sarvia, membantah terlibat.",
        ("XNO", "denies"),
    ),
    (
        "en",
        "Norland, accused by Valdoria of arming Sarvia, denied any wrongdoing.",
        ("XNO", "denies"),
    ),
    (
        "en",
        "Norland, which Valdoria accuses of arming Sarvia, has always denied any involvement.",
        ("XNO", "denies"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), HUNG)
def test_an_aside_does_not_hide_whose_stance_it_is(
    lang: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in _short(text, lang)
    assert ("XSA", "denies") not in _short(text, lang)


def test_the_agent_of_a_passive_accuses_its_subject() -> None:
    found = lines("Norland dituduh Valdoria mengirim pasukan ke Sarvia.", "id")
    assert found == [("XVA", "asserts", "accuse", "XNO troops in XSA")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", DITUDUH + "Norland juga dituding melanggar gencatan senjata."),
        (
            "en",
            (
                "Valdoria accused Norland of sending troops. "
                "Norland was also accused of a breach of the truce."
            ),
        ),
    ],
)
def test_who_was_also_accused_was_so_by_the_same(lang: str, text: str) -> None:
    assert [line[0] for line in lines(text, lang)] == ["XVA", "XVA"]


CLAIMS = [
    ("en", "Valdoria left the treaty amid claims that Norland had violated it.", ["XVA"]),
    ("id", "Valdoria keluar dari traktat di tengah tuduhan bahwa Norland melanggarnya.", ["XVA"]),
    ("en", "Valdoria left the talks amid claims that it had armed rebels.", []),
    ("en", "Valdoria repeated its claim that Norland had violated the treaty.", ["XVA"]),
]


@pytest.mark.parametrize(("lang", "text", "who"), CLAIMS)
def test_a_noun_for_a_claim_is_that_of_whoever_acts_on_it(
    lang: str, text: str, who: list[str]
) -> None:
    assert [line[0] for line in lines(text, lang)] == who


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Valdoria admitted that it did not know whether Norland had sent troops to Sarvia."),
        ("id", "Valdoria mengakui belum bisa memastikan apakah pasukan Norland berada di Sarvia."),
        ("en", "Valdoria said it could not confirm that troops of Norland were in Sarvia."),
    ],
)
def test_not_to_know_is_neither_to_assert_nor_to_deny(lang: str, text: str) -> None:
    assert _short(text, lang) == [("XVA", "neither")]


UNNAMED = [
    (
        "en",
        (
            "The truce took effect on Monday. Commander Lisa Moran accused the army of a raid. "
            "The army denied the charge."
        ),
        [("Lisa Moran", "asserts"), ("army", "denies")],
    ),
    (
        "id",
        "Gencatan senjata berlaku Senin. Pemberontak menuding tentara menembaki desa.",
        [("Pemberontak", "asserts")],
    ),
    ("en", "The mayor accused the baker of theft.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), UNNAMED)
def test_those_no_layer_names_take_stances_too_where_an_agreement_is_told_of(
    lang: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(_short(text, lang)) == sorted(expected)


def test_a_denial_in_an_ending_behind_a_noun_for_a_charge() -> None:
    text = "Presiden Valdoria dicari karena kejahatan perang di Sarvia, tuduhan yang dibantahnya."
    assert ("XVA", "denies") in _short(text, "id")
