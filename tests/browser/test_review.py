"""Review in a real Chromium: with the keyboard alone, and what becomes of it when read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from traktat.pipeline import Settings, build, open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`")
pytestmark = pytest.mark.browser

from tests.browser.test_desk import EXAMPLES, Desk  # noqa: E402  (needs the extra too)

AGREEMENT = "irn-rus-2025"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build([EXAMPLES], tmp_path / "desk.db")
    return tmp_path / "desk.db"


@pytest.fixture
def page(browser: sync_api.Browser, store: Path) -> Iterator[sync_api.Page]:
    """Give a page of a desk of its own, whose scripts must not fail or be blocked."""
    desk = Desk(store)
    made, faults = browser.new_page(base_url=desk.address), []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda told: faults.append(told.text) if "Policy" in told.text else None)
    yield made
    made.close()
    desk.close()
    assert faults == []


def press(page: sync_api.Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused_field(page: sync_api.Page) -> str:
    return str(page.evaluate("document.activeElement.name || ''"))


def tab_to(page: sync_api.Page, field: str) -> None:
    for _ in range(30):
        if focused_field(page) == field:
            return
        press(page, "Tab")
    raise AssertionError(f"the keyboard does not reach {field}")


def dates_of(store: Path, agreement: str) -> set[str]:
    with open_store(store) as agreements:
        return {str(act.date) for act in agreements[agreement].timeline}


def test_a_date_corrected_with_the_keyboard_stays_when_all_is_read_again(
    page: sync_api.Page, store: Path
) -> None:
    page.goto("/review?sort=decides-alone")
    agreement = page.locator(".task-says a").inner_text()
    press(page, "c")
    assert focused_field(page) == "f-act"
    tab_to(page, "f-date")
    press(page, "Control+A")
    page.keyboard.type("2020-02-02")
    press(page, "Enter")
    page.locator(".effects").wait_for()
    assert "2020-02-02" in page.locator(".effects").inner_text()
    assert "2020-02-02" in dates_of(store, agreement)
    build([EXAMPLES], store, settings=Settings(reference=date(2026, 1, 1), jobs=1))
    assert "2020-02-02" in dates_of(store, agreement)
    page.goto(f"/agreements/{agreement}")
    assert "Feb" in page.locator("main").inner_text()
    page.goto("/review/log")
    assert "2020-02-02" in page.locator(".log").inner_text()


def test_accepting_skipping_and_undoing_need_no_mouse(page: sync_api.Page) -> None:
    page.goto("/review?sort=decides-alone")
    first = page.locator(".task-says").inner_text()
    press(page, "s")
    page.wait_for_url("**task=*")
    second = page.locator(".task-says").inner_text()
    assert second != first
    page.goto("/review?sort=decides-alone")
    press(page, "a")
    page.locator(".effects").wait_for()
    assert page.locator(".task-says").inner_text() == second
    press(page, "u")
    page.locator(".effects", has_text="taken back").wait_for()
    assert page.locator(".task-says").inner_text() == first


def test_a_finding_is_rejected_from_its_report(page: sync_api.Page, store: Path) -> None:
    with open_store(store) as agreements:
        support = agreements[AGREEMENT].timeline[0].support[0]
    page.goto(f"/reports/{support.report}?why={support.finding}")
    press(page, "r")
    page.wait_for_url("**/review/done/**")
    press(page, "b")
    page.wait_for_url(f"**/reports/{support.report}**")
    assert "reject" in page.locator(".judged").inner_text()


def test_a_conflict_is_shown_and_settled_by_taking_one_back(
    page: sync_api.Page, store: Path
) -> None:
    page.goto("/review?sort=decides-alone")
    page.keyboard.press("a")
    page.locator(".effects").wait_for()
    page.goto("/review")
    page.locator("#name summary").click()
    page.locator("#by").fill("budi")
    page.locator("#by").press("Enter")
    page.wait_for_url("**/review")
    with open_store(store) as agreements:
        (made,) = agreements.store.judgements()
    report, _, finding = made.about.partition(":")
    page.goto(f"/reports/{report}?why={finding}")
    press(page, "r")
    page.locator("[role=alert]").wait_for()
    page.get_by_role("button", name="Keep both decisions").press("Enter")
    page.wait_for_url("**/review/done/**")
    page.goto("/review")
    assert "People decided differently" in page.locator(".task").inner_text()
    press(page, "d")
    page.locator(".effects", has_text="taken back").wait_for()
    assert "People decided differently" not in page.locator(".task h2").inner_text()


@pytest.mark.parametrize("path", ["/review", "/review/log", "/review/done/none", "/review/item"])
def test_an_automated_check_finds_no_serious_barrier(
    page: sync_api.Page, store: Path, path: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs `browser`")
    page.goto("/review?sort=decides-alone")
    press(page, "c")
    if path != "/review":
        page.goto("/review")
        press(page, "a")
        page.locator(".effects").wait_for()
        with open_store(store) as agreements:
            act = agreements[AGREEMENT].timeline[0].id
        page.goto(f"{path}?about={act}" if path == "/review/item" else path)
    page.set_viewport_size({"width": 360, "height": 740})
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    found = axe.Axe().run(page).response["violations"]
    serious = [one["id"] for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []
