"""Acts of short reports: what happened, how far it came, by whom and when."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.acted import acts, told

CASES: list[dict[str, Any]] = [
    case
    for file in sorted(Path(__file__).parent.glob("reports*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["report"]
]
NAMES = [f"{case['lang']}-{case['about']}" for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_report_gives_the_acts_it_tells_of(case: dict[str, Any]) -> None:
    assert sorted(acts(case["text"], case["lang"])) == sorted(case["acts"])


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_act_quotes_the_report_and_belongs_to_an_agreement(case: dict[str, Any]) -> None:
    report = told(case["text"], case["lang"])
    keys = {finding.key for finding in report.sources.agreements.findings}
    for act in report.acts:
        assert report.sources.page.quote(act.span) == act.quote
        assert act.agreement in keys
        assert act.because


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_reading_twice_gives_the_same_acts(case: dict[str, Any]) -> None:
    report = told(case["text"], case["lang"])
    assert report.acts == report.acts


@pytest.mark.parametrize("text", ["", "Norland won the match.", "The minister signed a book."])
def test_without_an_agreement_there_is_no_act(text: str) -> None:
    assert acts(text) == []
