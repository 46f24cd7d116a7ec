"""Who acts: subjects, agents, possessors, and the assembly an agreement passes."""

from __future__ import annotations

import pytest

from tests.acted import Told, told
from traktat.reading.acts.actors import Actors, assembly_behind, capital_of, seat_of, subject_of


def by(report: Told) -> list[str]:
    """Give the actors of the last draft of the last sentence."""
    return [name.key for name in report.drafts[-1].actors.mentions]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "Norland signed a border treaty with Sarvia.", ["XNO"]),
        ("en", "Norland and Sarvia signed a border treaty.", ["XNO", "XSA"]),
        ("en", "The border treaty with Sarvia was signed by Norland.", ["XNO"]),
        ("en", "The border treaty between Norland and Sarvia was signed in May.", []),
        ("en", "Norland's withdrawal from the border treaty with Sarvia surprised all.", ["XNO"]),
        (
            "en",
            "Norland, which along with Aruna signed the border treaty with Sarvia, gained.",
            ["XNO", "XAR"],
        ),
        ("id", "Norland menandatangani perjanjian perbatasan dengan Sarvia.", ["XNO"]),
        ("id", "Perjanjian perbatasan dengan Sarvia ditandatangani oleh Norland.", ["XNO"]),
        ("id", "Keluarnya Norland dari perjanjian perbatasan dengan Sarvia disesalkan.", ["XNO"]),
        (
            "id",
            "Norland dan Sarvia merevisi dan memperpanjang perjanjian perbatasan mereka.",
            ["XNO", "XSA"],
        ),
        (
            "id",
            "Menteri luar negeri Norland dan Sarvia, Senin (13/3), memaraf perjanjian perbatasan.",
            ["XNO+XSA"],
        ),
        ("id", "Hanya Norland dan Sarvia yang tidak ikut meneken Konvensi Ottawa.", ["XNO", "XSA"]),
        ("id", "Tinggal Norland yang belum mengesahkan Konvensi Ottawa.", ["XNO"]),
        (
            "id",
            "Norland dan Sarvia berunding. Pakta mereka diteken kedua presiden di Aruna.",
            ["XNO+XSA"],
        ),
        ("id", "Norland, yang meneken Konvensi Ottawa tapi tak kunjung meratifikasinya.", ["XNO"]),
        ("id", "Norland-Sarvia teken perjanjian perikanan.", ["XNO", "XSA"]),
        ("id", "Norland telah melakukan ratifikasi atas Konvensi Ottawa.", ["XNO"]),
        ("id", "Penyerahan piagam ratifikasi Konvensi Ottawa dilakukan Norland.", ["XNO"]),
        ("id", "Norland bersama Sarvia meratifikasi perjanjian perikanan.", ["XNO", "XSA"]),
        (
            "id",
            "Tiga negara, Norland, Aruna, dan Sarvia, meneken perjanjian perikanan.",
            ["XNO", "XAR", "XSA"],
        ),
        (
            "id",
            "Tiga negara, termasuk Norland, Aruna dan Sarvia, belum meratifikasi Konvensi Ottawa.",
            ["XNO", "XAR", "XSA"],
        ),
    ],
)
def test_the_actor_stands_where_its_verb_or_noun_has_it(
    language: str, text: str, actors: list[str]
) -> None:
    assert by(told(text, language)) == actors


def test_an_agent_belongs_to_the_passive_beside_it() -> None:
    report = told(
        "The border treaty between Norland and Sarvia signed in May fits a plan outlined by Aruna."
    )
    assert by(report) == []


def test_no_actors_no_states() -> None:
    assert Actors().states == ()


def test_states_are_named_once() -> None:
    report = told("Norland and Sarvia signed a border treaty.")
    (draft,) = report.drafts
    assert draft.actors.states == ("XNO", "XSA")


def test_the_subject_of_an_active_verb() -> None:
    report = told("Norland signed a border treaty with Sarvia.")
    found = subject_of(report.line, report.triggers[0])
    assert [name.key for name in found] == ["XNO"]


def test_an_assembly_stands_behind_a_preposition() -> None:
    report = told("The treaty between Norland and Sarvia won approval in Norland's parliament.")
    found = assembly_behind(report.line, report.token("in"))
    assert [name.sort.value for name in found.mentions] == ["organ"]


def test_a_state_is_no_assembly() -> None:
    report = told("The treaty between Norland and Sarvia went to Aruna.")
    assert assembly_behind(report.line, report.token("to")).mentions == ()


def test_a_named_state_is_its_own_seat() -> None:
    report = told("Norland signed a border treaty with Sarvia.")
    name = report.line.names[report.token("Norland")]
    assert seat_of(report.line, name) == "XNO"


def test_a_capital_gives_its_state() -> None:
    report = told("The treaty between France and Norland was signed in Paris.")
    assert capital_of(report.line, report.token("Paris")) == "FRA"
    assert capital_of(report.line, report.token("signed")) is None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            (
                "The pact between Norland and Sarvia was signed on behalf of Norland by Minister"
                " Ada Boro and for Sarvia by Minister Ivo Kern."
            ),
            ("Ada Boro", "Ivo Kern"),
        ),
        (
            (
                "Foreign ministers Ada Boro of Norland and Ivo Kern of Sarvia signed a border"
                " treaty between Norland and Sarvia."
            ),
            ("Ada Boro", "Ivo Kern"),
        ),
        ("Norland's decision to suspend the border treaty with Sarvia angered many.", ("XNO",)),
        ("Norland told Sarvia that it would end the border treaty between them.", ("XNO",)),
        (
            "The treaty between Norland and Sarvia was approved by members of Norland's Senate.",
            ("Norland's Senate",),
        ),
    ],
)
def test_who_acts_is_found_past_others(text: str, actors: tuple[str, ...]) -> None:
    assert told(text).acts[-1].by == actors
