"""An Indonesian reader meets no English but the words of reports and the code of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.desk.client import TestClient
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings
from traktat.pipeline import open_store

QUOTED = {"q", "bdi", "code", "kbd", "a", "time"}
"""What holds words of others: names, quotations, addresses; a link to a report bears its title."""

READ = re.compile(r"\b(excerpt|text|word|condition)\b")  # classes of what a report or pack says
ENGLISH = re.compile(
    r"\b(the|of|is|are|was|were|not|by|its?|which|with|from|has|have|told|says|said|reports?"
    r"|agreement|record|between|after|before|only|others?|may|one|two|day|act|clause)\b",
    re.IGNORECASE,
)
ENOUGH = 60  # pages of one crawl


def elements(page: str) -> Iterator[HtmlElement]:
    yield from (one for one in html.fromstring(page).iter() if isinstance(one.tag, str))


def marked_english(page: str) -> list[str]:
    """Give the words marked as English that nobody quotes."""
    return [
        one.text_content()[:80]
        for one in elements(page)
        if one.get("lang") == "en" and one.tag not in QUOTED and not _is_read(one)
    ]


def _is_read(one: HtmlElement | None) -> bool:
    """Tell whether an element stands in words of a report, or quotes them."""
    while one is not None:
        if one.tag in QUOTED or READ.search(one.get("class") or ""):
            return True
        one = one.getparent()
    return False


def english_words(page: str) -> list[str]:
    """Give what the page says itself and says with English words."""
    found = []
    for one in elements(page):
        if one.tag in ("script", "style", "title") or _is_read(one):
            continue
        for said in (one.text, *(child.tail for child in one)):
            if ENGLISH.search(said or ""):
                found.append(" ".join((said or "").split())[:120])
    return found


def links(page: str, address: str) -> Iterator[str]:
    for target in html.fromstring(page).xpath("//a/@href"):
        there = target.partition("#")[0]
        if there.startswith("?"):
            there = address.partition("?")[0] + there
        if there.startswith("/") and not there.startswith(("/api", "/packs", "//")):
            yield there


@pytest.mark.parametrize(
    "begin",
    [
        "/agreements/irn-rus-2025",
        "/agreements/new-start?on=2012-01-01",
        "/review",
        "/drill?event=armed-attack&by=USA&on=IRN&date=2025-11-01",
        "/drill?event=withdrawal-notice&by=RUS&date=2025-11-01",
        "/drill?event=sanctions&by=USA&on=RUS&date=2012-11-01",
        "/reports",
        "/people",
        "/",
    ],
)
def test_a_page_and_those_it_leads_to_say_everything_in_indonesian(
    desk: TestClient, begin: str
) -> None:
    waiting, seen = [begin], set[str]()
    while waiting and len(seen) < ENOUGH:
        address = waiting.pop(0)
        if address in seen or "lang=" in address:
            continue
        seen.add(address)
        page = desk.get(address, headers={"accept-language": "id"}).text
        assert '<html lang="id">' in page
        assert marked_english(page) == [], address
        assert [one for one in english_words(page) if not _names_a_file(one)] == [], address
        waiting += links(page, address)
    assert len(seen) > 20


def _names_a_file(said: str) -> bool:
    return "/" in said and " " not in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/agreements/nonesuch", "tidak ada perjanjian “nonesuch” dalam penyimpanan"),
        ("/agreements/irn-rus-2025?on=20x", "bukan tanggal EDTF: “20x”"),
        ("/drill?event=x&by=IRN&on=RUS", "tidak ada peristiwa seperti itu: “x”"),
        ("/drill?event=sanctions&by=IRN", "peristiwa “sanksi” memerlukan sasaran"),
        ("/review?page=x", "nilai “page” tidak dapat dibaca"),
        ("/nowhere", "tidak ada halaman /nowhere"),
    ],
)
def test_an_error_is_told_in_indonesian(desk: TestClient, address: str, said: str) -> None:
    page = desk.get(address, headers={"accept-language": "id"}).text
    assert said in page
    assert marked_english(page) == []


def test_a_request_refused_before_any_page_is_told_in_indonesian(desk: TestClient) -> None:
    refused = desk.post("/review/judge", data={"about": "x"}, headers={"accept-language": "id"})
    assert refused.headers["content-language"] == "id"
    assert refused.text.startswith("galat: perubahan ini tidak berasal dari halaman meja kerja ini")


def test_the_api_speaks_english_to_everybody(desk: TestClient) -> None:
    told = desk.get("/api/v1/agreements/irn-rus-2025", headers={"accept-language": "id"}).json()
    whys = {one["why"] for one in told["disagreements"]}
    assert "asserted by some, denied by others" in whys
    drill = {"event": "armed-attack", "by": "USA", "on": "IRN", "date": "2025-11-01"}
    answer = desk.get("/api/v1/agreements/irn-rus-2025/drill", params=drill).json()
    assert any(one["why"].startswith("IRN is a party") for one in answer["duties"])


def test_what_an_older_store_says_in_english_is_marked_so(examples: Path, tmp_path: Path) -> None:
    store = tmp_path / "old.db"
    store.write_bytes(examples.read_bytes())
    with open_store(store) as agreements:
        connection = agreements.store._rows  # type: ignore[attr-defined]
        with connection.writing():
            connection.run(
                "UPDATE records SET body = replace(body, ?, ?) WHERE id = 'irn-rus-2025'",
                '{"says":"asserted by some, denied by others"}',
                '"asserted by some, denied by others"',
            )
    with TestClient(create_app(DeskSettings(store=store)), base_url="http://127.0.0.1:8765") as old:
        page = old.get("/agreements/irn-rus-2025", headers={"accept-language": "id"}).text
    assert marked_english(page) == ["asserted by some, denied by others"]


def test_a_dossier_says_everything_in_both_languages(examples: Path) -> None:
    from traktat.pipeline import export

    with open_store(examples) as agreements:
        files = export([agreements["irn-rus-2025"]], "html", agreements=agreements, language="id")
    (page,) = files.values()
    for element in html.fromstring(page).find_class("ui"):
        beside = {one.get("lang") for one in element.getparent() if one.get("lang")}
        assert {"en", "id"} <= beside
    shown = re.sub(r'<(span|tspan) class="ui" lang="en">.*?</\1>', "", page)
    assert marked_english(shown) == []
    assert [one for one in english_words(shown) if not _names_a_file(one)] == []
    assert "dinyatakan sebagian, dibantah yang lain" in page
    assert "asserted by some, denied by others" in page
    assert "17 Januari 2025" in shown
