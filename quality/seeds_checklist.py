"""The checklist of a set of reports, and the pipeline run on those reports.

A checklist is one JSON file: `documents` (name to length in code points), `items` (what stands
where), `relations` (how items of several reports meet) and `acceptance` (questions and answers).
A document's file is the one whose name begins with the document's name and an underscore or dot.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from traktat.model.findings import Finding, Reading, finding_id
from traktat.model.records import Support
from traktat.model.spans import Span
from traktat.pipeline import build, open_store, read
from traktat.pipeline.dossiers import Dossier


class Item(NamedTuple):
    """One item of a checklist: where it stands and everything it says."""

    id: str
    kind: str
    doc: str
    span: Span
    says: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        """Give what the item says under a name."""
        return self.says.get(name, default)


class Outcome(NamedTuple):
    """How one entry of a checklist fared."""

    id: str
    right: bool
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items, relations and questions, in the order of the file."""

    documents: dict[str, int]
    items: tuple[Item, ...]
    relations: tuple[dict[str, Any], ...]
    acceptance: tuple[dict[str, Any], ...]

    def of_kind(self, kind: str) -> Iterator[Item]:
        """Give the items of a kind."""
        return (item for item in self.items if item.kind == kind)

    def item(self, identity: str) -> Item:
        """Give the item of an id; a relation may name another relation, which has no item."""
        return next(item for item in self.items if item.id == identity)

    def has(self, identity: str) -> bool:
        """Tell whether an item has this id."""
        return any(item.id == identity for item in self.items)


@dataclass(frozen=True, slots=True)
class Run:
    """What the pipeline made of the reports: readings by document, records, and the main one."""

    checklist: Checklist
    readings: dict[str, Reading]
    dossiers: tuple[Dossier, ...]
    _found: dict[tuple[str, str], list[Finding]] = field(default_factory=dict)

    @property
    def main(self) -> Dossier:
        """Give the record of the agreement the reports are about: the one most of them tell of."""
        return max(self.dossiers, key=lambda one: (len(one.links), one.id))

    def text(self, item: Item) -> str:
        """Give the report an item stands in."""
        return self.readings[item.doc].report.text

    def findings(self, doc: str, *kinds: str) -> list[Finding]:
        """Give the findings of a document that are of these kinds."""
        return [one for one in self.readings[doc].findings if one.kind in kinds]

    def over(self, item: Item, *kinds: str) -> list[Finding]:
        """Give the findings of these kinds that share characters with an item, best first."""
        found = [one for one in self.findings(item.doc, *kinds) if one.span.overlaps(item.span)]
        return sorted(found, key=lambda one: (-overlap(one.span, item.span), one.span))

    def touches(self, item: Item, supports: tuple[Support, ...]) -> bool:
        """Tell whether one of the supports shares characters with an item."""
        report = self.readings[item.doc].report.id
        return any(one.report == report and one.span.overlaps(item.span) for one in supports)

    def document_of(self, report: str) -> str:
        """Give the document that has this report id."""
        return next(doc for doc, one in self.readings.items() if one.report.id == report)

    def record_of(self, doc: str, key: str) -> Dossier | None:
        """Give the record that a document's agreement went into."""
        report = self.readings[doc].report.id
        for dossier in self.dossiers:
            if any((link.report, link.key) == (report, key) for link in dossier.links):
                return dossier
        return None

    def rests_on(self, doc: str, finding: Finding) -> list[Any]:
        """Give the acts of all records that rest on a finding."""
        key = (self.readings[doc].report.id, finding_id(finding))
        return [
            act
            for dossier in self.dossiers
            for act in dossier.timeline
            if any((one.report, one.finding) == key for one in act.support)
        ]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Count the characters two spans share.

    >>> overlap((0, 5), (3, 9))
    2
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def checklist(path: Path) -> Checklist:
    """Load a checklist."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    items = tuple(
        Item(one["id"], one["kind"], one["doc"], Span(one["start"], one["end"]), one)
        for one in raw["items"]
    )
    return Checklist(
        raw["documents"], items, tuple(raw["relations"]), tuple(raw.get("acceptance", ()))
    )


def files(folder: Path, documents: dict[str, int]) -> dict[str, Path]:
    """Give the file of each document; raise where one is missing or has several."""
    out = {}
    for name in documents:
        found = sorted(
            path
            for path in folder.iterdir()
            if path.suffix in (".txt", ".json", ".html") and path.stem.split("_")[0] == name
        )
        if len(found) != 1:
            raise FileNotFoundError(f"{len(found)} files for document {name!r} in {folder}")
        out[name] = found[0]
    return out


def run(listed: Checklist, folder: Path) -> Run:
    """Read the reports and fuse them in a temporary store; check that quotes stand in the texts."""
    paths = files(folder, listed.documents)
    readings = dict(zip(paths, read(list(paths.values())), strict=True))
    for item in listed.items:
        quote = item.span.of(readings[item.doc].report.text)
        if item.get("quote") != quote:
            raise ValueError(f"{item.id}: the text has {quote!r} there")
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "checked.db"
        build(list(paths.values()), store)
        with open_store(store) as agreements:
            return Run(listed, readings, tuple(agreements))
