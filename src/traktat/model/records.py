"""Records: everything known of one agreement, fused from many reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from traktat.model.dates import When
from traktat.model.kinds import (
    ActKind,
    AgreementStatus,
    Basis,
    Chamber,
    DisagreementClass,
    Force,
    Form,
    Manner,
    PartyStatus,
    ProvisionKind,
    Stance,
    Status,
)
from traktat.model.spans import Span
from traktat.sentences import SILENT, Sentence


class Support(NamedTuple):
    """Where a fact stands: report id, span, exact characters and the finding that read them.

    `value` is what this one report gives (its date of an act, its quantity in a claim);
    `origin` the independent origin it was counted under.
    """

    report: str
    span: Span
    quote: str
    finding: str
    value: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of the agreement, the language it is in and in how many reports it stands."""

    text: str
    language: str
    reports: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAct:
    """One act merged over reports.

    `date` is the sharpest value all supports allow, `because` what bounds it where no report
    gives a day; `origins` the names credited,
    `independent_origins` how many independent groups they form; `credibility` is the Admiralty
    scale 1 (confirmed) to 6 (cannot be judged); `party_organ` flags an origin that is an organ
    of a party; `certainty` how far the sources commit themselves (fact, possible, denied).
    """

    id: str
    act: ActKind
    status: Status
    chamber: Chamber | None = None
    by: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    date: When | None = None
    effective_on: When | None = None
    reported_on: tuple[When, ...] = ()
    place: str | None = None
    condition: str | None = None
    vote: str | None = None
    replaces: str | None = None
    because: tuple[Sentence, ...] = ()
    support: tuple[Support, ...] = ()
    origins: tuple[str, ...] = ()
    independent_origins: int = 0
    credibility: int = 6
    party_organ: bool = False
    certainty: str = "fact"
    confidence: float = 1.0

    @property
    def reports(self) -> tuple[str, ...]:
        """Give the ids of the reports that tell of the act, sorted."""
        return tuple(sorted({item.report for item in self.support}))


