"""Take the pictures of the docs from the demo's desk and dossiers (`make pictures`)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
REPORTS = "examples/reports"  # as seen from the project, so that no picture shows where that lies
CHROMIUM = os.environ.get("TRAKTAT_CHROMIUM", "/usr/bin/chromium")


class Shot(NamedTuple):
    """A picture: the page, how large, what is scrolled to, and what is clicked before."""

    name: str
    address: str
    width: int = 1100
    height: int = 900
    to: str = ""
    click: tuple[str, ...] = ()
    scheme: str = "light"


DOSSIERS = (
    Shot("dossier", "irn-rus-2025", height=1300),
    Shot("life-cycle", "new-start"),
)
DESK = (
    Shot("desk-home", "/", height=1010),
    Shot("desk-agreement", "/agreements/irn-rus-2025?on=2025-05-01", height=960),
    Shot("desk-life-cycle", "/agreements/new-start?on=2022-01-01", height=420, to="#life"),
    Shot("desk-clauses", "/agreements/irn-rus-2025", height=640, to="#clauses"),
    Shot("desk-disagreements", "/agreements/irn-rus-2025", height=560, to="#disagreements"),
    Shot("desk-lineage", "/agreements/irn-rus-2025", height=470, to="#reports"),
    Shot(
        "desk-report",
        "/agreements/irn-rus-2025",
        height=900,
        to=".crumb",
        click=("#timeline ~ ol details summary", ".timeline details[open] q a"),
    ),
    Shot("desk-review", "/review", height=760),
    Shot("desk-drill", "/drill?event=armed-attack&by=USA&on=RUS&date=2025-12-01", height=900),
    Shot("desk-phone", "/agreements/new-start?lang=id", width=390, height=800),
    Shot("desk-dark", "/agreements/new-start", height=760, scheme="dark"),
)


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        folder = (out / "dossiers").resolve()
        for shot in DOSSIERS:
            take(browser, shot, (folder / f"{shot.address}.html").as_uri())
        with opened(built(out / "pictures.db")) as desk:
            for shot in DESK:
                take(browser, shot, f"{desk}{shot.address}")
        browser.close()


def built(store: Path) -> Path:
    """Read the examples into a store of their own."""
    place = store.resolve()
    place.unlink(missing_ok=True)
    command = [sys.executable, "-m", "traktat", "build", REPORTS, "--store", str(place)]
    subprocess.run(command, cwd=HERE.parent, check=True, capture_output=True)
    return place


@contextmanager
def opened(store: Path) -> Iterator[str]:
    """Open a desk on a store for as long as the block lasts; give its address."""
    command = [sys.executable, "-m", "traktat", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+(?=/)", process.stderr.readline())
        assert found, "the desk did not open"
        yield found[0]
        process.terminate()


def take(browser: Browser, shot: Shot, address: str) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="en-GB",
    )
    page = context.new_page()
    page.goto(address)
    for selector in shot.click:
        page.locator(selector).first.click()
        page.wait_for_load_state()
    arrive(page, shot.to)
    path = HERE / "images" / f"{shot.name}.png"
    page.screenshot(path=path)
    print(path.relative_to(HERE.parent))
    context.close()


def arrive(page: Page, selector: str) -> None:
    """Scroll to an element and let the page come to rest."""
    if selector:
        page.locator(selector).evaluate("element => element.scrollIntoView()")
    page.wait_for_timeout(200)


if __name__ == "__main__":
    main()
