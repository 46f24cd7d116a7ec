"""The pages do what they say: every block of shell and Python on them runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ("reports", "packs")  # what the pages speak of, from examples/
PAGES = sorted(
    [*(ROOT / "docs" / "how-to").glob("*.md"), *(ROOT / "docs" / "tutorial").glob("*.md")]
)
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


SET_UP = re.compile(r"make [a-z]+\n")  # needs the network once; `make demo` runs what follows it


@pytest.mark.long
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    """The blocks run one after another in a folder that holds the examples."""
    for name in FILES:
        shutil.copytree(ROOT / "examples" / name, tmp_path / "examples" / name)
    program = tmp_path / "bin" / "traktat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m traktat "$@"\n', encoding="ascii")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONWARNINGS": "error"}
    environment.pop("TRAKTAT_STORE", None)
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    runnable = [block for block in blocks if not SET_UP.fullmatch(block[1])]
    assert runnable
    for number, (language, code) in enumerate(runnable):
        script = tmp_path / f"block{number}.{language}"
        script.write_text(code, encoding="utf-8")
        command = ["sh", "-e"] if language == "sh" else [sys.executable]
        done = subprocess.run(
            [*command, script.name],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{code}\n{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_opens_with_one_paragraph_that_sums_it_up(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    title, summary, *_ = text.split("\n\n")
    assert title.startswith("# ")
    assert not summary.startswith(("#", "```"))
