"""One report as a page: its text, unaltered, with what was read in it and where that went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from fastapi import APIRouter, Request, Response

from traktat.desk.pages.agreement import called_in
from traktat.desk.pages.failures import page_router
from traktat.desk.pages.judging import field_names
from traktat.desk.pages.rendering import agreement_at, answer, file_of, finding_at, pieces_of
from traktat.desk.shelf import Shelf
from traktat.desk.words import Words
from traktat.errors import InputError, NotFound
from traktat.export.html.marked import SHOWN, marked
from traktat.model.dates import When
from traktat.model.findings import Finding, Reading, finding_id, plain
from traktat.model.judgements import Judgement
from traktat.model.records import Record, Rendition, Support
from traktat.model.spans import Span
from traktat.pipeline.explanations import Ground, grounds
from traktat.sentences import sentence

TELLING = ("act", "provision", "claim", "statement", "agreement")  # listed beside the text
FOUND = 200  # places of searched words that are marked
LIGHT = re.compile(r"(\d{1,9})-(\d{1,9})")
_UNSAID = frozenset(
    {"span", "quote", "because", "confidence", "mentions", "cue", "agreement", "key", "of", "about"}
)


@dataclass(frozen=True, slots=True)
class Went:
    """An item of a record that rests on a finding."""

    record: str
    called: str
    part: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A finding looked at: what it says, why it was read so, and where it went."""

    id: str
    place: int
    finding: Finding
    says: tuple[tuple[str, str], ...]
    grounds: tuple[Ground, ...]
    beside: tuple[tuple[str, Finding], ...]
    went: tuple[Went, ...]
    judgements: tuple[Judgement, ...]


def router(shelf: Shelf) -> APIRouter:
    """Give the page of a report."""
    out = page_router()

    @out.get("/reports/{report}")
    def show(
        request: Request, report: str, light: str = "", why: str = "", find: str = ""
    ) -> Response:
        def make(words: Words) -> dict[str, Any]:
            return _shown(shelf, report, words, light=light, why=why, find=find)

        return answer(request, "report.html", make)

    return out


def _shown(
    shelf: Shelf, report: str, words: Words, *, light: str, why: str, find: str
) -> dict[str, Any]:
    reading = shelf.reading(report)
    ids = [finding_id(item) for item in reading.findings]
    records = [shelf.dossier(one) for one in shelf.store.records_of(report)]
    chosen = _chosen(shelf, reading, ids, why, records, words)
    lit = _lit(light, reading) or (chosen.finding.span if chosen else None)
    found = _found(reading.report.text, find)
    entries = {entry.report: entry for one in records for entry in one.reports}
    return {
        "report": reading.report,
        "reading": reading,
        "marked": marked(reading, [*([lit] if lit else []), *found]),
        "lit": lit,
        "is_found": _membership(found),
        "ids": ids,
        "meant": _meant(reading),
        "begun": _begun(reading, ids),
        "chosen": chosen,
        "listed": [
            (key, item)
            for key, item in zip(ids, reading.findings, strict=True)
            if item.kind in TELLING
        ],
        "counts": _counts(reading),
        "records": [(one, called_in(one, words.language)) for one in records],
        "ties": _ties(records, report),
        "entries": entries,
        "pieces": pieces_of(words, entries),
        "issues": (*reading.report.issues, *reading.issues),
        "finding_at": finding_at,
        "kinds": _kinds(words),
        "heading": heading_of(reading),
        "find": find,
    }


def heading_of(reading: Reading) -> str:
    """Give the title of a report, or its first headline, or the name of its file."""
    report = reading.report
    headlines = (span.of(report.text).strip() for span in report.headings)
    return report.title or next(filter(None, headlines), "") or file_of(report.path)


def _lit(light: str, reading: Reading) -> Span | None:
    """Give the characters an address asks to light up, if the text has them."""
    if not light:
        return None
    asked = LIGHT.fullmatch(light)
    span = Span(int(asked[1]), int(asked[2])) if asked else Span(0, 0)
    if not 0 <= span.start < span.end <= len(reading.report.text):
        raise InputError(
            sentence("no characters {light:quoted} in this report", light=light),
            hint=sentence(
                "Its text has {count:number}; write the stretch as 120-145.",
                count=len(reading.report.text),
            ),
        )
    return span


