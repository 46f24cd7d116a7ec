"""How fast the desk answers: many readers at once and one who judges, on 10,000 made-up reports.

Run from the root of the project: `python -m benchmarks.desk [AGREEMENTS REPORTS [STORE]]`. The
desk runs as a process of its own; readers speak HTTP with it over connections they keep open, and
ask for pages drawn at random, so that most have to be made. A STORE that is there is used again.

Twice: readers who look at a page for a quarter of a second before they ask for the next, which is
what the goals are for; then readers who do not look at all, which shows how much the desk can do.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote, urlsplit

from tests.synthetic import world

from traktat.model.documents import Document
from traktat.model.findings import finding_id
from traktat.pipeline import Agreements, open_store
from traktat.pipeline.fusing import refresh
from traktat.store.lists import Cut

READERS = 20
SECONDS = 20.0
LOOK = 0.25  # seconds a reader looks at a page, on average
GOALS = {"home": 100, "agreement": 100, "report": 100, "search": 50}  # milliseconds at the median
PAUSE = 2.0  # seconds the one who judges thinks between two judgements
EVERYTHING = Cut(1_000_000)
TOKEN = "a token for benchmarks only"


@dataclass(slots=True)
class Course:
    """What readers and the one who judges met; readers look at a page for `look` seconds."""

    look: float
    times: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in GOALS})
    judging: list[float] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    spent: float = 0.0  # seconds of the desk's processor


@dataclass(frozen=True, slots=True)
class Wishes:
    """What can be asked for."""

    agreements: tuple[str, ...]
    reports: tuple[str, ...]
    words: tuple[str, ...]
    findings: tuple[str, ...]

    def address(self, name: str, draw: random.Random) -> str:
        """Give an address of a sort of page."""
        if name == "home":
            return f"/?page={draw.randint(1, 5)}"
        if name == "agreement":
            return f"/agreements/{draw.choice(self.agreements)}"
        if name == "report":
            return f"/reports/{draw.choice(self.reports)}"
        matter = draw.choice(("report", "statement", "provision"))
        return f"/search?q={quote(draw.choice(self.words))}&matter={matter}"


def make_store(place: Path, agreements: int, reports: int) -> None:
    """Fill a store with made-up reports."""
    started = time.monotonic()
    with open_store(place, create=True) as opened:
        for reading in world(agreements, reports).readings:
            report = reading.report
            document = Document(
                path=report.path,
                text=report.text,
                outlet=report.outlet,
                published=report.published.edtf if report.published else None,
                lang=report.language,
            )
            opened.store.keep(document, reading, "synthetic", source=report.path)
        refresh(opened.store)
    print(f"made a store of {reports:,} reports in {time.monotonic() - started:.0f} s", flush=True)


def wishes_of(opened: Agreements) -> Wishes:
    """Find out what can be asked for."""
    draw = random.Random(1)
    reports = tuple(line.report for line in opened.store.reports(cut=EVERYTHING).lines)
    words: set[str] = set()
    findings = []
    for reading in opened.store.readings(draw.sample(reports, min(200, len(reports)))):
        words.update(draw.sample(reading.report.text.split(), 3))
        acts = (one for one in reading.findings if one.kind == "act")
        findings += [f"{reading.report.id}:{finding_id(one)}" for one in acts]
    return Wishes(opened.store.record_ids(), reports, tuple(sorted(words)), tuple(findings))


@contextmanager
def served(place: Path) -> Iterator[tuple[str, int]]:
    """Open the desk in a process of its own; give its host and port, and its number."""
    command = [sys.executable, "-m", "traktat", "serve", "--store", str(place), "--port", "0"]
    desk = subprocess.Popen([*command, "--token", TOKEN], stderr=subprocess.PIPE, text=True)
    try:
        assert desk.stderr is not None
        found = re.search(r"http://\S+", desk.stderr.readline())
        assert found, "the desk did not open"
        yield urlsplit(found[0]).netloc, desk.pid
    finally:
        desk.terminate()
        desk.wait()


def read_on(host: str, wishes: Wishes, course: Course, number: int, until: float) -> None:
    """Ask for one page after the other until it is time to stop."""
    draw, connection = random.Random(f"{number} {course.look}"), HTTPConnection(host, timeout=60)
    names = tuple(GOALS)
    while time.monotonic() < until:
        name = draw.choice(names)
        started = time.perf_counter()
        connection.request("GET", wishes.address(name, draw), headers={"accept-language": "en"})
        answer = connection.getresponse()
        body = answer.read()
        course.times[name].append((time.perf_counter() - started) * 1000)
        if answer.status != 200 or not body.rstrip().endswith(b"</html>"):
            course.wrong.append(f"{name}: {answer.status}")
        time.sleep(draw.uniform(0, 2 * course.look))
    connection.close()


def judge_on(host: str, wishes: Wishes, course: Course, until: float) -> None:
    """Judge one finding after the other until it is time to stop."""
    connection = HTTPConnection(host, timeout=60)
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/json"}
    for about in wishes.findings[:: -1 if course.look else 1]:
        if time.monotonic() >= until:
            break
        stated = {"about": about, "verdict": "accept", "by": "bench", "why": "to be timed"}
        started = time.perf_counter()
        connection.request("POST", "/api/v1/judgements", json.dumps(stated), headers)
        answer = connection.getresponse()
        told = json.loads(answer.read())
        course.judging.append((time.perf_counter() - started) * 1000)
        if answer.status == 201:
            course.made += [one["id"] for one in told["judgements"]]
        else:
            course.wrong.append(f"judging: {answer.status} {told}")
        time.sleep(PAUSE)
    connection.close()


def run(host: str, desk: int, wishes: Wishes, look: float) -> Course:
    """Let readers read and one person judge, all at once."""
    course = Course(look)
    before, until = spent_by(desk), time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=read_on, args=(host, wishes, course, number, until))
        for number in range(READERS)
    ]
    threads.append(threading.Thread(target=judge_on, args=(host, wishes, course, until)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    course.spent = spent_by(desk) - before
    return course


def spent_by(process: int) -> float:
    """Give the seconds of processor a process has used."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def lost(place: Path, made: list[str]) -> list[str]:
    """Give the judgements that were taken but are not in the store."""
    with open_store(place) as opened:
        kept = {one.id for one in opened.store.judgements()}
        assert not opened.store.pending().reports, "the records do not rest on all judgements"
    return [one for one in made if one not in kept]


