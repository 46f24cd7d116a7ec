"""What a build changed, agreement by agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from traktat.model.records import Record, TimelineAct
from traktat.store.base import Change

PARTS = (
    "timeline",
    "provisions",
    "statements",
    "claims",
    "disagreements",
    "predecessors",
    "reports",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """How many items of one part of a record were added, changed and removed."""

    part: str
    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChange:
    """What became of one agreement: new, changed or gone; `acts` are those it did not have."""

    id: str
    parties: tuple[str, ...]
    name: str | None
    change: str
    parts: tuple[PartChange, ...] = ()
    acts: tuple[TimelineAct, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build did: documents by what became of them, and the agreements it touched."""

    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    dropped: int = 0
    agreements: tuple[AgreementChange, ...] = ()
    total: int = 0  # agreements in the store now

    def to_json(self) -> dict[str, Any]:
        """Give the printed form `traktat.build/1`."""
        counts = ("new", "changed", "same", "failed", "dropped")
        return {
            "schema": "traktat.build/1",
            "documents": {name: getattr(self, name) for name in counts},
            "agreements": [
                {
                    "id": item.id,
                    "parties": list(item.parties),
                    "name": item.name,
                    "change": item.change,
                    "parts": {
                        part.part: {
                            "added": part.added,
                            "changed": part.changed,
                            "removed": part.removed,
                        }
                        for part in item.parts
                    },
                }
                for item in self.agreements
            ],
            "total": self.total,
        }


def changes(before: Iterable[Record], after: Iterable[Record]) -> tuple[AgreementChange, ...]:
    """Tell what became of each agreement between two states of the records, sorted by id."""
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    found = (_change(old.get(key), new.get(key)) for key in sorted({*old, *new}))
    return tuple(item for item in found if item is not None)


def _change(old: Record | None, new: Record | None) -> AgreementChange | None:
    record = new or old
    if old == new or record is None:
        return None
    name = record.names[0].text if record.names else None
    parts = tuple(part for part in (_part(name, old, new) for name in PARTS) if part is not None)
    known = {act.id for act in old.timeline} if old else set()
    return AgreementChange(
        id=record.id,
        parties=record.parties,
        name=name,
        change=Change.NEW.value if old is None else Change.CHANGED.value if new else "gone",
        parts=parts,
        acts=tuple(act for act in new.timeline if act.id not in known) if new else (),
    )


def _part(name: str, old: Record | None, new: Record | None) -> PartChange | None:
    before, after = _items(name, old), _items(name, new)
    change = PartChange(
        part=name,
        added=sum(key not in before for key in after),
        changed=sum(key in before and before[key] != item for key, item in after.items()),
        removed=sum(key not in after for key in before),
    )
    return change if change.added or change.changed or change.removed else None


def _items(name: str, record: Record | None) -> Mapping[object, object]:
    items = getattr(record, name) if record else ()
    return {_identity(item): item for item in items}


def _identity(item: Any) -> object:
    if hasattr(item, "path"):
        return item.report, item.path
    return item.id if hasattr(item, "id") else (item.relation, item.names)
