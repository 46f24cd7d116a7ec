"""Reports added by a form, without script."""

from __future__ import annotations

import re
from pathlib import Path
from time import sleep

import pytest

from tests.desk.client import TestClient
from tests.desk.pages.conftest import ORIGIN
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings

REPORT = (
    "JAKARTA - Indonesia dan Vietnam menandatangani perjanjian batas zona ekonomi eksklusif di "
    "Bogor, Kamis (22/12/2022).\n"
)


@pytest.fixture
def browser(tmp_path: Path):
    settings = DeskSettings(store=tmp_path / "new.db")
    with TestClient(create_app(settings), base_url=ORIGIN) as found:
        yield found


def sent(browser: TestClient, *files: tuple[str, str]):
    browser.get("/")
    answer = browser.post(
        "/add",
        data={"csrf": browser.cookies["traktat_csrf"]},
        files=[("files", (name, text.encode(), "text/plain")) for name, text in files],
    )
    for _ in range(300):  # the page asks again by itself until the reports are read
        if 'http-equiv="refresh"' not in answer.text:
            break
        sleep(0.2)
        answer = browser.get(answer.url)
    return answer


def test_a_report_that_is_added_appears(browser: TestClient) -> None:
    assert "No agreement is known yet" in browser.get("/").text
    answer = sent(browser, ("batas.txt", REPORT))
    assert answer.status_code == 200
    assert "Done." in answer.text
    link = re.search(r'href="(/agreements/[^"]+)"', answer.text)[1]
    assert "22 Dec 2022" in browser.get(link).text
    assert link in browser.get("/").text


def test_what_gives_no_text_is_told_and_the_rest_is_read(browser: TestClient) -> None:
    answer = sent(browser, ("<b>evil</b>.html", "<html></html>"), ("batas.txt", REPORT))
    assert "not read: 1" in answer.text
    assert '<ul class="doubts">' in answer.text
    assert "<b>evil" not in answer.text
    assert "/agreements/" in answer.text


def test_nothing_is_added_without_the_readers_token(browser: TestClient) -> None:
    browser.get("/")
    answer = browser.post("/add", files=[("files", ("a.txt", REPORT.encode(), "text/plain"))])
    assert answer.status_code == 403
    assert "No agreement is known yet" in browser.get("/").text


def test_an_unknown_upload_is_told(browser: TestClient) -> None:
    answer = browser.get("/added/none")
    assert answer.status_code == 404
    assert "Hint:" in answer.text
