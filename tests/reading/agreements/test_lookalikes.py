"""Documents that are no agreement, or none in particular."""

from __future__ import annotations

import json

import pytest

from tests.agreed import Read, read
from tests.shared import SHARED, needs_shared


def stands_for(report: Read, quote: str) -> set[str | None]:
    return {item.refers for item in report.found.documents if quote in item.quote}


def test_instruments_and_laws_are_told_from_the_treaty() -> None:
    report = read(
        "Norland and Sarvia signed a border treaty. Norland's president signed the ratification "
        "law, and instruments of ratification were exchanged in May."
    )
    assert stands_for(report, "border treaty") == {"A"}
    assert stands_for(report, "ratification law") == {"law"}
    assert stands_for(report, "instruments of ratification") == {"instruments"}


def test_a_paper_one_side_signs_about_a_treaty_is_its_law() -> None:
    report = read(
        "Norland dan Sarvia meneken perjanjian. Dokumen yang ditandatangani Presiden Norland "
        "menegaskan Perjanjian Kemitraan antara Norland dan Sarvia. Dokumen tersebut memuat pasal.",
        "id",
    )
    assert stands_for(report, "Dokumen") == {"law", "A"}


def test_a_treaty_with_any_third_state_is_a_class() -> None:
    report = read("Norland and Sarvia signed a pact. They will sign no treaty with third parties.")
    assert stands_for(report, "treaty") == {"class"}


def test_a_report_without_agreements_lists_no_documents() -> None:
    assert read("The president signed a decree.").found.documents == ()


SEED_OTHERS = {
    "N03": "law",
    "N05": "instruments",
    "N09": "instruments",
    "N24": "class",
    "N11": "B",
    "N12": "B",
    "N18": "B",
}
MISSED = {"N15"}  # the slug of a link in Vietnamese: a pack for that language would read it


@needs_shared
def test_the_seeds_say_what_their_documents_stand_for() -> None:
    folder = SHARED / "seeds"
    items = json.loads((folder / "checklist.json").read_text(encoding="utf-8"))["items"]
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    reports = {number: read(text, "id") for number, text in sorted(texts.items())}
    wrong = []
    for item in (item for item in items if item["kind"] == "name"):
        documents = reports[item["doc"]].found.documents
        span = (item["start"], item["end"])
        refers = {d.refers for d in documents if d.span.overlaps(span)}
        if SEED_OTHERS.get(item["id"], "A") not in refers:
            wrong.append(item["id"])
    assert set(wrong) <= MISSED


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_empty_report_is_no_trouble(language: str) -> None:
    assert read(" ", language).found.documents == ()
