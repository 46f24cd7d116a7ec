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
    ReportEntry,
    Standing,
    Statement,
    Support,
    Tie,
    TimelineAct,
)
from traktat.model.spans import Span


class Reason(NamedTuple):
    """One step of an explanation: its name, what it says, and where that stands."""

    step: str
    says: str
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
        f"{record.id} has nothing with the id {about!r}",
        hint=f"`traktat show {record.id} --json` prints every id.",
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


def _supports(supports: Iterable[Support], step: str = "report says") -> Iterator[Reason]:
    for one in supports:
        origin = f" (counted under {one.origin})" if one.origin else ""
        yield Reason(
            step, f"{one.value}{origin}".strip(), *one[:1], one.span, one.quote, one.finding
        )


def _record(record: Record) -> Iterator[Reason]:
    parties = ", ".join(record.parties) or "unknown parties"
    yield Reason("record", f"{record.id}: an agreement of {parties}")
    yield from (_link(one) for one in record.links)
    yield from (Reason("doubt", f"{one.code}: {one.message}") for one in record.issues)


def _link(link: Link) -> Reason:
    says = f"{link.key} of this report is this agreement ({link.score:.2f}): {link.reason}"
    return Reason("link", says, link.report)


def _linked(record: Record, link: Link) -> Iterator[Reason]:
    yield _link(link)
    for issue in record.issues:
        if issue.code == "doubtful-link":
            yield Reason("doubt", issue.message)


def _act(record: Record, act: TimelineAct) -> Iterator[Reason]:
    when = act.date.edtf if act.date else "undated"
    yield Reason("act", f"{act.act} {act.status} {when}, {act.certainty}")
    yield from _supports(act.support)
    yield from (Reason("bound", one) for one in act.because)
    for one in record.disagreements:
        if one.about.startswith(f"act:{act.act}:") and _shares_support(one, act.support):
            yield _difference(one)
    yield _origins(act.origins, act.independent_origins, act.credibility)
    if act.party_organ:
        yield Reason("flag", "an origin is an organ of a party")


def _shares_support(disagreement: Disagreement, supports: Iterable[Support]) -> bool:
    findings = {(one.report, one.finding) for one in supports}
    return any(
        (one.report, one.finding) in findings
        for value in disagreement.values
        for one in value.support
    )


def _origins(names: Iterable[str], independent: int, credibility: int) -> Reason:
    named = ", ".join(names) or "nobody"
    says = f"credited to {named}; {independent} independent; credibility {credibility} of 6"
    return Reason("origins", says)


def _difference(one: Disagreement) -> Reason:
    prefer = f"the record takes {one.prefer}" if one.prefer else "open"
    return Reason("difference", f"{one.sort} ({one.rule}): {one.why}; {prefer}")


def _provision(record: Record, clause: Provision) -> Iterator[Reason]:
    del record
    force = clause.force or "force unknown"
    yield Reason("clause", f"{clause.kind}, {force}, {'+'.join(clause.bearers) or 'all parties'}")
    for one in clause.renditions:
        columns = (one.trigger, one.timing, one.scope, "+".join(one.qualifiers))
        flags = f" flagged {', '.join(one.flags)}" if one.flags else ""
        says = "; ".join(column for column in columns if column) + flags
        yield Reason("rendition", says, one.report, one.span, one.quote, one.finding)
    yield _origins(clause.origins, clause.independent_origins, clause.credibility)


def _claim(record: Record, claim: Claim) -> Iterator[Reason]:
    manner = f" ({claim.manner})" if claim.manner else ""
    yield Reason("claim", f"{claim.by} {claim.stance}{manner}: {claim.topic}")
    yield from _supports(claim.support)
    for earlier in record.claims:
        if earlier.id == claim.changed_from:
            yield Reason("earlier line", f"{earlier.by} {earlier.stance}, {earlier.date}")
            yield from _supports(earlier.support)


def _statement(record: Record, statement: Statement) -> Iterator[Reason]:
    del record
    count = len({one.report for one in statement.support})
    yield Reason(
        "statement", f"{statement.speaker}, {statement.form}; one remark in {count} reports"
    )
    yield from _supports(statement.support)


def _disagreement(record: Record, one: Disagreement) -> Iterator[Reason]:
    del record
    yield Reason("difference", f"{one.about}: {one.sort}")
    yield Reason("rule", f"{one.rule}: {sentence_of(one.rule) or one.why}")
    for value in one.values:
        yield Reason("value", f"{value.value} ({len(value.origins)} independent origins)")
        yield from _supports(value.support)
    yield Reason("preference", f"{one.prefer or 'open'}: {one.why}")


def _tie(record: Record, tie: Tie) -> Iterator[Reason]:
    del record
    says = f"{tie.sort} of {tie.of}, {tie.basis}, {tie.confidence:.2f}"
    yield Reason("tie", f"{says}: {tie.why}" if tie.why else says, tie.report, tie.span)


def _report(record: Record, entry: ReportEntry) -> Iterator[Reason]:
    """Explain why a report is in the record, and what it owes to others."""
    printed = f"{entry.outlet or 'an unknown outlet'}, {entry.published or 'undated'}"
    yield Reason("report", f"{printed}, in {entry.language}", entry.report)
    for link in record.links:
        if link.report == entry.report:
            yield _link(link)
    for tie in record.lineage:
        if tie.report == entry.report:
            yield from _tie(record, tie)


def _standing(record: Record, standing: Standing) -> Iterator[Reason]:
    """Explain a standing: each rule, and what it rests on, down to the reports."""
    sure = "certain" if standing.certain else "possible"
    yield Reason("standing", f"{standing.status} on {standing.date}, {sure}")
    grounds: dict[str, Iterator[Reason]] = {}
    for proof in standing.proof:
        yield Reason("rule", f"{proof.rule} ({proof.article})")
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
