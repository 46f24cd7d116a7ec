"""Count false acts in ordinary Indonesian reports, by the sheet of judgements (`general.toml`).

    python quality/general.py      prints false acts and agreements in 100 reports read

A finding is known by the line of its report, its act, status and states; one the sheet has not
judged is listed and counted as false.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import traktat
from traktat.model.findings import ActFinding, AgreementFinding

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parents[1] / "shared" / "unlabelled" / "id-general.jsonl"


def judged() -> dict[str, bool]:
    """Give the judgements: what was found, and whether the report says it."""
    sheet = tomllib.loads((HERE / "general.toml").read_text(encoding="utf-8"))
    return {row["found"]: row["true"] for row in sheet["judgements"]}


def found() -> tuple[int, list[str]]:
    """Give how many reports there are and what is found in them, a line each."""
    count, lines = 0, []
    for reading in traktat.read([str(REPORTS)]):
        count += 1
        for one in reading.findings:
            at = reading.report.path.rsplit(":", 1)[-1]
            if isinstance(one, ActFinding):
                lines.append(f"{at} {one.act} {one.status} {' '.join(one.states)}")
            elif isinstance(one, AgreementFinding):
                lines.append(f"{at} agreement {one.span.start}")
    return count, lines


def main() -> int:
    """Print the figures; 0 where all findings are judged."""
    if not REPORTS.is_file():
        print("general: skipped, the reports of ../shared are not beside this checkout")
        return 0
    verdicts = judged()
    count, lines = found()
    unknown = [line for line in lines if line not in verdicts]
    for line in unknown:
        print(f"not judged: {line}")
    for what, wanted in (("agreements", True), ("acts", False)):
        own = [line for line in lines if (" agreement " in line) is wanted]
        wrong = sum(not verdicts.get(line, False) for line in own)
        rate = 100 * wrong / count
        print(f"{what}: {len(own)} found in {count} reports, {wrong} false: {rate:.2f} in 100")
    return 3 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
