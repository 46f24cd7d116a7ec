"""What a judgement changed in the records, item by item and field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from traktat.model.findings import Finding
from traktat.model.records import Record, Standing, as_json
from traktat.pipeline.dossiers import dossier_of
from traktat.pipeline.reviewing.targets import anchors
from traktat.sentences import Sentence, beside, sentence

PARTS = ("timeline", "provisions", "statements", "claims", "disagreements", "predecessors")
_OF_RECORD = ("parties", "kind")
_ANCHORS = frozenset({"id", "support", "renditions", "values", "because", "changed_from"})
"""Fields that follow from others: what they tell is told by the fields beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field with its value before and after, in printed form."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """What became of one item of a record: added, removed or changed."""

    part: str
    change: str
    id: str
    says: Sentence
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of one agreement: new, changed or gone, and where it stands before and after."""

    agreement: str
    change: str
    parties: tuple[str, ...]
    name: str | None
    standing: FieldChange | None = None
    items: tuple[ItemChange, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the printed form."""
        return as_json(self)  # type: ignore[no-any-return]  # a dataclass gives a dictionary


def effects(before: Iterable[Record], after: Iterable[Record], on: date) -> tuple[Effect, ...]:
    """Tell what became of each agreement; `on` is the day of the standing. Sorted by id."""
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    found = (_effect(old.get(key), new.get(key), on) for key in sorted({*old, *new}))
    return tuple(one for one in found if one is not None)


def _effect(old: Record | None, new: Record | None, on: date) -> Effect | None:
    record = new or old
    if record is None or old == new:
        return None
    return Effect(
        agreement=record.id,
        change="changed" if old and new else "new" if new else "gone",
        parties=record.parties,
        name=record.names[0].text if record.names else None,
        standing=_standing(old, new, on),
        items=tuple(_items(old, new)) if old and new else (),
    )


def _standing(old: Record | None, new: Record | None, on: date) -> FieldChange | None:
    before, after = (_told(dossier_of(one).status_on(on) if one else None) for one in (old, new))
    return None if before == after else FieldChange(field="standing", before=before, after=after)


def _told(standing: Standing | None) -> str | None:
    if standing is None:
        return None
    return standing.status.value if standing.certain else f"{standing.status.value}?"


def _items(old: Record, new: Record) -> Iterator[ItemChange]:
    differing = tuple(_differing(old, new, _OF_RECORD))
    if differing:
        yield ItemChange(
            part="record",
            change="changed",
            id=new.id,
            says=sentence("{record}", record=new.id),
            fields=differing,
        )
    for part in PARTS:
        yield from _of_part(part, getattr(old, part), getattr(new, part))
    yield from _told_sets("lineage", _ties(old), _ties(new))
    yield from _told_sets("issues", _issues(old), _issues(new))
    yield from _told_sets("reports", _reports(old), _reports(new))


def _ties(record: Record) -> dict[str, Sentence]:
    return {
        f"tie:{one.report}:{one.of}": sentence(
            "{report} is a {sort:copied} of {of}", report=one.report, sort=one.sort, of=one.of
        )
        for one in record.lineage
        if one.sort not in ("credited", "stacked")
    }


def _issues(record: Record) -> dict[str, Sentence]:
    return {f"{one.code}: {one.message}": one.message for one in record.issues}


def _reports(record: Record) -> dict[str, Sentence]:
    return {one.report: sentence("{place}", place=one.outlet or one.path) for one in record.reports}


def _told_sets(
    part: str, old: Mapping[str, Sentence], new: Mapping[str, Sentence]
) -> Iterator[ItemChange]:
    for key in sorted({*old, *new}):
        if (key in old) != (key in new):
            change = "added" if key in new else "removed"
            yield ItemChange(
                part=part, change=change, id=key, says=(new if key in new else old)[key]
            )


def _of_part(part: str, old: Iterable[Any], new: Iterable[Any]) -> Iterator[ItemChange]:
    before, after = {_key(one): one for one in old}, {_key(one): one for one in new}
    pairs = [(before[key], after[key]) for key in before if key in after]
    left = [one for key, one in before.items() if key not in after]
    come = [one for key, one in after.items() if key not in before]
    for one in list(come):
        was = _nearest(one, left)
        if was is not None:
            pairs.append((was, one))
            left.remove(was)
            come.remove(one)
    for was, one in pairs:
        differing = tuple(_differing(was, one, tuple(_names(one))))
        if differing:
            yield _item(part, "changed", one, differing)
    yield from (_item(part, "removed", one) for one in left)
    yield from (_item(part, "added", one) for one in come)


def _key(item: Any) -> str:
    return str(getattr(item, "id", None) or f"{item.relation}:{', '.join(item.names)}")


def _nearest(item: Any, others: Iterable[Any]) -> Any:
    """Give the item that rests on most of the same findings: it is this one, read otherwise."""
    own = set(anchors(item))
    ranked = [(len(own & set(anchors(one))), one) for one in others]
    best = max(ranked, key=lambda one: one[0], default=(0, None))
    return best[1] if best[0] else None


def _names(item: Any) -> Iterator[str]:
    return (one.name for one in fields(item) if one.name not in _ANCHORS)


def _differing(old: Any, new: Any, names: tuple[str, ...]) -> Iterator[FieldChange]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(field=name, before=as_json(before), after=as_json(after))
    if hasattr(new, "support") and len(old.support) != len(new.support):
        yield FieldChange(field="support", before=len(old.support), after=len(new.support))


def _item(part: str, change: str, item: Any, differing: tuple[FieldChange, ...] = ()) -> ItemChange:
    return ItemChange(part=part, change=change, id=_key(item), says=says(item), fields=differing)


_TOLD = (
    "act", "chamber", "kind", "relation", "speaker", "form", "by", "topic", "stance", "about",
    "sort", "states", "bearers", "status", "date", "uttered", "prefer",
)  # fmt: skip


def says(item: Any) -> Sentence:
    """Say in a few words what an item of a record, or a finding, says."""
    names = [name for name in _TOLD if not (name == "kind" and isinstance(item, Finding))]
    values = ((name, getattr(item, name, None)) for name in names)
    return beside([_KEYS.get(name, _said)(value) for name, value in values if value])


def _said(value: Any) -> Sentence:
    return sentence("{value}", value=value)


_KEYS: Mapping[str, Callable[[Any], Sentence]] = {
    "act": lambda value: sentence("{act:act}", act=value),
    "chamber": lambda value: sentence("{chamber:chamber}", chamber=value),
    "kind": lambda value: sentence("{kind:provision}", kind=value),
    "form": lambda value: sentence("{form:form}", form=value),
    "topic": lambda value: sentence("{topic:topic}", topic=value),
    "stance": lambda value: sentence("{stance:stance}", stance=value),
    "about": lambda value: sentence("{about:about}", about=value),
    "sort": lambda value: sentence("{sort:class}", sort=value),
    "states": lambda value: sentence("{states:state}", states=value),
    "bearers": lambda value: sentence("{bearers:state}", bearers=value),
    "status": lambda value: sentence("{status:status}", status=value),
    "date": lambda value: sentence("{day:day}", day=value),
    "uttered": lambda value: sentence("{day:day}", day=value),
    "prefer": lambda value: sentence("{value:value}", value=value),
}
"""How the language of a reader writes the fields that hold keys, states and days."""
