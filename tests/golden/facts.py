"""Facts that must hold of a golden case: written by hand, from the reports, before any output.

A fact is a table of `expectations/CASE.toml`. What it asks for is told by its keys:

* `records`: the ids of all records of the case;
* `act` with `states`, `date` …: the record has such an act; with `absent = true`, it has none;
* `on` with `standing`, `also`, `parties`, `possible`: where it stands on that day;
* `disagreement` with `class`, `prefer`: values of this differ, classed and settled so;
* `clause` with `timing`, `trigger` …: the record has such a clause;
* `drill` with `by`, `to`, `on`, `verdict`, `owe`: what the event obliges whom to do;
* `tie` with `of`, `sort`: what a report owes to another.

`says` tells where it stands in the reports; `fails` why the program does not get it yet.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from tests.golden.outcomes import HERE, REPORTS, cases
from traktat.model.records import Record, as_json
from traktat.pipeline import build, open_store
from traktat.pipeline.dossiers import Dossier, dossier_of

Fact = Mapping[str, Any]


def facts_of(case: str) -> list[Fact]:
    """Give the facts of a case."""
    path = HERE / "expectations" / f"{case}.toml"
    found: list[Fact] = tomllib.loads(path.read_text(encoding="utf-8"))["fact"]
    return found


@cache
def dossiers_of(case: str) -> Mapping[str, Dossier]:
    """Give the records that the program makes of the reports of a case, by id."""
    paths = sorted(REPORTS.glob(cases()[case]["reports"]))
    with tempfile.TemporaryDirectory() as folder:
        build(paths, Path(folder) / "facts.db")
        with open_store(Path(folder) / "facts.db") as known:
            kept = [{f.name: getattr(one, f.name) for f in fields(Record)} for one in known]
    return {one["id"]: dossier_of(Record(**one)) for one in kept}


def failings(case: str, fact: Fact) -> list[str]:
    """Say what is wrong with the records of a case, by one fact; nothing if it holds."""
    known = dossiers_of(case)
    if "records" in fact:
        return _unequal("records", sorted(known), sorted(fact["records"]))
    if fact["record"] not in known:
        return [f"no record {fact['record']}, only {', '.join(known)}"]
    check = next(check for key, check in _CHECKS.items() if key in fact)
    return check(known[fact["record"]], fact)


def _act(record: Dossier, fact: Fact) -> list[str]:
    wanted = {"status": "occurred", **_without(fact, "record", "says", "fails", "absent")}
    printed = [as_json(act) for act in record.timeline]
    fitting = [one for one in printed if all(_fits(one, *item) for item in wanted.items())]
    if fact.get("absent"):
        return [f"there is {one['id']}: {_brief(one)}" for one in fitting]
    near = [_brief(one) for one in printed if one["act"] == fact["act"]]
    return [] if len(fitting) == 1 else [f"{len(fitting)} acts {wanted}; there are {near}"]


def _fits(printed: Mapping[str, Any], key: str, value: Any) -> bool:
    if key == "origins":
        return bool(printed["independent_origins"] == value)
    if key == "by":
        return set(value) <= set(printed["by"])
    return bool((printed[key] or "") == value)


def _brief(act: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("act", "chamber", "by", "states", "date", "effective_on", "status")
    return {key: act[key] for key in kept if act[key]} | {"origins": act["independent_origins"]}


def _standing(record: Dossier, fact: Fact) -> list[str]:
    found = record.status_on(fact["on"])
    wrong = _unequal("status", found.status, fact["standing"])
    wrong += _unequal("also", list(found.alternatives), fact.get("also", []))
    for code, status in fact.get("parties", {}).items():
        wrong += _unequal(code, found.parties.get(code), status)
    possible = found.possible_parties or {}
    for code in {**fact.get("parties", {}), **fact.get("possible", {})}:
        others = [one for one in possible.get(code, ()) if one is not found.parties.get(code)]
        wrong += _unequal(f"{code} possibly", others, fact.get("possible", {}).get(code, []))
    if "subject_to" in fact:
        wrong += _unequal("subject to", list(found.subject_to), fact["subject_to"])
    return wrong


def _disagreement(record: Dossier, fact: Fact) -> list[str]:
    told = [one for one in record.disagreements if one.about == fact["disagreement"]]
    fitting = [
        one
        for one in told
        if one.sort == fact["class"] and (one.prefer or "open") == fact.get("prefer", one.prefer)
    ]
    if fact.get("absent"):
        return [f"{one.sort}: {one.why}" for one in fitting]
    return [] if fitting else [f"told: {[(one.sort.value, one.prefer) for one in told]}"]


def _clause(record: Dossier, fact: Fact) -> list[str]:
    wanted = _without(fact, "record", "says", "fails", "clause")
    of_kind = [as_json(one) for one in record.provisions if one.kind == fact["clause"]]
    fitting = [one for one in of_kind if all(_fits(one, *item) for item in wanted.items())]
    return [] if fitting else [f"{len(of_kind)} clauses: {[_words(one) for one in of_kind]}"]


def _words(clause: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("force", "trigger", "timing", "bearers", "independent_origins")
    return {key: clause[key] for key in kept if clause[key]}


def _drill(record: Dossier, fact: Fact) -> list[str]:
    found = record.drill(event=fact["drill"], by=fact["by"], on=fact.get("to"), day=fact["day"])
    owed = sorted({f"{one.debtor} to {one.creditor}" for one in found.duties})
    broken = sorted({f"{one.debtor} to {one.creditor}" for one in found.breaches})
    return [
        *_unequal("verdict", found.verdict, fact["verdict"]),
        *_unequal("owed", owed, fact.get("owe", [])),
        *_unequal("broken", broken, fact.get("break", [])),
    ]


def _tie(record: Dossier, fact: Fact) -> list[str]:
    names = {one.report: Path(one.path).name for one in record.reports}
    ties = {(names.get(one.report), names.get(one.of), one.sort) for one in record.lineage}
    wanted = {(fact["tie"], fact["of"], fact["sort"])}
    if fact.get("either"):
        wanted.add((fact["of"], fact["tie"], fact["sort"]))
    return [] if wanted & ties else [f"ties: {sorted(ties, key=str)}"]


_CHECKS: Mapping[str, Callable[[Dossier, Fact], list[str]]] = {
    "act": _act,
    "standing": _standing,
    "disagreement": _disagreement,
    "clause": _clause,
    "drill": _drill,
    "tie": _tie,
}


def _unequal(what: str, found: object, wanted: object) -> list[str]:
    return [] if found == wanted else [f"{what}: {found!r}, not {wanted!r}"]


def _without(fact: Fact, *keys: str) -> dict[str, Any]:
    return {key: value for key, value in fact.items() if key not in keys}


def named(fact: Fact) -> str:
    """Give a fact a name for the list of tests."""
    values: Iterable[Any] = (fact.get(key, "") for key in _NAMED)
    words = ["+".join(value) if isinstance(value, list) else str(value) for value in values]
    return " ".join(word for word in words if word)


_NAMED = (
    *("record", "records", "act", "chamber", "states", "date", "status", "standing", "on"),
    *("disagreement", "class", "clause", "trigger", "timing", "drill", "by", "to", "tie", "of"),
)
