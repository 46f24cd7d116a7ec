"""Short sentences, each read by one rule: the reported words and whose they are."""

from __future__ import annotations

import pytest

from tests.spoken import rows

FOUND = [
    # a person's name at the end shows that the words before the verb are reported
    (
        "en",
        "The leader decrees the dismissal of two envoys, said spokesman Runo Tagara.",
        ("indirect", "Runo Tagara", "The leader decrees the dismissal of two envoys"),
    ),
    # reported words that run on behind "he added" with the same subject
    (
        "en",
        "President Bima Sakti met Dana Wira. The pact hurts nobody, Sakti added, and has helped.",
        ("indirect", "Bima Sakti", "The pact hurts nobody, Sakti added, and has helped"),
    ),
    # what something is called ends with its quotation
    (
        "en",
        "President Bima Sakti called the pact “a gift,” and many others have opposed it.",
        ("indirect", "Bima Sakti", "the pact “a gift"),
    ),
    # a pronoun that can only be a subject opens a clause
    (
        "en",
        "President Bima Sakti claimed they resolved the quarrel.",
        ("indirect", "Bima Sakti", "they resolved the quarrel"),
    ),
    # what is to be done by others can be anything
    (
        "en",
        "In the early 1980s Veland left the talks and called for the isle to be handed over.",
        ("indirect", "XVE", "the isle to be handed over"),
    ),
    # only the subject of the clause is quoted
    (
        "en",
        "President Bima Sakti said that “hard men in both houses” want a war.",
        ("indirect", "Bima Sakti", "“hard men in both houses” want a war"),
    ),
    # a relative clause with a speaker of its own is not his
    (
        "en",
        "President Bima Sakti announced Aruna would leave the pact, which Veland said had failed.",
        ("indirect", "Bima Sakti", "Aruna would leave the pact"),
    ),
    # an apposition between commas is no speaker
    (
        "en",
        "Ways and Means Chairman Bima Sakti, Texas Republican, left, saying the text is weak.",
        ("indirect", "Bima Sakti", "the text is weak"),
    ),
    # a relative clause with a speaker and a subject of its own is his statement
    (
        "en",
        "President Bima Sakti left the pact, which Veland says Aruna has broken.",
        ("indirect", "XVE", "Aruna has broken"),
    ),
    # a second relative clause has the same antecedent
    (
        "en",
        "Both met President Bima Sakti, who called it a trap and who said that Aruna would leave.",
        ("indirect", "Bima Sakti", "Aruna would leave"),
    ),
    # initials in brackets name the body that the words describe
    (
        "id",
        "Kantor berita nasional Korea Utara (KCNA) melaporkan bahwa jalur itu dibuka.",
        ("indirect", "KCNA", "jalur itu dibuka"),
    ),
    # a joint statement closes reported words
    (
        "id",
        (
            "Kedua pihak akan membuka jalur itu, demikian sebuah pernyataan bersama yang dibagikan "
            "kepada wartawan."
        ),
        ("indirect", "DOC", "Kedua pihak akan membuka jalur itu"),
    ),
    # a paper whose name is also a noun is no statement of somebody else's
    (
        "en",
        "The ministry said the text was final. The Post reported that it was not.",
        ("indirect", "Post", "it was not"),
    ),
    # a name no list knows behind a noun for a person
    (
        "id",
        "Jalur itu akan dibuka lagi, kata jurubicara istana Runo Tagara.",
        ("indirect", "Runo Tagara", "Jalur itu akan dibuka lagi"),
    ),
    # a need that is pressing urges nobody
    (
        "id",
        "Presiden Aruna mengatakan ada keperluan mendesak untuk membuka jalur itu.",
        ("indirect", "XAR", "ada keperluan mendesak untuk membuka jalur itu"),
    ),
    # a condition before the clause takes nothing back
    (
        "en",
        "President Bima Sakti left. Asked if the pact would help, Sakti said it might.",
        ("indirect", "Bima Sakti", "it might"),
    ),
    # "of the treaty" is no subject; its head is
    (
        "en",
        "Critics of the treaty note that it is not in force.",
        ("indirect", "Critics", "it is not in force"),
    ),
    # "It was X that …"
    (
        "en",
        "It was Veland that first said Aruna would leave.",
        ("indirect", "XVE", "Aruna would leave"),
    ),
    # a root and a name between commas
    (
        "id",
        "Menteri Bima Sakti pulang. Bagi warga, lanjut Sakti, hal itu akan menjadi beban.",
        ("indirect", "Bima Sakti", "Bagi warga, lanjut Sakti, hal itu akan menjadi beban"),
    ),
    # two words with a verb are reported words enough
    (
        "id",
        "Pertemuan ditunda, kata Presiden Bima Sakti.",
        ("indirect", "Bima Sakti", "Pertemuan ditunda"),
    ),
    # a place in front of what there is
    (
        "id",
        "Presiden Bima Sakti menyampaikan di Porta terdapat tiga pos perbatasan.",
        ("indirect", "Bima Sakti", "di Porta terdapat tiga pos perbatasan"),
    ),
    # what is told to stand in a paper, the paper says
    (
        "id",
        "Berdasarkan salinan perjanjian yang dirilis kemarin disebutkan bahwa jalan itu dibuka.",
        ("indirect", "DOC", "jalan itu dibuka"),
    ),
    # a person who follows an owner and his office
    (
        "en",
        "The pact is dead, Odembe's spokesman Salim Wanuri said.",
        ("indirect", "Salim Wanuri", "The pact is dead"),
    ),
    # a clause before the main one holds no more than itself
    (
        "en",
        "While President Bima Sakti said the pact was final, the envoys have left the hall.",
        ("indirect", "Bima Sakti", "the pact was final"),
    ),
    (
        "id",
        "Meski demikian Menteri Bima Sakti menegaskan naskah itu final, lalu semua akan pulang.",
        ("indirect", "Bima Sakti", "naskah itu final, lalu semua akan pulang"),
    ),
    # a name between commas, with its title, is the one described before
    (
        "en",
        "The pact is dead, said the Japanese spokesman, the Rev. Paul Odembe.",
        ("indirect", "Paul Odembe", "The pact is dead"),
    ),
    (
        "en",
        "Japan's supreme leader, Ayatollah Salim Odembe, said the pact was dead.",
        ("indirect", "Salim Odembe", "the pact was dead"),
    ),
    # a verb in the present right behind a quotation
    (
        "en",
        "“The pact will not last for long,” writes Paul Odembe, a professor.",
        ("direct", "Paul Odembe", "The pact will not last for long"),
    ),
    # whoever is the subject before a clause with its conjunction has said it
    (
        "en",
        "A Japanese night guard told reporters that the gate was shut.",
        ("indirect", "Japanese night guard", "the gate was shut"),
    ),
    (
        "en",
        "Few details are known but its promoters say it would cut tariffs.",
        ("indirect", "promoters", "it would cut tariffs"),
    ),
    # "some" is a subject, not the article of a noun
    (
        "en",
        "The summit is unlikely to help, some say.",
        ("indirect", "some", "The summit is unlikely to help"),
    ),
    # a verb between a comma and a person, in the present
    (
        "en",
        "The pact could be saved, argues Mr. Odembe of the institute.",
        ("indirect", "Odembe", "The pact could be saved"),
    ),
    # a semicolon parts clauses
    (
        "en",
        "Japan left the pact; President Bima Sakti said it was late.",
        ("indirect", "Bima Sakti", "it was late"),
    ),
    # a day behind the speaker is no name
    (
        "id",
        "Jalur itu akan dibuka lagi, kata seorang diplomat senior, Rabu.",
        ("indirect", "seorang diplomat senior", "Jalur itu akan dibuka lagi"),
    ),
]


