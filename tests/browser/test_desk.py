"""The desk in a real Chromium: read, ask, add and judge, by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from traktat.pipeline import build, open_store

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the extra `browser`")
pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
AGREEMENT = "/agreements/irn-rus-2025"
HOSTILE = (
    "MOSKOW - Perjanjian Rusia dan Iran mulai berlaku pada Kamis (2/10/2025).\n"
    "<script>window.hacked = true</script><img src=x onerror='window.hacked = true'> "
    "\u202eterbalik\u202c\n"
)
NEW = {
    "batas-1.txt": "JAKARTA - Indonesia dan Vietnam menandatangani perjanjian batas zona ekonomi "
    "eksklusif di Bogor, Kamis (22/12/2022).\n",
    "batas-2.txt": "HANOI, 24 Desember 2022 - Perjanjian batas zona ekonomi eksklusif Indonesia "
    "dan Vietnam ditandatangani pada 22 Desember 2022, kata Kementerian Luar Negeri Vietnam.\n",
    "batas-3.txt": "JAKARTA - DPR menyetujui perjanjian batas zona ekonomi eksklusif Indonesia dan "
    "Vietnam pada 9 Januari 2024.\n",
}
PAGES = (
    "/",
    AGREEMENT,
    f"{AGREEMENT}?on=2025-05-01",
    "/reports",
    "/search?q=perjanjian",
    "/search?q=treaty&matter=statement",
    "/people",
    "/states/RUS",
    "/people/Vladimir%20Putin",
    "/drill?event=armed-attack&by=USA&on=RUS&date=2025-12-01",
    "/review",
    "/packs",
    "/packs/id?file=acts&q=signature",
    "/sign-in",
    "/api/docs",
    "/nowhere",
)


class Desk:
    """A desk in a process of its own."""

    def __init__(self, store: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "traktat", "serve", "--store", str(store), "--port", "0"],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stderr is not None
        line = self._process.stderr.readline()
        found = re.search(r"http://\S+(?=/)", line)
        assert found, line
        self.address = found[0]

    def close(self) -> None:
        """Close the desk."""
        self._process.terminate()
        self._process.communicate(timeout=20)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    build([str(EXAMPLES), str(folder / "hostile.txt")], folder / "desk.db")
    return folder / "desk.db"


@pytest.fixture(scope="module")
def hostile(store: Path) -> str:
    with open_store(store) as known:
        return f"/reports/{known.search('hacked')[0].report}"


@pytest.fixture(scope="module")
def desk(store: Path) -> Iterator[str]:
    opened = Desk(store)
    yield opened.address
    opened.close()


@pytest.fixture
def open_desk() -> Iterator[Callable[[Path], str]]:
    """Open desks on stores of a test's own; all are closed behind it, however it ends."""
    opened: list[Desk] = []

    def open_on(store: Path) -> str:
        opened.append(Desk(store))
        return opened[-1].address

    yield open_on
    for one in opened:
        one.close()


@pytest.fixture
def page(browser: sync_api.Browser, desk: str) -> Iterator[sync_api.Page]:
    """Give a page whose scripts must not fail, and must not be blocked by the policy."""
    context = browser.new_context(base_url=desk, reduced_motion="reduce")
    made, faults = context.new_page(), []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda told: faults.append(told.text) if "Policy" in told.text else None)
    yield made
    context.close()
    assert faults == []


def lit(page: sync_api.Page) -> str:
    page.locator(".lit").first.wait_for()
    return "".join(page.locator(".lit").all_inner_texts())


