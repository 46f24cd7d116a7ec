"""Outlines worked out from records: what lists show of them, and what they are found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from traktat.facts.tables import table
from traktat.model.dates import OPEN_END, When
from traktat.model.outlines import Actor, Anchor, Item, Outline, Part, Role, Stretch
from traktat.model.records import (
    Claim,
    Record,
    Standing,
    Statement,
    Support,
    TimelineAct,
)

ALWAYS = date.max  # the day until which the last standing holds


def outline_of(record: Record) -> Outline:
    """Give what lists show of a record."""
    told = (record.timeline, record.statements, record.claims)
    origins = {one.origin for part in told for item in part for one in item.support}
    days = [_printed(entry.published) for entry in record.reports if entry.published]
    return Outline(
        record=record.id,
        newest=max(days, default=None),
        origins=tuple(sorted(origins - {""})),
        disagreements=sum(one.prefer is None for one in record.disagreements),
        stretches=tuple(stretches(record)),
        items=tuple(_items(record)),
    )


def _printed(when: When) -> date:
    """Give the last day a report can be of, the first where nothing tells the last."""
    return when.first if when.last == OPEN_END else when.last


def stretches(record: Record) -> Iterator[Stretch]:
    """Give the standing from one day on which anything of it changes to the next."""
    from traktat.law import standing_on
    from traktat.law.history import turning_days

    since, holding = date.min, None
    turns = turning_days(list(record.timeline), list(record.provisions))
    for day in (date.min, *turns):
        standing = standing_on(
            day,
            record.timeline,
            parties=record.parties,
            provisions=record.provisions,
            kind=record.kind,
            agreement=record.id,
        )
        if holding is None:
            holding = standing
        elif not _same(standing, holding):
            yield Stretch(since=since, until=day, standing=holding)
            since, holding = day, standing
    if holding is not None:
        yield Stretch(since=since, until=ALWAYS, standing=holding)


def _same(standing: Standing, before: Standing) -> bool:
    return replace(standing, date=before.date) == before


def _items(record: Record) -> Iterator[Item]:
    yield from map(_act, record.timeline)
    for clause in record.provisions:
        yield Item(
            part=Part.PROVISIONS,
            id=clause.id,
            kind=clause.kind.value,
            content=clause,
            actors=_states(clause.bearers),
            anchors=tuple(sorted({Anchor(one.report, one.finding) for one in clause.renditions})),
        )
    yield from map(_statement, record.statements)
    yield from map(_claim, record.claims)
    for dispute in record.disagreements:
        yield Item(
            part=Part.DISAGREEMENTS,
            id=dispute.id,
            kind=dispute.sort.value,
            content=dispute,
            status="settled" if dispute.prefer is not None else "open",
            topic=dispute.about,
            anchors=_anchors(one for value in dispute.values for one in value.support),
        )
    for issue in record.issues:
        yield Item(
            part=Part.ISSUES,
            id="",
            kind=issue.code,
            content=issue,
            anchors=_anchors(issue.support),
        )


def _act(act: TimelineAct) -> Item:
    return Item(
        part=Part.TIMELINE,
        id=act.id,
        kind=act.act.value,
        content=act,
        status=act.status.value,
        when=act.date,
        actors=(*_named(act.by), *_states(act.states)),
        anchors=_anchors(act.support),
    )


def _statement(remark: Statement) -> Item:
    return Item(
        part=Part.STATEMENTS,
        id=remark.id,
        kind=remark.form.value,
        content=remark,
        status=remark.stance.value if remark.stance else "",
        when=remark.uttered,
        actors=(*_named([remark.speaker], remark.state), *_states([remark.state or ""])),
        anchors=_anchors(remark.support),
    )


def _claim(claim: Claim) -> Item:
    return Item(
        part=Part.CLAIMS,
        id=claim.id,
        kind=claim.manner.value if claim.manner else "",
        content=claim,
        status=claim.stance.value,
        topic=claim.topic,
        when=claim.date,
        actors=(*_named([claim.by], claim.state), *_states([claim.state or ""])),
        anchors=_anchors(claim.support),
    )


def _named(names: Iterable[str], state: str | None = None) -> Iterator[Actor]:
    """Give those who act by name; a code is a state or an organisation acting as such."""
    for name in dict.fromkeys(names):
        yield Actor(Role.STATE, name) if is_code(name) else Actor(Role.PERSON, name, state or "")


def _states(codes: Iterable[str]) -> tuple[Actor, ...]:
    return tuple(Actor(Role.STATE, code) for code in dict.fromkeys(codes) if code)


def is_code(name: str) -> bool:
    """Tell whether a name is the code of a state or an organisation, or looks like one.

    >>> is_code("PRK"), is_code("Ban Ki-moon")
    (True, False)
    """
    return name in table("states") or name in table("organisations") or _looks_like_code(name)


def _looks_like_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isupper()


def _anchors(supports: Iterable[Support]) -> tuple[Anchor, ...]:
    return tuple(sorted({Anchor(one.report, one.finding) for one in supports}))
