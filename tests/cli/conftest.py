"""The program run as a user runs it, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.reports import write_reports
from traktat.cli.program import program

Run = Callable[..., Result]
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRAKTAT_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "120")  # as wide as tables get, whatever the terminal
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Give a function that runs the program in this process."""

    def call(
        *arguments: str, stdin: bytes | str | None = None, env: dict[str, str] | None = None
    ) -> Result:
        return CliRunner().invoke(program, arguments, input=stdin, prog_name="traktat", env=env)

    return call


@pytest.fixture
def shell(folder: Path) -> Shell:
    """Give a function that runs the program in a process of its own."""

    def call(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **options.pop("env", {})}  # type: ignore[dict-item]
        return subprocess.run(
            [sys.executable, "-m", "traktat", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            **options,  # type: ignore[call-overload]
        )

    return call


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with four reports and the store built from them, not to be changed."""
    folder = tmp_path_factory.mktemp("made")
    reports = write_reports(folder / "reports")
    arguments = ["build", str(reports), "--store", str(folder / "traktat.db")]
    done = CliRunner().invoke(program, arguments)
    assert done.exit_code == 0, done.output
    return folder