@pytest.mark.parametrize(("language", "text", "row"), FOUND)
def test_words_and_speaker(language: str, text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text, language)


NAMED_LATER = [
    (
        "en",
        (
            "The pact will take effect in May, a U.N. spokesman said on Tuesday.\n"
            "Nobody has left it, the spokesman, Runo Tagara, said."
        ),
        ["Runo Tagara", "Runo Tagara"],
    ),
    (
        "en",
        (
            "Veland wanted peace, a foreign ministry spokesman said on Tuesday.\n"
            "We hope for calm, Runo Tagara told a press conference."
        ),
        ["Runo Tagara", "Runo Tagara"],
    ),
    (
        "id",
        (
            "Jalur itu dibuka, kata seorang jurubicara istana.\n"
            "Jembatannya akan ditutup pekan depan, kata jurubicara istana Runo Tagara."
        ),
        ["Runo Tagara", "Runo Tagara"],
    ),
    # another office is another person
    (
        "en",
        (
            "The pact is dead, a senior diplomat said on Tuesday.\n"
            "Foreign Minister Runo Tagara said it was not."
        ),
        ["a senior diplomat", "Runo Tagara"],
    ),
    # somebody known before the lead is nobody unnamed
    (
        "en",
        "Runo Tagara met the press. The pact is dead, an envoy said.\nIt is not, Runo Tagara said.",
        ["an envoy", "Runo Tagara"],
    ),
]


@pytest.mark.parametrize(("language", "text", "speakers"), NAMED_LATER)
def test_who_speaks_unnamed_may_be_named_soon_after(
    language: str, text: str, speakers: list[str]
) -> None:
    assert [row[1] for row in rows(text, language)] == speakers