class Proof(NamedTuple):
    """Why a status holds: the act, the rule in words, and its article (`VCLT 14`)."""

    act: str
    rule: Sentence
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an agreement stands in law on a day.

    `alternatives` are the other statuses that the known dates leave possible; `parties` the
    status of each party; `because` the ids of the acts that prove it, `proof` with the rules.
    `subject_to` names what is still missing (ratification, exchange …) where a report says so.
    """

    date: date
    status: AgreementStatus
    certain: bool
    alternatives: tuple[AgreementStatus, ...] = ()
    parties: Mapping[str, PartyStatus]
    possible_parties: Mapping[str, tuple[PartyStatus, ...]] | None = None
    because: tuple[str, ...] = ()
    proof: tuple[Proof, ...] = ()
    subject_to: tuple[str, ...] = ()
    interim_duty: bool = False  # VCLT 18: not to defeat object and purpose before entry into force


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One report's wording of a clause; `origin` is the independent origin it counts under."""

    report: str
    span: Span
    quote: str
    language: str
    finding: str
    trigger: str | None = None
    bearers: tuple[str, ...] = ()
    beneficiary: str | None = None
    force: Force | None = None
    qualifiers: tuple[str, ...] = ()
    timing: str | None = None
    scope: str | None = None
    content: str | None = None
    verbatim: bool = False
    via: str | None = None
    flags: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One clause: what most independent origins make of it, and all its renditions."""

    id: str
    kind: ProvisionKind
    bearers: tuple[str, ...] = ()
    beneficiary: str | None = None
    force: Force | None = None
    trigger: str | None = None
    qualifiers: tuple[str, ...] = ()
    timing: str | None = None
    scope: str | None = None
    content: str | None = None
    fields: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    independent_origins: int = 0
    credibility: int = 6
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One remark, whatever the number of reports and translations that carry it."""

    id: str
    speaker: str
    form: Form
    office: str | None = None
    state: str | None = None
    via: tuple[str, ...] = ()
    uttered: When | None = None
    occasion: str | None = None
    stance: Stance | None = None  # "denies" where the words are what the speaker denies
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claimant's stance on one proposition on one occasion."""

    id: str
    topic: str
    by: str
    stance: Stance
    state: str | None = None
    manner: Manner | None = None
    quantity: tuple[str, str, str] | None = None
    date: When | None = None
    via: tuple[str, ...] = ()
    support: tuple[Support, ...] = ()
    changed_from: str | None = None  # the id of the same claimant's earlier, other line


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One side of a disagreement."""

    value: Sentence
    support: tuple[Support, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Values that differ, why they differ, and which one the record prefers (None: open).

    `about` says what they are values of, such as `act:signature:date` or `provision:trigger`;
    `rule` names the rule that classed it, `why` says it in words.
    """

    id: str
    about: str
    sort: DisagreementClass
    values: tuple[Value, ...]
    prefer: Sentence | None = None
    why: Sentence = SILENT
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """An older agreement that was replaced, ended, or returned to; never mixed with this one."""

    names: tuple[str, ...]
    relation: str
    agreement: str | None = None
    parties: tuple[str, ...] = ()
    date: When | None = None
    status: str | None = None
    asserted_by: str | None = None
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report the record rests on."""

    report: str
    path: str
    outlet: str | None
    title: str | None
    published: When | None
    language: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One edge of the lineage: what a report owes to another report or to an origin.

    `report` is a `sort` (copy, translation, paraphrase, stacked, recycled) `of` another report
    or, with `credited`, of an origin.
    """

    report: str
    of: str
    sort: str
    basis: Basis
    confidence: float = 1.0
    span: Span | None = None
    why: Sentence = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a report's agreement was put in this record."""

    report: str
    key: str
    reason: Sentence
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordIssue:
    """A doubt about the record that a person should look at."""

    code: str
    message: Sentence
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything known of one agreement. A pure function of findings and judgements."""

    id: str
    parties: tuple[str, ...]
    names: tuple[Name, ...]
    kind: str | None = None
    timeline: tuple[TimelineAct, ...] = ()
    provisions: tuple[Provision, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    lineage: tuple[Tie, ...] = ()
    links: tuple[Link, ...] = ()
    issues: tuple[RecordIssue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who owes what to whom under which clause."""

    debtor: str
    creditor: str
    provision: str
    force: Force | None = None
    qualifiers: tuple[str, ...] = ()
    timing: str | None = None
    why: Sentence = SILENT
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTriggered:
    """A clause that a hypothetical event leaves untouched, and why."""

    provision: str
    why: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """The answer to "what would this event oblige whom to do?"."""

    question: Mapping[str, str]
    standing: Standing
    verdict: str  # triggered | not-triggered | possible | contested
    duties: tuple[Duty, ...] = ()
    not_triggered: tuple[NotTriggered, ...] = ()
    breaches: tuple[Duty, ...] = ()
    discretion: tuple[Statement, ...] = ()
    doubts: tuple[Sentence, ...] = ()


_RENAMED = {"sort": {"Disagreement": "class", "Tie": "kind"}}


def record_json(record: Record, standing: Standing | None = None) -> dict[str, Any]:
    """Give a record in the printed form (`traktat.record/1`), with its standing on a day."""
    out = {"schema": "traktat.record/1", **as_json(record)}
    if standing is not None:
        out["standing"] = as_json(standing)
    return out


def as_json(value: Any) -> Any:
    """Turn any value of this module into what JSON knows, with the printed field names."""
    if isinstance(value, When | Enum | date):
        return _scalar(value)
    if isinstance(value, Span):
        return list(value)
    if is_dataclass(value):
        name = type(value).__name__
        return {
            _RENAMED.get(field.name, {}).get(name, field.name): as_json(getattr(value, field.name))
            for field in fields(value)
        }
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: as_json(item) for key, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value


def _scalar(value: When | Enum | date) -> Any:
    if isinstance(value, When):
        return value.edtf
    return value.value if isinstance(value, Enum) else value.isoformat()
