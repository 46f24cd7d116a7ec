"""The table of the seeds: its floors hold, and a figure below its floor is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import tests.checklists  # noqa: F401 - the scripts of quality/ are found through it
from tests.shared import SHARED, needs_shared

import seeds  # isort: skip - found through tests.checklists
import seeds_questions  # isort: skip
import seeds_relations  # isort: skip


def test_every_group_has_a_floor_and_no_floor_is_without_a_group() -> None:
    assert set(seeds.floors()) == set(seeds.ASKED)


def test_a_figure_below_its_floor_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    good = dict(seeds.floors())
    assert seeds.verdict(good) == 0
    assert seeds.verdict({**good, "dates": good["dates"] - 1}) == 3
    assert "below its floor, dates" in capsys.readouterr().out


def test_without_the_reports_nothing_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(seeds, "SEEDS", tmp_path / "absent")
    monkeypatch.setattr("sys.argv", ["seeds.py"])
    assert seeds.main() == 0
    assert "skipped" in capsys.readouterr().out


def test_every_question_and_relation_of_the_seeds_is_known() -> None:
    assert sorted(seeds_questions.SEEDS) == [f"Z{number:02d}" for number in range(1, 23)]
    assert sorted(seeds_relations.expected_classes()) == [f"X{n:02d}" for n in range(1, 23)]


@needs_shared
@pytest.mark.shared
def test_no_group_of_the_seeds_is_below_its_floor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (SHARED / "seeds").is_dir()
    monkeypatch.setattr("sys.argv", ["seeds.py", "--missed"])
    assert seeds.main() == 0, capsys.readouterr().out
