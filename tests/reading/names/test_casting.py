from __future__ import annotations

import pytest

from tests.reading.pages import names_of
from traktat.model.kinds import NameKind


def persons(text: str, language: str = "en") -> list[str]:
    found = names_of(text, language).items
    return [item.name for item in found if item.sort is NameKind.PERSON and not item.pronoun]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", '"No," said Wanuri Odembe.', ["Wanuri Odembe"]),
        ("en", "Wanuri Odembe told reporters it was late.", ["Wanuri Odembe"]),
        ("en", "The pact was signed by Wanuri Odembe.", ["Wanuri Odembe"]),
        ("en", "President Aino Koskela and Wanuri Odembe left.", ["Aino Koskela", "Wanuri Odembe"]),
        ("en", "They walked along Wanuri Odembe yesterday.", []),
        ("en", "They stayed in Wanuri Odembe.", []),
        ("en", "Wanuri Odembe University said so.", []),
        ("en", "The city saw Catherine Odembe win.", ["Catherine Odembe"]),
        ("en", "Mr. Odembe left.", ["Odembe"]),
        ("id", '"Tidak," kata Wanuri Odembe.', ["Wanuri Odembe"]),
        ("id", "Wanuri Odembe (47) hadir.", ["Wanuri Odembe"]),
        ("id", "Bupati Odembe hadir kemarin.", []),
        ("id", "Kapolres Suva Kompol Wanuri hadir. Wanuri mengatakan hal itu.", ["Wanuri"] * 2),
        ("id", "Presiden Wanuri Odembe (Wano) tiba. Wano menolak.", ["Wanuri Odembe"] * 3),
    ],
)
def test_a_run_of_capitals_needs_proof_to_be_a_person(language, text, wanted) -> None:
    assert persons(text, language) == wanted


def test_a_counterpart_holds_the_same_office() -> None:
    text = "Fijian Foreign Minister Wanuri Odembe met her Finnish counterpart Aino Koskela."
    [_, other] = [m for m in names_of(text).items if m.sort is NameKind.PERSON and not m.pronoun]
    assert (other.name, other.office, other.state) == ("Aino Koskela", "foreign-minister", "FIN")


def test_a_hyphen_joins_two_known_persons() -> None:
    text = (
        "Presiden Wanuri Odembe bertemu Perdana Menteri Aino Koskela. "
        "Pertemuan Odembe-Koskela usai."
    )
    assert persons(text, "id")[2:] == ["Wanuri Odembe", "Aino Koskela"]


def test_a_headline_names_whom_the_report_names() -> None:
    text = "Koskela Signs Fishing Pact\nFinnish President Aino Koskela signed it on Friday."
    assert persons(text) == ["Aino Koskela"] * 2
