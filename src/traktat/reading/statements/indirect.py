"""Reported clauses as statements."""

from __future__ import annotations

from traktat.model.kinds import Form
from traktat.reading.mentions import Quotation
from traktat.reading.statements.lines import Line, opening
from traktat.reading.statements.sayings import Saying

OUTSIDE = 3
"""Words of a clause outside its quotations that make it a statement beside them."""

_LEAST = 2  # words of a reported clause
_ARTICLE = 1  # words before a quotation that make no clause: the "country is ready to talk"
_CLAUSES = frozenset({"clause", "that", "after"})


def reported_words(line: Line, saying: Saying) -> tuple[int, int] | None:
    """Give the tokens of a reported clause, or None where quotations already say it all."""
    first, end = saying.first, saying.end
    while end > first and not line.lower[end - 1][0].isalnum():
        end -= 1
    while first < end and line.is_comma(first):
        first += 1
    if end <= first or line.words(first, end) < _LEAST:
        return None
    if _all_quoted(line, first, end):
        return None
    quotes = [q for q in line.long if first <= q.first < end or q.first <= first < q.end]
    if not quotes:
        return first, end
    if opening(quotes[0]) <= first and not _is_subject(line, quotes[0], end):
        return None  # the quotation holds the verb of the clause
    if saying.rule in _CLAUSES and _verbs_quoted(line, quotes, first, end):
        return None
    inside = sum(line.words(q.first, q.end) for q in line.quotes.values() if first <= q.first < end)
    if saying.follows and first <= saying.cue.first < end:
        told = saying.subject.first, max(saying.subject.end, saying.cue.end)
        inside += line.words(min(told[0], saying.cue.first), told[1])  # "“The pact,” he said, “is"
    return (first, end) if line.words(first, end) - inside >= OUTSIDE else None


def _verbs_quoted(line: Line, quotes: list[Quotation], first: int, end: int) -> bool:
    """Tell whether every verb of a clause is quoted: the deal "should be left as it stands"."""
    at = first
    for quote in quotes:
        mark = opening(quote)
        begins = line.is_predicate(quote.first) or line.words(at, mark) <= _ARTICLE
        if not (begins and line.has_predicate(quote.first, quote.end)):
            return False
        if line.has_predicate(at, mark - 1):
            return False
        at = quote.end
    return not line.has_predicate(at, end)


def _is_subject(line: Line, quote: Quotation, end: int) -> bool:
    """Tell whether only the subject of a clause is quoted, and its verb follows."""
    shown = line.has_predicate(quote.first, quote.end)
    return not shown and line.has_predicate(quote.end, end)


def _all_quoted(line: Line, first: int, end: int) -> bool:
    """Tell whether words stand wholly in one short quotation: "Selamat sore"."""
    quote = line.opens_quote(first) or line.opens_quote(first - 1)
    return quote is not None and quote.end >= end


FORM = Form.INDIRECT
