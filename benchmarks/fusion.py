"""Time, memory and accuracy of fusion on synthetic reports with known truth.

Run from the root of the project: `python -m benchmarks.fusion [AGREEMENTS REPORTS]`. It prints
how often the law is right given right acts; what fusion makes of findings; what reading and
fusion together make of texts in Indonesian and English; and what one more report costs.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.lives import standings_right
from tests.synthetic import Score, World, scored, world
from tests.synthetic_texts import MANNER

from traktat.fusion import Fuser, fuse
from traktat.model.findings import Reading
from traktat.model.records import Record
from traktat.pipeline import build

ADDED = 5  # reports added one by one for each figure
LIVES, DAYS = 1000, 10  # random lives, and days on which each is asked for


def peak() -> int:
    """Give the peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """Time a stretch of work in seconds of one core."""
    start = time.process_time()
    end: list[float] = []
    yield lambda: (end or [time.process_time()])[0] - start
    end.append(time.process_time())


def law() -> None:
    """Hold the standing on random days against lives whose teller knew it."""
    right = standings_right(LIVES, DAYS)
    print(
        f"given right acts, {LIVES} random lives of two and of many: standing right on "
        f"{right.agreements} of {right.of_agreements} random days, "
        f"of a party {right.parties} of {right.of_parties} ({right.share:.1%})"
    )


def whole(found: World) -> None:
    """Fuse findings all at once, and hold the records against the truth."""
    before = peak()
    with timed() as seconds:
        records = fuse(found.readings)
    print(
        f"\nfrom findings: {len(found.readings)} reports fused into {len(records)} records "
        f"in {seconds():.1f} s; peak memory {peak()} MiB, of which readings {before} MiB"
    )
    report(found, records)


def texts(agreements: int, reports: int) -> tuple[float, float]:
    """Read texts and fuse what was read; give the seconds of both."""
    with timed() as reading:
        found = world(agreements, reports, manner=MANNER)
    with timed() as fusing:
        records = fuse(found.readings)
    words = sum(len(one.report.text.split()) for one in found.readings)
    print(
        f"\nfrom texts: {len(found.readings)} reports of {words // len(found.readings)} words read "
        f"in {reading():.1f} s, fused into {len(records)} records in {fusing():.1f} s "
        f"(fusing/reading {fusing() / reading():.2f}); peak memory {peak()} MiB"
    )
    report(found, records)
    return reading(), fusing()


def report(found: World, records: tuple[Record, ...]) -> None:
    """Print how much of the truth the records hold."""
    score = scored(found, records)
    for name, what in (
        ("standings", "standing on random days, of the agreement and each party"),
        ("settled", "of these told as certain"),
        ("dates", "dates of acts"),
        ("origins", "counts of independent origins"),
        ("planted", "planted contradictions found"),
        ("ties", "copies, translations and paraphrases found"),
    ):
        right, of = getattr(score, name)
        print(f"  {what}: {right} of {of} ({Score.share([right, of]):.1%})")
    alarms = Score.share(score.alarms)
    print(f"  false alarms: {score.alarms[0]} of {score.alarms[1]} ({alarms:.1%})")
    print(f"  false ties: {score.false_ties}")


def one_more(agreements: int, reports: int) -> float:
    """Add reports one by one to so many; give the mean milliseconds for one."""
    found = world(agreements, reports + ADDED)
    by_report = {one.report.id: one for one in found.readings}
    fuser = Fuser()
    fuser.take(found.readings[:reports])
    fuser.concerned()
    with timed() as seconds:
        for reading in found.readings[reports:]:
            fuser.take([reading])
            for agreement in fuser.concerned().anew:
                fuser.record(agreement, [by_report[one] for one in agreement.reports])
    return seconds() / ADDED * 1000


def one_more_build(agreements: int, reports: int) -> float:
    """Build a store of so many texts, then add one at a time; give the mean milliseconds."""
    found = world(agreements, reports + ADDED, manner=MANNER)
    with tempfile.TemporaryDirectory() as folder:
        store, first = Path(folder) / "many.db", Path(folder) / "many.jsonl"
        _write(first, found.readings[:reports])
        build([first], store)
        added = [Path(folder) / f"{number}.jsonl" for number in range(ADDED)]
        for path, reading in zip(added, found.readings[reports:], strict=True):
            _write(path, [reading])
        with timed() as seconds:
            for path in added:
                build([path], store)
    return seconds() / ADDED * 1000


def _write(path: Path, readings: list[Reading]) -> None:
    rows = (
        {
            "text": one.report.text,
            "outlet": one.report.outlet,
            "published": one.report.published.edtf if one.report.published else None,
            "lang": one.report.language,
        }
        for one in readings
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Print all figures."""
    agreements, reports = (int(one) for one in (sys.argv[1:3] or ("200", "10000")))
    few = max(1, agreements // 100), max(1, reports // 100)
    law()
    whole(world(agreements, reports))
    texts(agreements, reports)
    print()
    for what, measured in (("fusing", one_more), ("building", one_more_build)):
        small, large = measured(*few), measured(agreements, reports)
        print(
            f"{what} one more report: {small:.0f} ms beside {few[1]}, {large:.0f} ms beside "
            f"{reports}; ratio {large / small:.2f}"
        )
    print(f"peak memory of all this: {peak()} MiB")


if __name__ == "__main__":
    main()
