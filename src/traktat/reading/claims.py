"""Stances on contested facts."""

from __future__ import annotations

from traktat.model.findings import ClaimFinding
from traktat.reading.mentions import Dates, Names, Utterances
from traktat.reading.scan import Scan


def read_claims(
    page: Scan, names: Names, dates: Dates, utterances: Utterances
) -> tuple[ClaimFinding, ...]:
    """Find who asserts, denies, or neither, a contested fact."""
    return ()
