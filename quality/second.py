"""Score the labels of a second person against those of the first: what a reader can be asked for.

    python quality/second.py                print the figures
    python quality/second.py --take FOLDER  take in labels written as the guideline says

The second person saw the texts and the guideline, not the labels of the first and nothing of the
program. Some of the reports are of the labelled set, some of those in `unread`.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scores
import unread

LABELS = scores.HERE / "second"
LAYERS = tuple(layer for layer in scores.LAYERS if layer not in ("outlet", "published"))

Label = dict[str, Any]


def is_there() -> bool:
    """Tell whether the texts and the scorer are beside the project."""
    return unread.is_there()


def texts(names: frozenset[str]) -> dict[str, Label]:
    """Give the named reports by id, from the labelled set or from the unlabelled texts."""
    gold = {name for name in names if (scores.GOLD / "text" / f"{name}.json").is_file()}
    held = unread.documents()
    return {name: scores.gold(name)[0] if name in gold else held[name] for name in sorted(names)}


def first_labels(name: str, text: str) -> Label:
    """Give the labels of the first person."""
    if (scores.GOLD / "labels" / f"{name}.json").is_file():
        return scores.gold(name)[1]
    return unread.label(name, text)


def as_reading(labels: Label, text: str) -> Label:
    """Give labels in the form in which the program prints what it has read."""
    score = scores.scorer()

    def at(words: str, start: int = 0) -> list[int]:
        found = text.find(words, start)
        found = text.find(words) if found < 0 else found
        return [found, found + len(words)]

    findings, end = [], 0
    for words, value in labels["dates"]:
        span = at(words, end)
        end = span[1]
        findings.append({"kind": "date", "span": span, "edtf": value})
    findings += [{"kind": "agreement", **row} for row in labels["agreements"]]
    for layer, kind in (("acts", "act"), ("claims", "claim")):
        findings += [{**row, "kind": kind, "span": at(row["near"])} for row in labels[layer]]
    for row in labels["provisions"]:
        told = {"kind": "provision", "provision": row["kind"], "span": at(row["near"])}
        findings.append({**row, **told})
    for row in labels["statements"]:
        span = score.locate(text, row["first"], row["last"])
        if span is not None:
            findings.append({**row, "kind": "statement", "span": list(span)})
    starts = [at(words)[0] for words in labels["mask"]]
    mask = [[start, text.find("\n", start) % (len(text) + 1)] for start in starts]
    return {"report": {"origins": labels["origins"], "mask": mask}, "findings": findings}


def agreed() -> dict[str, Any]:
    """Score the second labels against the first: how many reports, F1 by language and layer."""
    score = scores.scorer()
    tallies: dict[str, Any] = defaultdict(score.Tally)
    sizes: dict[str, int] = defaultdict(int)
    for name, row in texts(frozenset(path.stem for path in LABELS.glob("*.json"))).items():
        second = unread.words_back(LABELS / f"{name}.json", row["text"])
        reading = as_reading(second, row["text"])
        first = first_labels(name, row["text"])
        score.score_report(row["text"], first, reading, tallies[row["lang"]], [])
        sizes[row["lang"]] += 1
    return {
        language: {"reports": sizes[language], "table": tally.table()}
        for language, tally in sorted(tallies.items())
    }


def section() -> Iterator[str]:
    """Give the lines of the page of figures that tell how far two people agree."""
    figures = agreed()
    sizes = " and ".join(
        f"{figures[language]['reports']} {name}"
        for language, name in (("id", "Indonesian"), ("en", "English"))
        if language in figures
    )
    yield from (
        "",
        "## Two people",
        "",
        (
            f"{sizes} reports were labelled by a second person who saw the texts and the guideline"
            " only (`quality/second`). One against the other, F1 (`python quality/second.py`):"
        ),
        "",
        f"| layer | {' | '.join(figures)} |",
        f"|---|{'---:|' * len(figures)}",
    )
    for layer in LAYERS:
        rows = [figures[language]["table"].get(layer) for language in figures]
        cells = ["–" if row is None else f"{row['f1']:.2f}" for row in rows]
        yield f"| {layer} | {' | '.join(cells)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--take", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    if args.take:
        unread.take(args.take, LABELS)
    elif is_there():
        print("\n".join(section()))
    else:
        print("second: skipped, the reports of ../shared are not beside this checkout")
    return 0


if __name__ == "__main__":
    sys.exit(main())
