"""Acts in the life of an agreement."""

from __future__ import annotations

from traktat.model.findings import ActFinding
from traktat.reading.mentions import Agreements, Dates, Names, Utterances
from traktat.reading.scan import Scan


def read_acts(
    page: Scan, names: Names, agreements: Agreements, dates: Dates, utterances: Utterances
) -> tuple[ActFinding, ...]:
    """Find acts with their actors, day, place and status."""
    return ()
