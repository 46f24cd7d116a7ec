"""A state taken out of an agreement that is not named again: "the president withdrew Norland"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.outlines import Outline, Sources
from traktat.reading.acts.ties import Link, in_focus
from traktat.reading.acts.triggers import Sense, Trigger


def may_remove(sources: Sources, mark: Mark) -> bool:
    """Tell whether a verb may take a state out of an agreement: "withdrew Norland in 2015"."""
    if mark.entry.field != "split_verbs" or mark.entry.key != ActKind.WITHDRAWAL:
        return False
    behind = sources.names.within(mark.end, mark.end + 2)
    return any(name.sort is NameKind.STATE for name in behind)


def removed(line: Outline, trigger: Trigger, sense: Sense) -> Link | None:
    """Tie the removal of a party to the agreement in focus: "pulled Norland out in 2015"."""
    if sense.kind is not ActKind.WITHDRAWAL or trigger.end >= line.end:
        return None
    state = line.names.get(trigger.end + line.has(trigger.end, "article"))
    if state is None or state.sort is not NameKind.STATE or state.attributive:
        return None
    end = _past_out(line, state.end)
    alone = any(other.field == "verbs" for other in trigger.senses)  # "withdrew Norland"
    if (end == state.end and not alone) or not _ends(line, end):
        return None
    link = in_focus(line, trigger)
    agreement = line.sources.agreements.by_key(link.key) if link is not None else None
    if link is None or agreement is None or state.state not in agreement.parties:
        return None
    return Link(link.key, link.mention, True, "party taken out")


def _past_out(line: Outline, at: int) -> int:
    """Step over the second half of the verb: "pulled Norland out"."""
    for mark in line.sources.page.marks.within("acts", at, at + 1):
        if mark.field == "outs" and mark.key == ActKind.WITHDRAWAL and mark.first == at:
            return mark.end
    return at


def _ends(line: Outline, at: int) -> bool:
    """Tell whether nothing but a day follows in the clause."""
    if at >= line.end or line.stops(at) or at in line.dates or line.opener(at) is not None:
        return True
    if line.has(at, "in") and at + 1 in line.dates:
        return True
    return line.words[at] in '.,!?"”' or line.joins(at)
