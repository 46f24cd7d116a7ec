"""Offices in the five seed reports, as the checklist beside the project wants them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.reading.pages import names_of
from tests.shared import SHARED, needs_shared
from traktat.facts.tables import table
from traktat.reading.mentions import NameMention
from traktat.reading.names.persons import is_same_name, parts_of

SEEDS = SHARED / "seeds"


def offices() -> list[dict[str, Any]]:
    path = SEEDS / "checklist.json"
    if not path.is_file():
        return []
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    return [item for item in items if item["kind"] == "office"]


@cache
def seed(number: str) -> tuple[str, tuple[NameMention, ...]]:
    [path] = SEEDS.glob(f"{number}_*.txt")
    text = path.read_text(encoding="utf-8")
    return text, names_of(text, "id").items


def over(item: dict[str, Any]) -> list[NameMention]:
    text, names = seed(item["doc"])
    start = text.find(item["quote"], max(0, item["start"] - 200))
    end = start + len(item["quote"])
    return [name for name in names if name.span.start < end and start < name.span.end]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("item", offices(), ids=lambda item: item["id"])
def test_an_office_of_the_checklist_is_read(item) -> None:
    found = over(item)
    assert found
    states = {name.state for name in found}
    wanted = {code.strip() for code in item["of"].split(";")} & set(table("states"))
    if item["office"] == "forum":  # a forum is nobody's organ, wherever it sits
        return
    assert wanted <= states
    for who in item["who"].split(";"):
        parts = parts_of(who)
        if "office" in item["office"] or "(" in who or not wanted:
            continue
        known = any(is_same_name(parts, parts_of(name.name)) for name in found)
        assert known or any(name.chamber for name in found)
