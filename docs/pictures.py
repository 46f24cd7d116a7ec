"""Take the pictures of the docs from the dossiers of the demo (`make pictures`)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
CHROMIUM = os.environ.get("TRAKTAT_CHROMIUM", "/usr/bin/chromium")
SHOTS = (("irn-rus-2025", "dossier.png", 1300), ("new-start", "life-cycle.png", 900))


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "out") / "dossiers"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for record, name, height in SHOTS:
            page = browser.new_page(viewport={"width": 1100, "height": height})
            page.goto((out / f"{record}.html").resolve().as_uri())
            page.screenshot(path=HERE / "images" / name)
        browser.close()


if __name__ == "__main__":
    main()
