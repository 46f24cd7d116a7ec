"""What is compiled learns from texts of our own, where the compiler can."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "compiling"))

import build  # noqa: E402 - the folder of the compiler is no package
from training import CODES, documents  # noqa: E402 - the same

from traktat.lang import packs  # noqa: E402 - the same


def test_both_languages_are_read_and_each_report_says_many_things() -> None:
    found = list(documents(packs().by_code))
    assert {one.lang for one in found} == {None, *CODES}
    assert min(one.text.count("\n\n") for one in found if one.lang) >= 10


@pytest.mark.parametrize("compiler", ["false", "true"])
def test_a_compiler_that_keeps_no_counts_cannot_learn(
    compiler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", compiler)
    assert not build.can_learn()


def test_without_learning_the_code_is_compiled_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(build, "can_learn", lambda: False)
    monkeypatch.setattr(build, "_compile", lambda _, flags: asked.append(flags))
    build.learnt_or_plain(tmp_path, [])
    assert asked == [()]
    assert "compiled once" in capsys.readouterr().err


def test_a_reading_that_fails_leaves_nothing_to_learn_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(build, "can_learn", lambda: True)
    monkeypatch.setattr(build, "_compile", lambda _, flags: asked.append(flags))
    monkeypatch.setattr(build, "TRAINING", tmp_path / "missing.py")
    build.learnt_or_plain(tmp_path, [])
    assert asked == [build.COUNTING, ()]
