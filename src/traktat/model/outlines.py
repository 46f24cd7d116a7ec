"""Outlines: what lists show of a record, so that no list has to load records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from traktat.model.dates import When
from traktat.model.records import (
    Claim,
    Disagreement,
    Name,
    Provision,
    Record,
    RecordIssue,
    Standing,
    Statement,
    TimelineAct,
    as_json,
)

Content = TimelineAct | Provision | Statement | Claim | Disagreement | RecordIssue


class Part(StrEnum):
    """A part of a record whose items can be listed over all records."""

    TIMELINE = "timeline"
    PROVISIONS = "provisions"
    STATEMENTS = "statements"
    CLAIMS = "claims"
    DISAGREEMENTS = "disagreements"
    ISSUES = "issues"


class Role(StrEnum):
    """As what somebody stands behind an item."""

    PERSON = "person"
    STATE = "state"


class Actor(NamedTuple):
    """Who acted, spoke or took a stance; `state` is that of a person, where it is known."""

    role: Role
    name: str
    state: str = ""


class Title(NamedTuple):
    """What an agreement can be called: its id, its parties and its names."""

    id: str
    parties: tuple[str, ...]
    names: tuple[Name, ...]


def title_of(record: Record) -> Title:
    """Give what a record can be called."""
    return Title(record.id, record.parties, record.names)


class Anchor(NamedTuple):
    """A finding that an item rests on."""

    report: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a record with what it can be found by."""

    part: Part
    id: str
    kind: str
    content: Content
    status: str = ""
    topic: str = ""
    when: When | None = None
    actors: tuple[Actor, ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A standing and the days from `since` to before `until` on which it holds."""

    since: date
    until: date
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A record as lists see it.

    `newest` is the day of its newest report, `origins` the independent origins that its acts,
    remarks and claims were counted under.
    """

    record: str
    newest: date | None
    origins: tuple[str, ...]
    disagreements: int  # open ones
    stretches: tuple[Stretch, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One agreement in a list, standing on a day since a day, with its last act by then."""

    id: str
    parties: tuple[str, ...]
    names: tuple[Name, ...]
    kind: str | None
    standing: Standing
    since: date | None
    last_act: TimelineAct | None
    newest: date | None
    reports: int
    origins: int
    disagreements: int
    issues: int

    def to_json(self) -> dict[str, Any]:
        """Give the line of `traktat list`, with what only lists of the desk show beside it."""
        return {
            "id": self.id,
            "parties": list(self.parties),
            "names": as_json(self.names),
            "kind": self.kind,
            "standing": as_json(self.standing),
            "since": as_json(self.since),
            "last_act": as_json(self.last_act),
            "newest_report": as_json(self.newest),
            "reports": self.reports,
            "independent_origins": self.origins,
            "open_disagreements": self.disagreements,
            "issues": self.issues,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An item of a record in a list of such items over all records."""

    agreement: str
    content: Content

    def to_json(self) -> dict[str, Any]:
        """Give the item in its printed form, with the id of its agreement."""
        return {"agreement": self.agreement, **as_json(self.content)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """How often somebody acts, speaks and takes a stance in all records."""

    name: str
    state: str | None
    acts: int
    statements: int
    claims: int
    denials: int
    agreements: int

    def to_json(self) -> dict[str, Any]:
        """Give the printed form."""
        return {
            "name": self.name,
            "state": self.state,
            "acts": self.acts,
            "statements": self.statements,
            "claims": self.claims,
            "denials": self.denials,
            "agreements": self.agreements,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in a list, with the agreements it speaks of.

    `heading` is its title, or the first headline of its text.
    """

    report: str
    path: str
    outlet: str | None
    title: str | None
    heading: str | None
    published: When | None
    language: str
    agreements: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the printed form: that of a report in a record, and its agreements."""
        return {
            "report": self.report,
            "path": self.path,
            "outlet": self.outlet,
            "title": self.title,
            "heading": self.heading,
            "published": as_json(self.published),
            "language": self.language,
            "agreements": list(self.agreements),
        }
