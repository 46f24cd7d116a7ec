from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from traktat.cli.interrupting import INTERRUPTED, interruptible
from traktat.cli.progress import progress


@pytest.fixture(autouse=True)
def as_the_interpreter_begins() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Dropping:
    """An object behind which the interpreter cleans up, and drops what goes wrong there."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


def drop_an_interrupt_behind_each_document(done: list[int]) -> None:
    with interruptible(), progress("Reading", [], beside_output=False) as advance:
        for document in range(3):
            advance(1)
            done.append(document)
            Dropping()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_was_dropped_stops_the_work_at_the_next_document() -> None:
    done: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        drop_an_interrupt_behind_each_document(done)
    assert done == [0]


def test_an_interrupt_stops_at_once_and_the_handler_of_before_is_back() -> None:
    with pytest.raises(KeyboardInterrupt), interruptible():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_has_ctrl_c_ignored_is_left_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interruptible():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


IN_CODE_MADE_FROM_A_STRING = """
import signal, sys
from traktat.cli.interrupting import INTERRUPTED, interruptible
with interruptible():
    try:
        exec("signal.raise_signal(signal.SIGINT)")
    except KeyboardInterrupt:
        print("stopped")
        sys.exit(INTERRUPTED)
"""


def test_an_interrupt_in_code_made_from_a_string_ends_with_the_same_number(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(IN_CODE_MADE_FROM_A_STRING, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "interrupted"],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (INTERRUPTED, "stopped\n", "")
