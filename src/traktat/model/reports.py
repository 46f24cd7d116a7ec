"""Reports: documents made ready for reading, with their furniture marked and never removed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from traktat.model.dates import When
from traktat.model.issues import Issue
from traktat.model.kinds import Basis
from traktat.model.spans import Span


class Furniture(NamedTuple):
    """A stretch of the text that is not part of the report, and its class.

    Classes: advert, related-link, caption, byline, counter, share, subscription,
    navigation, credit, summary, pull-quote, separator.
    """

    span: Span
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who is credited for what a report says.

    `span` is the crediting phrase; `scope` the stretch of text that rests on it (None: the
    whole report); `organ_of` the state whose organ the origin is, if any; `anaphor` is true
    where the text says only "the agency".
    """

    name: str
    span: Span
    basis: Basis = Basis.CREDITED
    scope: Span | None = None
    organ_of: str | None = None
    anaphor: bool = False


class Segment(NamedTuple):
    """One of several versions stacked in a report: its stretch and, if it has one, its origin."""

    span: Span
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A text with outlet, date, language, furniture and origins; offsets are code points.

    `dateline` is the outlet's slug and place before the first words ("TEMPO.CO, Jakarta -"),
    `headings` are headlines and sub-headings: both are structure, neither is furniture.
    """

    path: str
    text: str
    sha256: str
    language: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: When | None = None
    published_basis: Basis | None = None
    origins: tuple[Origin, ...] = ()
    mask: tuple[Furniture, ...] = ()
    segments: tuple[Segment, ...] = ()
    dateline: Span | None = None
    headings: tuple[Span, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    @property
    def id(self) -> str:
        """Give the short id of the report: the first 12 hex digits of its text's digest."""
        return self.sha256[:12]
