"""`traktat build`: says what is new and what changed, and what went wrong."""

from __future__ import annotations

import json
import os
import pty
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Shell
from tests.cli.reports import REPORTS, write_many, write_reports
from traktat.pipeline import open_store


@pytest.fixture
def reports(folder: Path) -> Path:
    return write_reports(folder / "reports")


def test_a_build_says_what_is_new(run: Run, reports: Path) -> None:
    said = run("build", "reports").stdout
    assert f"Reports: {len(REPORTS)} new" in said
    assert "new     idn-sgp-2022" in said
    assert "signature" in said


def test_a_build_says_what_changed(run: Run, reports: Path) -> None:
    run("build", "reports/signed-id.txt")
    said = run("build", "reports").stdout
    assert f"Reports: {len(REPORTS) - 1} new, 1 same" in said
    assert "changed idn-sgp-2022" in said
    assert "reports +2" in said
    assert "entry-into-force" in said


def test_a_build_without_news_says_so(run: Run, reports: Path) -> None:
    run("build", "reports")
    assert run("build", "reports").stdout == (
        f"Reports: {len(REPORTS)} same\nAgreements: 2, nothing changed\n"
    )


def test_a_build_in_json(run: Run, reports: Path) -> None:
    told = json.loads(run("build", "reports", "--json").stdout)
    assert told["schema"] == "traktat.build/1"
    assert told["documents"] == {
        "new": len(REPORTS),
        "changed": 0,
        "same": 0,
        "failed": 0,
        "dropped": 0,
    }
    assert {item["change"] for item in told["agreements"]} == {"new"}
    assert told["total"] == 2


def test_replaced_reports_are_counted(run: Run, reports: Path) -> None:
    run("build", "reports")
    (reports / "lombok.txt").unlink()
    said = run("build", "reports", "--replace").stdout
    assert f"Reports: {len(REPORTS) - 1} same, 1 dropped" in said
    assert "gone" in said


def test_a_bad_file_is_told_and_the_rest_is_stored(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    result = run("build", "reports")
    assert result.exit_code == 1
    assert "reports/empty.txt: the file is empty" in result.stderr
    assert result.stderr.endswith("1 report could not be read\n")
    assert f"{len(REPORTS)} new, 1 failed" in result.stdout
    assert len(json.loads(run("list", "--json").stdout)) == 2


def test_the_store_can_be_named_in_the_environment(shell: Shell, reports: Path) -> None:
    assert shell("build", "reports", env={"TRAKTAT_STORE": "mine.db"}).returncode == 0
    assert (reports.parent / "mine.db").exists()
    assert not (reports.parent / "traktat.db").exists()


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (".", "is a folder, not a store"),
        ("none/s.db", "there is no folder none"),
        ("/proc/s.db", "cannot be opened or made"),
        ("letter.txt", "is not a Traktat store"),
        ("other.db", "is a database, but no Traktat store"),
    ],
)
@pytest.mark.parametrize("command", [["build", "reports"], ["list"], ["show", "x"]])
def test_a_place_that_is_no_store_is_told(
    run: Run, reports: Path, place: str, message: str, command: list[str]
) -> None:
    Path("letter.txt").write_text("Dear reader, " * 100, encoding="utf-8")
    connection = sqlite3.connect("other.db")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    result = run(*command, "--store", place)
    assert result.exit_code == 1
    if command[0] == "build" or Path(place).exists():
        assert message in result.stderr
    assert "\n\nhint: " in result.stderr
    assert result.stdout == ""


def test_a_locked_store_is_told(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("traktat.store.connections.PATIENCE", 0.05)
    run("build", "reports/lombok.txt")
    other = sqlite3.connect("traktat.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = run("build", "reports")
    other.close()
    assert result.exit_code == 1
    assert "error: traktat.db is in use by another process" in result.stderr
    assert "hint: Wait until the other traktat process has finished" in result.stderr
    assert run("build", "reports").exit_code == 0


def test_a_disk_that_takes_no_more_is_told_and_nothing_stored_is_lost(
    shell: Shell, run: Run, folder: Path
) -> None:
    """A limit on the size of files stands for a full disk."""
    write_many(folder / "first.jsonl", 5)
    write_many(folder / "many.jsonl", 120)
    assert run("build", "first.jsonl").exit_code == 0
    before = run("list", "--json").stdout
    room = (folder / "traktat.db").stat().st_size + 300_000
    result = shell(
        "build",
        "many.jsonl",
        "--jobs",
        "1",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert result.returncode == 1
    assert "traktat.db" in result.stderr
    assert "hint: Free some room" in result.stderr
    with open_store("traktat.db") as agreements:
        held = len(agreements.store.held())
    assert 5 <= held < 125
    assert json.loads(before)
    assert run("build", "first.jsonl", "many.jsonl").exit_code == 0


def test_a_person_who_watches_sees_how_far_it_has_come(folder: Path) -> None:
    write_many(folder / "many.jsonl", 40)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "traktat", "build", "many.jsonl", "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    out, _ = process.communicate()
    assert process.returncode == 0
    assert b"Reading" in seen
    assert b"/40" in seen
    assert b"\x1b" not in out


def test_nobody_who_does_not_watch_is_shown_a_bar(shell: Shell, reports: Path) -> None:
    assert shell("build", "reports").stderr == ""
