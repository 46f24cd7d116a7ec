"""Several agreements told one by one."""

from __future__ import annotations

import pytest

from tests.acted import told

FLIGHTS = (
    "Tiga perjanjian Kenya dan Uganda berlaku. Ketiganya ialah perjanjian FIR, "
    "perjanjian ekstradisi, dan perjanjian pertahanan."
)


def parties(text: str, language: str) -> list[str]:
    return ["+".join(item.parties) for item in told(text, language).sources.agreements.findings]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Kenya and Uganda signed two accords: a tax treaty and a fishing pact.", 2),
        ("en", "Kenya and Uganda signed two pacts. They include a tax treaty and a labor deal.", 2),
        ("en", "Kenya and Uganda signed a tax treaty, which ended two years of talks.", 1),
        ("id", "Kenya dan Uganda meneken dua pakta, yakni pakta energi dan pakta laut.", 2),
        ("id", "Dua pakta diteken Kenya dan Uganda, di antaranya MoU energi dan MoU laut.", 2),
        ("id", FLIGHTS, 3),
    ],
)
def test_a_list_names_an_agreement_each(language: str, text: str, count: int) -> None:
    assert parties(text, language) == ["KEN+UGA"] * count


def test_what_is_done_to_all_is_done_to_each() -> None:
    acts = told(
        "Kenya dan Uganda meneken dua pakta: pakta energi dan pakta laut, Senin (13/3). "
        "Kedua pakta berlaku pada 14 Maret.",
        "id",
    ).acts
    assert sorted(f"{act.act}:{act.agreement}" for act in acts) == [
        "entry-into-force:A",
        "entry-into-force:B",
        "signature:A",
        "signature:B",
    ]
