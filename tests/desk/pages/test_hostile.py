"""Reports are hostile: on no page does what they say become anything but text."""

from __future__ import annotations

import re

import pytest

from tests.desk.client import TestClient
from tests.desk.pages.conftest import Get

PAGES = (
    "/",
    "/agreements/irn-rus-2025",
    "/search?q=hacked",
    "/search?q=kemitraan",
    "/people",
    "/states/RUS",
    "/people/Vladimir%20Putin",
    "/drill?event=armed-attack&by=X&on=RUS",
)


def checked(page: str) -> None:
    assert "<script>window" not in page
    assert "<img src=x" not in page
    assert "<b>Presiden" not in page
    assert page.count("<script") == 1
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert " style=" not in page
    assert not re.search(r"<[a-z][^<>]*\son[a-z]+=", page)


@pytest.mark.parametrize("address", PAGES)
def test_markup_and_control_characters_of_reports_stay_text(get: Get, address: str) -> None:
    checked(get(address))


def test_the_hostile_report_itself_is_shown_as_it_is_written(get: Get, hostile: str) -> None:
    page = get(hostile)
    checked(page)
    assert "&lt;script&gt;window.hacked" in page.replace("</a>", "").replace("</span>", "")
    assert 'title="U+202E"' in page


def test_a_title_cannot_leave_its_element(get: Get) -> None:
    found = get("/search?q=kemitraan")
    link = re.search(r'href="(/reports/[0-9a-f]+)[^"]*"><bdi>&lt;/title&gt;', found)[1]
    checked(get(link))


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/people?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/packs/id?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/?q=%3Cscript%3Ealert(1)%3C/script%3E&party=%3Cscript%3E",
        "/drill?by=%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_what_an_address_says_stays_text(get: Get, address: str) -> None:
    page = get(address)
    assert "<script>alert" not in page
    assert page.count("<script") == 1


@pytest.mark.parametrize(
    "address", ["/people/%3Cscript%3Ealert(1)%3C/script%3E", "/%3Cscript%3Ealert(1)%3C/script%3E"]
)
def test_errors_stay_text(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_names_of_strangers_stand_apart_from_the_line_they_are_in(get: Get) -> None:
    assert re.search(r"<bdi>Vladimir Putin</bdi>", get("/people"))
