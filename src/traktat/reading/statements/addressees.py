"""Who is called on to act: whether a noun phrase means somebody who can."""

from __future__ import annotations

from traktat.reading.statements.lines import Line


def can_act(line: Line, first: int, end: int) -> bool:
    """Tell whether a noun phrase means somebody who can act: "the two sides", not "support".

    What is to be done by others can be anything: "called for the islands to be handed over".
    """
    if line.is_in(end + 1, "be"):
        return True
    if line.is_in(first, "someone") and line.is_in(end - 1, "occasions"):
        return False  # "requested a meeting to discuss"
    if not line.speech.head_first:
        stop = _head_stop(line, first, end)
        if stop < end:
            return stop in line.ending or line.is_noun(stop - 1, "speakers", "hearers")
        heads = range(first, end)
        return any(at in line.starting or line.is_noun(at, "speakers", "hearers") for at in heads)
    if first in line.starting or line.is_noun(first, "speakers", "hearers"):
        return True
    return line.is_noun(first + 1, "speakers", "hearers")  # "semua pihak", not "dukungan Veland"


def _head_stop(line: Line, first: int, end: int) -> int:
    """Give where the head of a noun phrase ends: "cooperation | with allies", "both of them |"."""
    for at in range(first + 1, end):
        if line.is_in(at, "prepositions") and not line.is_in(at, "of"):
            return at
    return end


def describes_noun(line: Line, token: int) -> bool:
    """Tell whether a thing stands before a verb, so that it describes: "keperluan mendesak"."""
    if token < line.begin or token + 1 in line.ending or line.is_in(token, "speakers"):
        return False
    return line.speech.shaped("plain_nouns", line.lower[token])
