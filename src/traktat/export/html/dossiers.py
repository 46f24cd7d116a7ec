"""Records as HTML pages that stand alone: no network, no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from traktat.errors import UnknownLanguage
from traktat.export.exporters import Lookup
from traktat.export.html import words
from traktat.export.html.claims import matrices
from traktat.export.html.lifecycle import life_cycle
from traktat.export.html.lineage import lineage_of
from traktat.export.html.marked import MarkedReport, marked
from traktat.export.html.pieces import Pieces
from traktat.export.html.positions import positions_of
from traktat.law import standing_on
from traktat.model.records import Record, Rendition, ReportEntry, Support
from traktat.model.spans import Span


def dossiers(
    records: Sequence[Record], *, on: date, readings: Lookup, language: str = "en"
) -> Mapping[str, str]:
    """Write each record as a page; `language` is that of the interface when it opens."""
    if language not in words.languages():
        known = ", ".join(words.languages())
        raise UnknownLanguage(f"no labels in {language!r}", hint=f"There are labels in {known}.")
    return {f"{record.id}.html": page(record, on, readings, language) for record in records}


def page(record: Record, on: date, readings: Lookup, language: str) -> str:
    """Write one record as a page."""
    standing = standing_on(
        on,
        record.timeline,
        parties=record.parties,
        provisions=record.provisions,
        kind=record.kind,
        agreement=record.id,
    )
    script = _asset("dossier.js")
    entries = {entry.report: entry for entry in record.reports}
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            record=record,
            standing=standing,
            on=on.isoformat(),
            life=life_cycle(record, on),
            positions=positions_of(record, on),
            lineage=lineage_of(record, on),
            matrices=matrices(record.claims),
            reports=_reports(record, readings),
            acts={act.id: act for act in record.timeline},
            entries=entries,
            pieces=_pieces(entries),
            language=language,
            languages=words.languages(),
            style=f"{evidence_style()}\n{_asset('dossier.css')}",
            script=script,
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )


def _reports(record: Record, readings: Lookup) -> dict[str, MarkedReport]:
    """Give every report of a record whose text is at hand, cut at what is linked to."""
    linked = _linked(record)
    found = {}
    for entry in record.reports:
        reading = readings(entry.report)
        if reading is not None:
            found[entry.report] = marked(reading, linked.get(entry.report, ()))
    return found


def _linked(record: Record) -> dict[str, list[Span]]:
    """List the spans that facts link to, by report."""
    supports: list[Support] = []
    for group in (
        record.timeline,
        record.statements,
        record.claims,
        record.predecessors,
        record.issues,
    ):
        for fact in group:
            supports += fact.support
    for disagreement in record.disagreements:
        for value in disagreement.values:
            supports += value.support
    spans: dict[str, list[Span]] = {}
    for item in supports:
        spans.setdefault(item.report, []).append(item.span)
    for provision in record.provisions:
        for rendition in provision.renditions:
            spans.setdefault(rendition.report, []).append(rendition.span)
    return spans


def _pieces(entries: Mapping[str, ReportEntry]) -> Pieces:
    return Pieces(
        say=words.every,
        word=words.label,
        state=words.state_names,
        when=str,
        at=_at,
        party_at=lambda code: None,
        person_at=lambda name: None,
        languages=words.languages(),
        entries=entries,
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("traktat.export.html", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=words.every,
        word=words.label,
        state=words.state_names,
        state_word=words.state_name,
        key_words=words.key_words,
        about_words=words.about_every,
        at=_at,
        when=str,
        when_word=str,
        value_words=str,
        tick_label=date.isoformat,
        report_at="#report-{}".format,
        claim_later=lambda claim: False,
    )
    return environment


def _at(item: Support | Rendition) -> str:
    """Give the place of the characters of a support within the page."""
    return f"#c-{item.report}-{item.span.start}-{item.span.end}"


def evidence_style() -> str:
    """Give the style of everything that shows evidence, in a dossier or elsewhere."""
    return _asset("evidence.css")


@cache
def _asset(name: str) -> str:
    return (files("traktat.export.html") / "templates" / name).read_text(encoding="utf-8")
