"""Every answer can be traced back to the characters it rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import REPORTS
from traktat.pipeline import open_store

PARTS = ("timeline", "provisions", "statements", "claims", "disagreements")


@pytest.fixture(autouse=True)
def store(made: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAKTAT_STORE", str(made / "traktat.db"))
    return made / "traktat.db"


def explained(run: Run, *arguments: str) -> dict[str, Any]:
    result = run("why", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    told: dict[str, Any] = json.loads(result.stdout)
    assert told["schema"] == "traktat.why/1"
    return told


def text_of(path: str) -> str:
    return REPORTS[Path(path).name]


def test_every_id_a_record_shows_can_be_explained(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        items = [
            (record.id, item.id)
            for record in agreements
            for part in PARTS
            for item in getattr(record, part)
        ]
    assert len(items) > 10
    for record_id, item_id in items:
        told = explained(run, item_id)
        assert told["agreement"] == record_id
        assert told["steps"]


def test_every_quote_of_an_explanation_stands_where_it_says(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        acts = [act.id for record in agreements for act in record.timeline]
    quotes = 0
    for act in acts:
        for step in explained(run, act)["steps"]:
            if step["quote"]:
                start, end = step["span"]
                assert text_of(step["path"])[start:end] == step["quote"]
                quotes += 1
            for ground in step["grounds"]:
                if ground["span"]:
                    start, end = ground["span"]
                    assert text_of(step["path"])[start:end] == ground["words"]
    assert quotes > 4


def test_an_act_leads_down_to_the_rule_and_the_pack(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        act = next(act for record in agreements for act in record.timeline if act.support)
    grounds = [ground for step in explained(run, act.id)["steps"] for ground in step["grounds"]]
    assert any(ground["entry"].startswith("acts#") for ground in grounds)


def test_a_finding_is_explained_by_its_own_id(run: Run, store: Path) -> None:
    with open_store(store) as agreements:
        support = next(
            one for record in agreements for act in record.timeline for one in act.support
        )
    for identity in (support.finding, f"{support.report}:{support.finding}"):
        told = explained(run, identity)
        assert [step["report"] for step in told["steps"]] == [support.report]
        assert told["steps"][0]["quote"] == support.quote
        assert told["steps"][0]["grounds"]


def test_an_agreement_is_explained_by_its_links(run: Run) -> None:
    told = explained(run, "idn-sgp-2022")
    assert {step["step"] for step in told["steps"]} >= {"record", "link"}


def test_a_standing_is_explained_by_law_and_acts(run: Run) -> None:
    told = explained(run, "idn sgp", "--on", "2024-03-21")
    assert told["steps"][0]["says"].startswith("in-force on 2024-03-21")
    assert any("VCLT" in step["says"] for step in told["steps"])


def test_an_explanation_can_be_read_by_people(run: Run) -> None:
    shown = run("why", "idn sgp", "--on", "2024-03-21").stdout
    assert "in-force on 2024-03-21" in shown
    assert "in-force.txt" in shown
    assert "“entered into force”" in shown


def test_an_id_nobody_knows_is_told(run: Run) -> None:
    result = run("why", "act-0000000000")
    assert result.exit_code == 1
    assert "nothing with the id 'act-0000000000' in the store" in result.stderr
    assert "hint: " in result.stderr
