"""Words told by a passive, verbs that let a saying stand, and whom "he" means behind speech."""

from __future__ import annotations

import pytest

from tests.spoken import rows

ASCRIBED = [
    ("id", "Perundingan tarif itu disebut Menteri Lisa Moran berjalan lancar.", "Lisa Moran"),
    ("id", "Pakta itu dinilai oleh Presiden Lisa Moran sebagai tonggak baru.", "Lisa Moran"),
    (
        "id",
        "Menteri Lisa Moran pulang kemarin. Perundingan itu dinilainya berjalan lancar.",
        "Lisa Moran",
    ),
    ("en", "The pact was described by Foreign Minister Lisa Moran as a milestone.", "Lisa Moran"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), ASCRIBED)
def test_a_passive_tells_what_somebody_says_of_its_subject(
    language: str, text: str, speaker: str
) -> None:
    form, who, words = rows(text, language)[-1]
    assert (form, who) == ("indirect", speaker)
    assert text.rstrip(".").endswith(words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pakta itu disebut berjalan lancar."),
        ("id", "Naskah yang disebut Menteri Lisa Moran sebagai tonggak itu hilang."),
        ("en", "The pact described by Foreign Minister Lisa Moran as a milestone was lost."),
    ],
)
def test_a_passive_without_a_speaker_or_that_describes_tells_nothing(
    language: str, text: str
) -> None:
    assert rows(text, language) == []


SAID_ANYWAY = [
    ("en", "Minister Lisa Moran would only say that the text was nearly final."),
    ("en", "Minister Lisa Moran, this month, appeared to say the pact was dead."),
    ("en", "Minister Lisa Moran was forced to admit that the pact had failed."),
    ("id", "Menteri Lisa Moran hanya mau mengatakan bahwa naskahnya hampir final."),
]


@pytest.mark.parametrize(("language", "text"), SAID_ANYWAY)
def test_some_auxiliaries_let_a_saying_stand(language: str, text: str) -> None:
    assert [row[1] for row in rows(text, language)] == ["Lisa Moran"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minister Lisa Moran would not say that the text was final."),
        ("en", "Minister Lisa Moran refused to admit that the pact had failed."),
        ("id", "Menteri Lisa Moran tidak mau mengatakan bahwa naskahnya final."),
    ],
)
def test_others_take_it_back(language: str, text: str) -> None:
    assert rows(text, language) == []


LEAD = {
    "en": "President Lisa Moran will travel to Porta in May, Foreign Minister Runo Tagara said.",
    "id": "Presiden Lisa Moran akan pergi ke Porta pada Mei, kata Menteri Luar Negeri Runo Tagara.",
}


@pytest.mark.parametrize(
    ("language", "after", "speaker"),
    [
        ("en", "He told reporters that the text was final.", "Runo Tagara"),
        ("en", '"We are still working on the annex," he said.', "Runo Tagara"),
        ("en", 'Lisa Moran left on Friday. "We are still working on it," she said.', "Lisa Moran"),
        ("id", "Ia menambahkan bahwa naskahnya sudah final.", "Runo Tagara"),
    ],
)
def test_whoever_closed_the_sentence_before_goes_on(
    language: str, after: str, speaker: str
) -> None:
    assert rows(f"{LEAD[language]} {after}", language)[-1][1] == speaker


def test_of_a_share_of_people_the_people_speak() -> None:
    english = "Some 56 percent of farmers said the pact had failed them."
    indonesian = "Lebih dari 70 persen dari warga Veland mengatakan pakta itu merugikan mereka."
    assert rows(english)[0][1] == "farmers"
    assert rows(indonesian, "id")[0][1] == "warga Veland"


def test_a_hyphen_makes_one_word_of_two() -> None:
    """Three words in quotation marks are a turn of phrase, four are an utterance."""
    three = "Minister Lisa Moran praised the “centres of decision-making” in Porta."
    four = "Minister Lisa Moran praised the “new centres of decision-making” in Porta."
    assert "direct" not in [row[0] for row in rows(three)]
    assert "direct" in [row[0] for row in rows(four)]


def test_a_headline_that_ends_in_a_region_is_no_part_of_the_name_below_it() -> None:
    text = "New bases will be closed in Europe\n\nJosip Tagara has said that the pact is dead."
    assert rows(text)[-1][1] == "Josip Tagara"


def test_a_lead_names_its_politician_when_he_faces_the_press() -> None:
    lead = "A senior Aruna politician said on Monday that the truce would hold."
    told = f"{lead} Finance Minister Lisa Moran told a news conference it had been signed."
    said = f"{lead} Finance Minister Lisa Moran said it had been signed."
    head = f"{lead} President Lisa Moran told a news conference it had been signed."
    assert [row[1] for row in rows(told)] == ["Lisa Moran", "Lisa Moran"]
    assert rows(said)[0][1] != "Lisa Moran"
    assert rows(head)[0][1] != "Lisa Moran"


def test_a_joined_verb_of_another_tense_belongs_to_the_words_told() -> None:
    told = "Minister Lisa Moran said the deal names the base and calls for the rebels to leave."
    assert [row[2] for row in rows(told)] == [
        "the deal names the base and calls for the rebels to leave"
    ]
    both = "Minister Lisa Moran said the deal was fair and called for the rebels to leave."
    assert len(rows(both)) == 2


def test_it_is_a_treaty_behind_a_sentence_about_one() -> None:
    text = "Japan signed. The treaty grew out of talks. It calls for Veland to leave the islands."
    assert rows(text) == []


def test_a_fragment_in_a_paragraph_that_tells_what_a_text_says_is_of_the_text() -> None:
    text = (
        "Menurut salinan perjanjian itu, Jepang wajib pergi. "
        'Pemantau Veland boleh memeriksa pangkalan "kapan saja tanpa pemberitahuan lebih dulu".'
    )
    assert [row[:2] for row in rows(text, "id")] == [("direct", "DOC")]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("id", "Jepang membantah terlibat dalam serangan itu.", 1),
        ("id", "Negara anggota wajib memberi tahu semua anggota lain bahwa mereka keluar.", 0),
        ("id", "Menteri Lisa Moran menilai langkah yang diambil Jepang akan membantu nelayan.", 1),
        ("id", "Menteri Lisa Moran menilai kebijakan yang tidak menguntungkan nelayan.", 0),
        ("en", "In a separate note signed that day, Japan promised to take such steps.", 0),
    ],
)
def test_what_is_told_and_what_is_not(language: str, text: str, told: int) -> None:
    assert len(rows(text, language)) == told
