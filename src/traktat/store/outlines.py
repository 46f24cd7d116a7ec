"""The outlines in a SQLite store: written with the records, asked by every list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from traktat.model.outlines import Actor, Item, Outline, Part, Stretch
from traktat.model.records import Name, Record, Standing
from traktat.store.codec import to_text
from traktat.store.connections import Database

Row = tuple[object, ...]

_ITEM = """
    INSERT INTO items (record_id, part, ordinal, item_id, kind, status, topic, first, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""


def save_outline(rows: Database, record: Record, outline: Outline) -> None:
    """Put an outline in the place of what lists showed of the record before."""
    text = to_text(record) + to_text(outline.stretches, tuple[Stretch, ...])
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if rows.one("SELECT 1 FROM outlines WHERE record_id = ? AND digest = ?", record.id, digest):
        return
    for table in ("outlines", "record_parties", "standings", "items", "credits"):
        rows.run(f"DELETE FROM {table} WHERE record_id = ?", record.id)  # noqa: S608  (named above)
    rows.run(
        "INSERT INTO outlines VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        record.id,
        digest,
        to_text(record.names, tuple[Name, ...]),
        outline.newest.isoformat() if outline.newest else "",
        len(record.reports),
        len(outline.origins),
        outline.disagreements,
        len(record.issues),
    )
    parties = sorted(set(record.parties))
    rows.many("INSERT INTO record_parties VALUES (?, ?)", [(record.id, one) for one in parties])
    credited = [(record.id, one) for one in outline.origins]
    rows.many("INSERT INTO credits VALUES (?, ?)", credited)
    rows.many("INSERT INTO standings VALUES (?, ?, ?, ?, ?)", _standings(outline))
    ordinals = dict.fromkeys(Part, 0)
    for item in outline.items:
        _save_item(rows, record.id, item, ordinals[item.part])
        ordinals[item.part] += 1


def _standings(outline: Outline) -> list[Row]:
    return [
        (
            outline.record,
            one.since.isoformat(),
            one.until.isoformat(),
            one.standing.status.value,
            to_text(one.standing, Standing),
        )
        for one in outline.stretches
    ]


def _save_item(rows: Database, record: str, item: Item, ordinal: int) -> None:
    row = rows.one(
        _ITEM,
        record,
        item.part.value,
        ordinal,
        item.id,
        item.kind,
        item.status,
        item.topic,
        item.when.first.isoformat() if item.when else "",
        to_text(item.content),
    )
    assert row is not None  # RETURNING gives the row that was written
    key = int(row[0])
    rows.many("INSERT INTO actors VALUES (?, ?, ?, ?)", _actors(key, item.actors))
    rows.many(
        "INSERT INTO anchors VALUES (?, ?, ?)",
        [(key, one.report, one.finding) for one in item.anchors],
    )


def _actors(key: int, actors: Iterable[Actor]) -> list[Row]:
    known: dict[tuple[str, str], str] = {}
    for one in actors:
        known.setdefault((one.role.value, one.name), one.state)
    return [(key, role, name, state) for (role, name), state in known.items()]


def day_of(text: str) -> date | None:
    """Read a day back; the empty text is none."""
    return date.fromisoformat(text) if text else None