def told(course: Course) -> bool:
    """Print what readers met; tell whether all goals are met."""
    answers = sum(map(len, course.times.values()))
    each = course.spent / answers * 1000
    look = f"looking {course.look} s at a page" if course.look else "not looking at all"
    print(f"{READERS} readers {look}: {answers / SECONDS:.0f} pages a second, ", end="")
    print(f"{each:.1f} ms of the desk's processor for each")
    for name, times in course.times.items():
        late = quantiles(times, n=20)[-1]
        goal = f" (goal < {GOALS[name]} ms)" if course.look else ""
        print(f"  {name:10} median {median(times):6.1f} ms, 95 of 100 within {late:6.1f} ms{goal}")
    print(f"  judging    median {median(course.judging):6.1f} ms, {len(course.judging)} made")
    return all(median(times) < GOALS[name] for name, times in course.times.items())


def main() -> int:
    """Measure, and print the figures; exit 1 where a goal is missed or something was lost."""
    agreements, reports = (int(one) for one in (sys.argv[1:3] or ("200", "10000")))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(folder) / "desk.db"
        if not place.exists():
            make_store(place, agreements, reports)
        with open_store(place) as opened:
            refresh(opened.store)
            wishes = wishes_of(opened)
        with served(place) as (host, desk):
            looking, pressing = (run(host, desk, wishes, look) for look in (LOOK, 0.0))
        met = told(looking)
        told(pressing)
        courses = (looking, pressing)
        made = [one for course in courses for one in course.made]
        wrong = [one for course in courses for one in course.wrong]
        gone = lost(place, made)
    print(f"wrong answers: {len(wrong)}, judgements lost: {len(gone)} of {len(made)}")
    for line in sorted(set(wrong))[:5]:
        print(f"  {line}")
    return 0 if met and not gone and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
