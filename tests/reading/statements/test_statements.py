"""Statements: forms, spans and speakers, in two languages; all sentences are our own."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spoken import page_of, rows, statements, utterances
from traktat.model.findings import StatementFinding
from traktat.model.kinds import Form
from traktat.reading.mentions import Row
from traktat.reading.quotations import read_quotations
from traktat.reading.statements import read_statements

Rows = list[tuple[str, str, str]]


def only(text: str, language: str = "en", published: str | None = None) -> StatementFinding:
    [found] = statements(text, language, published)
    return found


DIRECT: list[tuple[str, str, Rows]] = [
    (
        "en",
        '"We will open the border next week," President Bima Sakti said on Friday.',
        [("direct", "Bima Sakti", "We will open the border next week")],
    ),
    (
        "en",
        '"We will open the border," said President Bima Sakti. "Nobody has to wait for it."',
        [
            ("direct", "Bima Sakti", "We will open the border"),
            ("direct", "Bima Sakti", "Nobody has to wait for it."),
        ],
    ),
    (
        "en",
        'President Bima Sakti said: "We will open the border next week."',
        [("direct", "Bima Sakti", "We will open the border next week.")],
    ),
    (
        "en",
        '"The border," President Bima Sakti said, "will be open to all of them."',
        [("direct", "Bima Sakti", "will be open to all of them.")],
    ),
    (
        "en",
        "“We will open the border next week.” President Bima Sakti told reporters on Friday.",
        [("direct", "Bima Sakti", "We will open the border next week.")],
    ),
    (
        "en",
        "“The border has been closed for years.” — President Bima Sakti",
        [("direct", "Bima Sakti", "The border has been closed for years.")],
    ),
    (
        "id",
        '"Kami akan membuka perbatasan pekan depan," kata Presiden Bima Sakti di Porta.',
        [("direct", "Bima Sakti", "Kami akan membuka perbatasan pekan depan")],
    ),
    (
        "id",
        'Presiden Bima Sakti mengatakan, "Kami akan membuka perbatasan pekan depan."',
        [("direct", "Bima Sakti", "Kami akan membuka perbatasan pekan depan.")],
    ),
    (
        "id",
        (
            '"Kami akan membuka perbatasan," ujar Presiden Bima Sakti.\n'
            '"Tidak ada yang perlu menunggu lama," imbuhnya.'
        ),
        [
            ("direct", "Bima Sakti", "Kami akan membuka perbatasan"),
            ("direct", "Bima Sakti", "Tidak ada yang perlu menunggu lama"),
        ],
    ),
    (
        "id",
        '"Kami akan membuka perbatasan, ujar Presiden Bima Sakti.',
        [("direct", "Bima Sakti", "Kami akan membuka perbatasan")],
    ),
    (
        "id",
        (
            '"Kami akan membuka perbatasan pekan depan."\n'
            "Hal itu disampaikan Presiden Bima Sakti di Porta."
        ),
        [],
    ),
    (
        "id",
        '"Kami akan membuka perbatasan." Hal itu disampaikan Presiden Bima Sakti di Porta.',
        [("direct", "Bima Sakti", "Kami akan membuka perbatasan.")],
    ),
    (
        "id",
        "“Setiap pihak wajib memberi tahu pihak lain,” bunyi pasal ketiga perjanjian itu.",
        [("direct", "DOC", "Setiap pihak wajib memberi tahu pihak lain")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), DIRECT)
def test_quotations_take_the_speaker_of_their_verb(
    language: str, text: str, expected: Rows
) -> None:
    assert rows(text, language) == expected


def test_a_paragraph_of_pure_quotation_belongs_to_whoever_spoke_last() -> None:
    text = (
        '"Kami akan membuka perbatasan," kata Presiden Bima Sakti.\n'
        '"Tidak ada yang perlu menunggu lama lagi."'
    )
    assert [row[1] for row in rows(text, "id")] == ["Bima Sakti", "Bima Sakti"]


def test_nobody_speaks_of_himself_by_name() -> None:
    text = (
        "Presiden Bima Sakti bertemu Menteri Luar Negeri Retha Sukma di Porta.\n"
        '"Presiden Bima Sakti sudah menyetujui naskahnya," kata Menteri Luar Negeri Retha Sukma.\n'
        "Presiden Bima Sakti pulang pada sore hari.\n"
        '"Pak Bima Sakti memang tidak suka menunggu," katanya.'
    )
    assert [row[1] for row in rows(text, "id")] == ["Retha Sukma", "Retha Sukma"]


INDIRECT: list[tuple[str, str, Rows]] = [
    (
        "en",
        "President Bima Sakti said the border would be opened next week.",
        [("indirect", "Bima Sakti", "the border would be opened next week")],
    ),
    (
        "en",
        "The border would be opened next week, President Bima Sakti told reporters in Porta.",
        [("indirect", "Bima Sakti", "The border would be opened next week")],
    ),
    (
        "en",
        "The border, President Bima Sakti said, would be opened next week.",
        [
            (
                "indirect",
                "Bima Sakti",
                "The border, President Bima Sakti said, would be opened next week",
            )
        ],
    ),
    (
        "en",
        (
            "President Bima Sakti said on Friday that the border would be opened, adding that "
            "nobody would have to wait."
        ),
        [
            ("indirect", "Bima Sakti", "the border would be opened"),
            ("indirect", "Bima Sakti", "nobody would have to wait"),
        ],
    ),
    (
        "en",
        (
            "President Bima Sakti urged Veland to open the border and accused Aruna of breaking "
            "the truce."
        ),
        [
            ("indirect", "Bima Sakti", "Veland to open the border"),
            ("indirect", "Bima Sakti", "Aruna of breaking the truce"),
        ],
    ),
    (
        "en",
        "Aruna denied breaking the truce, while Veland said it had proof.",
        [
            ("indirect", "XAR", "breaking the truce"),
            ("indirect", "XVE", "it had proof"),
        ],
    ),
    (
        "en",
        "President Bima Sakti described the truce as a gift to both peoples.",
        [("indirect", "Bima Sakti", "the truce as a gift to both peoples")],
    ),
    (
        "en",
        "President Bima Sakti expressed concern that the truce would not last.",
        [("indirect", "Bima Sakti", "the truce would not last")],
    ),
    (
        "en",
        "President Bima Sakti was quoted as saying that the truce would last.",
        [("indirect", "Bima Sakti", "the truce would last")],
    ),
    (
        "id",
        "Presiden Bima Sakti mengatakan bahwa perbatasan akan dibuka pekan depan.",
        [("indirect", "Bima Sakti", "perbatasan akan dibuka pekan depan")],
    ),
    (
        "id",
        "Presiden Bima Sakti, Jumat, mengatakan, perbatasan akan dibuka pekan depan.",
        [("indirect", "Bima Sakti", "perbatasan akan dibuka pekan depan")],
    ),
    (
        "id",
        "Perbatasan akan dibuka pekan depan, kata Presiden Bima Sakti kepada wartawan.",
        [("indirect", "Bima Sakti", "Perbatasan akan dibuka pekan depan")],
    ),
    (
        "id",
        "Untuk sementara, kata Presiden Bima Sakti, perbatasan akan ditutup.",
        [
            (
                "indirect",
                "Bima Sakti",
                "Untuk sementara, kata Presiden Bima Sakti, perbatasan akan ditutup",
            )
        ],
    ),
    (
        "id",
        (
            "Presiden Bima Sakti mengatakan perbatasan akan dibuka, dan menambahkan bahwa "
            "tidak ada yang perlu menunggu."
        ),
        [
            ("indirect", "Bima Sakti", "perbatasan akan dibuka"),
            ("indirect", "Bima Sakti", "tidak ada yang perlu menunggu"),
        ],
    ),
    (
        "id",
        "Presiden Bima Sakti menyebut gencatan senjata itu sebagai hadiah bagi kedua bangsa.",
        [("indirect", "Bima Sakti", "gencatan senjata itu sebagai hadiah bagi kedua bangsa")],
    ),
    (
        "id",
        "Duta Besar Veland menuduh Aruna melanggar gencatan senjata.",
        [("indirect", "XVE", "Aruna melanggar gencatan senjata")],
    ),
    (
        "id",
        (
            "Presiden Bima Sakti mengatakan pekan lalu dalam kunjungannya ke Porta bahwa "
            "perbatasan akan dibuka."
        ),
        [("indirect", "Bima Sakti", "perbatasan akan dibuka")],
    ),
    (
        "id",
        "Pasal kelima menyatakan bahwa kedua pihak wajib berunding lebih dahulu.",
        [("indirect", "DOC", "kedua pihak wajib berunding lebih dahulu")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), INDIRECT)
def test_reported_clauses_begin_after_their_conjunction(
    language: str, text: str, expected: Rows
) -> None:
    assert rows(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker", "words"),
    [
        (
            "en",
            "President Bima Sakti said that would be a grave mistake.",
            "Bima Sakti",
            "that would be a grave mistake",
        ),
        (
            "en",
            "Talks went on, with both senators and critics saying the truce was too weak.",
            "senators and critics",
            "the truce was too weak",
        ),
        (
            "en",
            "President Bima Sakti replied to a questioner who asked if the border was open.",
            "questioner",
            "if the border was open",
        ),
        (
            "en",
            "General Rafi Tanu told his officers not to cross the river that divides the town.",
            "Rafi Tanu",
            "his officers not to cross the river that divides the town",
        ),
        (
            "en",
            "President Bima Sakti will hear from hardliners who say the truce is too weak.",
            "hardliners",
            "the truce is too weak",
        ),
        (
            "en",
            "A senior Houthi leader close to talks with Oman said the truce was near.",
            "Houthi",
            "the truce was near",
        ),
        (
            "en",
            "Trade Minister Lisa Moran echoed these remarks, saying that the tariffs would stay.",
            "Lisa Moran",
            "the tariffs would stay",
        ),
        (
            "en",
            "President Bima Sakti said Veland was buying time by promising to open the border.",
            "Bima Sakti",
            "Veland was buying time by promising to open the border",
        ),
        (
            "id",
            "Salah satu pelamar asal Klaten, Salma (22), mengatakan ingin bekerja di pabrik.",
            "Salma",
            "ingin bekerja di pabrik",
        ),
        (
            "id",
            "Presiden Bima Sakti akan bertemu Rafi Tanu yang mengatakan bahwa naskahnya usai.",
            "Rafi Tanu",
            "naskahnya usai",
        ),
    ],
)
def test_the_nearest_word_is_not_always_subject_or_clause(
    language: str, text: str, speaker: str, words: str
) -> None:
    assert rows(text, language) == [("indirect", speaker, words)]


NONE: list[tuple[str, str]] = [
    ("en", "The treaty covers so-called “last resort weapons” in the north."),
    ("en", "President Bima Sakti wants to leave the pact and demand that Veland pay."),
    ("en", "General Rafi Tanu told a story to children."),
    ("en", "President Bima Sakti, asked whether the border was open, left the room."),
    ("en", "Talks will fail if the foreign ministry says that the border is closed."),
    ("en", "General Rafi Tanu opposes close ties with the Aruna state that borders the sea."),
    ("en", "President Bima Sakti announced a new truce after she was elected."),
    ("en", "President Bima Sakti promised increased public spending and lower taxes."),
    ("en", "According to President Bima Sakti, the border is open."),
    ("en", "President Bima Sakti did not say when the border would be opened."),
    ("en", "President Bima Sakti will announce that the border is open."),
    ("en", "President Bima Sakti promised to open the border."),
    ("en", "President Bima Sakti hopes that the border will be opened."),
    ("en", "The reports said to exist were never found."),
    ("en", "The minister was told that the border was open."),
    ("en", "President Bima Sakti opened a show called “The Long Road to the Border”."),
    ("id", "Menurut Presiden Bima Sakti, perbatasan sudah dibuka."),
    ("id", "Presiden Bima Sakti belum mengatakan kapan perbatasan dibuka."),
    ("id", "Presiden Bima Sakti akan mengumumkan bahwa perbatasan dibuka."),
    ("id", "Presiden Bima Sakti menyampaikan ucapan terima kasih."),
    ("id", "Aruna dan Veland berjanji akan membuka perbatasan."),
    ("id", "Perjanjian itu menuntut kedua pihak untuk membuka perbatasan."),
    ("id", 'Presiden Bima Sakti membuka pameran bertajuk "Jalan Panjang Menuju Perbatasan".'),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_statement_gives_none(language: str, text: str) -> None:
    assert rows(text, language) == []


def test_a_quoted_fragment_in_a_reported_clause_is_a_row_of_its_own() -> None:
    text = (
        "President Bima Sakti said the truce would be “a gift to both of our peoples” "
        "for many years."
    )
    whole, part = rows(text)
    assert whole[0] == "indirect"
    assert part == ("direct", "Bima Sakti", "a gift to both of our peoples")
    assert part[2] in whole[2]
    mixed = [item.mixed for item in statements(text)]
    assert mixed == [False, True]


def test_a_fragment_that_holds_the_verb_leaves_no_clause_beside_it() -> None:
    text = "President Bima Sakti said that “the truce is a gift to both of our peoples”."
    assert [row[0] for row in rows(text)] == ["direct"]


def test_fewer_than_four_quoted_words_are_a_mixed_remark_in_their_clause() -> None:
    text = "President Bima Sakti said the truce was a “great gift” to both peoples."
    whole, part = statements(text)
    assert (whole.form, whole.mixed) == ("indirect", False)
    assert (part.form, part.mixed, part.quote) == ("remark", True, "great gift")


def test_a_quoted_word_and_a_name_in_quotation_marks_are_no_remark() -> None:
    text = "President Bima Sakti said the “truce” was named the “Great Gift Accord”."
    assert [row[0] for row in rows(text)] == ["indirect"]


def test_what_one_says_another_thinks_is_passed_on_by_him() -> None:
    text = "President Bima Sakti said Veland believed the truce was dead."
    outer, inner = statements(text)
    assert (outer.speaker, outer.via) == ("Bima Sakti", None)
    assert (inner.form, inner.speaker, inner.via) == ("remark", "XVE", "Bima Sakti")
    assert inner.quote == "the truce was dead"


def test_nobody_is_told_to_think_of_himself() -> None:
    text = "President Bima Sakti said he believed the truce was dead."
    assert [row[0] for row in rows(text)] == ["indirect"]


def test_speech_within_speech_gives_two_rows() -> None:
    text = "A local daily said President Bima Sakti had promised that the border would be opened."
    outer, inner = statements(text)
    assert outer.span.holds(inner.span)
    assert inner.speaker == "Bima Sakti"
    assert inner.quote == "the border would be opened"


SPEAKERS: list[tuple[str, str, str]] = [
    ("en", "A senior Japanese official said the text was final.", "JPN"),
    ("en", "Russia's ambassador to the United Nations said the text was final.", "RUS"),
    ("en", "The Kremlin said the text was final.", "Kremlin"),
    ("en", "Japan and France said the text was final.", "JPN, FRA"),
    ("en", "Critics said the text was weak.", "Critics"),
    ("en", "The joint statement said that the border would be opened.", "DOC"),
    ("id", "Seorang pejabat senior Jepang mengatakan naskahnya sudah final.", "JPN"),
    ("id", "Jepang dan Prancis mengatakan naskahnya sudah final.", "JPN, FRA"),
    ("id", "Para analis mengatakan naskahnya masih lemah.", "Para analis"),
    ("id", "Pernyataan bersama itu menyebutkan bahwa perbatasan akan dibuka.", "DOC"),
    (
        "id",
        "Kepala Bidang Ekonomi Kedutaan Besar Jepang Mirza Nurhaya mengatakan naskahnya final.",
        "Mirza Nurhaya",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_speakers_are_named_as_the_guideline_asks(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


def test_a_quotation_of_several_sentences_belongs_to_the_verb_that_opened_it() -> None:
    text = (
        "President Bima Sakti praised the truce. Aruna responded with a statement, saying: "
        '"Our focus is unchanged. We will keep the border open."'
    )
    _, said = rows(text)
    assert said[:2] == ("direct", "XAR")


def test_it_means_the_body_that_spoke_in_the_same_sentence() -> None:
    text = (
        "Critics said the truce was weak. The European Union said the truce would hold "
        "although it conceded that the border was still closed."
    )
    assert [speaker for _, speaker, _ in rows(text)] == ["Critics", "EU", "EU"]


def test_the_holder_of_an_office_is_who_spoke_before() -> None:
    text = (
        "Vladimir Putin said the border was open. “Nobody has to wait for it,” the Russian "
        "president said. “Nobody has waited for it,” the Russian official said."
    )
    assert [speaker for _, speaker, _ in rows(text)] == ["Vladimir Putin", "Vladimir Putin", "RUS"]


def test_a_spokesman_without_a_house_speaks_for_the_body_that_spoke() -> None:
    text = "NATO said the truce would hold, though a spokesman said the border was still closed."
    assert [speaker for _, speaker, _ in rows(text)] == ["NATO", "NATO"]


def test_an_abbreviated_place_is_no_name() -> None:
    text = "The Shipping Association in Washington, D.C., said the border was closed."
    [(_, speaker, _)] = rows(text)
    assert speaker.startswith("Shipping Association")


def test_a_name_broken_by_a_line_is_one_name() -> None:
    text = (
        "The talks over the northern border went on for a second\n"
        "week in the capital on Monday, and Trade Minister Clara\n"
        "Yeats said the border was closed to all but a few carts\n"
        "and that the two delegations would meet again on Friday\n"
        "in the small town where the old treaty had been signed.\n"
    )
    assert [speaker for _, speaker, _ in rows(text)] == ["Clara Yeats"]


def test_a_noun_used_again_means_whoever_was_called_by_it() -> None:
    text = (
        "A senior Japanese official said the text was final. The annex would follow, the "
        "official said. They would not wait, the officials said."
    )
    assert {row[1] for row in rows(text)} == {"JPN"}


def test_a_paper_that_cites_is_not_the_speaker() -> None:
    text = "Naskahnya sudah final, kata harian Yomiuri mengutip Presiden Bima Sakti."
    assert only(text, "id").speaker == "Bima Sakti"


def test_a_statement_tells_when_where_and_through_whom() -> None:
    found = only(
        "“The text is final and will not change,” President Bima Sakti told Reuters in an "
        "interview in Porta on May 3, 2021.",
        published="2021-05-06",
    )
    assert str(found.uttered) == "2021-05-03"
    assert found.occasion == "in an interview in Porta"
    assert found.via == "Reuters"
    assert found.office == "president"
    assert found.cue is not None


def test_without_a_day_of_its_own_a_statement_is_not_later_than_its_report() -> None:
    found = only("President Bima Sakti said the text was final.", published="2021-05-06")
    assert str(found.uttered) == "[..2021-05-06]"


def test_the_day_of_a_saying_holds_for_what_the_same_speaker_says_next() -> None:
    text = (
        "President Bima Sakti said on May 3, 2021 that the text was final. He said nobody "
        "would change it."
    )
    assert [str(item.uttered) for item in statements(text)] == ["2021-05-03", "2021-05-03"]


REMARKS = [
    ("en", "President Bima Sakti condemned the embargo.", "the embargo"),
    ("id", 'Presiden Bima Sakti memuji pakta itu sebagai "langkah berani".', "pakta itu sebagai"),
    ("en", "Bima Sakti: The Text Is Final", "The Text Is Final"),
]


@pytest.mark.parametrize(("language", "text", "words"), REMARKS)
def test_praise_blame_and_headlines_are_remarks(language: str, text: str, words: str) -> None:
    if ":" in text:
        text = f"President Bima Sakti spoke in Porta.\n{text}"
    found = [item for item in statements(text, language) if not item.mixed][-1]
    assert found.form is Form.REMARK
    assert words in found.quote


def test_words_without_marks_after_a_verb_that_breaks_off_are_reported() -> None:
    said = "Presiden Bima Sakti menyatakan kepuasannya, seraya mengatakan."
    text = f"{said}\nAda kemajuan besar kali ini."
    assert rows(text, "id") == [("indirect", "Bima Sakti", "Ada kemajuan besar kali ini")]


def test_a_dateline_belongs_to_no_statement() -> None:
    text = "PORTA, KABAR.com - Perbatasan akan dibuka, kata Presiden Bima Sakti."
    assert rows(text, "id") == [("indirect", "Bima Sakti", "Perbatasan akan dibuka")]


def test_a_statement_says_why_it_was_read() -> None:
    found = only("President Bima Sakti said the text was final.")
    [step] = found.because
    assert step.entry == "statements#say"
    assert step.span == found.cue


SPOKEN = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            "'",
            ",",
            ".",
            "said",
            "that",
            "he",
            "and",
            "President Bima Sakti",
            "Japan",
            "told reporters",
            "the border was open",
            "according to",
            "quoted",
            "as saying",
            "called",
            "accused",
            "of",
            ":",
            "—",
            "(",
            ")",
            "on Friday",
            "\n",
        ]
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(SPOKEN)
def test_any_text_gives_statements_that_quote_it(words: list[str]) -> None:
    text = " ".join(words)
    found = utterances(text)
    assert [(u.first, -u.end, u.cue) for u in found] == sorted(
        (u.first, -u.end, u.cue) for u in found
    )
    for item in found:
        assert text[item.finding.span.start : item.finding.span.end] == item.finding.quote
        assert item.finding.quote
        assert item.finding.speaker


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "he said that "),
        ("en", '"a b c d e" he said, '),
        ("en", "the minister, who said, "),
        ("en", "quoted as saying "),
        ("id", ", katanya "),
        ("id", "menteri itu mengatakan bahwa "),
        ("id", 'menurut "a b c d" '),
    ],
)
def test_time_grows_with_the_text_only(language: str, unit: str) -> None:
    page = page_of(unit * 4_000, language)
    quotes = read_quotations(page)
    start = process_time()
    read_statements(page, Row(), quotes, Row())
    assert process_time() - start < 8
