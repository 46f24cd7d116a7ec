"""Whose deed is called a wrong: "the crossing of Norland's troops was a breach of the pact"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.frames import code_of
from traktat.reading.mentions import NameMention, Names
from traktat.reading.scan import Scan

COPULAS = ("be", "amount")
CALLED = 5  # tokens between "was" and "violation": "a clear and serious"
AGENT = 2  # tokens of "by the" before a name


def whose_deed(
    page: Scan, names: Names, first: int, mark: Mark, own: str | None
) -> NameMention | None:
    """Give who did what is called a wrong, in words that begin at a token.

    That is whoever is named behind "by", else the only one named who is not the speaker.
    """
    marks = page.marks
    called = marks.within("grammar", max(first, mark.first - CALLED), mark.first)
    copula = max((one.first for one in called if one.key in COPULAS), default=0)
    subject = names.within(first, copula) if copula > first else ()
    if not subject or subject[-1].end > copula:
        return None
    if any(marks.keyed("grammar", "relative", first, copula)):
        return None
    for agent in marks.keyed("grammar", "agent", first, copula):
        led = names.within(agent.end, min(copula, agent.end + AGENT))
        if led and code_of(led[0]):
            return led[0]
    others = {code: name for name in reversed(subject) if (code := code_of(name)) and code != own}
    return next(iter(others.values())) if len(others) == 1 else None
