"""Score the reader on one half of the labelled reports.

python quality/halves.py look [--errors LAYER] [--ids s0,k1]   figures, and what went wrong
python quality/halves.py blind                                 figures only, by design
"""

from __future__ import annotations

import argparse
import json

import scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=scores.HALVES)
    parser.add_argument("--ids", default="")
    parser.add_argument("--errors", default=None, help="print the error rows that begin with this")
    args = parser.parse_args()
    names = scores.split()[args.half]
    if args.ids:
        names = [name for name in names if name in args.ids.split(",")]
    errors: list[list[object]] = []
    for language, table in scores.table(names, errors).items():
        print(f"== {args.half} {language}")
        for layer, row in table.items():
            print(
                f"  {layer:34s} P {row['p']:.2f}  R {row['r']:.2f}  F1 {row['f1']:.2f}"
                f"   ({row['right']}/{row['found']} found/{row['gold']} labelled)"
            )
    if args.errors is not None:
        for row in errors:
            if str(row[0]).startswith(args.errors):
                print(json.dumps(row, ensure_ascii=False, default=list))


if __name__ == "__main__":
    main()