def _found(text: str, words: str) -> list[Span]:
    """Give the places of searched words, for marks; the search itself knows more of them."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)][:20]
    if not parts:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
    places = (Span(*match.span()) for match in pattern.finditer(text))
    return [span for span, _ in zip(places, range(FOUND), strict=False)]


def _membership(spans: Sequence[Span]) -> Any:
    starts = {at for span in spans for at in range(span.start, span.end)}
    return lambda piece: piece.start in starts


def _meant(reading: Reading) -> Any:
    """Tell which finding of a piece a click on it means.

    It is the shortest, but a name or an agreement only where nothing more telling is said.
    """

    def order(place: int) -> tuple[bool, int, int]:
        finding = reading.findings[place]
        return finding.kind in ("name", "agreement"), len(finding.quote), place

    return lambda piece: min(piece.findings, key=order)


def _begun(reading: Reading, ids: Sequence[str]) -> Any:
    """Give the findings that begin with a piece, the telling ones first."""
    starts: dict[int, list[tuple[str, str]]] = {}
    for key, item in zip(ids, reading.findings, strict=True):
        starts.setdefault(item.span.start, []).append((item.kind, key))
    for known in starts.values():
        known.sort(key=lambda pair: SHOWN.index(pair[0]) if pair[0] in SHOWN else len(SHOWN))
    return lambda piece: starts.get(piece.start, ())


def _counts(reading: Reading) -> dict[str, int]:
    return {kind: sum(item.kind == kind for item in reading.findings) for kind in SHOWN}


def _chosen(
    shelf: Shelf,
    reading: Reading,
    ids: Sequence[str],
    why: str,
    records: Iterable[Record],
    words: Words,
) -> Chosen | None:
    if not why:
        return None
    if why not in ids:
        raise NotFound(
            sentence("no finding {why:quoted} in this report", why=why),
            hint=sentence("It may have been read anew since; look for it in the text."),
        )
    place = ids.index(why)
    finding = reading.findings[place]
    beside = tuple(
        (key, item)
        for key, item in zip(ids, reading.findings, strict=True)
        if key != why and item.span.overlaps(finding.span) and item.kind in SHOWN
    )
    return Chosen(
        why,
        place,
        finding,
        tuple(_says(finding, words)),
        grounds(reading, finding),
        beside,
        tuple(went for record in records for went in _went(record, why, finding, reading, words)),
        shelf.store.judgements_about(f"{reading.report.id}:{why}", why),
    )


def _says(finding: Finding, words: Words) -> Iterator[tuple[str, str]]:
    """Give what a finding says, field by field, in words."""
    names = field_names(words)
    for field in fields(finding):
        value = getattr(finding, field.name)
        if field.name in _UNSAID or value in (None, "", (), False):
            continue
        printed = "edtf" if field.name == "when" else field.name
        called = names.get(printed, printed.replace("_", " "))
        yield called, _in_words(field.name, value, words)


_GROUPS = {
    "act": "act",
    "status": "status",
    "chamber": "chamber",
    "provision": "provision",
    "force": "force",
    "stance": "stance",
    "manner": "manner",
    "form": "form",
}
_STATES = frozenset({"states", "parties", "bearers", "state"})


def _in_words(name: str, value: Any, words: Words) -> str:
    if isinstance(value, When):
        return words.day(value)
    if name in _GROUPS and not isinstance(value, tuple):
        return words.label(_GROUPS[name], value)
    if name in _STATES:
        return words.states(value if isinstance(value, tuple) else (value,))
    if isinstance(value, tuple):
        return ", ".join(words.day(one) if isinstance(one, When) else str(one) for one in value)
    return str(plain(value)) if value is not True else "✓"


def _went(
    record: Record, key: str, finding: Finding, reading: Reading, words: Words
) -> Iterator[Went]:
    """Find what a finding became in a record."""
    name, report = called_in(record, words.language).text, reading.report.id
    for part, told, anchor, supports in _items(record, words):
        if any(one.finding == key and one.report == report for one in supports):
            yield Went(record.id, name, part, told, agreement_at(record.id, part=anchor))
    linked = getattr(finding, "key", None)
    if linked and any(one.report == report and one.key == linked for one in record.links):
        part = words.tell("The agreement itself")
        yield Went(record.id, name, part, name, agreement_at(record.id))


def _items(
    record: Record, words: Words
) -> Iterator[tuple[str, str, str, Iterable[Support | Rendition]]]:
    """Give every item of a record: its part, its words, its anchor, and what it rests on."""
    tell = words.tell
    for act in record.timeline:
        told = f"{words.label('act', act.act)} {words.day(act.date)}".strip()
        yield tell("Timeline"), told, f"act-{act.id}", act.support
    for clause in record.provisions:
        told = words.label("provision", clause.kind)
        yield tell("Clauses"), told, f"provision-{clause.id}", clause.renditions
    for claim in record.claims:
        yield tell("Claims"), f"{claim.by}: {claim.topic}", f"claim-{claim.id}", claim.support
    for remark in record.statements:
        yield tell("Statements"), remark.speaker, f"statement-{remark.id}", remark.support
    for item in record.disagreements:
        supports = [one for value in item.values for one in value.support]
        yield tell("Disagreements"), words.about(item.about), f"disagreement-{item.id}", supports
    for older in record.predecessors:
        yield tell("Older agreements"), "; ".join(older.names), "predecessors", older.support


def _ties(records: Iterable[Record], report: str) -> list[tuple[str, str, str, bool]]:
    """Give what a report owes and what is owed to it: (sort, other, why, is owed by it)."""
    found: dict[tuple[str, str, bool], str] = {}
    for record in records:
        for tie in record.lineage:
            if tie.report == report:
                found.setdefault((tie.sort, tie.of, True), tie.why)
            elif tie.of == report:
                found.setdefault((tie.sort, tie.report, False), tie.why)
    return [(sort, other, why, owed) for (sort, other, owed), why in found.items()]


def _kinds(words: Words) -> dict[str, str]:
    """Name the kinds of findings."""
    tell = words.tell
    return {
        "act": tell("act"),
        "provision": tell("clause"),
        "claim": tell("claim"),
        "statement": tell("statement"),
        "agreement": tell("agreement"),
        "date": tell("date"),
        "name": tell("name"),
        "time": tell("time"),
        "event": tell("event"),
    }
