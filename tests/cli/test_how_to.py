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
PAGES = ("keep-a-store", "ask-a-store", "export-tables", "use-from-python", "grow-a-pack")
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_a_page_runs(page: str, tmp_path: Path) -> None:
    """The blocks run one after another in a folder that holds the example reports."""
    shutil.copytree(ROOT / "examples" / "reports", tmp_path / "examples" / "reports")
    program = tmp_path / "bin" / "traktat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m traktat "$@"\n', encoding="ascii")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONWARNINGS": "error"}
    environment.pop("TRAKTAT_STORE", None)
    blocks = BLOCK.findall((ROOT / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8"))
    assert blocks
    for number, (language, code) in enumerate(blocks):
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


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_one_paragraph_that_sums_it_up(page: str) -> None:
    text = (ROOT / "docs" / "how-to" / f"{page}.md").read_text(encoding="utf-8")
    title, summary, *_ = text.split("\n\n")
    assert title.startswith("# ")
    assert not summary.startswith(("#", "```"))
