"""The two halves of a split verb: "pull … out of", "put … into force"."""

from __future__ import annotations

from traktat.model.kinds import ActKind
from traktat.reading.acts.objects import past_parties
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Sense, Trigger

SPLIT_REACH = 10  # words between the halves of "pull … out of"

_AROUND = frozenset(
    {
        *(ActKind.ENTRY_INTO_FORCE, ActKind.PROVISIONAL_APPLICATION, ActKind.RATIFICATION),
        *(ActKind.TERMINATION, ActKind.PUBLICATION, ActKind.SUSPENSION),
    }
)
"""Acts whose split verbs stand around the agreement: "put the pact into force"."""


def leads_on(line: Outline, token: int) -> bool:
    """Tell whether a word leads to something else: "for a wish to step back", not "242 to 391"."""
    if not line.has(token, "toward", "purpose"):
        return False
    return not (line.words[token - 1].isdigit() and line.words[token + 1].isdigit())


def stands_around(line: Outline, sense: Sense) -> bool:
    """Tell whether a verb stands around what it is done to: "membawa RUU itu ke paripurna"."""
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    return sense.kind in _AROUND or (after and sense.kind is ActKind.APPROVAL)


def split_end(line: Outline, trigger: Trigger, *, around: bool) -> int:
    """Give how far the second half of a verb may stand: behind the whole name of a treaty."""
    stop = min(line.end, trigger.end + SPLIT_REACH)
    named = [line.agreements[t].end for t in range(trigger.end, stop) if t in line.agreements]
    if not around or not named:
        return stop
    return min(line.end, past_parties(line, named[0]) + SPLIT_REACH)
