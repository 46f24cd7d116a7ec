"""Records as HTML pages that stand alone: no network, no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from traktat.errors import UnknownLanguage
from traktat.export import labels
from traktat.export.exporters import Lookup
from traktat.export.html.claims import matrices
from traktat.export.html.lifecycle import life_cycle
from traktat.export.html.lineage import lineage_of
from traktat.export.html.marked import MarkedReport, marked
from traktat.export.html.pieces import Pieces, shortened, tspans
from traktat.export.html.positions import positions_of
from traktat.export.words import Words, words_in
from traktat.law import standing_on
from traktat.model.records import Record, Rendition, ReportEntry, Support
from traktat.model.spans import Span
from traktat.sentences import sentence


def dossiers(
    records: Sequence[Record], *, on: date, readings: Lookup, language: str = "en"
) -> Mapping[str, str]:
    """Write each record as a page; `language` is that of the interface when it opens."""
    if language not in labels.languages():
        raise UnknownLanguage(
            sentence("no labels in {language:quoted}", language=language),
            hint=sentence("There are labels in {known}.", known=labels.languages()),
        )
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
            languages=labels.languages(),
            **_plain_words(words_in(language)),
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
        say=_label,
        word=labels.label,
        state=_every(lambda words: words.state),
        when=_every(lambda words: words.day),
        value=_every(lambda words: words.value),
        at=_at,
        party_at=lambda code: None,
        person_at=lambda name: None,
        languages=labels.languages(),
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
        say=_label,
        word=labels.label,
        state=_every(lambda words: words.state),
        state_word=labels.state_name,
        key_words=_every(lambda words: words.key),
        about_words=_every(lambda words: words.about),
        article=_every(lambda words: words.article),
        origin_words=_every(lambda words: words.origins),
        number=_every(lambda words: words.number),
        quantity_words=_every(lambda words: words.quantity),
        said=_every(lambda words: words.told),
        tongue=_every(lambda words: words.tongue),
        topic_words=_every(lambda words: words.topic),
        value_words=_every(lambda words: words.value),
        when=_every(lambda words: words.day),
        when_spans=_drawn(lambda words: words.day),
        tick_label=_drawn(lambda words: words.short_day),
        tongue_spans=_drawn(lambda words: words.tongue),
        topic_spans=_drawn(lambda words: lambda topic: shortened(words.topic(topic))),
        at=_at,
        report_at="#report-{}".format,
        claim_later=lambda claim: False,
    )
    return environment


Writer = Callable[[Words], Callable[..., str]]


def _told(write: Writer, *parts: Any) -> list[tuple[str, str]]:
    return [(code, write(words_in(code))(*parts)) for code in labels.languages()]


def _every(write: Writer) -> Callable[..., Markup]:
    """Write something in every language, of which the page shows one; once where all agree."""

    def spans(*parts: Any) -> Markup:
        told = _told(write, *parts)
        if len({text for _, text in told}) == 1:
            return escape(told[0][1])
        span = Markup('<span class="ui" lang="{}">{}</span>')
        return Markup("").join(span.format(code, text) for code, text in told)

    return spans


def _drawn(write: Writer) -> Callable[..., Markup]:
    """Write something in every language for a picture."""
    return lambda *parts: tspans(_told(write, *parts))


def _label(group: str, key: object) -> Markup:
    return _every(lambda words: words.label)(group, key)


def _plain_words(words: Words) -> dict[str, Callable[..., str]]:
    """Give what is written in one language alone: where no markup can stand."""
    return {
        "claimant_word": words.claimant,
        "said_word": words.told,
        "topic_word": words.topic,
        "when_word": words.day,
    }


def _at(item: Support | Rendition) -> str:
    """Give the place of the characters of a support within the page."""
    return f"#c-{item.report}-{item.span.start}-{item.span.end}"


def evidence_style() -> str:
    """Give the style of everything that shows evidence, in a dossier or elsewhere."""
    return _asset("evidence.css")


@cache
def _asset(name: str) -> str:
    return (files("traktat.export.html") / "templates" / name).read_text(encoding="utf-8")
