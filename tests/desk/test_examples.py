"""The examples of the page on the HTTP API are run, one after the other, against a real desk."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from traktat.pipeline import build

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "http-api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```sh\n(.*?)^```\n\n```(json|text)\n(.*?)^```", PAGE, re.M | re.S)
SHOWN = "http://127.0.0.1:8765"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Open a desk on the example reports in a process of its own; give a folder and its address."""
    folder = tmp_path_factory.mktemp("examples")
    os.symlink(ROOT / "examples", folder / "examples")
    build(ROOT / "examples" / "reports", folder / "demo.db")
    program = folder / "curl"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "tests" / "desk" / "curl.py"}" "$@"\n'
    )
    program.chmod(0o755)
    command = [sys.executable, "-m", "traktat", "serve", "--store", str(folder / "demo.db")]
    with subprocess.Popen([*command, "--port", "0"], stderr=subprocess.PIPE, text=True) as opened:
        assert opened.stderr is not None
        found = re.search(r"http://[^/]+", opened.stderr.readline())
        assert found, opened.stderr.read()
        yield folder, found[0]
        opened.terminate()


def test_every_example_answers_what_the_page_says(desk: tuple[Path, str]) -> None:
    folder, address = desk
    assert len(EXAMPLES) == PAGE.count("```sh")
    for code, sort, excerpt in EXAMPLES:
        environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        done = subprocess.run(
            ["sh", "-e", "-c", code.replace(SHOWN, address)],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        if sort == "text":
            assert done.stdout.strip() == excerpt.strip()
        else:
            answer = json.loads(done.stdout)
            assert holds(answer, json.loads(excerpt)), f"{code}\n{done.stdout}"


def holds(answer: Any, excerpt: Any) -> bool:
    """Tell whether an answer has all that an excerpt of it has; lists are cut at the end."""
    if isinstance(excerpt, dict):
        known = isinstance(answer, dict) and excerpt.keys() <= answer.keys()
        return known and all(holds(answer[key], value) for key, value in excerpt.items())
    if isinstance(excerpt, list):
        known = isinstance(answer, list) and len(answer) >= len(excerpt)
        return known and all(holds(*pair) for pair in zip(answer, excerpt, strict=False))
    return bool(answer == excerpt)
