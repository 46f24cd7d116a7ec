"""Findings: what was read in one report, each with its characters and the reason."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, ClassVar, NamedTuple

from traktat.model.dates import When
from traktat.model.issues import Issue
from traktat.model.kinds import (
    ActKind,
    Chamber,
    Force,
    Form,
    Manner,
    NameKind,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.reports import Report
from traktat.model.spans import Span


class Step(NamedTuple):
    """One step of an explanation: the rule, what it took from the pack, and where it applied."""

    rule: str
    entry: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What every finding has: its characters, the steps that led to it, how sure the reading is.

    `confidence` (0 to 1) speaks of our reading only, never of the source.
    """

    kind: ClassVar[str] = "finding"
    span: Span
    quote: str
    because: tuple[Step, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Finding):
    """A calendar point or period. `anchor`: explicit, published, quotation, paragraph, context."""

    kind: ClassVar[str] = "date"
    when: When
    anchor: str = "explicit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFinding(Finding):
    """Any other expression of time (an era, "now", a condition), with bounds where given."""

    kind: ClassVar[str] = "time"
    when: When | None = None
    sense: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFinding(Finding):
    """A person, organ, state, group, agency or document named in the text.

    `name` is the canonical form, `office` a language-neutral key (president, foreign-minister …),
    `state` ISO 3166-1 alpha-3; `refers` says what a document name stands for: an agreement's key,
    "law", "instruments", "organisation", "remark", or "unknown".
    """

    kind: ClassVar[str] = "name"
    name: str
    sort: NameKind
    office: str | None = None
    state: str | None = None
    refers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinding(Finding):
    """An agreement the report speaks of; `span` is its fullest mention.

    `parties` are ISO 3166-1/-3 codes, organisations, `NSA:name`, `MULTI`, sorted; `form` is the
    sort of instrument (treaty, pact, memorandum, protocol, declaration, ceasefire …);
    `mentions` are all its mentions; `known` the id in facts/ if it is a known multilateral;
    `relation` and `of` tie an older or dependent instrument to another key of the same report.
    """

    kind: ClassVar[str] = "agreement"
    key: str
    parties: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    form: str | None = None
    topics: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    known: str | None = None
    relation: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFinding(Finding):
    """A step in an agreement's life as one report tells it.

    `by` are the named actors, `states` the states they act for; `date` the day of the act as
    the text gives it; `reported_on` the day somebody reported it; `condition` the words of a
    condition; `via` who says so, if the report does not say it itself; `replaces` the key of
    the older agreement of a replacement; `vote` as words ("unanimous", "397-0").
    """

    kind: ClassVar[str] = "act"
    agreement: str
    act: ActKind
    status: Status
    by: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    date: When | None = None
    place: str | None = None
    chamber: Chamber | None = None
    effective_on: When | None = None
    reported_on: When | None = None
    condition: str | None = None
    via: str | None = None
    replaces: str | None = None
    vote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionFinding(Finding):
    """A rule a report attributes to an agreement.

    `bearers` are who has to act, `beneficiary` to whom it is owed (a code, "other-party",
    "each-other"); `trigger` a short hyphenated phrase; `qualifiers` legal limits
    (`un-charter-51`, `un-charter`, `national-law` …); `timing` (`without-delay` …);
    `fields` the fields of a cooperation clause; `flags` doubts about the rendition
    (`roles-inverted`, `scope-garbled`, `qualifier-dropped` …); `verbatim` a quoted clause.
    """

    kind: ClassVar[str] = "provision"
    agreement: str
    provision: ProvisionKind
    force: Force
    bearers: tuple[str, ...] = ()
    beneficiary: str | None = None
    trigger: str | None = None
    qualifiers: tuple[str, ...] = ()
    timing: str | None = None
    scope: str | None = None
    content: str | None = None
    fields: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    verbatim: bool = False
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFinding(Finding):
    """What somebody says. `span` is the utterance itself, without quotation marks.

    `mixed` is true for a quoted fragment inside a reported clause; `via` who passes it on;
    `cue` the span of the verb of saying; `about` the key of the agreement it speaks of;
    `stance` is "denies" where the words are what the speaker says is not so.
    """

    kind: ClassVar[str] = "statement"
    speaker: str
    form: Form
    office: str | None = None
    state: str | None = None
    via: str | None = None
    uttered: When | None = None
    mixed: bool = False
    cue: Span | None = None
    occasion: str | None = None
    about: str | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFinding(Finding):
    """A stance on a contested fact.

    `topic` is a language-neutral proposition ("PRK troops in RUS"); `quantity` is
    (comparator, value, unit) such as (">", "10000", "soldiers").
    """

    kind: ClassVar[str] = "claim"
    by: str
    stance: Stance
    topic: str
    state: str | None = None
    manner: Manner | None = None
    quantity: tuple[str, str, str] | None = None
    date: When | None = None
    via: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFinding(Finding):
    """Something that happens beside the agreements: a war, a visit, a meeting, sanctions.

    `event` is a hyphenated key (armed-conflict, visit, meeting, exercise, sanctions …),
    `framing` the light in which the words put it (war, invasion, operation, conflict …),
    `states` who takes part, `via` who says so, if the report does not say it itself.
    """

    kind: ClassVar[str] = "event"
    event: str
    framing: str | None = None
    by: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    date: When | None = None
    place: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with everything that was read in it, findings in order of their characters."""

    report: Report
    findings: tuple[Finding, ...] = ()
    issues: tuple[Issue, ...] = ()


def order(finding: Finding) -> tuple[Span, str]:
    """Give the key that sorts findings by their place in the text."""
    return finding.span, finding.kind


def plain(value: Any) -> Any:
    """Turn a value of the model into what JSON knows.

    >>> plain(Span(1, 2)), plain(Status.PLANNED)
    ([1, 2], 'planned')
    """
    if type(value) in _PLAIN:  # most are, and asking this first halves the cost of printing
        return value
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


_PLAIN = frozenset((str, int, float, bool, type(None)))
_RENAMED = {"when": "edtf"}
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@cache
def _names_of(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name != "because")


def _names(finding: Finding) -> tuple[str, ...]:
    """Give the fields of a finding, the explanation left out."""
    cls: Any = type(finding)
    return _names_of(cls)


def finding_json(finding: Finding) -> dict[str, Any]:
    """Give a finding in the printed form (`traktat.findings/1`)."""
    out: dict[str, Any] = {"kind": finding.kind, "id": finding_id(finding)}
    for name in _names(finding):
        out[_RENAMED.get(name, name)] = plain(getattr(finding, name))
    if isinstance(finding, ActFinding) and finding.date is None:
        out["date"] = ""
    return out


def finding_id(finding: Finding) -> str:
    """Give the finding's id within its report: a digest of kind, span and what it says.

    Explanations and confidence are left out, so a better reason does not make a new finding.
    """
    stated = [
        [name, plain(getattr(finding, name))] for name in _names(finding) if name != "confidence"
    ]
    key = _write([finding.kind, stated])
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def report_json(report: Report) -> dict[str, Any]:
    """Give a report's head in the printed form."""
    return {
        "path": report.path,
        "id": report.id,
        "sha256": report.sha256,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "published": report.published.edtf if report.published else None,
        "published_basis": plain(report.published_basis),
        "language": report.language,
        "origins": [
            {
                "name": origin.name,
                "span": plain(origin.span),
                "basis": plain(origin.basis),
                "scope": plain(origin.scope),
                "organ_of": origin.organ_of,
                "anaphor": origin.anaphor,
            }
            for origin in report.origins
        ],
        "mask": [[item.span.start, item.span.end, item.label] for item in report.mask],
        "segments": [
            {"span": plain(segment.span), "origin": segment.origin} for segment in report.segments
        ],
        "dateline": plain(report.dateline),
        "headings": plain(report.headings),
    }


def reading_json(reading: Reading) -> dict[str, Any]:
    """Give a reading in the printed form, one JSON object per document."""
    issues = (*reading.report.issues, *reading.issues)
    return {
        "schema": "traktat.findings/1",
        "report": report_json(reading.report),
        "findings": [finding_json(finding) for finding in reading.findings],
        "issues": [
            {"code": issue.code, "span": plain(issue.span), "message": issue.message}
            for issue in issues
        ],
    }
