"""Reports go into a store once, whatever happens meanwhile, and come out as the same records."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import traktat
from tests.cli.reports import LOMBOK_EN, REPORTS, SIGNED_EN, write_many, write_reports
from traktat.errors import InputError, NotFound, TraktatError
from traktat.pipeline import Settings, build, open_store
from traktat.pipeline.readers import Reader
from traktat.pipeline.taking_in import expected
from traktat.store.sqlite import SqliteStore

MANY = 150  # reports that take a process long enough to be killed in the middle


def everything(store: Path) -> str:
    """Give all that a store says, as JSON."""
    with open_store(store) as agreements:
        return json.dumps([agreement.to_json(on="2026-11-21") for agreement in agreements])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "traktat.db"


def test_a_first_build_reads_everything(reports: Path, store: Path) -> None:
    done = build(reports, store)
    assert (done.new, done.same, done.failed) == (len(REPORTS), 0, 0)
    assert done.total == len(done.agreements)
    assert {item.change for item in done.agreements} == {"new"}


def test_a_second_build_reads_nothing(reports: Path, store: Path) -> None:
    build(reports, store)
    before = everything(store)
    done = build(reports, store)
    assert (done.new, done.changed, done.same) == (0, 0, len(REPORTS))
    assert done.agreements == ()
    assert everything(store) == before


def test_the_order_of_reports_does_not_matter(reports: Path, tmp_path: Path) -> None:
    paths = sorted(reports.iterdir())
    for name, order in (("a.db", paths), ("b.db", paths[::-1])):
        for path in order:
            build(path, tmp_path / name)
    build(reports, tmp_path / "c.db")
    assert everything(tmp_path / "a.db") == everything(tmp_path / "b.db")
    assert everything(tmp_path / "a.db") == everything(tmp_path / "c.db")


def test_more_reports_update_the_record(reports: Path, store: Path) -> None:
    build(reports / "lombok.txt", store)
    done = build(reports, store)
    assert (done.new, done.same) == (len(REPORTS) - 1, 1)
    kept = [item for item in done.agreements if set(item.parties) == {"AUS", "IDN"}]
    assert kept == []  # nothing new was told of it


def test_the_same_file_by_two_names_is_one(
    reports: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(reports)
    build("lombok.txt", store)
    done = build(["./lombok.txt", str(reports / "lombok.txt"), "lomb*"], store)
    assert (done.new, done.same) == (0, 1)


def test_a_copy_in_another_file_is_a_report_of_its_own(reports: Path, store: Path) -> None:
    shutil.copy(reports / "lombok.txt", reports / "copy.txt")
    assert build(reports, store).new == len(REPORTS) + 1
    with open_store(store) as agreements:
        paths = {entry.path for item in agreements for entry in item.reports}
    assert str(reports / "copy.txt") in paths


def test_a_file_whose_text_changed_is_read_and_the_old_text_kept(
    reports: Path, store: Path
) -> None:
    build(reports, store)
    (reports / "lombok.txt").write_text(LOMBOK_EN + "\nMore follows.\n", encoding="utf-8")
    done = build(reports, store)
    assert (done.new, done.same) == (1, len(REPORTS) - 1)
    with SqliteStore(store) as opened:
        assert len(list(opened.readings())) == len(REPORTS) + 1


def test_replace_forgets_what_is_no_longer_there(reports: Path, store: Path) -> None:
    build(reports, store)
    (reports / "lombok.txt").write_text(LOMBOK_EN + "\nMore follows.\n", encoding="utf-8")
    (reports / "signed-id.txt").unlink()
    done = build(reports, store, replace=True)
    assert (done.new, done.same, done.dropped) == (1, len(REPORTS) - 2, 2)
    assert everything(store) == _fresh(reports, store)


def test_replace_forgets_nothing_when_something_could_not_be_read(
    reports: Path, store: Path
) -> None:
    build(reports, store)
    (reports / "lombok.txt").write_bytes(b"")
    errors: list[TraktatError] = []
    done = build(reports, store, replace=True, on_error=errors.append)
    assert (done.failed, done.dropped) == (1, 0)
    assert "the file is empty" in errors[0].message


def test_replace_leaves_other_folders_alone(reports: Path, store: Path, tmp_path: Path) -> None:
    build([reports, write_reports(tmp_path / "reports2")], store)
    shutil.rmtree(reports)
    write_reports(reports)
    (reports / "lombok.txt").unlink()
    assert build(reports, store, replace=True).dropped == 1


def test_replace_goes_by_the_files_a_pattern_finds(tmp_path: Path, store: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    lines = [json.dumps({"text": text}) for text in REPORTS.values()]
    feed.write_text("\n".join(lines), encoding="utf-8")
    build(feed, store)
    feed.write_text("\n".join(lines[2:]), encoding="utf-8")
    assert build(tmp_path / "*.jsonl", store, replace=True).dropped == 2


def test_a_line_that_moves_in_its_file_is_not_read_again(tmp_path: Path, store: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    lines = [json.dumps({"text": text}) for text in REPORTS.values()]
    feed.write_text("\n".join(lines[1:]), encoding="utf-8")
    build(feed, store)
    feed.write_text("\n".join(lines), encoding="utf-8")
    done = build(feed, store)
    assert (done.new, done.changed, done.same) == (1, 0, len(lines) - 1)
    assert everything(store) == _fresh(feed, store)


def test_a_line_told_twice_is_one_report(tmp_path: Path, store: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    line = json.dumps({"text": SIGNED_EN, "outlet": "Daily"})
    other = json.dumps({"text": SIGNED_EN, "outlet": "Weekly"})
    feed.write_text("\n".join([line, line, other]), encoding="utf-8")
    assert build(feed, store).new == 2
    assert build(feed, store).new == 0


def test_standard_input_is_a_source(store: Path, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(LOMBOK_EN, encoding="utf-8")
    for expected_new in (1, 0):
        with (tmp_path / "in.txt").open("rb") as stream:
            assert build("-", store, stdin=stream).new == expected_new


def test_a_pipe_is_read_once(tmp_path: Path, store: Path) -> None:
    """A shell gives the output of a command as such a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["sh", "-c", f"cat > {pipe}"], stdin=subprocess.PIPE) as writer:
        assert writer.stdin is not None
        writer.stdin.write(LOMBOK_EN.encode())
        writer.stdin.close()
        assert build(pipe, store).new == 1


