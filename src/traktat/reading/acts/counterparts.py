"""Whose agreement an act is about where one mention stands for several, each of other sides.

"Norland ended its pact with Aruna, followed by Sarvia": each ended its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.dates import joined_day
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline
from traktat.reading.mentions import DateMention

_PAIR = 2  # sides
OWN = "agreement of their own"
_OF_EACH = frozenset(
    {
        ActKind.SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCESSION,
        ActKind.DEPOSIT,
        ActKind.WITHDRAWAL,
    }
)
"""Acts that each state does for itself."""


def of_own(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the acts of those who are no side to the agreement, but to one named with it."""
    return [draft for draft in drafts if _is_side(draft) or not _sides_of(draft, drafts)]


def with_own(drafts: Sequence[Draft]) -> list[Draft]:
    """Tie those who did the same to agreements of their own; what is ended is not ended twice."""
    found = [_with_own(draft) for draft in drafts]
    return [
        draft
        for draft in found
        if draft.kind is not ActKind.TERMINATION or draft.rules[-1].rule == OWN
    ]


def _with_own(draft: Draft) -> Draft:
    """Tie who did the same to the agreement of their own that the same words stand for."""
    mention, states = draft.link.mention, set(draft.actors.states)
    if mention is None or _is_side(draft):
        return draft
    agreements = draft.line.sources.agreements
    for other in agreements.mentions.within(mention.first, mention.first + 1):
        finding = agreements.by_key(other.key)
        if finding is not None and len(finding.parties) == _PAIR and states & set(finding.parties):
            link = replace(draft.link, key=other.key, mention=other)
            return replace(draft, link=link).noting(OWN)
    return draft


def dated_apiece(drafts: Sequence[Draft]) -> list[Draft]:
    """Date each of several agreements by the day behind its partner.

    "Signed such pacts with Aruna in 1995, with Sarvia in July 2000, and with Sudria in 2008."
    """
    days = [_day_behind_partner(draft) for draft in drafts]
    told = {day.first for day in days if day is not None}
    if len(told) < _PAIR:
        return list(drafts)
    return [
        replace(draft, when=day.finding.when, when_at=(day.first, day.end)) if day else draft
        for draft, day in zip(drafts, days, strict=True)
    ]


def on_own_days(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Part what several did on as many days: "A and B acceded in 2003 and 2005, respectively"."""
    return [part for draft in drafts for part in _on_own_days(line, draft)]


def _on_own_days(line: Outline, draft: Draft) -> list[Draft]:
    names = draft.actors.mentions
    finding = line.sources.agreements.by_key(draft.link.key)
    both = finding is None or set(finding.parties) <= set(draft.actors.states)
    if both or draft.kind not in _OF_EACH:
        return [draft]  # both sides did it, on each of the days
    if len(names) < _PAIR or draft.when_at is None or draft.when_at[0] < draft.trigger.end:
        return [draft]
    days = [line.dates[draft.when_at[0]]]
    while (day := joined_day(line, days[-1].end)) is not None:
        days.append(day)
    if len(days) != len(names) or draft.status is not Status.OCCURRED:
        return [draft]
    return [
        replace(
            draft,
            actors=replace(draft.actors, mentions=(name,)),
            when=day.finding.when,
            when_at=(day.first, day.end),
        )
        for name, day in zip(names, days, strict=True)
    ]


def _day_behind_partner(draft: Draft) -> DateMention | None:
    """Give the day right behind the name of the side that one who acts deals with."""
    line, mention = draft.line, draft.link.mention
    finding = line.sources.agreements.by_key(draft.link.key)
    if mention is None or finding is None or len(finding.parties) != _PAIR:
        return None
    shared = line.sources.agreements.mentions.within(mention.first, mention.first + 1)
    others = set(finding.parties) - set(draft.actors.states)
    if len(shared) < _PAIR or len(others) != 1 or draft.status is not Status.OCCURRED:
        return None
    for name in line.ordered(line.names):
        if name.first >= mention.end and name.state in others:
            at = name.end + line.has(name.end, "in", "preposition")
            return line.dates.get(at)
    return None


def _sides_of(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """List the drafts of the same words whose actor is a side."""
    same = (d for d in drafts if d.trigger == draft.trigger and d.kind is draft.kind)
    return [d for d in same if d.link.key != draft.link.key and _is_side(d)]


def _is_side(draft: Draft) -> bool:
    """Tell whether one who acts is a side to the agreement; nobody named may be any."""
    finding = draft.line.sources.agreements.by_key(draft.link.key)
    states = set(draft.actors.states)
    if finding is None or not states or len(finding.parties) != _PAIR:
        return True
    return bool(states & set(finding.parties))
