"""Whom something is agreed with, told before what is agreed: "agreed with Norland on a pact"."""

from __future__ import annotations

from traktat.reading.acts.outlines import Outline


def past_partner(line: Outline, at: int) -> int:
    """Step over whom it is with, when and where, if an agreement's noun phrase follows."""
    if at + 1 >= line.end or not line.has(at, "with") or at + 1 not in line.names:
        return at
    token = line.names[at + 1].end
    while token < line.end:
        step = token + line.has(token, "in", "at", "and")
        mention = line.dates.get(step) or line.names.get(step)
        if mention is None or step in line.agreements:
            break
        token = mention.end
    behind = token + (token < line.end and line.has(token, "preposition", "of", "about"))
    if behind >= line.end:
        return at
    begins = behind in line.agreements or (line.has(behind, "article") and behind > token)
    return behind if begins else at
