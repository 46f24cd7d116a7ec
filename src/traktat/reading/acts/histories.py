"""Mentions of one act in a report, united: an undated mention takes the date of its twin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from traktat.model.dates import OPEN_START, When, compatible, one_of, sharper
from traktat.model.findings import ActFinding
from traktat.model.kinds import CONCLUSION, MANY, ActKind, NameKind, Status
from traktat.model.spans import Span
from traktat.reading.acts.actors import Actors, seat_of
from traktat.reading.acts.bound import TAKING_FORCE
from traktat.reading.acts.drafts import ONE_SIDED, Draft, is_of_many
from traktat.reading.acts.outlines import Sources, speaker_at
from traktat.reading.acts.places import place_of
from traktat.reading.acts.triggers import Voice
from traktat.reading.acts.votes import vote_of
from traktat.reading.mentions import NameMention

WITH_REACH = 4  # words between an agreement and whom it is with

PLACELESS = frozenset({ActKind.ENTRY_INTO_FORCE, ActKind.PROVISIONAL_APPLICATION})
"""Acts that happen nowhere."""

AWAITED = "governed: awaiting"
PAIR = 2
LONGEST_SPAN = 40  # words an act's span may have
ASIDE = 14  # words from a trigger to an actor or agreement that its span still takes in

Key = tuple[str, ActKind, Status, str]


def united(sources: Sources, drafts: list[Draft]) -> tuple[ActFinding, ...]:
    """Unite the mentions of each act and turn all into findings, in text order."""
    groups: dict[Key, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(_key(draft), []).append(draft)
    _adopt_sideless(groups)
    _drop_awaited(groups)
    _named_days(sources, groups)
    told = [twin for group in groups.values() if group for twin in _twins(group)]
    told.sort(key=lambda item: (item.trigger.first, item.trigger.end, item.link.key))
    return tuple(_finding(sources, draft) for draft in told)


def _key(draft: Draft) -> Key:
    side = "+".join(sorted(name.state or "" for name in draft.bound))
    if draft.kind in ONE_SIDED or (draft.kind is ActKind.SIGNATURE and is_of_many(draft)):
        side = draft.chamber or ""
        side += "+".join(sorted(draft.actors.states))
    return draft.link.key, draft.kind, draft.status, side


def _adopt_sideless(groups: dict[Key, list[Draft]]) -> None:
    """Put mentions that name no side with the only side that is named, if there is just one.

    A signature without signers stays: of an agreement of many it is the signing by all.
    """
    for key in [key for key in groups if not key[3] and key[1] is not ActKind.SIGNATURE]:
        sides = [other for other in groups if other[:3] == key[:3] and other[3]]
        if len(sides) != 1:
            continue
        known = _common(draft.when for draft in groups[sides[0]] if draft.when is not None)
        unsaid = [draft for draft in groups[key] if _may_adopt(draft, known)]
        groups[sides[0]] += unsaid
        groups[key] = [draft for draft in groups[key] if draft not in unsaid]


def _drop_awaited(groups: dict[Key, list[Draft]]) -> None:
    """Leave out what is only waited for where it is told as not done yet: that says the same."""
    for (key, kind, status, side), drafts in groups.items():
        undone = groups.get((key, kind, Status.DENIED, side))
        if status is Status.PLANNED and side and undone:
            drafts[:] = [d for d in drafts if d.when or d.phase.rule != AWAITED]


def _named_days(sources: Sources, groups: dict[Key, list[Draft]]) -> None:
    """Date the making of an agreement that a day names: "the September 7 truce"."""
    for finding in sources.agreements.findings:
        keys = [(finding.key, kind, Status.OCCURRED, "") for kind in _MAKING]
        made = next((groups[key] for key in keys if groups.get(key)), None)
        days = _days_in_names(sources, finding.key) if made else set()
        if made and len(days) == 1 and all(_fits(draft.when, *days) for draft in made):
            made[:] = [replace(d, when=next(iter(days))).noting("date: its name") for d in made]
        if made:
            made[:] = [_called_by_date(sources, draft) for draft in made]


def _called_by_date(sources: Sources, draft: Draft) -> Draft:
    """Date the making of an agreement by what stands beside its noun: "a 2011 treaty signed by".

    So does a day without a year: "the February 13 agreement reached in Norvik". Of an agreement
    that is known, many sign later.
    """
    mention = draft.link.mention
    agreement = sources.agreements.by_key(draft.link.key)
    if mention is None or agreement is None or draft.when is not None:
        return draft
    if agreement.known and draft.kind is ActKind.SIGNATURE:
        return draft
    beside = sources.dates.within(mention.first - 1, mention.end + 1)
    dates = [date.finding.when for date in beside]
    calling = [when for when in dates if when is not None and CALLING.fullmatch(when.edtf)]
    if len(calling) != 1:
        return draft
    return replace(draft, when=calling[0]).noting("date: its name")


CALLING = re.compile(r"\d{4}|(\d{4}|XXXX)-\d\d-\d\d")
"""Dates by which agreements are called: a year, or a day, also one whose year nobody tells."""

_MAKING = (ActKind.TEXT_AGREED, ActKind.SIGNATURE)


def _fits(when: When | None, day: When) -> bool:
    return when is None or compatible(when, day)


def _days_in_names(sources: Sources, key: str) -> set[When]:
    """Give the days that stand within an agreement's mentions."""
    return {
        date.finding.when
        for mention in sources.agreements.mentions.items
        if mention.key == key
        for date in sources.dates.within(mention.first, mention.end)
        if date.finding.when is not None and date.finding.when.is_day
    }


