"""Time, memory and accuracy of fusion on synthetic reports with known truth.

Run from the root of the project: `python -m benchmarks.fusion [AGREEMENTS REPORTS]`.
"""

from __future__ import annotations

import resource
import sys
import time

from tests.synthetic import Score, World, scored, world

from traktat.fusion import Fuser, fuse

ADDED = 5  # reports added one by one for each figure


def peak() -> int:
    """Give the peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def whole(found: World) -> None:
    """Fuse everything at once, and hold it against the truth."""
    before, start = peak(), time.process_time()
    records = fuse(found.readings)
    seconds = time.process_time() - start
    print(f"fused {len(found.readings)} reports into {len(records)} records in {seconds:.1f} s CPU")
    print(f"peak memory {peak()} MiB, of which readings {before} MiB")
    score = scored(found, records)
    for name in ("dates", "origins", "planted", "ties"):
        right, of = getattr(score, name)
        print(f"{name}: {right} of {of} right ({Score.share([right, of]):.1%})")
    print(f"false alarms: {score.alarms[0]} of {score.alarms[1]}; false ties: {score.false_ties}")


def one_more(agreements: int, reports: int) -> float:
    """Add reports one by one to so many; give the mean milliseconds for one."""
    found = world(agreements, reports + ADDED)
    by_report = {one.report.id: one for one in found.readings}
    fuser = Fuser()
    fuser.take(found.readings[:reports])
    fuser.concerned()
    start = time.process_time()
    for reading in found.readings[reports:]:
        fuser.take([reading])
        for agreement in fuser.concerned().anew:
            fuser.record(agreement, [by_report[one] for one in agreement.reports])
    return (time.process_time() - start) / ADDED * 1000


def main() -> None:
    """Print all figures."""
    agreements, reports = (int(one) for one in (sys.argv[1:3] or ("200", "10000")))
    whole(world(agreements, reports))
    few = one_more(max(1, agreements // 100), max(1, reports // 100))
    many = one_more(agreements, reports)
    print(f"adding one report to {reports // 100}: {few:.0f} ms; to {reports}: {many:.0f} ms")
    print(f"ratio {many / few:.2f}")


if __name__ == "__main__":
    main()
