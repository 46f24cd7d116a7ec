"""Run the five seed reports through the pipeline and compare them with their checklist.

    python quality/seeds.py                 the table, item by item (exit 3 below a floor)
    python quality/seeds.py --missed        only what is not right
    python quality/seeds.py --group acts    one group

The reports and the checklist lie beside the project; without them nothing is checked.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

import seeds_items
import seeds_questions
import seeds_relations
from seeds_checklist import Outcome, Run, checklist, run

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "shared" / "seeds"
FLOORS = HERE / "seeds-floors.toml"

# The floors the issue asks for, and how many entries each group has.
ASKED = {
    "dates": 42,
    "acts": 30,
    "provisions": 18,
    "claims": 17,
    "statements": 31,
    "names": 22,
    "offices": 17,
    "origins": 17,
    "furniture": 17,
    "relations": 18,
    "questions": 22,
}

# Where the checklist itself looks wrong; it is still scored as it stands.
DOUBTS = {
    "D002-3": '"just signed" is given the day that only other reports give',
    "D001-10": "bounds come from another report's vote on 6 November",
    "N15": "a Vietnamese name inside an address, in a language no pack is for",
    "Z03": '"2024-10" is over on 31 October, the answer says certain from 1 November',
    "O14": "the scope is told as the paragraph before the credit, or the meeting after it",
}


def tables(checked: Run) -> dict[str, list[Outcome]]:
    """Check every group."""
    out = {group: seeds_items.outcomes(checked, group) for group in seeds_items.CHECKERS}
    out["relations"] = seeds_relations.outcomes(checked)
    out["questions"] = seeds_questions.outcomes(checked)
    return out


def floors() -> dict[str, int]:
    """Give the pinned floors."""
    table: dict[str, int] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    return table


def shown(group: str, rows: list[Outcome], only_missed: bool) -> None:
    """Print the rows of a group and its total."""
    for row in rows:
        if row.right and only_missed:
            continue
        print(f"  {'ok  ' if row.right else 'MISS'} {row.id:9s} {row.expected}")
        if not row.right:
            print(f"                 read: {row.found}")
    right = sum(row.right for row in rows)
    asked = f"asked {ASKED[group]}" if group in ASKED else ""
    print(f"{group:12s} {right} of {len(rows)}   {asked}\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="leave out what is right")
    parser.add_argument("--group", default="", help="show one group only")
    args = parser.parse_args()
    if not SEEDS.is_dir():
        print("seeds: skipped, the seed reports of ../shared are not beside this checkout")
        return 0
    found = tables(run(checklist(SEEDS / "checklist.json"), SEEDS))
    for group, rows in found.items():
        if args.group in ("", group):
            shown(group, rows, args.missed)
    for identity, why in sorted(DOUBTS.items()):
        print(f"doubt {identity}: {why}")
    return verdict({group: sum(row.right for row in rows) for group, rows in found.items()})


def verdict(right: dict[str, int]) -> int:
    """Say which groups are below their floors, and give the exit code."""
    fallen = [
        f"{group}: {right.get(group, 0)} < {floor}"
        for group, floor in floors().items()
        if right.get(group, 0) < floor
    ]
    for line in fallen:
        print(f"seeds: below its floor, {line}")
    print("seeds: " + ", ".join(f"{group} {count}" for group, count in right.items()))
    return 3 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
