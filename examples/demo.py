"""The main job on the example reports: build the records, print one, write the dossiers.

python examples/demo.py [OUT]     OUT is the folder for the store and the pages [default: out]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPORTS = Path(__file__).resolve().parent / "reports"
SHOWN = "irn-rus-2025"


def traktat(*words: str) -> None:
    """Run a command of the program as a user would, and say which."""
    print(f"\n$ traktat {' '.join(words)}\n", flush=True)
    subprocess.run([sys.executable, "-m", "traktat", *words], check=True)


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    out.mkdir(parents=True, exist_ok=True)
    store = str(out / "demo.db")
    traktat("build", str(REPORTS), "--store", store)
    traktat("list", "--store", store)
    traktat("show", SHOWN, "--store", store)
    traktat("status", SHOWN, "--on", "2025-05-01", "--store", store)
    traktat(
        "export", "--all", "--to", "html", "--out", str(out / "dossiers") + "/", "--store", store
    )
    page = (out / "dossiers" / f"{SHOWN}.html").resolve()
    print(f"\nThe dossiers are in {out / 'dossiers'}. Open one in a browser:\n{page.as_uri()}")
    print("\nOr open the desk, to read, ask and judge in the browser: make serve-demo")


if __name__ == "__main__":
    main()
