"""Why a record says what it says: named steps down to the report, its characters and the rule.

Explanations are data, worked out from the record alone. `replayed_date` goes the way back:
from the steps of an act to its date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from traktat.errors import NotFound
from traktat.fusion.disagreements import sentence_of
from traktat.model.dates import (
    OPEN_END,
    OPEN_START,
    When,
    compatible,
    narrowed,
    once_in,
    one_of,
    parse,
)
from traktat.model.records import (
    Claim,
    Disagreement,
    Link,
    Provision,
    Record,
    Rendition,
    ReportEntry,
    Standing,
    Statement,
    Support,
    Tie,
    TimelineAct,
)
from traktat.model.spans import Span
from traktat.sentences import SILENT, Sentence, beside, sentence


class Reason(NamedTuple):
    """One step of an explanation: its name, what it says, and where that stands."""

    step: Sentence
    says: Sentence
    report: str = ""
    span: Span | None = None
    quote: str = ""
    finding: str = ""


def why(record: Record, about: str, standing: Standing | None = None) -> tuple[Reason, ...]:
    """Explain an act, clause, claim, statement, disagreement, report, link, tie or standing.

    `about` is its id; a link is `report#key`, a tie `tie:REPORT:OF`, the standing that is
    given `standing`. The record's own id explains what it is made of. Raises `NotFound`.
    """
    if about == record.id:
        return tuple(_record(record))
    if about == "standing" and standing is not None:
        return tuple(_standing(record, standing))
    for items, explain in _EXPLAINED:
        for item in items(record):
            if _id_of(item) == about:
                return tuple(explain(record, item))
    raise NotFound(
        sentence("{id} has nothing with the id {about:quoted}", id=record.id, about=about),
        hint=sentence("`traktat show {id} --json` prints every id.", id=record.id),
    )


Item = TimelineAct | Provision | Claim | Statement | Disagreement | Link | Tie | ReportEntry


def _id_of(item: object) -> str:
    if isinstance(item, ReportEntry):
        return item.report
    if isinstance(item, Link):
        return f"{item.report}#{item.key}"
    if isinstance(item, Tie):
        return f"tie:{item.report}:{item.of}"
    return str(getattr(item, "id", ""))


def _supports(supports: Iterable[Support]) -> Iterator[Reason]:
    for one in supports:
        value = sentence("{value:value}", value=one.value) if one.value else SILENT
        origin = (
            sentence("(counted under {origin:origin})", origin=one.origin) if one.origin else SILENT
        )
        says = beside(filter(None, (value, origin)), " ")
        yield Reason(sentence("report says"), says, one.report, one.span, one.quote, one.finding)


def _record(record: Record) -> Iterator[Reason]:
    parties = record.parties or sentence("unknown parties")
    yield Reason(
        sentence("record"),
        sentence("{record}: an agreement of {parties:state}", record=record.id, parties=parties),
    )
    yield from (_link(one) for one in record.links)
    for one in record.issues:
        doubt = sentence("{code}: {message}", code=one.code, message=one.message)
        yield Reason(sentence("doubt"), doubt)


def _link(link: Link) -> Reason:
    says = sentence(
        "{key} of this report is this agreement ({score:score}): {reason}",
        key=link.key,
        score=link.score,
        reason=link.reason,
    )
    return Reason(sentence("link"), says, link.report)


def _linked(record: Record, link: Link) -> Iterator[Reason]:
    yield _link(link)
    for issue in record.issues:
        if issue.code == "doubtful-link":
            yield Reason(sentence("doubt"), issue.message)


def _act(record: Record, act: TimelineAct) -> Iterator[Reason]:
    says = sentence(
        "{act:deed} {status:status} {day:day}, {certainty:certainty}",
        act=act.act,
        status=act.status,
        day=act.date or "undated",
        certainty=act.certainty,
    )
    yield Reason(sentence("act"), says)
    yield from _supports(act.support)
    yield from (Reason(sentence("bound"), one) for one in act.because)
    for one in record.disagreements:
        if one.about.startswith(f"act:{act.act}:") and _shares_support(one, act.support):
            yield _difference(one)
    yield _origins(act.origins, act.independent_origins, act.credibility)
    if act.party_organ:
        yield Reason(sentence("flag"), sentence("an origin is an organ of a party"))


def _shares_support(disagreement: Disagreement, supports: Iterable[Support]) -> bool:
    findings = {(one.report, one.finding) for one in supports}
    return any(
        (one.report, one.finding) in findings
        for value in disagreement.values
        for one in value.support
    )


def _origins(names: Iterable[str], independent: int, credibility: int) -> Reason:
    says = sentence(
        "credited to {named:origin}; {independent:number} independent;"
        " credibility {credibility:number} of 6",
        named=tuple(names) or sentence("nobody"),
        independent=independent,
        credibility=credibility,
    )
    return Reason(sentence("origins"), says)


def _difference(one: Disagreement) -> Reason:
    says = sentence(
        "{sort:class} ({rule:dispute}): {why}; {prefer}",
        sort=one.sort,
        rule=one.rule,
        why=one.why,
        prefer=sentence("the record takes {value:value}", value=one.prefer)
        if one.prefer
        else sentence("open"),
    )
    return Reason(sentence("difference"), says)


def _provision(record: Record, clause: Provision) -> Iterator[Reason]:
    del record
    says = sentence(
        "{kind:provision}, {force:force}, {bearers:parties}",
        kind=clause.kind,
        force=clause.force or sentence("force unknown"),
        bearers="+".join(clause.bearers) or sentence("all parties"),
    )
    yield Reason(sentence("clause"), says)
    for one in clause.renditions:
        yield Reason(
            sentence("rendition"), _columns(one), one.report, one.span, one.quote, one.finding
        )
    yield _origins(clause.origins, clause.independent_origins, clause.credibility)


def _columns(one: Rendition) -> Sentence:
    """Say what a wording gives, column by column, and what is doubtful about it."""
    keys = (one.trigger, one.timing, one.scope, "+".join(one.qualifiers))
    said = beside([sentence("{keys:keys}", keys=key) for key in keys if key], "; ")
    if not one.flags:
        return said
    return beside([said, sentence("flagged {flags:flag}", flags=one.flags)], " ")


def _claim(record: Record, claim: Claim) -> Iterator[Reason]:
    stance = sentence("{stance:stance}", stance=claim.stance)
    if claim.manner:
        stance = sentence(
            "{stance:stance} ({manner:manner})", stance=claim.stance, manner=claim.manner
        )
    says = sentence(
        "{by:claimant} {stance}: {topic:topic}", by=claim.by, stance=stance, topic=claim.topic
    )
    yield Reason(sentence("claim"), says)
    yield from _supports(claim.support)
    for earlier in record.claims:
        if earlier.id == claim.changed_from:
            says = sentence(
                "{by:claimant} {stance:stance}, {day:day}",
                by=earlier.by,
                stance=earlier.stance,
                day=earlier.date,
            )
            yield Reason(sentence("earlier line"), says)
            yield from _supports(earlier.support)


def _statement(record: Record, statement: Statement) -> Iterator[Reason]:
    del record
    count = len({one.report for one in statement.support})
    says = sentence(
        "{speaker}, {form:form}; one remark in {count:number} reports",
        speaker=statement.speaker,
        form=statement.form,
        count=count,
    )
    yield Reason(sentence("statement"), says)
    yield from _supports(statement.support)


def _disagreement(record: Record, one: Disagreement) -> Iterator[Reason]:
    del record
    yield Reason(
        sentence("difference"),
        sentence("{about:about}: {sort:class}", about=one.about, sort=one.sort),
    )
    stated = sentence_of(one.rule) or one.why
    yield Reason(
        sentence("rule"), sentence("{rule:dispute}: {stated}", rule=one.rule, stated=stated)
    )
    for value in one.values:
        says = sentence(
            "{value:value} ({count:number} independent origins)",
            value=value.value,
            count=len(value.origins),
        )
        yield Reason(sentence("value"), says)
        yield from _supports(value.support)
    says = sentence("{prefer:value}: {why}", prefer=one.prefer or sentence("open"), why=one.why)
    yield Reason(sentence("preference"), says)


def _tie(record: Record, tie: Tie) -> Iterator[Reason]:
    del record
    says = sentence(
        "{sort:copied} of {of}, {basis:basis}, {confidence:score}",
        sort=tie.sort,
        of=tie.of,
        basis=tie.basis,
        confidence=tie.confidence,
    )
    told = beside([says, tie.why], ": ") if tie.why else says
    yield Reason(sentence("tie"), told, tie.report, tie.span)


def _report(record: Record, entry: ReportEntry) -> Iterator[Reason]:
    """Explain why a report is in the record, and what it owes to others."""
    says = sentence(
        "{outlet}, {day:day}, in {language:language}",
        outlet=entry.outlet or sentence("an unknown outlet"),
        day=entry.published or "undated",
        language=entry.language,
    )
    yield Reason(sentence("report"), says, entry.report)
    for link in record.links:
        if link.report == entry.report:
            yield _link(link)
    for tie in record.lineage:
        if tie.report == entry.report:
            yield from _tie(record, tie)


def _standing(record: Record, standing: Standing) -> Iterator[Reason]:
    """Explain a standing: each rule, and what it rests on, down to the reports."""
    says = sentence(
        "{status:standing} on {day:day}, {sure}",
        status=standing.status,
        day=standing.date,
        sure=sentence("certain") if standing.certain else sentence("possible"),
    )
    yield Reason(sentence("standing"), says)
    grounds: dict[str, Iterator[Reason]] = {}
    for proof in standing.proof:
        rule = sentence("{rule} ({article:article})", rule=proof.rule, article=proof.article)
        yield Reason(sentence("rule"), rule)
        grounds |= {one.id: _act(record, one) for one in record.timeline if one.id == proof.act}
        grounds |= {
            one.id: _provision(record, one) for one in record.provisions if one.id == proof.act
        }
    for reasons in grounds.values():
        yield from reasons


_EXPLAINED: tuple[
    tuple[Callable[[Record], Iterable[Item]], Callable[..., Iterator[Reason]]], ...
] = (
    (lambda record: record.timeline, _act),
    (lambda record: record.provisions, _provision),
    (lambda record: record.claims, _claim),
    (lambda record: record.statements, _statement),
    (lambda record: record.disagreements, _disagreement),
    (lambda record: record.links, _linked),
    (lambda record: record.lineage, _tie),
    (lambda record: record.reports, _report),
)


def replayed_date(act: TimelineAct) -> When | None:
    """Work the date of an act out again from what its supports say.

    Gives what all of them leave possible, or, where they exclude each other, the stretch that
    holds them all: the date of an act whose day is open.
    """
    given = sorted(
        {parse(one.value) for one in act.support if one.value},
        key=lambda when: (when.days, when.edtf),
    )
    if not given:
        return None
    when = given[0]
    for other in given[1:]:
        if not compatible(when, other):
            first = min((one.first for one in given), default=OPEN_START)
            return one_of(first, max((one.last for one in given), default=OPEN_END))
        when = narrowed(when, other)
    return once_in(when)
