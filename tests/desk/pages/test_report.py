"""The page of a report: the very characters light up, and each finding says why and where to."""

from __future__ import annotations

import html
import re

import pytest

from tests.desk.client import TestClient
from tests.desk.pages.conftest import Get
from traktat.desk.pages.rendering import clean, shown
from traktat.pipeline import open_store

PIECE = re.compile(
    r'<(?:a|span)([^>]*) data-s="(\d+)" data-e="(\d+)"[^>]*>(.*?)</(?:a|span)>', re.S
)


@pytest.fixture
def reading(examples):
    with open_store(examples) as known:
        yield known.reading(known["irn-rus-2025"].reports[0].report)


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def text_of(page: str) -> str:
    return page[page.index('<div class="text"') : page.index("<aside")]


def test_exactly_the_characters_asked_for_light_up(get: Get, reading) -> None:
    text = reading.report.text
    page = get(f"/reports/{reading.report.id}?light=100-131")
    lit = [m for m in PIECE.finditer(text_of(page)) if re.search(r"\blit\b", m[1])]
    assert "".join(plain(m[4]) for m in lit) == text[100:131].replace("\n", "")


def test_a_finding_lights_up_when_it_is_chosen(get: Get, reading) -> None:
    from traktat.model.findings import finding_id

    act = next(item for item in reading.findings if item.kind == "act")
    page = get(f"/reports/{reading.report.id}?why={finding_id(act)}")
    lit = [m for m in PIECE.finditer(text_of(page)) if re.search(r"\blit\b", m[1])]
    assert "".join(plain(m[4]) for m in lit) == act.quote
    assert "Where it went" in page
    assert re.search(r'href="/agreements/irn-rus-2025#act-', page)
    assert "Why it was read so" in page
    assert f"acts#{act.act.value}" in page


def test_the_text_is_all_there_unaltered(get: Get, reading) -> None:
    page = get(f"/reports/{reading.report.id}")
    shown_text = "".join(plain(m[4]) for m in PIECE.finditer(text_of(page)))
    assert shown_text == "".join(line for line in reading.report.text.split("\n") if line.strip())


def test_furniture_stays_and_is_marked_as_such(get: Get, reading) -> None:
    page = get(f"/reports/{reading.report.id}")
    assert re.search(r'class="furniture"[^>]* title="[a-z ]+"', text_of(page))


def test_every_finding_has_a_place_to_arrive_at(get: Get, reading) -> None:
    from traktat.model.findings import finding_id

    page = get(f"/reports/{reading.report.id}")
    for item in reading.findings:
        if item.kind in ("act", "claim", "statement", "provision"):
            assert f'id="f-{finding_id(item)}"' in page


def test_searched_words_are_marked(get: Get, reading) -> None:
    page = get(f"/reports/{reading.report.id}?find=perjanjian")
    found = [plain(m[4]) for m in PIECE.finditer(text_of(page)) if "found" in m[1]]
    assert {word.casefold() for word in found} == {"perjanjian"}


@pytest.mark.parametrize("light", ["5", "9-3", "0-99999999", "a-b", "-1-4"])
def test_characters_that_are_not_there_are_told_with_a_hint(
    desk: TestClient, reading, light: str
) -> None:
    answer = desk.get(f"/reports/{reading.report.id}", params={"light": light})
    assert answer.status_code == 400
    assert "Hint:" in answer.text


def test_an_unknown_finding_and_an_unknown_report_are_told(desk: TestClient, reading) -> None:
    for address in (f"/reports/{reading.report.id}?why=abc", "/reports/feedfeedfeed"):
        answer = desk.get(address)
        assert answer.status_code == 404
        assert "Hint:" in answer.text


def test_signs_stand_for_characters_that_steer_one_for_one() -> None:
    text = "a\u202eb\x07c\ud800d\te\n"
    assert len(clean(text)) == len(text)
    assert clean(text) == "a\ufffdb\u2407c\ufffdd\te\n"
    assert 'title="U+202E"' in shown(text)
    assert clean("Jakarta, Müller, العربية") == "Jakarta, Müller, العربية"
