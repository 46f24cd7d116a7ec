"""Who signs a report, whose words beside a medium are a name, which lines only look like prose."""

from __future__ import annotations

import pytest

from traktat.lang import Packs
from traktat.model.documents import Document
from traktat.press import prepare

BODY = {
    "en": "The two ministers signed the pact on Monday after months of talks that had stalled.",
    "id": "Kedua menteri meneken pakta itu pada Senin setelah perundingan yang lama tersendat.",
}


def _origins(known: Packs, text: str, lang: str = "en") -> list[str]:
    made = prepare(Document(path="-", text=text, lang=lang, outlet="Nari Utama"), known)
    return [origin.name for origin in made.origins]


def _labels(known: Packs, line: str, lang: str) -> list[str]:
    body = BODY[lang]
    text = "\n\n".join((body, body, body, line, body))
    made = prepare(Document(path="-", text=text, lang=lang, outlet="Nari Utama"), known)
    return [item.label for item in made.mask]


@pytest.mark.parametrize(
    ("ending", "names"),
    [
        ("\n\n— AFP", ["AFP"]),
        ("\n\nAFP/Reuters", ["AFP", "Reuters"]),
        (" (Reuters and agencies)", ["Reuters"]),
        (" -Reuters", ["Reuters"]),
        ("\n\n(With inputs from AFP)", ["AFP"]),
        ("\n\nAdditional reporting by AFP", ["AFP"]),
        ("\n\nAdditional reporting by Lisa Moran", []),
        ("\n\nHe thanked AFP.", []),
        ("\n\nLENA MOSS | REUTERS | AFP", ["Reuters", "AFP"]),
        ("\n\nREUTERS | LENA MOSS", ["Reuters"]),
        (" (rtr/afp)", ["Reuters", "AFP"]),
        (" (afp/lm-25)", ["AFP"]),
        (" (lm/to)", []),
        (" PTI", ["PTI"]),
        (" AP/Reuters", ["AP", "Reuters"]),
        (" With AFP, AP", ["AFP", "AP"]),
        ("\n\nSource AFP", ["AFP"]),
        (" (the ministry thanked AFP)", []),
    ],
)
def test_media_sign_at_the_end(known: Packs, ending: str, names: list[str]) -> None:
    assert _origins(known, BODY["en"] + ending) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "The pact is dead, broadcaster Nari TV reported.", ["Nari TV"]),
        ("en", "AFP and Kyodo reported that the pact is dead.", ["AFP", "Kyodo"]),
        ("id", "Televisi KBS dan kantor berita Yonhap melaporkan pakta batal.", ["KBS", "Yonhap"]),
        ("id", "Kabar itu disiarkan kantor berita AFP pada Senin.", ["AFP"]),
        ("id", "Pakta itu batal, disitat Reuters, Minggu.", ["Reuters"]),
        ("en", "The pact is dead, the Porta-based East Nari newspaper said.", ["East Nari"]),
        ("en", "Norland's Tasnim news agency quoted him as saying so.", ["Tasnim"]),
        ("en", "Speaking to Nari-24 television, the minister said so.", ["Nari-24"]),
        ("en", "The minister told the newspaper Haaretz that it was over.", ["Haaretz"]),
        ("en", "According to Japanese state media, the pact is dead.", []),
        ("en", "The minister told Radio 4 that it was over.", []),
        ("id", "Dilansir Reuters dan BBC, Jumat, pakta itu diteken.", ["Reuters", "BBC"]),
        ("id", "Seperti dikutip Antara dari Xinhua, pakta diteken Senin.", ["Antara", "Xinhua"]),
        (
            "id",
            "Berdasarkan tayangan kanal YouTube Sekretariat Negara, pakta itu diteken.",
            ["Sekretariat Negara"],
        ),
        ("id", "Sementara itu media Jepang melaporkan ledakan di pelabuhan.", []),
    ],
)
def test_a_name_beside_a_medium_is_its_name(
    known: Packs, lang: str, text: str, names: list[str]
) -> None:
    assert _origins(known, text, lang) == names


def test_initials_that_the_text_spells_out_credit_nobody(known: Packs) -> None:
    text = "The Armed Forces of the Philippines (AFP) held on. They will stay, he told the AFP."
    assert _origins(known, text) == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Naskahnya sudah siap, kata menteri kepada ANTARA di Tokyo, Rabu.", "Antara"),
        ("Naskahnya sudah siap, kata menteri kepada Antara di Tokyo, Rabu.", None),
        ("Naskahnya sudah siap, kata menteri kepada AFP di Tokyo, Rabu.", None),
    ],
)
def test_a_paper_prints_only_its_own_name_in_capitals(
    known: Packs, text: str, outlet: str | None
) -> None:
    assert prepare(Document(path="-", text=text, lang="id"), known).outlet == outlet


LINES = [
    ("en", "MINISTERS SIGN LONG-AWAITED TREATY AFTER TWO YEARS OF TALKS", "related-link"),
    ("id", "MENTERI TEKEN PERJANJIAN YANG LAMA DITUNGGU SETELAH DUA TAHUN", "related-link"),
    ("en", "Please follow Lisa Moran on Twitter at @lisam", "subscription"),
    ("en", "Lisa Moran/AFP via Getty Images", "caption"),
    ("en", "The ministers shake hands in Porta. REUTERS/Lisa Moran", "caption"),
    ("id", "Presiden meneken pakta di Porta. (Reuters/Lisa Moran)", "caption"),
    ("en", "Updated at 2:31 pm", "navigation"),
    ("en", "Last Updated: May 5, 2024", "navigation"),
    ("en", "3 min read", "counter"),
    ("id", "11 Juli 2025, 08:40 WIB", "navigation"),
    ("id", "Ikuti Nari Utama di WhatsApp Channel dan Google News", "subscription"),
    ("en", "See TREATY, Page A14", "related-link"),
    ("en", "Suggested Topics: Norland, Trade", "related-link"),
    ("en", "The pact of 1994 expired on 5 May 2024.", None),
    ("id", "Halaman 2 dari 3", "counter"),
    ("en", "TALKS TO CONTINUE", None),
    ("en", "‘WE DO NOT WANT A NEW ARMS RACE’", None),
    ("en", "What happens next?", None),
    ("en", "The ministers follow the talks on television.", None),
]


@pytest.mark.parametrize(("lang", "line", "label"), LINES)
def test_lines_of_a_page_and_lines_of_a_report(
    known: Packs, lang: str, line: str, label: str | None
) -> None:
    assert _labels(known, line, lang) == ([label] if label else [])


def test_an_edition_does_not_credit_its_own_house(known: Packs) -> None:
    text = "Pakta itu batal, kata sang menteri kepada VOA. Kabar itu disiarkan AFP."
    made = prepare(Document(path="-", text=text, lang="id", outlet="VOA Indonesia"), known)
    assert [origin.name for origin in made.origins] == ["AFP"]
