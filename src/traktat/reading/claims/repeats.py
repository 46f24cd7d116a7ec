"""Claims that say once more what a report told before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from traktat.model.findings import ClaimFinding
from traktat.reading.scan import Scan

SAME_WORDS = 0.6  # share of words that two wordings of one proposition have in common


def without_repeats(
    page: Scan, found: list[ClaimFinding], buildings: Collection[str] = ()
) -> Iterator[ClaimFinding]:
    """Keep each claim of a report once, where it is told first; not in a headline if elsewhere.

    What a building says that stands for a state ("the Kremlin") the state says.
    """
    kept: list[ClaimFinding] = []
    for one in sorted(found, key=lambda one: _in_heading(page, one)):
        of_state = replace(one, by=one.state) if one.state and one.by in buildings else one
        if not any(_is_same(one, other) or _is_same(of_state, other) for other in kept):
            kept.append(one)
    return (one for one in found if one in kept)


def _is_same(one: ClaimFinding, other: ClaimFinding) -> bool:
    """Tell whether two claims say the same of the same, by the same claimant."""
    same = (one.by, one.state, one.stance, one.manner) == (
        *(other.by, other.state, other.stance, other.manner),
    )
    dated = one.date is not None and other.date is not None and one.date != other.date
    if not same or dated or one.quantity != other.quantity:
        return False
    mine, theirs = set(one.topic.split()), set(other.topic.split())
    return len(mine & theirs) >= SAME_WORDS * len(mine | theirs)


def _in_heading(page: Scan, claim: ClaimFinding) -> bool:
    return any(span.start <= claim.span.start < span.end for span in page.report.headings)
