"""The HTML dossier in a real Chromium: facts light up, languages switch, nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from traktat.export.html import dossiers
from traktat.pipeline import build, open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`")
pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
HOSTILE = (
    "MOSKOW - Perjanjian Rusia dan Iran mulai berlaku pada Kamis (2/10/2025).\n"
    "<script>window.hacked = true</script><img src=x onerror='window.hacked = true'>\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    build([str(EXAMPLES), str(folder / "hostile.txt")], folder / "store.db")
    with open_store(folder / "store.db") as known:
        files = dossiers([known["irn-rus-2025"]], on=date(2026, 1, 1), readings=known.reading)
    page = folder / "dossier.html"
    page.write_text(next(iter(files.values())), encoding="utf-8")
    return page.as_uri()


@pytest.fixture
def page(browser: sync_api.Browser, address: str) -> Iterator[sync_api.Page]:
    made = browser.new_page()
    made.goto(address)
    yield made
    made.close()


def test_a_click_on_a_fact_lights_its_characters(page: sync_api.Page) -> None:
    page.locator("#timeline ~ ol summary").first.click()
    link = page.locator(".timeline details[open] q a").first
    quote = link.inner_text().rstrip("…")
    link.click()
    lit = "".join(page.locator(".lit").all_inner_texts())
    assert quote[:40] in lit
    assert page.locator(".lit").first.is_visible()


def test_the_keyboard_alone_reaches_a_fact(page: sync_api.Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#timeline ~ ol summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".lit").first.wait_for()  # the page lights it when its address has changed
    assert page.locator(".lit").count() > 0


def test_what_reports_say_never_runs(page: sync_api.Page) -> None:
    assert page.evaluate("window.hacked") is None
    assert "<script>window.hacked" in page.locator("main").inner_text()


def test_the_interface_switches_language(page: sync_api.Page) -> None:
    assert page.get_by_role("heading", name="Timeline").is_visible()
    page.locator("#language").click()
    assert page.get_by_role("heading", name="Linimasa").is_visible()
    assert not page.get_by_role("heading", name="Timeline").is_visible()


def test_a_phone_shows_it_without_sideways_scrolling(
    browser: sync_api.Browser, address: str
) -> None:
    phone = browser.new_page(viewport={"width": 360, "height": 740})
    phone.goto(address)
    width = phone.evaluate("document.documentElement.scrollWidth")
    phone.close()
    assert width <= 362


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_automated_check_finds_no_serious_barrier(
    browser: sync_api.Browser, address: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    made = context.new_page()
    made.goto(address)
    found = axe.Axe().run(made).response["violations"]
    context.close()
    serious = [
        (item["id"], [node["html"][:120] for node in item["nodes"][:3]])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]
    assert serious == []
