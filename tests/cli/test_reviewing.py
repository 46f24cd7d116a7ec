"""Review in the terminal: the queue, one key for each decision, and single judgements."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from traktat.model.kinds import ActKind
from traktat.pipeline import build, open_store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the store of the example reports, not to be changed."""
    place = tmp_path_factory.mktemp("examples") / "traktat.db"
    build([EXAMPLES], place)
    return place


@pytest.fixture(autouse=True)
def store(built: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = folder / "traktat.db"
    shutil.copy(built, place)
    monkeypatch.setenv("TRAKTAT_REVIEWER", "ana")
    return place


def queue(run: Run) -> list[dict[str, Any]]:
    done = run("review", "--list", "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    tasks: list[dict[str, Any]] = json.loads(done.stdout)
    return tasks


def an_act(store: Path) -> tuple[str, str]:
    with open_store(store) as agreements:
        record = agreements["irn-rus-2025"]
        acts = record.timeline
        return record.id, next(one.id for one in acts if one.act is ActKind.RATIFICATION)


def test_the_queue_is_listed_with_reasons(run: Run) -> None:
    tasks = queue(run)
    assert tasks
    assert all(one["why"] and one["choices"] for one in tasks)
    shown = run("review", "--list").stdout
    assert tasks[0]["sort"] in shown
    lines = run("review", "--list", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == tasks
    agreement = tasks[0]["agreement"]
    some = json.loads(run("review", "--json", "--agreement", agreement).stdout)
    assert {one["agreement"] for one in some} == {agreement}


def test_one_judgement_tells_what_it_changed_and_is_undone(run: Run, store: Path) -> None:
    record, act = an_act(store)
    before = run("show", record, "--json").stdout
    done = run("review", "judge", act, "--correct", "place=Zenda", "--why", "seen", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["schema"] == "traktat.review/1"
    assert {one["by"] for one in told["judgements"]} == {"ana"}
    assert "place" in [
        field["field"] for item in told["agreements"][0]["items"] for field in item["fields"]
    ]
    assert run("show", record, "--json").stdout != before
    for one in told["judgements"]:
        assert "taken back" in run("review", "undo", one["id"], "--by", "budi").stdout
    assert run("show", record, "--json").stdout == before
    log = run("review", "log").stdout
    assert "ana" in log
    assert "budi" in log
    assert "seen" in log
    assert json.loads(run("review", "log", told["judgements"][0]["about"], "--json").stdout)


def test_a_table_says_which_fields_changed(run: Run, store: Path) -> None:
    _, act = an_act(store)
    assert "no record changed" in run("review", "judge", act, "--accept").stdout
    shown = run("review", "judge", act, "--correct", "date=2001-02-03").stdout
    assert "→ 2001-02-03" in shown


@pytest.mark.parametrize(
    ("options", "exit_code", "message"),
    [
        ((), 2, "Give one verdict"),
        (("--accept", "--reject", "--correct", "a=b"), 2, "Give one verdict"),
        (("--accept", "--into", "x"), 2, "Give one verdict"),
        (("--correct", "date"), 2, "is not FIELD=VALUE"),
        (("--correct", "date=soon"), 1, "date"),
        (("--correct", "color=red"), 1, "cannot be corrected"),
        (("--copy-of", "000000000000"), 1, "no report"),
        (("--split",), 1, "whole agreement"),
        (("--split-from", "person:X"), 1, "whole agreement"),
        (("--merge", "none"), 1, "no agreement"),
    ],
)
def test_mistakes_are_told_in_words(
    run: Run, store: Path, options: tuple[str, ...], exit_code: int, message: str
) -> None:
    _, act = an_act(store)
    done = run("review", "judge", act, *options)
    assert done.exit_code == exit_code
    assert message in done.stderr


def test_a_report_is_no_copy_of_another(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        one, other = sorted({entry.report for record in agreements for entry in record.reports})[:2]
    assert run("review", "judge", one, "--copy-of", other).exit_code == 0
    done = run("review", "judge", one, "--not-copy-of", other, "--by", "budi")
    assert "ana decided otherwise" in done.stderr
    assert (
        run("review", "judge", one, "--not-copy-of", other, "--by", "b", "--anyway").exit_code == 0
    )
    assert queue(run)[0]["sort"] == "conflicting-judgement"


def test_keys_on_a_pipe_go_through_the_queue(run: Run) -> None:
    first = queue(run)[0]
    everything = "\n" if len(first["choices"]) > 1 else ""
    done = run("review", stdin=f"?\nx\nw\n{everything}a\n{everything}u\ns\nq\n")
    assert done.exit_code == 0, done.output
    assert "a  accept" in done.stdout
    assert "no key 'x'" in done.stdout
    assert "accept" in done.stdout
    assert "taken back" in done.stdout
    assert queue(run)[0]["id"] == first["id"]


def test_a_field_is_corrected_with_keys(run: Run) -> None:
    tasks = queue(run)
    task = next(one for one in tasks if one["sort"] == "decides-alone")
    which = "1\n" if len(task["choices"]) > 1 else ""
    skips = "s\n" * tasks.index(task)
    done = run("review", stdin=f"{skips}c\n{which}place=Zenda\nseen there\nq\n")
    assert "status=" in done.stdout
    assert "correct place=Zenda" in done.stdout
    assert "seen there" in done.stdout
    again = run("review", stdin=f"{skips}r\n{which}not at all\nu\nq\n")
    assert "reject" in again.stdout


def test_keys_that_do_not_fit_say_so(run: Run) -> None:
    tasks = queue(run)
    task = next(one for one in tasks if one["sort"] == "decides-alone")
    skips = "s\n" * tasks.index(task)
    which = "\n" if len(task["choices"]) > 1 else ""
    done = run("review", stdin=f"{skips}m\nn\nd\nu\nc\n{which}nothing\nc\n{which}date=soon\n\nq\n")
    assert done.exit_code == 0
    assert "this is no agreement of a report" in done.stdout
    assert "no decision to take back here" in done.stdout
    assert "nothing to undo" in done.stdout
    assert "nothing corrected" in done.stdout
    assert "error: " in done.stderr


def test_a_conflict_is_settled_by_taking_one_decision_back(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        support = agreements["rcep"].timeline[0].support[0]
    about = f"{support.report}:{support.finding}"
    run("review", "judge", about, "--accept")
    run("review", "judge", about, "--reject", "--by", "budi", "--anyway")
    done = run("review", stdin="d\n2\na slip\nq\n")
    assert "budi" in done.stdout
    assert "taken back" in done.stdout
    assert "conflicting-judgement" not in {one["sort"] for one in queue(run)}


def test_who_decides_otherwise_is_asked(run: Run, store: Path) -> None:
    tasks = queue(run)
    single = next(one for one in tasks if len(one["choices"]) > 1)
    run("review", "judge", single["choices"][0]["about"], "--accept", "--by", "budi")
    skips = "s\n" * [one["id"] for one in queue(run)].index(single["id"])
    refused = run("review", stdin=f"{skips}r\n1\n\nn\nq\n")
    assert "budi decided otherwise" in refused.stdout
    assert "conflicting-judgement" not in {one["sort"] for one in queue(run)}
    run("review", stdin=f"{skips}r\n1\n\ny\nq\n")
    assert "conflicting-judgement" in {one["sort"] for one in queue(run)}


def test_judgements_go_out_and_come_back(run: Run, store: Path, built: Path, folder: Path) -> None:
    _, act = an_act(store)
    run("review", "judge", act, "--correct", "place=Zenda")
    assert run("review", "export", "judgements.jsonl").exit_code == 0
    lines = (folder / "judgements.jsonl").read_text(encoding="utf-8")
    assert run("review", "export").stdout == lines
    shutil.copy(built, folder / "other.db")
    done = run("review", "import", "judgements.jsonl", "--store", "other.db", "--json")
    assert json.loads(done.stdout)["new"] == len(lines.splitlines())
    assert run("review", "export", "--store", "other.db").stdout == lines
    shown = run("review", "import", "-", "--store", "other.db", stdin=lines)
    assert "0 new" in shown.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xff", "not UTF-8"), (b"{", "line 1"), (b'{"verdict": "burn"}', "line 1")],
)
def test_a_bad_file_is_refused(run: Run, folder: Path, content: bytes, message: str) -> None:
    (folder / "bad.jsonl").write_bytes(content)
    done = run("review", "import", "bad.jsonl")
    assert done.exit_code == 1
    assert message in done.stderr
    assert run("review", "import", "none.jsonl").exit_code == 1


def test_an_empty_queue_says_so(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Nothing happened today.", encoding="utf-8")
    run("build", "a.txt", "--store", "empty.db")
    assert "nothing to review" in run("review", "--store", "empty.db").stdout
    assert "nothing to review" in run("review", "--list", "--store", "empty.db").stdout
    assert "no judgements" in run("review", "log", "--store", "empty.db").stdout