BANDS = [
    ("en", "The Taliban left the talks. The group said the text was unfair.", "Taliban"),
    ("en", "The Taliban left the talks. Rebels said the text was unfair.", "Taliban"),
    ("id", "Taliban pulang. Kelompok itu mengatakan naskahnya tidak adil.", "Taliban"),
    ("en", "NATO held a summit. The alliance said the text was unfair.", "NATO"),
    ("en", "Japan held a summit. Rebels said the text was unfair.", "rebels"),
    ("en", "Japan left. The U.N. spoke. Japan rejected it. It said the text was unfair.", "JPN"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), BANDS)
def test_a_movement_or_body_may_be_called_by_its_kind(
    language: str, text: str, speaker: str
) -> None:
    assert rows(text, language)[-1][1].lower() == speaker.lower()


def test_of_a_ruling_only_laws_speak() -> None:
    assert rows("Polisi menetapkan bahwa jalan itu ditutup.", "id") == []
    assert rows("Perjanjian itu menetapkan bahwa jalan itu ditutup.", "id")[0][1] == "DOC"


UNSAID = [
    ("id", "Dalam perjanjian itu tidak disebutkan bahwa jalan itu ditutup."),
    ("id", "Dalam rapat itu disampaikan bahwa jalan itu ditutup."),
    ("id", "Menteri Bima Sakti menjawab pertanyaan mengenai apakah benar bahwa jalan itu ditutup."),
    ("id", "Presiden Bima Sakti meminta dukungan Veland untuk melibatkan Aruna."),
    ("id", "Presiden Bima Sakti mengumumkan kemungkinan menarik pasukan dari Veland."),
    ("en", "Above all, we vow that the truth will last."),
    ("id", "Saya akan minta agar Veland menjelaskan bahwa jalan itu ditutup."),
    ("en", "The envoy raised concerns about deeds that are not covered."),
    ("en", "If the ministry says the pact is dead, few will mind."),
]


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_nobody_says_it(language: str, text: str) -> None:
    assert rows(text, language) == []


def test_words_between_two_verbs_are_reported_once() -> None:
    text = "Jalan itu ditutup, kata Menteri Bima Sakti saat menjawab pertanyaan wartawan."
    assert [row[1] for row in rows(text, "id")] == ["Bima Sakti"]


def test_he_is_nobody_behind_a_preposition_and_no_crowd() -> None:
    text = "In talks with President Dana Wira, Minister Bima Sakti left. He said it was late."
    assert rows(text)[0][1] == "Bima Sakti"
    text = "President Bima Sakti left. Many residents said it was late. He added that it was not."
    assert [row[1] for row in rows(text)] == ["residents", "Bima Sakti"]


def test_dia_goes_on_with_whoever_spoke_last() -> None:
    text = (
        'Menteri Bima Sakti bertemu Raja Salim Odembe. "Kami akan pulang besok pagi," kata Sakti.\n'
        '"Raja itu juga menunggu kami di istana," ujar dia.'
    )
    assert [row[1] for row in rows(text, "id")] == ["Bima Sakti", "Bima Sakti"]


def test_he_is_the_one_whose_office_speaks() -> None:
    text = (
        "President Paul Odembe met Dana Wira. Odembe's office said that in talks with Wira the "
        "pact was praised. He also said the pact was old."
    )
    assert rows(text)[-1][1] == "Paul Odembe"


def test_they_are_the_states_and_bodies_of_the_sentence_before() -> None:
    text = "NATO telah bergabung dengan Jepang. Mereka menyebut pasukan itu telah pulang."
    assert rows(text, "id")[-1][1] == "NATO, JPN"


@pytest.mark.xfail(strict=True, reason="“both” alone is not traced to the two named before")
def test_both_are_the_two_named_before() -> None:
    text = "President Bima Sakti met President Dana Wira. Both said the pact was final."
    assert rows(text)[-1][1] == "Bima Sakti, Dana Wira"


def test_an_official_speaks_for_the_state_of_the_president_named_before() -> None:
    text = "Japanese President Bima Sakti left. A senior administration official said it was late."
    assert rows(text)[-1][1] == "JPN"


def test_who_closed_a_sentence_goes_on_behind_one_in_which_nobody_spoke() -> None:
    text = (
        "Kenyan minister Daniel Wekesa said the pact was old. The accord, to be signed when Omani"
        " Premier Hamad Rashid visits Nairobi, will help, he told reporters. Under the existing"
        ' pact officers must stop at the frontier. "We have ironed out all the clauses," he said.'
    )
    assert rows(text)[-1][1] == "Daniel Wekesa"
