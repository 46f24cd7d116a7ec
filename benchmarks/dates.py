"""How much faster dates are read than dateparser's search finds them, on the same texts.

python benchmarks/dates.py [REPORTS.jsonl] [--reports N] [--language CODE]

Both sides are timed by turns in one process on one core: ours cuts the text into tokens, finds
the dates, resolves them and gives EDTF; theirs searches the text. The number of dates each
side finds stands beside the times, since a reader that finds less is faster.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from datetime import datetime
from pathlib import Path

from traktat.lang import Pack, packs, tokenize
from traktat.lang.calendar import calendar_of
from traktat.lang.dates import expressions
from traktat.lang.resolution import Reference, resolve
from traktat.model.dates import parse

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "unlabelled" / "id-general.jsonl"
ROUNDS = 3  # the fastest of so many rounds counts: the rest is noise of the machine
GOAL, STRETCH = 20, 50


def ours(text: str, published: str, pack: Pack) -> int:
    """Find, resolve and print the dates of a text; give their number."""
    tokens = tokenize(text)
    reference = Reference(today=parse(published))
    found = expressions(text, tokens, calendar_of(pack))
    values = [when.edtf for item in found if (when := resolve(item.shape, reference))]
    return len(values)


def theirs(text: str, published: str, language: str) -> int:
    """Search the dates of a text with dateparser; give their number."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(published)}
    return len(search_dates(text, languages=[language], settings=settings) or [])


def measure(rows: list[dict[str, str]], pack: Pack) -> dict[str, float]:
    """Time both sides; give milliseconds per report, numbers of dates, and the ratio."""
    sides = {
        "ours": lambda row: ours(row["text"], row["published"], pack),
        "dateparser": lambda row: theirs(row["text"], row["published"], pack.code),
    }
    times, counts = dict.fromkeys(sides, float("inf")), dict.fromkeys(sides, 0)
    for _ in range(ROUNDS):
        for name, side in sides.items():
            start = time.perf_counter()
            counts[name] = sum(side(row) for row in rows)
            times[name] = min(times[name], time.perf_counter() - start)
    return {
        "ours_ms": times["ours"] / len(rows) * 1000,
        "dateparser_ms": times["dateparser"] / len(rows) * 1000,
        "ours_dates": counts["ours"],
        "dateparser_dates": counts["dateparser"],
        "ratio": times["dateparser"] / times["ours"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="?", type=Path, default=REPORTS)
    parser.add_argument("--reports", dest="count", type=int, default=40)
    parser.add_argument("--language", default="id")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    lines = args.reports.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("published")][: args.count]
    found = measure(rows, packs().get(args.language))
    print(
        f"dates, {len(rows)} reports: ours {found['ours_ms']:.2f} ms"
        f" ({found['ours_dates']:.0f} dates), dateparser {found['dateparser_ms']:.2f} ms"
        f" ({found['dateparser_dates']:.0f}), ratio {found['ratio']:.0f}"
        f" (goal {GOAL}, stretch {STRETCH})"
    )


if __name__ == "__main__":
    main()
