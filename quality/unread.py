"""Score reports that were labelled by people who write no rules, before anybody had read them.

    python quality/unread.py                  print the figures
    python quality/unread.py --first COMMIT   keep the figures of today as those of that commit
    python quality/unread.py --take FOLDER    take in labels written as the guideline says

The texts stay beside the project, so a label here holds where its words stand and not the words.
`unread/read.toml` lists the reports whose errors were read since: their figures are blind no more.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scores

HERE = scores.HERE / "unread"
LABELS = HERE / "labels"
TEXTS = scores.HERE.parents[1] / "shared" / "unlabelled"
FIRST = HERE / "first.json"  # the figures of the day they were labelled, nothing read
FILES = ("id-agreements.jsonl", "en-agreements.jsonl")

Label = dict[str, Any]
Figures = dict[str, dict[str, float]]  # by language and layer


def is_there() -> bool:
    """Tell whether the texts and the scorer are beside the project."""
    return scores.is_there() and all((TEXTS / name).is_file() for name in FILES)


def documents() -> dict[str, Label]:
    """Give the labelled reports by id, as they are stored."""
    names = {path.stem for path in LABELS.glob("*.json")}
    lines = [line for name in FILES for line in (TEXTS / name).read_text("utf-8").split("\n")]
    rows = (json.loads(line) for line in lines if line)
    return {row["id"]: row for row in rows if row["id"] in names}


def read_since() -> frozenset[str]:
    """Give the ids of the reports whose errors were read."""
    return frozenset(tomllib.loads((HERE / "read.toml").read_text(encoding="utf-8"))["read"])


def label(name: str, text: str) -> Label:
    """Give the labels of a report in the form the scorer wants, its words put back."""
    held = json.loads((LABELS / f"{name}.json").read_text(encoding="utf-8"))

    def words(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"at"}:
            return text[slice(*value["at"])]
        if isinstance(value, dict):
            return {key: words(item) for key, item in value.items()}
        return [words(item) for item in value] if isinstance(value, list) else value

    out: Label = words(held)
    return out


WORDED = ("near", "first", "last")
"""Fields that quote the report."""


def placed(labels: Label, text: str) -> Label:
    """Give labels with the words of the report replaced by where they stand."""

    def at(words: str) -> dict[str, list[int]] | str:
        start = text.find(words)
        return {"at": [start, start + len(words)]} if words and start >= 0 else ""

    out = dict(labels)
    out["mask"] = [at(words) for words in labels["mask"]]
    out["dates"] = [[at(words), value] for words, value in labels["dates"]]
    out["agreements"] = [
        {**row, "names": [at(name) for name in row["names"]]} for row in labels["agreements"]
    ]
    for layer in ("acts", "provisions", "statements", "claims"):
        out[layer] = [
            {key: at(value) if key in WORDED else value for key, value in row.items()}
            for row in labels[layer]
        ]
    return out


def take(folder: Path) -> None:
    """Take in the labels of a folder with `text` and `labels`, as the guideline has them."""
    for path in sorted((folder / "labels").glob("*.json")):
        text = json.loads((folder / "text" / path.name).read_text(encoding="utf-8"))["text"]
        held = placed(json.loads(path.read_text(encoding="utf-8")), text)
        body = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (LABELS / path.name).write_text(body + "\n", encoding="utf-8")


def measured(names: frozenset[str]) -> Figures:
    """Score the named reports with the reader as it is."""
    from traktat.model.documents import Document
    from traktat.model.findings import reading_json
    from traktat.pipeline.readers import Reader
    from traktat.pipeline.settings import DEFAULT

    score, reader = scores.scorer(), Reader(DEFAULT)
    tallies: dict[str, Any] = defaultdict(score.Tally)
    keys = ("text", "outlet", "title", "published", "url", "lang")
    for name, row in sorted(documents().items()):
        if name in names:
            document = Document(path=f"{name}.json", **{key: row.get(key) for key in keys})
            labels, tally = label(name, row["text"]), tallies[row["lang"]]
            score.score_report(row["text"], labels, reading_json(reader.read(document)), tally, [])
    return {
        language: {
            layer: round(row["f1"], 3)
            for layer, row in tally.table().items()
            if layer in scores.LAYERS
        }
        for language, tally in sorted(tallies.items())
    }


def parts() -> dict[str, Figures]:
    """Give the figures of that day, and today's of what was read since and of what was not."""
    read = read_since()
    known = frozenset(documents())
    return {
        "first": json.loads(FIRST.read_text(encoding="utf-8"))["figures"],
        "read": measured(known & read),
        "unread": measured(known - read),
    }


def section(figures: dict[str, Figures]) -> Iterator[str]:
    """Give the lines of the page of figures that tell of these reports."""
    commit = json.loads(FIRST.read_text(encoding="utf-8"))["commit"]
    known, read = frozenset(documents()), read_since()
    yield from (
        "",
        "## Reports labelled apart from the program",
        "",
        (
            f"{len(known)} of the unlabelled reports (English ones at random, Indonesian ones all"
            " that tell of agreements) were labelled by people who neither write rules nor saw what"
            " the program says"
            " (`quality/unread`). The column *blind* is the figure of that day, at commit"
            f" `{commit}`, before an error was read: what a reader of new reports should expect."
            f" The errors of {len(known & read)} of them were read since; the others stay unread."
        ),
    )
    for language, name in (("id", "Indonesian"), ("en", "English")):
        yield from ("", f"### {name}", "", "| layer | blind | read since, today | unread, today |")
        yield "|---|---:|---:|---:|"
        for layer in scores.LAYERS:
            values = [figures[part].get(language, {}).get(layer) for part in figures]
            if values[0] is not None:
                told = ["–" if value is None else f"{value:.2f}" for value in values]
                yield f"| {layer} | {' | '.join(told)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", metavar="COMMIT")
    parser.add_argument("--take", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    if args.take:
        take(args.take)
        return 0
    if not is_there():
        print("unread: skipped, the reports of ../shared are not beside this checkout")
        return 0
    if args.first:
        body = {"commit": args.first, "figures": measured(frozenset(documents()))}
        FIRST.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
        return 0
    print("\n".join(section(parts())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
