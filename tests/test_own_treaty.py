"""Five reports of ours on another treaty go through the checks of the seeds.

What the checks and the program learned from the seeds must hold for a treaty they never saw:
Russia and Iran, 2025, in Indonesian and English, as text and HTML.
"""

from __future__ import annotations

import json

import pytest

from tests.checklists import CHECKLISTS, REPORTS
from traktat.model.kinds import AgreementStatus

import seeds  # isort: skip - found through tests.checklists
import seeds_checklist  # isort: skip

CHECKLIST = CHECKLISTS / "iran-rusia.json"

KNOWN = {
    "L5a": "the day of the dateline is taken for the day the law was signed",
    "L6": "'both houses of the Russian parliament' is no actor yet",
    "N1": "the treaty of 2001 that is replaced is taken for the treaty that replaces it",
    "X2": "the report that tells of the treaty of 2001 is not linked to the others",
    "Q7": "the clause on sanctions stands in that report alone",
    "Q9": "that report is not counted",
}
"""What is not read rightly yet, and why; nothing else may be missed."""


@pytest.fixture(scope="module")
def checked() -> seeds_checklist.Run:
    return seeds_checklist.run(seeds_checklist.checklist(CHECKLIST), REPORTS)


@pytest.fixture(scope="module")
def outcomes(checked: seeds_checklist.Run) -> dict[str, list[seeds_checklist.Outcome]]:
    return seeds.tables(checked)


@pytest.mark.parametrize("group", seeds.ASKED)
def test_nothing_is_missed_but_what_is_known(
    outcomes: dict[str, list[seeds_checklist.Outcome]], group: str
) -> None:
    rows = outcomes[group]
    assert rows, "the checklist has none of this group"
    assert [row for row in rows if not row.right and row.id not in KNOWN] == []


def test_every_known_miss_is_in_the_checklist(
    outcomes: dict[str, list[seeds_checklist.Outcome]],
) -> None:
    assert set(KNOWN) <= {row.id for rows in outcomes.values() for row in rows}


def test_it_is_in_force_and_by_whom_it_binds(checked: seeds_checklist.Run) -> None:
    standing = checked.main.status_on("2025-10-02")
    assert standing.status is AgreementStatus.IN_FORCE
    assert sorted(standing.parties) == ["IRN", "RUS"]


def test_offsets_are_of_the_texts() -> None:
    raw = json.loads(CHECKLIST.read_text(encoding="utf-8"))
    assert len(raw["documents"]) == 5
    assert all(item["end"] - item["start"] == len(item["quote"]) for item in raw["items"])