def test_a_click_on_a_fact_lights_its_very_characters(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    page.locator("#timeline ~ ol details summary").first.click()
    link = page.locator(".timeline details[open] q a").first
    quote = link.inner_text()
    link.click()
    page.wait_for_url("**/reports/**")
    assert lit(page) == quote
    assert page.locator(".lit").first.is_visible()
    box = page.locator(".lit").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= page.viewport_size["height"]


def test_a_click_on_a_finding_says_why_and_leads_to_where_it_went(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    page.locator(".reports a").first.click()
    page.locator(".text a.f-act").first.click()
    why = page.locator("#why")
    why.get_by_role("heading", name="Where it went").wait_for()
    assert lit(page)
    link = why.locator(".went a").first
    link.click()
    page.wait_for_url("**/agreements/**")
    assert page.locator(":target").is_visible()


def test_moving_the_day_moves_the_standing_and_the_page(page: sync_api.Page) -> None:
    page.goto(f"{AGREEMENT}?on=2025-10-02")
    standing = page.locator(".asof .standing .badge")
    assert standing.inner_text() == "in force"
    slider = page.get_by_role("slider")
    slider.focus()
    slider.press("ArrowLeft")
    page.locator(".asof .badge.status-signed").wait_for()
    assert standing.inner_text() == "signed"
    assert page.locator(".timeline .divider").inner_text() == "After 1 October 2025"
    assert "on=2025-10-01" in page.url
    assert page.evaluate("document.activeElement.id") == "slider"
    assert page.locator("#told").inner_text() == "signed certain, on 1 October 2025"
    assert "on=2025-10-01" in page.locator(".tongues a").get_attribute("href")
    page.keyboard.press("Tab")
    page.locator("h1").click()
    page.keyboard.press("]")
    page.locator(".asof .badge.status-in-force").wait_for()


def test_an_explanation_opens_beside_the_page(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    page.locator(".timeline summary").first.click()
    page.locator(".timeline a[data-panel]").first.click()
    panel = page.locator("#panel[open]")
    panel.wait_for()
    assert "acts#" in panel.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#panel[open]").count() == 0


def test_two_sources_that_disagree_are_both_shown(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    article = page.locator(".disagreement", has_text="contradiction").first
    assert article.locator(".value").count() >= 2
    for value in article.locator(".value").all():
        assert value.locator("q a").first.is_visible()


def test_a_corrected_date_changes_the_record_and_survives_another_reading(
    browser: sync_api.Browser, open_desk: Callable[[Path], str], tmp_path: Path
) -> None:
    place, reports = tmp_path / "desk.db", tmp_path / "reports"
    copytree(EXAMPLES, reports)
    first = build([reports], place)
    with open_store(place) as known:
        [act] = [one for one in known["irn-rus-2025"].timeline if one.act == "signature"]
        support = next(one for one in act.support if one.value == "2025-01-17")
    context = browser.new_context(base_url=open_desk(place), reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"/reports/{support.report}?why={support.finding}#why")
    page.locator("#why details.correct summary").click()
    page.get_by_label("date", exact=True).fill("2025-01-18")
    page.locator("#why details.correct").get_by_label("Because").fill("the stamp says so")
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_role("heading", name="What changed").wait_for()
    assert "2025-01-18" in page.locator(".effects").inner_text()
    assert "the stamp says so" in page.locator(".effects").inner_text()
    corrected(page)
    reports.rename(tmp_path / "away")
    reports.mkdir()
    (reports / "other.txt").write_text(NEW["batas-1.txt"], encoding="utf-8")
    forgotten = build([reports], place, replace=True)
    (reports / "other.txt").unlink()
    reports.rmdir()
    (tmp_path / "away").rename(reports)
    again = build([reports], place)
    assert first.new == forgotten.dropped == again.new  # every report was read anew
    corrected(page)
    context.close()


def corrected(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    part = page.locator(".disagreement", has_text="signed · date").first
    assert "18 January 2025" in part.inner_text()


def test_three_reports_dropped_on_the_page_appear(
    browser: sync_api.Browser, open_desk: Callable[[Path], str], tmp_path: Path
) -> None:
    context = browser.new_context(base_url=open_desk(tmp_path / "empty.db"))
    page = context.new_page()
    page.goto("/")
    assert page.get_by_text("No agreement is known yet").is_visible()
    page.evaluate(
        """files => {
            const carried = new DataTransfer();
            for (const [name, text] of Object.entries(files)) {
                carried.items.add(new File([text], name, {type: "text/plain"}));
            }
            document.body.dispatchEvent(
                new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
        }""",
        NEW,
    )
    page.get_by_text("new: 3").wait_for()
    row = page.locator("table.agreements tbody tr")
    row.first.wait_for()
    assert row.count() == 1
    assert row.locator(".figure").first.inner_text() == "3"
    page.locator("#progress-list a").first.click()
    page.get_by_role("heading", name="Timeline").wait_for()
    assert page.get_by_text("22 December 2022").first.is_visible()
    context.close()


def test_the_keyboard_alone_finds_a_fact_and_its_characters(page: sync_api.Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.keyboard.type("kemitraan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**why=**")
    assert lit(page)
    page.keyboard.press("?")
    page.locator("#keys[open]").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/people")


def test_focus_is_always_seen(page: sync_api.Page) -> None:
    page.goto(AGREEMENT)
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                const inside = document.activeElement.querySelector(".dot, .span, .plate, .hit");
                return style.outlineStyle !== "none" || Boolean(inside)
                    || document.activeElement.type === "date";
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")[:200]


def test_everything_is_there_without_script(browser: sync_api.Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto(AGREEMENT)
    page.locator("#on").fill("2025-05-01")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".asof .standing .badge").inner_text() == "signed"
    link = page.locator(".apparatus q a").first
    quote = link.inner_text()
    link.click()
    assert quote in lit(page)
    page.locator(".text a.f-act").first.click()
    assert page.get_by_role("heading", name="Where it went").is_visible()
    context.close()


def test_what_a_report_says_never_runs(page: sync_api.Page, hostile: str) -> None:
    for address in (hostile, "/search?q=hacked", "/", AGREEMENT):
        page.goto(address)
        assert page.evaluate("window.hacked") is None
    page.goto(hostile)
    assert "<script>window.hacked = true</script>" in page.locator(".text").inner_text()
    assert page.locator('.control[title="U+202E"]').count() == 1


def test_the_interface_speaks_indonesian(page: sync_api.Page) -> None:
    page.goto(f"{AGREEMENT}?on=2025-05-01")
    page.get_by_role("link", name="Bahasa Indonesia").click()
    assert page.get_by_role("heading", name="Linimasa").is_visible()
    assert page.locator(".asof .standing .badge").inner_text() == "ditandatangani"
    assert page.locator("#on").input_value() == "2025-05-01"
    page.goto("/people")
    assert page.get_by_role("heading", name="Orang dan negara").is_visible()
    assert page.evaluate("document.documentElement.lang") == "id"


@pytest.mark.parametrize("width", [360, 414])
def test_a_phone_shows_every_page_without_sideways_scrolling(
    browser: sync_api.Browser, desk: str, hostile: str, width: int
) -> None:
    context = browser.new_context(base_url=desk, viewport={"width": width, "height": 740})
    page = context.new_page()
    wide = []
    for address in (*PAGES, hostile):
        page.goto(address)
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide.append((address, found))
    context.close()
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_automated_check_finds_no_barrier_on_any_page(
    browser: sync_api.Browser, desk: str, hostile: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(base_url=desk, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    barriers = []
    for address in (*PAGES, hostile):
        page.goto(address)
        barriers += [
            (
                address,
                item["impact"],
                item["id"],
                [node["html"][:160] for node in item["nodes"][:3]],
            )
            for item in axe.run(page).response["violations"]
        ]
    context.close()
    assert barriers == []


def test_nothing_is_loaded_from_elsewhere(page: sync_api.Page, desk: str, hostile: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (*PAGES, hostile):
        page.goto(address)
    assert asked
    assert [url for url in asked if not url.startswith(desk)] == []


def test_a_printed_page_shows_all_and_leaves_out_what_is_for_the_screen(
    page: sync_api.Page,
) -> None:
    page.goto(AGREEMENT)
    page.emulate_media(media="print")
    assert not page.locator("header.bar").is_visible()
    assert not page.locator("form.day").is_visible()
    assert page.get_by_role("heading", name="Timeline").is_visible()
