"""Labelled reports: a folder with `text/<id>.json` and `labels/<id>.json`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traktat.errors import InputError, UnreadableDocument
from traktat.sentences import as_sentence

Labels = Mapping[str, Any]

_ROWS: Mapping[str, tuple[str, ...]] = {
    "agreements": ("key",),
    "acts": ("agreement", "act", "status"),
    "provisions": ("kind", "near"),
    "statements": ("speaker", "form", "first", "last"),
    "claims": ("by", "stance", "near"),
}
"""The fields without which a row of labels cannot be held against anything."""

_LISTS: Mapping[str, tuple[str, ...]] = {
    "agreements": ("parties",),
    "acts": ("by",),
    "provisions": ("bearers",),
}
_FORM_HINT = (
    "A folder of labelled reports holds text/<id>.json and labels/<id>.json; "
    "docs/reference/evaluation.md shows the form of the labels."
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled report: its id, the path of its text, and its labels."""

    id: str
    text: Path
    labels: Labels


def labelled_reports(gold: Path) -> list[Labelled]:
    """Give the labelled reports of a folder, by id; texts without labels are passed over."""
    paths = sorted((gold / "labels").glob("*.json"))
    if not paths:
        raise InputError(
            as_sentence(f"{gold}: no labelled reports there"), hint=as_sentence(_FORM_HINT)
        )
    return [_labelled(gold, path) for path in paths]


def _labelled(gold: Path, path: Path) -> Labelled:
    text = gold / "text" / path.name
    if not text.is_file():
        raise InputError(
            as_sentence(f"{path}: the text it labels, {text}, is not there"),
            hint=as_sentence(_FORM_HINT),
        )
    try:
        labels = json.loads(path.read_bytes())
    except (ValueError, RecursionError, OSError) as error:
        raise UnreadableDocument(
            as_sentence(f"{path}: no JSON: {error}"), hint=as_sentence(_FORM_HINT)
        ) from error
    for fault in _faults(labels):
        raise UnreadableDocument(as_sentence(f"{path}: {fault}"), hint=as_sentence(_FORM_HINT))
    return Labelled(path.stem, text, labels)


def _faults(labels: object) -> Iterator[str]:
    """Tell in what labels are not of the form; lists that are absent are empty."""
    if not isinstance(labels, dict):
        yield "labels are one JSON object"
        return
    for name in ("outlet", "published"):
        if not isinstance(labels.get(name, ""), str | None):
            yield f"{name} is no string"
    for name in ("origins", "mask"):
        if not _strings(labels.get(name, [])):
            yield f"{name} is no list of strings"
    if not _pairs(labels.get("dates")):
        yield 'dates is no list of ["words", "EDTF value"] pairs'
    for name in _ROWS:
        yield from _row_faults(name, labels.get(name, []))


def _row_faults(name: str, rows: object) -> Iterator[str]:
    if not isinstance(rows, list):
        yield f"{name} is no list"
        return
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            yield f"{name} {number} is no object"
            continue
        for field in _ROWS[name]:
            if not isinstance(row.get(field), str):
                yield f"{name} {number} has no {field}"
        for field in _LISTS.get(name, ()):
            if not _strings(row.get(field, [])):
                yield f"{name} {number}: {field} is no list of strings"


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _pairs(value: object) -> bool:
    return isinstance(value, list) and all(_strings(item) and len(item) == 2 for item in value)


def parts_of(split: Path, known: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Give the parts of a split: a TOML file of lists of ids, each of them `known`."""
    hint = 'A split is a TOML file of lists of ids: seen = ["r1", "r2"].'
    try:
        table = tomllib.loads(split.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            as_sentence(f"{split}: cannot be read: {error}"), hint=as_sentence(hint)
        ) from error
    for name, ids in table.items():
        if not _strings(ids):
            raise InputError(
                as_sentence(f"{split}: {name} is no list of ids"), hint=as_sentence(hint)
            )
        strange = [one for one in ids if one not in known]
        if strange:
            raise InputError(
                as_sentence(f"{split}: {name} names {strange[0]}, which has no labels"),
                hint=as_sentence(hint),
            )
    return {name: frozenset(ids) for name, ids in table.items()}
