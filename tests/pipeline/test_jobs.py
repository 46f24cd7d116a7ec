"""Reading on several processors: the same readings in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.reports import REPORTS, write_many
from traktat.errors import ReaderError
from traktat.model.documents import Document
from traktat.pipeline import jobs, read
from traktat.pipeline.jobs import ALONE, readings
from traktat.pipeline.settings import Settings


def documents(number: int) -> list[Document]:
    texts = list(REPORTS.values())
    return [
        Document(path=f"{place}.txt", text=f"{texts[place % len(texts)]}\nEdition {place}.\n")
        for place in range(number)
    ]


def test_no_documents_give_no_readings() -> None:
    assert list(readings([], Settings(jobs=2))) == []


def test_processes_change_nothing_but_the_time() -> None:
    alone, together = (list(readings(documents(40), Settings(jobs=n))) for n in (1, 3))
    assert together == alone


def test_few_documents_are_read_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_together", None)  # calling it would fail
    assert len(list(readings(documents(ALONE - 1), Settings(jobs=None)))) == ALONE - 1


def test_documents_are_taken_as_they_are_needed() -> None:
    """A source without an end is read from the first document on."""
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        for place, document in enumerate(documents(1) * 10_000):
            taken.append(place)
            yield document

    found = readings(endless(), Settings(jobs=1))
    next(found)
    assert len(taken) <= 2


def ended_at_once(_: list[Document]) -> list[jobs.Outcome]:
    os._exit(3)


def test_a_process_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_read_batch", ended_at_once)
    with pytest.raises(ReaderError, match="ended from outside") as raised:
        list(readings(documents(40), Settings(jobs=2)))
    assert "--jobs 1" in raised.value.hint


def test_a_reader_that_fails_is_told_with_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    from traktat.pipeline import readers

    monkeypatch.setattr(readers, "prepare", lambda *_: 1 / 0)
    (outcome,) = readings(documents(1), Settings())
    assert isinstance(outcome, ReaderError)
    assert outcome.message.startswith("0.txt: the reader failed (ZeroDivisionError")


def test_processes_do_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    feed = write_many(tmp_path / "many.jsonl", 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "traktat", "read", str(feed), "--jobs", "2"],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(400):
        if len(children.read_text().split()) >= 3:  # two readers and the tracker of resources
            break
        time.sleep(0.05)
    started = children.read_text().split()
    time.sleep(1)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for _ in range(200):
        if not any(_runs(child) for child in started):
            return
        time.sleep(0.05)
    pytest.fail("a reading process outlived its parent")


def _runs(pid: str) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def test_the_api_reads_what_the_command_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORTS["lombok.txt"], encoding="utf-8")
    (reading,) = read(tmp_path / "a.txt")
    assert reading.report.path == str(tmp_path / "a.txt")
    assert reading.findings
