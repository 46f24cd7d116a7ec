"""Reported clauses that open with words on when, where or how: "said with the pact in force, …"."""

from __future__ import annotations

from traktat.reading.statements.adverbials import After
from traktat.reading.statements.lines import Line, skip_right
from traktat.reading.statements.openings import opens_phrase

_PHRASE = 16  # tokens of a phrase before the clause it belongs to: "under the new pact"
_BEFORE_NOUN = ("prepositions", "articles", "determiners", "adverbs", "joining")


def front_of(after: After) -> int | None:
    """Find a clause behind words that say when or where: "said under the pact Kenya will pay"."""
    line, cue = after.line, after.cue
    first = skip_right(line, cue.end)
    if line.speech.comma_opens or not cue.bare or first + 2 >= after.edge:
        return None
    fronted = line.is_in(first, "fronting") or line.is_in(first, "breaks")
    if not fronted and (
        not line.is_in(first, "prepositions") or line.is_in(first, "of", "in_order")
    ):
        return None
    return _behind_comma(after, first) or (None if fronted else _behind_noun(after, first))


def _behind_comma(after: After, first: int) -> int | None:
    """Find the main clause behind a comma: "said with the pact in force, Kenya will pay"."""
    line = after.line
    for here in range(first + 2, min(after.edge - 1, first + _PHRASE)):
        if line.is_comma(here):
            new = line.is_in(here + 1, "coordinators", "relatives", "breaks")
            opens = not new and opens_phrase(line, here + 1)
            told = opens and line.shows_predicate(here + 1, after.edge)
            return first if told else None
    return None


def _behind_noun(after: After, first: int) -> int | None:
    """Find the subject of the clause right behind a noun: "under the new pact | Kenya will"."""
    line = after.line
    for here in range(first + 2, min(after.edge - 1, first + _PHRASE)):
        if (
            line.is_comma(here)
            or line.is_in(here, "breaks", "relatives")
            or line.is_predicate(here)
        ):
            return None
        noun = line.lower[here - 1].isalpha() and not line.is_in(here - 1, *_BEFORE_NOUN)
        if noun and _opens_subject(line, here) and line.shows_predicate(here, after.edge):
            return first
    return None


def _opens_subject(line: Line, at: int) -> bool:
    """Tell whether the subject of a clause can begin at a token that a noun precedes."""
    held = line.starting.get(at)
    named = held is not None and not held.attributive
    return named or line.is_in(at, "articles", "pronouns")