def _may_adopt(draft: Draft, known: When | None) -> bool:
    """Tell whether a mention leaves its side unsaid, and is of no other day."""
    if draft.voice is Voice.ACTIVE or _is_by_crowd(draft):
        return False
    return draft.when is None or known is None or compatible(draft.when, known)


def _is_by_crowd(draft: Draft) -> bool:
    """Tell whether a number of states did it: "diratifikasi 178 negara", "ratified by 178"."""
    line, at = draft.line, draft.trigger.end
    at += at < line.end and line.has(at, "agent")
    return at < line.end and line.words[at].isdigit() and at not in line.dates


def _twins(group: list[Draft]) -> list[Draft]:
    """Let undated and blunter mentions take the sharpest date that fits all of them."""
    shared = _common(draft.when for draft in group if draft.when is not None)
    named = [draft for draft in group if draft.actors.mentions]
    out = [_twin(draft, shared, _lender(draft, named)) for draft in group]
    if shared is None and group[0].status is Status.PLANNED:
        return _same_planners(out)
    return out


def _lender(draft: Draft, named: list[Draft]) -> Actors | None:
    """Give the actors of the first twin that is not told of another day."""
    for other in named:
        if draft.when is None or other.when is None or compatible(draft.when, other.when):
            return other.actors
    return None


def _twin(draft: Draft, shared: When | None, actors: Actors | None) -> Draft:
    """Give a mention what its twins know."""
    twin = draft
    if shared is not None and draft.when != shared:
        twin = replace(twin, when=shared).noting("date: same act elsewhere")
    unsaid = draft.voice is not Voice.SUBJECT and not draft.actors.mentions
    if actors is not None and unsaid:
        twin = replace(twin, actors=actors, lent=True)
    return twin


def _same_planners(drafts: list[Draft]) -> list[Draft]:
    """Let plans without a day name the same actors: those named most often, else first."""
    named: dict[tuple[str, ...], int] = {}
    for draft in drafts:
        key = tuple(name.key for name in draft.actors.mentions)
        if key:
            named[key] = named.get(key, 0) + 1
    if len(named) < 2:
        return drafts
    best = max(named, key=lambda key: named[key])  # of equally frequent ones the first
    actors = next(d.actors for d in drafts if tuple(n.key for n in d.actors.mentions) == best)
    return [replace(draft, actors=actors) for draft in drafts]


def _common(dates: Iterable[When]) -> When | None:
    """Give the sharpest date if all dates can be one day."""
    best: When | None = None
    for when in dates:
        if best is not None and not compatible(best, when):
            return None
        best = when if best is None else sharper(best, when)
    return best


def _finding(sources: Sources, draft: Draft) -> ActFinding:
    page, line = sources.page, draft.line
    span = _span(draft)
    agreement = sources.agreements.by_key(draft.link.key)
    utterance = speaker_at(sources, draft.trigger.first)
    seats = {name.key: seat_of(line, name) for name in draft.actors.mentions}
    states = _sides(draft, seats, agreement.parties if agreement else ())
    return ActFinding(
        span=span,
        quote=page.quote(span),
        because=draft.rules,
        agreement=draft.link.key,
        act=draft.kind,
        status=draft.status,
        by=actor_names(
            sources, draft.actors.mentions, seats, agreement.parties if agreement else ()
        ),
        states=states,
        date=draft.when or _told_by(draft),
        place=None if draft.kind in PLACELESS else place_of(line, draft.trigger),
        chamber=draft.chamber,
        reported_on=draft.reported,
        condition=_condition(draft),
        vote=vote_of(draft),
        via=utterance.finding.speaker if utterance else None,
        replaces=draft.replaces,
    )


def _told_by(draft: Draft) -> When | None:
    """Give the days up to the report for what parties said again; it names no day of its own."""
    published = draft.line.sources.page.report.published
    if draft.kind is not ActKind.REAFFIRMATION or draft.status is not Status.OCCURRED:
        return None
    return None if published is None else one_of(OPEN_START, published.last)


