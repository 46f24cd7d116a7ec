"""Score the reader on the labelled reports beside the project.

python quality/halves.py look [--errors LAYER] [--ids s0,k1]   figures, and what went wrong
python quality/halves.py blind                                 figures only, by design
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared" / "gold"


def readings(names: list[str]) -> list[dict]:
    """Read the named labelled reports with the reader as it is."""
    from traktat.facts import phrases
    from traktat.lang import packs
    from traktat.model.documents import Document
    from traktat.model.findings import reading_json
    from traktat.press import prepare
    from traktat.reading import read_report

    known = packs(names=phrases())
    out = []
    for name in names:
        raw = json.loads((GOLD / "text" / f"{name}.json").read_text(encoding="utf-8"))
        document = Document(
            path=f"{name}.json",
            **{
                key: raw.get(key) for key in ("text", "outlet", "title", "published", "url", "lang")
            },
        )
        report = prepare(document, known)
        out.append(reading_json(read_report(report, known.get(report.language))))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=["look", "blind"])
    parser.add_argument("--ids", default="")
    parser.add_argument("--errors", default=None, help="print the error rows that begin with this")
    args = parser.parse_args()
    names = tomllib.loads((HERE / "split.toml").read_text(encoding="utf-8"))[args.half]
    if args.half == "blind" and (args.errors is not None or args.ids):
        sys.exit("the blind half is only scored as a whole")
    if args.ids:
        names = [name for name in names if name in args.ids.split(",")]
    sys.path.insert(0, str(GOLD))
    import score

    tallies, errors = defaultdict(score.Tally), []
    for name, reading in zip(names, readings(names), strict=True):
        text = json.loads((GOLD / "text" / f"{name}.json").read_text(encoding="utf-8"))
        gold = json.loads((GOLD / "labels" / f"{name}.json").read_text(encoding="utf-8"))
        for tally in (tallies["all"], tallies[text.get("lang", "?")]):
            score.score_report(
                text["text"], gold, reading, tally, errors if tally is tallies["all"] else []
            )
    for language, tally in sorted(tallies.items()):
        print(f"== {args.half} {language}")
        for layer, row in tally.table().items():
            print(
                f"  {layer:34s} P {row['p']:.2f}  R {row['r']:.2f}  F1 {row['f1']:.2f}"
                f"   ({row['right']}/{row['found']} found/{row['gold']} labelled)"
            )
    if args.errors is not None:
        for row in errors:
            if row[0].startswith(args.errors):
                print(json.dumps(row, ensure_ascii=False, default=list))


if __name__ == "__main__":
    main()
