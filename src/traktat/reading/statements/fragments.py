"""Words of somebody too few for a statement: "called it a “bold step”"."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.reading.mentions import Quotation
from traktat.reading.statements.direct import is_name, is_title
from traktat.reading.statements.lines import UTTERANCE, Line
from traktat.reading.statements.told import Told

_LEAST = 2  # words; one alone is as often a term or a joke


def fragments_of(line: Line, told: list[Told | None]) -> Iterator[tuple[Told, Quotation]]:
    """Give the short quotations within what somebody says, each with whose words they are."""
    for quote in line.quotes.values():
        inside = line.first <= quote.first and quote.end <= line.end
        if not inside or not quote.closed or not _LEAST <= quote.words < UTTERANCE:
            continue
        owner = _speaker_of(quote, told)
        if owner is not None and not (is_name(line, quote) or is_title(line, quote)):
            yield owner, quote


def _speaker_of(quote: Quotation, told: list[Told | None]) -> Told | None:
    """Give the innermost of those in whose words a quotation stands."""
    holding = [
        item
        for item in told
        if item is not None
        and item.saying is not None
        and not item.is_rule
        and item.saying.holds(quote.first)
    ]
    return holding[-1] if holding else None
