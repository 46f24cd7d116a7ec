"""Scores of the reader on the labelled reports beside the project, by half, language and layer."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import tomllib
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared" / "gold"
HALVES = ("look", "blind")
LANGUAGES = ("id", "en")
LAYERS = (
    "dates",
    "agreements",
    "acts",
    "acts strict",
    "direct statements",
    "indirect statements",
    "provisions",
    "claims",
    "origins",
    "mask",
    "outlet",
    "published",
)


def is_there() -> bool:
    """Tell whether the labelled reports are beside the project."""
    return (GOLD / "score.py").is_file()


def scorer() -> ModuleType:
    """Load the scorer that comes with the labels."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def split() -> dict[str, list[str]]:
    """Give the report ids of each half."""
    table = tomllib.loads((HERE / "split.toml").read_text(encoding="utf-8"))
    return {half: table[half] for half in HALVES}


def digest() -> str:
    """Give the digest of all labels and texts, so that a changed gold set is noticed."""
    total = hashlib.sha256()
    for path in sorted([*GOLD.glob("labels/*.json"), *GOLD.glob("text/*.json")]):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def gold(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the document and the labels of a report."""
    return (
        json.loads((GOLD / "text" / f"{name}.json").read_text(encoding="utf-8")),
        json.loads((GOLD / "labels" / f"{name}.json").read_text(encoding="utf-8")),
    )


def read(names: list[str]) -> dict[str, dict[str, Any]]:
    """Read the named reports with the reader as it is; give the printed form by id."""
    from traktat.model.documents import Document
    from traktat.model.findings import reading_json
    from traktat.pipeline.readers import Reader
    from traktat.pipeline.settings import DEFAULT

    reader = Reader(DEFAULT)
    keys = ("text", "outlet", "title", "published", "url", "lang")
    out = {}
    for name in names:
        raw, _ = gold(name)
        document = Document(path=f"{name}.json", **{key: raw.get(key) for key in keys})
        out[name] = reading_json(reader.read(document))
    return out


def table(
    names: list[str], errors: list[Any] | None = None
) -> dict[str, dict[str, dict[str, Any]]]:
    """Score the named reports: language ("all", "id", "en") to layer to figures."""
    score = scorer()
    tallies: dict[str, Any] = defaultdict(score.Tally)
    for name, reading in read(names).items():
        raw, labels = gold(name)
        for language in ("all", raw.get("lang") or "?"):
            rows = errors if errors is not None and language == "all" else []
            score.score_report(raw["text"], labels, reading, tallies[language], rows)
    return {language: tally.table() for language, tally in sorted(tallies.items())}
