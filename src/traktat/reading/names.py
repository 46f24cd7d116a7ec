"""Persons, organs, states, organisations and groups, with variants united."""

from __future__ import annotations

from traktat.reading.mentions import Names, Quotations, Row
from traktat.reading.scan import Scan


def read_names(page: Scan, quotations: Quotations) -> Names:
    """Find every name and what each pronoun or plural mention stands for."""
    return Row()
