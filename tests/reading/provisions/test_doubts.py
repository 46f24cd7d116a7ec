"""What looks like a rule but is only wanted, foretold, feared, supposed or asked."""

from __future__ import annotations

import pytest

from tests.reading.provisions.test_openings import BOTH, NORLAND, VALDORIA, Told, told

NO_RULES = (
    ("The pact could lower tariffs in the long run, analysts say.", "en"),
    ("An agreement should include lower tariffs on wine, a professor said.", "en"),
    ("The pact must cover tariffs on wine, a trade minister said.", "en"),
    ("Exporters hope the pact will lower tariffs.", "en"),
    ("Critics fear the pact will bring foreign bases.", "en"),
    ("Nobody knows whether the pact will lead to lower tariffs.", "en"),
    ("What will happen to tariffs on wine?", "en"),
    ("If the pact fails, Norland will close its border.", "en"),
    ("Unless Norland agrees to free the hostages, Valdoria will leave the talks.", "en"),
    ("The pact is the best way to prevent an arms race, a minister said.", "en"),
    ("New tariffs would hurt both economies, an economist said.", "en"),
    ("New sanctions will cause firms to think again about their investments.", "en"),
    ("The pact opens new opportunities for exporters of goods.", "en"),
    ("The pact would undermine sovereignty, lawmakers said.", "en"),
    ("Pakta itu bisa menurunkan tarif, kata para analis.", "id"),
    ("Pakta itu seharusnya mencakup penurunan tarif, kata seorang profesor.", "id"),
    ("Para pengkritik khawatir pakta itu akan mendatangkan pangkalan asing.", "id"),
    ("Bagaimana nasib tarif anggur?", "id"),
    ("Jika pakta itu gagal, Norland akan menutup perbatasan.", "id"),
    ("Pakta itu menjadi peluang untuk mengakhiri sengketa perbatasan.", "id"),
    ("Sanksi baru akan membuat perusahaan menunda investasi.", "id"),
    ("Dengan pakta itu, pasar baru bagi Norland terbuka lebar.", "id"),
    ("Iklim investasi harus dibangun bersama, kata mantan duta besar itu.", "id"),
    ("Norland tidak setuju dengan isi pakta tentang perbatasan.", "id"),
)


@pytest.mark.parametrize(("text", "lang"), NO_RULES)
def test_what_is_wanted_foretold_or_asked_is_no_rule(text: str, lang: str) -> None:
    assert told(text, lang) == []


def test_what_a_state_says_it_will_do_by_itself_is_no_rule() -> None:
    text = "Norland will not give aid until its sailors are back, Norland's foreign ministry said."
    assert told(text) == []


def test_a_list_of_what_an_agreement_should_hold_is_wished() -> None:
    wished = "A professor said the pact should include:\n- Lower tariffs on wine.\n"
    held = "The pact holds three points:\n- Lower tariffs on wine.\n"
    assert told(wished) == []
    assert [one[0] for one in told(held)] == ["trade"]


def test_a_title_is_no_item_of_a_list() -> None:
    assert told("**Trade and tariffs**\n") == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Norland hopes for calm, but the pact, which bans missiles, is in doubt.",
            "en",
            [("arms-limitation", "shall-not", BOTH)],
        ),
        (
            "The pact calls for Norland to cut all ties with smugglers.",
            "en",
            [("other", "will", NORLAND)],
        ),
        (
            "Both sides agreed to a 30-day cessation of hostilities.",
            "en",
            [("duration", "will", ()), ("ceasefire", "shall", BOTH)],
        ),
        ("Norland agreed to free 12 Valdorian sailors.", "en", [("other", "shall", NORLAND)]),
        (
            "Valdoria will close its reactor. In return, it gets fuel worth $20 million.",
            "en",
            [("arms-limitation", "will", VALDORIA), ("finance", "will", BOTH)],
        ),
        (
            "An official said a monitoring body would be set up.",
            "en",
            [("other", "will", BOTH)],
        ),
        ("The pact gives Norland duty-free access.", "en", [("trade", "will", VALDORIA)]),
        (
            "Pakta itu menyerukan agar Norland memutus hubungan dengan penyelundup.",
            "id",
            [("other", "will", NORLAND)],
        ),
        (
            "Kedua pihak menyepakati penghentian permusuhan.",
            "id",
            [("ceasefire", "shall", BOTH)],
        ),
        (
            "Juru bicara itu menyatakan mekanisme pengawasan akan dibentuk.",
            "id",
            [("other", "will", BOTH)],
        ),
        ("Norland setuju membebaskan 12 pelaut.", "id", [("other", "shall", NORLAND)]),
    ],
)
def test_these_are_rules_for_all_that(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected
