"""What the program makes of a golden case, one fact per line, in stable order."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from traktat.model.findings import reading_json
from traktat.pipeline import build, open_store, read

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parents[1] / "examples" / "reports"


def cases() -> dict[str, dict[str, str]]:
    """Give the cases by name."""
    return tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))


def outcome(case: Mapping[str, str]) -> dict[str, str]:
    """Give the files of a case by name: findings, issues and records as JSON lines."""
    paths = sorted(REPORTS.glob(case["reports"]))
    findings, issues = [], []
    for path, reading in zip(paths, read(paths), strict=True):
        printed = reading_json(reading)
        findings += [_line({"report": path.name, **item}) for item in printed["findings"]]
        issues += [_line({"report": path.name, **item}) for item in printed["issues"]]
    with tempfile.TemporaryDirectory() as folder:
        build(paths, Path(folder) / "golden.db")
        with open_store(Path(folder) / "golden.db") as known:
            records = [_named(record.to_json(on=case["on"])) for record in known]
    return {
        "findings.jsonl": "".join(findings),
        "issues.jsonl": "".join(issues),
        "records.jsonl": "".join(_facts(record) for record in records),
    }


def _named(record: dict[str, Any]) -> dict[str, Any]:
    """Name reports by their file alone: the folder is not the same everywhere."""
    for entry in record["reports"]:
        entry["path"] = Path(entry["path"]).name
    return record


def _facts(record: dict[str, Any]) -> str:
    """Print a record as one line for each of its facts."""
    lines = []
    for part, value in record.items():
        items = value if isinstance(value, list) else [value]
        lines += [_line({"record": record["id"], "part": part, "is": item}) for item in items]
    return "".join(lines)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n"