def _sides(
    draft: Draft, seats: Mapping[str, str | None], parties: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the states of an act: those its actors act for, or all parties where none is told.

    Of two who act together in an agreement of two, the one whose state is not told acts for
    the other party. Whose step an act of one side was stays unknown where nobody is named.
    """
    own = {key: key for key in seats if key in parties}  # groups and organisations have no seat
    seated = tuple(dict.fromkeys(state for key in seats if (state := seats[key] or own.get(key))))
    if draft.kind in ONE_SIDED:
        return seated
    if draft.bound:
        return tuple(dict.fromkeys(name.state for name in draft.bound if name.state))
    if draft.kind in TAKING_FORCE and MANY in parties:
        return (MANY,)  # whom of the many it binds that day is not told
    pair = len(parties) == PAIR and MANY not in parties
    lone = pair and len(seated) == 1 and seated[0] in parties
    unsaid = draft.lent and draft.kind in CONCLUSION
    if lone and (unsaid or _of_two(draft, seats) or _with_other(draft, parties)):
        return seated + tuple(state for state in parties if state not in seated)
    return seated or parties


def _with_other(draft: Draft, parties: tuple[str, ...]) -> bool:
    """Tell whether the other party is named as whom it was done with: "signed a pact with X"."""
    line, mention = draft.line, draft.link.mention
    if draft.kind not in CONCLUSION or mention is None or draft.link.rule != "object":
        return False
    for name in line.sources.names.within(mention.first, min(line.end, mention.end + WITH_REACH)):
        if name.state in parties and line.has(name.first - 1, "with"):
            return True
    return False


def _of_two(draft: Draft, seats: Mapping[str, str | None]) -> bool:
    """Tell whether two act, one of them a person whose state is not told."""
    unseated = [name for name in draft.actors.mentions if seats[name.key] is None]
    return len(seats) == PAIR and [name.sort for name in unseated] == [NameKind.PERSON]


def actor_names(
    sources: Sources,
    names: Iterable[NameMention],
    seats: Mapping[str, str | None],
    parties: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Name actors: states and unnamed persons by code, others by name, each once.

    "The two countries" that act on an agreement of two are its parties, whichever two states
    were named before.
    """
    out: list[str] = []
    for name in names:
        members = members_of(sources, name)
        states = {item.state for item in members}
        pair = len(parties) == len(members) == PAIR and MANY not in parties
        if pair and all(m.sort is NameKind.STATE for m in members) and states != set(parties):
            out += parties
        elif members == [name] and name.sort is NameKind.STATE and name.members:
            out += name.members  # states named nowhere else: "presiden Norlandia dan Sarvia"
        else:
            out += (_actor_name(item, seats.get(item.key)) for item in members)
    return tuple(dict.fromkeys(out))


def _actor_name(name: NameMention, seat: str | None) -> str:
    if name.sort is NameKind.STATE and name.state:
        return name.state
    unnamed = name.sort is NameKind.GROUP and name.state is None
    return seat if unnamed and seat else name.name


def members_of(sources: Sources, name: NameMention) -> list[NameMention]:
    """Give those a plural mention stands for ("both leaders"), else the mention itself."""
    if not name.members:
        return [name]
    found = {item.key: item for item in reversed(sources.names.items) if not item.members}
    return [found[key] for key in name.members if key in found] or [name]


def _span(draft: Draft) -> Span:
    """Give the words of the act: its trigger with the actors, agreement and date near it."""
    line, trigger = draft.line, draft.trigger
    places = [(trigger.first, trigger.end), *((m.first, m.end) for m in draft.actors.mentions)]
    if draft.link.mention is not None:
        places.append((draft.link.mention.first, draft.link.mention.end))
    if draft.when_at is not None:
        places.append(draft.when_at)
    first, end = trigger.first, trigger.end
    for start, stop in sorted(places, key=lambda item: abs(item[0] - trigger.first)):
        if not line.first <= start < line.end:
            continue
        near = max(first - stop, start - end) <= ASIDE
        if near and max(end, stop) - min(first, start) <= LONGEST_SPAN:
            first, end = min(first, start), max(end, stop)
    return line.sources.page.tokens.span(first, min(end, line.end))


def _condition(draft: Draft) -> str | None:
    """Give the words of the condition a planned act waits for."""
    if draft.status is not Status.PLANNED:
        return None
    line = draft.line
    for token in range(draft.trigger.end, line.end):
        if line.stops(token) or line.words[token] in ".,":
            return None
        if line.opener(token) in ("condition", "after"):
            stop = next((t for t in range(token, line.end) if line.words[t] in ",.;"), line.end)
            return line.sources.page.words(token, stop)
    return None
