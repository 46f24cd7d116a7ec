"""Words that a paper is told to hold: "Dalam perjanjian itu disebutkan bahwa …"."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.reading.statements.complements import complement_of
from traktat.reading.statements.cues import Cue, Side
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link, Subject
from traktat.reading.statements.sayings import Saying

_REACH = 24  # tokens between the opening of a sentence and the verb: "Berdasarkan salinan …"
_NEAR = 4  # tokens between a preposition and the noun for the paper: "dalam salinan naskah"


def impersonal_of(line: Line) -> tuple[Saying, ...]:
    """Read a passive verb of saying whose words stand in a paper that opens the sentence."""
    for mark in line.marks:
        if mark.key != "passive" or line.quote_around(mark.first) is not None:
            continue
        source = _source(line, mark)
        if source is None or line.is_in(mark.first - 1, "unsaid", "relatives"):
            return ()
        cue = Cue(mark.first, mark.end, Side.VERB, frozenset({"clause"}), (mark.entry.name,))
        found = complement_of(line, cue, line.stop)
        if found is None or not found.sure:
            return ()
        return (Saying(cue, source, found.first, line.stop, found.rule),)
    return ()


def _source(line: Line, mark: Mark) -> Subject | None:
    """Find the noun for a paper behind the preposition that opens a sentence."""
    first = line.begin
    if not line.is_in(first, "prepositions") or mark.first - first > _REACH:
        return None
    for at in range(first + 1, min(mark.first, first + 1 + _NEAR)):
        if line.is_noun(at, "documents", "media"):
            end = next((k for k in range(at, mark.first) if line.is_comma(k)), mark.first)
            return Subject(Link.OWN, at, end, first)
    return None
