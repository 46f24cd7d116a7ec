"""Rules that a report attributes to an agreement."""

from __future__ import annotations

from traktat.model.findings import ProvisionFinding
from traktat.reading.mentions import Agreements, Names, Quotations, Utterances
from traktat.reading.scan import Scan


def read_provisions(
    page: Scan,
    names: Names,
    agreements: Agreements,
    quotations: Quotations,
    utterances: Utterances,
) -> tuple[ProvisionFinding, ...]:
    """Find rules with who is bound, how, on what trigger and under which qualifiers."""
    return ()
