"""Builders of model values with defaults, so that a test names only what it is about."""

from __future__ import annotations

from typing import Any

from traktat.model.dates import When, parse
from traktat.model.kinds import ActKind, Chamber, Form, ProvisionKind, Status
from traktat.model.records import (
    Provision,
    Record,
    Rendition,
    Statement,
    Support,
    TimelineAct,
)
from traktat.model.spans import Span

_DATES = ("date", "effective_on", "uttered")


def when(value: str | When | None) -> When | None:
    """Read an EDTF value, or leave it as it is."""
    return parse(value) if isinstance(value, str) else value


def make_support(report: str = "r1", start: int = 0, end: int = 10, **more: Any) -> Support:
    """Build where a fact stands."""
    return Support(report, Span(start, end), more.pop("quote", "x" * (end - start)), "f1", **more)


def make_act(kind: str, date: str | None = None, states: str = "", **more: Any) -> TimelineAct:
    """Build an act of the timeline: kind, EDTF date, states as codes with spaces between.

    `reported_on` is given as EDTF values with spaces between, `effective_on` as one.
    """
    status = Status(more.pop("status", "occurred"))
    reported = tuple(parse(value) for value in more.pop("reported_on", "").split())
    chamber = more.pop("chamber", None)
    label = "-".join(part for part in (kind, states.replace(" ", "+"), date, status.value) if part)
    return TimelineAct(
        id=more.pop("id", label),
        act=ActKind(kind),
        status=status,
        date=when(date),
        states=tuple(states.split()),
        reported_on=reported,
        chamber=Chamber(chamber) if chamber else None,
        **{key: when(value) if key in _DATES else value for key, value in more.items()},
    )


def make_provision(kind: str, **more: Any) -> Provision:
    """Build a clause; its id is its kind unless another is given."""
    return Provision(id=more.pop("id", kind), kind=ProvisionKind(kind), **more)


def make_rendition(report: str = "r1", **more: Any) -> Rendition:
    """Build one report's wording of a clause."""
    return Rendition(
        report=report,
        span=more.pop("span", Span(0, 10)),
        quote=more.pop("quote", "x" * 10),
        language=more.pop("language", "en"),
        finding=more.pop("finding", f"f-{report}"),
        **more,
    )


def make_statement(speaker: str, **more: Any) -> Statement:
    """Build one remark."""
    return Statement(
        id=more.pop("id", f"s-{speaker}"),
        speaker=speaker,
        form=Form(more.pop("form", "indirect")),
        **{key: when(value) if key in _DATES else value for key, value in more.items()},
    )


def make_record(parties: str = "AAA BBB", **more: Any) -> Record:
    """Build a record; parties are codes with spaces between."""
    codes = tuple(parties.split())
    name = more.pop("id", "-".join(code.lower() for code in codes))
    return Record(id=name, parties=codes, names=more.pop("names", ()), **more)
