"""Relations between items of several reports: whether each is reported in the right class.

A relation is reported when the record has a disagreement of its class and matter whose values
rest on enough of the relation's members. One utterance in two wordings is reported when one
statement of the record rests on all of them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from seeds_checklist import Item, Outcome, Run

from traktat.model.records import Disagreement, Support

CLASSES = Path(__file__).with_name("seeds-relations.toml")
ENOUGH = 2  # members a disagreement must rest on: a relation has two sides


def expected_classes() -> dict[str, dict[str, Any]]:
    """Give what each relation of the shared checklist is in our words."""
    return tomllib.loads(CLASSES.read_text(encoding="utf-8"))


def outcomes(run: Run) -> list[Outcome]:
    """Check all relations; one that says its own `class` needs no table."""
    table = expected_classes()
    return [
        _outcome(run, one, one if "class" in one or "one" in one else table[one["id"]])
        for one in run.checklist.relations
    ]


def _outcome(run: Run, relation: dict[str, Any], wanted: dict[str, Any]) -> Outcome:
    members = [run.checklist.item(one) for one in relation["members"]]
    if wanted.get("one") == "statement":
        right = any(
            all(run.touches(member, one.support) for member in members)
            for one in run.main.statements
        )
        return Outcome(relation["id"], right, "one statement", "merged" if right else "-")
    needed = wanted.get("touch", min(ENOUGH, len(members)))
    found = [
        one
        for one in run.main.disagreements
        if one.sort.value == wanted["class"] and one.about.startswith(wanted.get("about", ""))
    ]
    fitting = [one for one in found if _touched(run, members, one) >= needed]
    expected = f"{wanted['class']} {wanted.get('about', '')} of {' '.join(relation['members'])}"
    told = ", ".join(f"{one.about} {one.rule}" for one in (fitting or found))
    return Outcome(relation["id"], bool(fitting), expected, told or "-")


def _touched(run: Run, members: list[Item], found: Disagreement) -> int:
    supports: tuple[Support, ...] = tuple(one for value in found.values for one in value.support)
    return sum(run.touches(member, supports) for member in members)
