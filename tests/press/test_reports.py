"""A document becomes a report: furniture, masthead, day, origins, versions."""

from __future__ import annotations

import pytest

from traktat.lang import Packs
from traktat.model.documents import Document
from traktat.model.reports import Report
from traktat.press import prepare

BODY = (
    "Menteri Luar Negeri Valdoria menyatakan pakta itu akan berlaku setelah kedua negara "
    "bertukar piagam ratifikasi di ibu kota Norland."
)
YEARLESS = (
    "Pakta itu diteken pada 19 Juni 2024 di Norland. Majelis tinggi menyetujuinya pada tanggal "
    "6 November. Presiden meneken undang-undangnya tertanggal 9 November. Ia melakukannya Sabtu "
    "lalu."
)


def report(known: Packs, text: str, **rest: str) -> Report:
    return prepare(Document(path="a.txt", text=text, **rest), known)


def masked(made: Report) -> list[tuple[str, str]]:
    return [(item.span.of(made.text), item.label) for item in made.mask]


def test_the_text_is_never_altered(known: Packs) -> None:
    text = f"  Baca juga: Lain\r\n\r\n{BODY}\r\n"
    assert report(known, text).text == text


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Baca juga: Nelayan Norland Pulang Melaut", "related-link"),
        ("**Baca juga:** Nelayan Norland Pulang Melaut", "related-link"),
        ("ADVERTISEMENT", "advert"),
        ("Komentar (0)", "counter"),
        ("Penulis: Raka Wirayuda", "byline"),
        ("(Harian Utara/Raka Wirayuda)", "byline"),
        ("(rds/fay)", "byline"),
        ("**(HARIANUTARA.COM/RAKA WIRAYUDA)**", "byline"),
        ("Menlu Valdoria di bandara ibu kota (Foto: Reuters).", "caption"),
        ("![Menlu Valdoria](https://contoh.test/a.jpg)", "caption"),
        ("\\[video.1\\]", "caption"),
        ("###", "separator"),
        ("null", "separator"),
        ("Bagikan:", "share"),
    ],
)
def test_furniture_is_marked_with_its_class(known: Packs, line: str, label: str) -> None:
    made = report(known, f"{BODY}\n{line}\n{BODY}")
    assert masked(made) == [(line, label)]


def test_an_appended_summary_is_masked_to_the_end(known: Packs) -> None:
    made = report(known, f"{BODY}\n---\n## Ringkasan\n\nBerikut ringkasan berita: {BODY}\n\nAmin.")
    assert [label for _, label in masked(made)] == ["summary"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Warga baca juga pengumuman itu di balai kota, kata menteri pada Senin.",
        "Oleh karena itu, kedua negara menunda penandatanganan pakta.",
        "Foto lama itu diperlihatkan kepada wartawan, kata menteri.",
        "Pemerintah melarang iklan rokok di dekat sekolah sejak tahun lalu.",
    ],
)
def test_sentences_that_look_like_furniture_are_kept(known: Packs, line: str) -> None:
    assert masked(report(known, f"{BODY}\n{line}\n{BODY}")) == []


@pytest.mark.parametrize(
    ("slug", "outlet"),
    [
        ("HARIANUTARA.COM, Jakarta - ", "HARIANUTARA.COM"),
        ("**JAKARTA, HARIANUTARA.com** -- ", "HARIANUTARA.com"),
        ("TEMPO.CO, Jakarta - ", "TEMPO.CO"),
        ("OSLO – ", None),
        ("OSLO, March 3 (Reuters) - ", "Reuters"),
    ],
)
def test_a_dateline_is_found_and_tells_the_outlet(
    known: Packs, slug: str, outlet: str | None
) -> None:
    made = report(known, slug + BODY)
    assert made.dateline is not None
    assert made.dateline.of(made.text).strip() == slug.strip()
    assert made.outlet == outlet


def test_a_dash_in_a_sentence_is_no_dateline(known: Packs) -> None:
    text = "Perjanjian itu — kata menteri — sudah berlaku. " + BODY
    assert report(known, text).dateline is None


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f"OSLO - {BODY} Ia berbicara Senin (3/3/2025).", "2025-03-03", "dateline"),
        (
            f"{BODY} Pakta diteken Rabu (5/3/2025). Kamis, menteri itu pulang.",
            "2025-03-06",
            "dateline",
        ),
        (f"OSLO, 5 Maret 2025 - {BODY} Ia tiba Selasa.", "2025-03-05", "dateline"),
        (
            f"Pakta itu diperpanjang hingga 5 Februari 2030, Rabu (5/3/2025). {BODY}",
            "2025-03-05",
            "dateline",
        ),
        (f"{BODY}\nSumber: https://contoh.test/2025/03/04/pakta", "2025-03-04", "url"),
        (
            YEARLESS,
            "[2024-11-10..2024-11-15]",
            "inferred",
        ),
        (BODY, None, None),
    ],
)
def test_the_day_of_publication_has_its_basis(
    known: Packs, text: str, day: str | None, basis: str | None
) -> None:
    made = report(known, text)
    assert (made.published and made.published.edtf, made.published_basis) == (day, basis)


