"""A desk opened on the example reports and on two written by somebody who means harm."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk.client import TestClient
from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings
from traktat.pipeline import build

ORIGIN = "http://127.0.0.1:8765"
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "reports"
HOSTILE = (
    "MOSKOW - Perjanjian Rusia dan Iran mulai berlaku pada Kamis (2/10/2025).\n"
    "<script>window.hacked = true</script><img src=x onerror='window.hacked = true'>\n"
    '"><b>Presiden</b> Rusia Vladimir Putin menyambut \u202enaijnajrep\u202c itu \x1b[31m\x07.\n'
)
TITLE = "</title><script>window.hacked = true</script> \u202eterbalik"
TITLED = {"text": "JAKARTA - Rusia dan Iran meratifikasi perjanjian kemitraan.", "title": TITLE}


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store of the examples and the hostile reports, which nobody changes."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "titled.json").write_text(json.dumps(TITLED), encoding="utf-8")
    build([EXAMPLES, folder / "hostile.txt", folder / "titled.json"], folder / "desk.db")
    return folder / "desk.db"


@pytest.fixture(scope="session")
def desk(examples: Path) -> Iterator[TestClient]:
    """Give a browser, so to speak, at a desk that is only read."""
    with TestClient(create_app(DeskSettings(store=examples)), base_url=ORIGIN) as browser:
        yield browser


Get = Callable[..., str]


@pytest.fixture
def get(desk: TestClient) -> Get:
    """Give the text of a page, which must be there."""

    def fetch(address: str, **headers: str) -> str:
        answer = desk.get(address, headers=headers)
        assert answer.status_code == 200, (address, answer.text[:600])
        return answer.text

    desk.cookies.clear()
    return fetch


@pytest.fixture(scope="session")
def hostile(desk: TestClient) -> str:
    """Give the address of the hostile report."""
    found = desk.get("/search", params={"q": "hacked"}).text
    return html.unescape(re.search(r'href="(/reports/[0-9a-f]+)\?', found)[1])
