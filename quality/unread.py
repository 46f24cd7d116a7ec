"""Score reports that were labelled before anybody had seen what the program says of them.

    python quality/unread.py                  print the figures
    python quality/unread.py --first COMMIT   keep the figures of what was taken in since
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
FIRST = HERE / "first.json"  # batch by batch, the figures before anything was read
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


def told() -> dict[str, Any]:
    """Give what is told of the reports: which were read since, and what else was seen."""
    return tomllib.loads((HERE / "read.toml").read_text(encoding="utf-8"))


def read_since() -> frozenset[str]:
    """Give the ids of the reports whose errors were read."""
    return frozenset(told()["read"])


def label(name: str, text: str) -> Label:
    """Give the labels of a report in the form the scorer wants."""
    return words_back(LABELS / f"{name}.json", text)


def words_back(path: Path, text: str) -> Label:
    """Give labels that hold places with the words of the report put back."""
    held = json.loads(path.read_text(encoding="utf-8"))

    def words(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"at"}:
            return text[slice(*value["at"])]
        if isinstance(value, dict):
            return {key: words(item) for key, item in value.items()}
        return [words(item) for item in value] if isinstance(value, list) else value

    out: Label = words(held)
    return out


LAYERED = ("acts", "provisions", "statements", "claims")
"""Layers whose rows quote the report in the fields of `WORDED`."""

WORDED = ("near", "first", "last")


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
    for layer in LAYERED:
        out[layer] = [
            {key: at(value) if key in WORDED else value for key, value in row.items()}
            for row in labels[layer]
        ]
    return out


def take(folder: Path, labels: Path = LABELS) -> None:
    """Take in the labels of a folder with `text` and `labels`, as the guideline has them."""
    for path in sorted((folder / "labels").glob("*.json")):
        text = json.loads((folder / "text" / path.name).read_text(encoding="utf-8"))["text"]
        held = placed(json.loads(path.read_text(encoding="utf-8")), text)
        body = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (labels / path.name).write_text(body + "\n", encoding="utf-8")


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


def batches() -> list[dict[str, Any]]:
    """Give the batches of reports: which, and the figures of the commit that was scored first."""
    out: list[dict[str, Any]] = json.loads(FIRST.read_text(encoding="utf-8"))
    return out


def parts() -> dict[str, Figures]:
    """Give the first figures of each batch, and today's of what was read since and what not."""
    read = read_since()
    known = frozenset(documents())
    return {
        **{f"blind at {batch['commit']}": batch["figures"] for batch in batches()},
        "read since, today": measured(known & read),
        "unread, today": measured(known - read),
    }


def section(figures: dict[str, Figures]) -> Iterator[str]:
    """Give the lines of the page of figures that tell of these reports."""
    known, read = frozenset(documents()), read_since()
    sizes = [f"{len(batch['reports'])} at `{batch['commit']}`" for batch in batches()]
    parts = f"{', '.join(sizes[:-1])} and {sizes[-1]}"
    yield from (
        "",
        "## Reports labelled apart from the program",
        "",
        (
            f"{len(known)} of the unlabelled reports (English ones at random, Indonesian ones all"
            " that tell of agreements) were labelled by people who did not see what the program"
            f" says (`quality/unread`), in batches: {parts}. A column *blind* is the"
            " figure of that commit, before an error of that batch was read: what a reader of new"
            f" reports should expect. The errors of {len(known & read)} of them were read since;"
            f" the others stay unread. {told()['note']}"
        ),
    )
    for language, name in (("id", "Indonesian"), ("en", "English")):
        columns = [part for part in figures if language in figures[part]]
        yield from ("", f"### {name}", "", f"| layer | {' | '.join(columns)} |")
        yield f"|---|{'---:|' * len(columns)}"
        for layer in scores.LAYERS:
            values = [figures[part][language].get(layer) for part in columns]
            if any(value is not None for value in values):
                cells = ["–" if value is None else f"{value:.2f}" for value in values]
                yield f"| {layer} | {' | '.join(cells)} |"


def score_first(commit: str) -> None:
    """Note the figures of the reports that no batch holds yet as a new batch."""
    held = batches()
    fresh = frozenset(documents()) - {name for batch in held for name in batch["reports"]}
    held.append({"commit": commit, "reports": sorted(fresh), "figures": measured(fresh)})
    FIRST.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


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
        score_first(args.first)
        return 0
    print("\n".join(section(parts())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