def test_metadata_go_before_everything_else(known: Packs) -> None:
    made = report(known, f"OSLO - {BODY} Senin (3/3/2025).", published="2025-03-04T07:30:00+07:00")
    assert (str(made.published), made.published_basis) == ("2025-03-04", "metadata")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pakta itu berlaku Senin, dikutip dari TASS.", ["TASS"]),
        ("Pakta itu berlaku Senin, menurut kantor berita resmi Korea Utara.", ["KCNA"]),
        ("Pakta itu berlaku, kata kantor berita India, PTI.", ["PTI"]),
        ("Menurut portal resmi parlemen, rancangan itu lolos.", ["portal resmi parlemen"]),
        ("Pakta itu berlaku, dilansir dari *Norland Herald*, Senin.", ["Norland Herald"]),
        ("Pakta itu berlaku, dikutip dari [*Sarvia Post*](https://contoh.test).", ["Sarvia Post"]),
        (
            "Dalam wawancara dengan televisi yang berpusat di Norland, Al Jazeera, ia setuju.",
            ["Al Jazeera"],
        ),
        ("Laman resmi Uni Norlandia menyampaikan pakta itu rampung.", ["Uni Norlandia"]),
        ("Pakta itu gagal, kata menteri kepada The Times of India.", ["The Times of India"]),
        (
            "Reuters melaporkan pakta itu batal. Menteri diam, menurut kantor berita itu.",
            ["Reuters", "Reuters"],
        ),
        ("SUMBER: KYODO, AFP", ["Kyodo", "AFP"]),
        ("Menlu di bandara (Foto: Reuters).", []),
        ("Menteri itu menemui direktur Reuters di kantornya.", []),
        ("Ia mengutip pasal keempat pakta itu.", []),
        ("Menurut Korea Utara, pakta itu berlaku.", []),
    ],
)
def test_credited_origins_in_indonesian(known: Packs, text: str, names: list[str]) -> None:
    made = report(known, f"{BODY}\n{text}", lang="id")
    assert [origin.name for origin in made.origins] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The pact is dead, the state news agency KCNA reported on Thursday.", ["KCNA"]),
        ("The pact is dead, according to Russian state media outlet TASS.", ["TASS"]),
        ("He told Reuters that the pact was dead.", ["Reuters"]),
        ("The Associated Press contributed to this report.", ["AP"]),
        ("Citing U.S. and Norland sources, he called the pact dead.", []),
        ("The pact was signed by Norland.", []),
    ],
)
def test_credited_origins_in_english(known: Packs, text: str, names: list[str]) -> None:
    made = report(known, text, lang="en")
    assert [origin.name for origin in made.origins] == names


def test_an_origin_covers_its_sentence_and_organs_are_known(known: Packs) -> None:
    text = "Pakta itu berlaku, menurut KCNA. Menteri itu diam."
    [origin] = report(known, text).origins
    assert origin.scope is not None
    assert origin.scope.of(text) == "Pakta itu berlaku, menurut KCNA."
    assert origin.organ_of == "PRK"


def test_a_closing_line_covers_the_whole_report(known: Packs) -> None:
    [origin] = report(known, f"{BODY}\nSumber: Kyodo").origins
    assert origin.scope is None


def test_two_versions_of_a_story_are_told_apart(known: Packs) -> None:
    headline = "Pakta Pertahanan Valdoria dan Norland Mulai Berlaku"
    again = "Pakta pertahanan Valdoria dan Norland berlaku"
    text = f"{headline}\n{BODY}\n{again}\n{BODY}\nSUMBER: KYODO, AFP"
    made = report(known, text, lang="id")
    assert [segment.origin for segment in made.segments] == ["Kyodo", "AFP"]
    assert made.headings[0].of(text) == headline


def test_the_language_is_found_by_function_words(known: Packs) -> None:
    assert report(known, BODY).language == "id"
    assert report(known, "The treaty was signed by both of the ministers.").language == "en"


def test_empty_and_odd_texts_are_reports_too(known: Packs) -> None:
    for text in (".", "-", "(", "- - -", "\n\n", "A -", "Sumber:", "SUMBER: ,", "[]()"):
        assert report(known, text).text == text


def test_a_line_that_goes_on_with_a_sentence_is_kept(known: Packs) -> None:
    text = "Valdoria is the largest buyer of rubber after the rest of the\nworld markets.\n"
    assert masked(report(known, text, lang="en")) == []


def test_the_outlet_of_a_byline_may_have_any_domain(known: Packs) -> None:
    assert report(known, f"{BODY}\n(Harianutara.org/Raka Wirayuda)").outlet == "Harianutara.org"
