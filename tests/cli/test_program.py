"""How the program starts, teaches and ends."""

from __future__ import annotations

import inspect
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

import traktat
from tests.cli.conftest import Run, Shell
from tests.cli.reports import write_many, write_reports
from traktat.cli.program import COMMANDS, program
from traktat.store.sqlite import SqliteStore

MORE_THAN_ARE_READ = 30_000  # reports, before a signal comes even on a busy machine


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(program)
    found = [(name, program.get_command(context, name)) for name in COMMANDS]
    inner = [
        (f"{name} {part}", command.commands[part])
        for name, command in found
        if isinstance(command, click.Group)
        for part in command.commands
    ]
    return [(name, command) for name, command in [*found, *inner] if command is not None]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").output == f"traktat {traktat.__version__}\n"


def test_the_program_starts_with_no_more_than_its_commands() -> None:
    script = (
        "import sys\n"
        "from traktat.cli import main\n"
        "sys.argv = ['traktat', '--version']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = ('rich', 'sqlalchemy', 'jinja2', 'babel', 'trafilatura', 'fastapi', 'tomllib')\n"
        "rooms = ('lang', 'reading', 'press', 'pipeline', 'fusion', 'store', 'facts', 'law')\n"
        "names = {*heavy, *(f'traktat.{room}' for room in rooms)}\n"
        "sys.exit(', '.join(sorted(names & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = (
        "import sys, traktat\nsys.exit(any(name.startswith('traktat.') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_question_to_the_store_does_not_load_the_readers(made: Path) -> None:
    script = (
        "import sys, traktat\n"
        "with traktat.open('traktat.db') as agreements: list(agreements)\n"
        "rooms = ('intake', 'press', 'reading', 'fusion', 'lang')\n"
        "sys.exit(any(f'traktat.{room}' in sys.modules for room in rooms))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=made)


@pytest.mark.parametrize(("name", "command"), commands(), ids=str)
def test_every_command_teaches_itself(run: Run, name: str, command: click.Command) -> None:
    help_text = run(*name.split(), "--help").output
    assert f"Usage: traktat {name}" in help_text
    assert command.short_help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{name}: {option.name} has no help"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples_that_call_it(run: Run, name: str) -> None:
    _, _, examples = run(name, "--help").output.partition("Examples:\n")
    lines = [line.strip() for line in examples.splitlines() if line.strip()]
    assert lines
    assert all(f"traktat {name}" in line or f"traktat {name} -" in line for line in lines)


@pytest.mark.parametrize(("name", "place"), COMMANDS.items())
def test_a_command_only_calls_the_public_api(name: str, place: str) -> None:
    """A command is at most 20 statements' lines long and knows its own room and the pipeline."""
    module, _, attribute = place.partition(":")
    command = getattr(import_module(module), attribute)
    source = inspect.getsource(inspect.unwrap(command.callback))
    body = source[source.rindex('"""') :] if '"""' in source else source
    assert len([line for line in body.splitlines() if line.strip()]) <= 21
    imports = [line for line in body.splitlines() if "from traktat" in line]
    known = ("traktat.pipeline", "traktat.store", ".".join(module.split(".")[:2]))
    assert all(any(room in line for room in known) for line in imports)


def test_an_error_is_told_as_message_and_hint(run: Run) -> None:
    result = run("list")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "error: there is no store at traktat.db\n"
        "\n"
        "hint: Make one with `traktat build REPORTS…`, or name another with --store FILE.\n"
    )


def test_verbose_shows_where_an_error_came_from(run: Run) -> None:
    assert "Traceback" in run("--verbose", "list").stderr
    assert "Traceback" in run("list", "-v").stderr
    assert "Traceback" in run("show", "x", "--verbose", "--json").stderr
    assert "Traceback" not in run("list").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["read"],
        ["build"],
        ["show"],
        ["drill", "x"],
        ["read", "a", "--jobs", "0"],
        ["read", "a", "--format", "xml"],
        ["status", "x", "--on", "yesterday"],
        ["show", "x", "everything"],
        ["completion", "tcsh"],
    ],
)
def test_a_mistake_in_usage_ends_with_two(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: traktat" in result.stderr


def test_a_day_that_is_none_is_told_with_how_to_write_one(run: Run) -> None:
    result = run("status", "x", "--on", "2024-13-45")
    assert result.exit_code == 2
    assert "a day is written as 2024-06-19, or today" in result.stderr


def test_a_stretch_of_days_is_no_day(run: Run) -> None:
    assert "one day is needed" in run("status", "x", "--on", "2024-06").stderr


def test_a_broken_pipe_is_silent(folder: Path) -> None:
    write_many(folder / "many.jsonl", 60)
    process = subprocess.Popen(
        [sys.executable, "-m", "traktat", "read", "many.jsonl", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


@pytest.fixture
def ctrl_c_answered() -> Iterator[None]:
    """Let a program begun here answer Ctrl-C, though a shell may have begun us without."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_answered")
def test_ctrl_c_ends_the_program_with_one_line(folder: Path) -> None:
    write_many(folder / "many.jsonl", MORE_THAN_ARE_READ)
    process = subprocess.Popen(
        [sys.executable, "-m", "traktat", "build", "many.jsonl", "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for _ in range(600):
        if (folder / "traktat.db").exists():
            break
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "stopped; what was stored before is kept\n"
    assert out == ""
    with SqliteStore(folder / "traktat.db") as store:
        assert len(list(store.readings())) == len(store.held()) < MORE_THAN_ARE_READ


def test_colors_can_be_left_out_and_pipes_have_none(shell: Shell, folder: Path) -> None:
    write_reports(folder / "reports")
    assert shell("build", "reports").returncode == 0
    plain = shell("list", env={"FORCE_COLOR": "", "NO_COLOR": "1"})
    assert plain.returncode == 0
    assert "\x1b" not in plain.stdout
    assert "\x1b" not in shell("list").stdout


def test_a_terminal_that_knows_no_utf8_gets_escapes(shell: Shell, folder: Path) -> None:
    (folder / "a.txt").write_text("“Kesepakatan” — kata Menteri 🙂.", encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    told = shell("read", "a.txt", "--json", env=ascii_only)
    assert told.returncode == 0
    assert told.stdout.isascii()
    assert shell("read", "a.txt", "--format", "table", env=ascii_only).returncode == 0


def test_a_file_name_that_is_no_utf8_is_no_obstacle(shell: Shell, folder: Path) -> None:
    name = os.fsencode(str(folder)) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("Dua menteri bertemu di Jakarta.", encoding="utf-8")
    told = shell("read", os.fsdecode(name), "--json")
    assert (told.returncode, told.stderr) == (0, "")
    assert "caf" in told.stdout


def test_what_strangers_write_cannot_steer_the_terminal(shell: Shell, folder: Path) -> None:
    (folder / "a.json").write_text(
        '{"text": "Dua menteri bertemu.", "title": "\\u001b[2JJudul\\u009b5m\\u202e", '
        '"outlet": "Harian\\u0007"}',
        encoding="utf-8",
    )
    for form in ("table", "json"):
        shown = shell("read", "a.json", "--format", form).stdout
        assert "Judul" in shown
        assert not set(shown) & {"\x1b", "\x9b", "\x07"}


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(run: Run, name: str) -> None:
    script = run("completion", name)
    assert script.exit_code == 0
    assert "_TRAKTAT_COMPLETE" in script.output


def test_agreements_are_completed_from_the_store(shell: Shell, made: Path) -> None:
    environment = {
        "_TRAKTAT_COMPLETE": "bash_complete",
        "COMP_WORDS": "traktat show ",
        "COMP_CWORD": "2",
        "TRAKTAT_STORE": str(made / "traktat.db"),
    }
    offered = shell(env=environment).stdout
    assert "plain,idn-sgp-2022" in offered
