from __future__ import annotations

import pytest

from tests.reading.pages import quoted

LEADERS = "Finnish President Aino Koskela met Fijian Prime Minister Wanuri Odembe. "


def meant(text: str, word: str, language: str = "en") -> list[str]:
    return [item.name for quote, item in quoted(text, language) if quote == word]


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        ("en", LEADERS + "She left early.", "She", ["Aino Koskela"]),
        ("en", LEADERS + "They shook hands.", "They", ["Aino Koskela, Wanuri Odembe"]),
        ("en", LEADERS + "The two leaders left.", "The two leaders", [
            "Aino Koskela, Wanuri Odembe"
        ]),
        ("en", LEADERS + "Both countries agreed.", "Both countries", ["FIN, FJI"]),
        ("en", LEADERS + "The president left.", "president", ["Aino Koskela"]),
        ("en", "Critics called it weak. It will fail, they said.", "they", ["Critics"]),
        ("en", "Finland voted. The country waited long.", "The country", ["FIN"]),
        ("en", "The two Koreas talked.", "The two Koreas", ["KOR, PRK"]),
        ("id", "Pakta Fiji dan Finlandia mengikat keduanya.", "keduanya", ["FJI, FIN"]),
        ("id", "Fiji memposisikan dirinya sebagai penengah.", "dirinya", ["FJI"]),
        ("id", "Presiden Fiji Wanuri Odembe tiba. Ia menolak.", "Ia", ["Wanuri Odembe"]),
    ],
)  # fmt: skip
def test_what_stands_for_somebody_named_before(language, text, word, wanted) -> None:
    assert meant(text, word, language) == wanted


def test_he_is_not_the_person_a_quotation_speaks_of() -> None:
    text = (
        'Finnish President Aino Koskela spoke first. "Wanuri Odembe is late," Koskela joked. '
        "She then left."
    )
    assert meant(text, "She") == ["Aino Koskela"]


def test_an_office_shared_by_two_states_is_divided() -> None:
    text = (
        "Menteri Kehutanan Fiji Wanuri Odembe dan Finlandia berunding. Naskah diteken menteri "
        "kedua negara, Wanuri Odembe dan Aino Koskela, kemarin."
    )
    last = [(item.name, item.state) for _, item in quoted(text, "id") if item.name.startswith("A")]
    assert last == [("Aino Koskela", "FIN")]


def test_armed_groups_are_sides_too() -> None:
    text = "The Sudanese government and the Tamil Tigers talked. Both sides agreed."
    [both] = [item for quote, item in quoted(text) if quote == "Both sides"]
    assert both.members == ("SDN", "NSA:Tamil Tigers")


def test_nobody_is_meant_where_nobody_was_named() -> None:
    assert meant("They left. She stayed. Both countries agreed.", "They") == []