def test_without_somebody_to_tell_the_first_error_is_raised(reports: Path, store: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        build([reports / "lombok.txt", reports / "none.txt"], store)
    assert build(reports / "lombok.txt", store).same == 1


def test_a_bad_file_is_told_and_passed_over(reports: Path, store: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    told: list[str] = []
    done = build(reports, store, on_error=lambda error: told.append(error.message))
    assert (done.new, done.failed) == (len(REPORTS), 1)
    assert len(told) == 1
    assert build(reports, store, on_error=lambda _: None).failed == 1


def test_progress_counts_every_document(reports: Path, store: Path) -> None:
    for _ in range(2):
        steps: list[int] = []
        build(reports, store, on_progress=steps.append)
        assert sum(steps) == len(REPORTS) == expected([str(reports)])


def test_standard_input_cannot_be_counted_before() -> None:
    assert expected(["-"]) is None


def test_the_lines_of_a_feed_are_counted(tmp_path: Path) -> None:
    assert expected([str(write_many(tmp_path / "a.jsonl", 12)), str(tmp_path / "none")]) == 13


def test_several_processes_give_the_same_store(tmp_path: Path) -> None:
    feed = write_many(tmp_path / "many.jsonl", 40)
    stores = [tmp_path / f"{jobs}.db" for jobs in (1, 2)]
    for jobs, place in enumerate(stores, start=1):
        assert build(feed, place, settings=Settings(jobs=jobs)).new == 40
    assert everything(stores[0]) == everything(stores[1])


@pytest.mark.long
def test_the_order_of_hashes_does_not_matter(reports: Path, tmp_path: Path) -> None:
    printed = set()
    for seed in ("0", "1", "17"):
        command = [sys.executable, "-m", "traktat", "build", str(reports)]
        place = str(tmp_path / f"{seed}.db")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TRAKTAT_STORE": place}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        printed.add(everything(Path(place)))
    assert len(printed) == 1


@pytest.mark.long
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_killed_at_any_moment_loses_nothing(tmp_path: Path, jobs: str) -> None:
    """Kill it twice in the middle, let it finish: the same bytes as an undisturbed build."""
    feed, place = write_many(tmp_path / "many.jsonl", MANY), tmp_path / "killed.db"
    command = [sys.executable, "-m", "traktat", "build", str(feed), "--store", str(place)]
    kept = 0
    for enough in (1, 40):
        process = subprocess.Popen(
            [*command, "--jobs", jobs], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while process.poll() is None and _documents(place) < kept + enough:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = _documents(place)
        assert kept < found < MANY
        kept = found
        assert _is_sound(place)
        assert everything(place)  # it can be asked in between
    done = build(feed, place)
    assert done.new + done.same == MANY
    assert done.same >= kept
    assert everything(place) == _fresh(feed, place)


def _documents(place: Path) -> int:
    if not place.exists():
        return 0
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # the tables are just being made
    finally:
        connection.close()


def _is_sound(place: Path) -> bool:
    connection = sqlite3.connect(place)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def _fresh(source: Path, store: Path) -> str:
    """Give what a store built at once from the same source says."""
    place = store.with_name("fresh.db")
    build(source, place)
    return everything(place)


def test_an_unchanged_build_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    texts = list(REPORTS.values())
    for number in range(20):
        text = f"{texts[number % len(texts)]}\nEdition {number}.\n"
        page = f"<html><body><article><p>{text}</p></article></body></html>"
        name, content = ("html", page) if number % 5 == 0 else ("txt", text)
        (reports / f"{number}.{name}").write_text(content, encoding="utf-8")
    build(reports, tmp_path / "s.db")

    def refuse(*_: object) -> None:
        raise AssertionError("what has not changed takes a tenth of the time: it is not read")

    monkeypatch.setattr(Reader, "__init__", refuse)
    monkeypatch.setattr(Reader, "each", refuse)
    assert build(reports, tmp_path / "s.db").same == 20


def test_what_a_new_program_reads_otherwise_is_read_again(
    reports: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(reports, store)
    monkeypatch.setattr("traktat.pipeline.builds.reading_stamp", lambda _: "another program")
    done = build(reports, store)
    assert (done.changed, done.same) == (0, len(REPORTS))  # read again, with the same findings
    with SqliteStore(store) as opened:
        assert not opened.pending().reports


def test_random_order_and_repetition_change_nothing(reports: Path, tmp_path: Path) -> None:
    paths = [str(path) for path in sorted(reports.iterdir())] * 3
    random.Random(7).shuffle(paths)
    for path in paths:
        build(path, tmp_path / "random.db")
    build(reports, tmp_path / "plain.db")
    assert everything(tmp_path / "random.db") == everything(tmp_path / "plain.db")


def test_a_store_must_exist_to_be_asked(store: Path) -> None:
    with pytest.raises(NotFound):
        traktat.open(store)
