"""Words told by a passive verb: what a paper holds, and what somebody calls a thing.

"Dalam perjanjian itu disebutkan bahwa …", "Pakta itu dinilai Odembe berjalan baik".
"""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.statements.complements import complement_of
from traktat.reading.statements.cues import Cue, Side
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link, Subject, noun_after
from traktat.reading.statements.sayings import Saying

_REACH = 24  # tokens between the opening of a sentence and the verb: "Berdasarkan salinan …"
_LEAST = 2  # words before the verb: what it is said of
_ACTORS = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.STATE)
_NEAR = 4  # tokens between a preposition and the noun for the paper: "dalam salinan naskah"


def impersonal_of(line: Line) -> tuple[Saying, ...]:
    """Read a passive verb of saying whose words stand in a paper that opens the sentence."""
    for mark in line.marks:
        if mark.key != "passive" or line.quote_around(mark.first) is not None:
            continue
        source = _agent(line, mark) if mark.first == line.begin else _source(line, mark)
        if source is None or line.is_in(mark.first - 1, "unsaid", "relatives"):
            return ()
        end = max(mark.end, source.end if mark.first == line.begin else mark.end)
        cue = Cue(mark.first, end, Side.VERB, frozenset({"clause"}), (mark.entry.name,))
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


def ascribed_of(line: Line) -> tuple[Saying, ...]:
    """Read what somebody named behind a passive verb says of the subject of the sentence."""
    for mark in reversed(line.marks):  # of "disebut" and "disebut oleh" the longer comes last
        if mark.key != "ascribed" or line.quote_around(mark.first) is not None:
            continue
        if line.words(line.begin, mark.first) < _LEAST or not _is_told(line, mark):
            continue
        agent = _agent(line, mark)
        if agent is not None and line.words(agent.end, line.stop) >= _LEAST:
            cue = Cue(mark.first, mark.end, Side.VERB, frozenset({"label"}), (mark.entry.name,))
            return (Saying(cue, agent, line.begin, line.stop, "ascribed", follows=True),)
    return ()


def _is_told(line: Line, mark: Mark) -> bool:
    """Tell whether a passive is the verb of its sentence and no description of a noun."""
    before = mark.first - 1
    if line.speech.head_first:
        return not line.is_in(before, "relatives", "unsaid") and not line.is_comma(before)
    while before > line.begin and line.is_adverb(before):
        before -= 1
    return line.is_in(before, "be")


def _agent(line: Line, mark: Mark) -> Subject | None:
    """Find who stands right behind a passive verb, or in its ending ("dinilainya")."""
    if line.speech.shaped("pronouns", line.lower[mark.end - 1]):
        return Subject(Link.TRACED, mark.first, mark.end, mark.first)
    first = mark.end + line.is_in(mark.end, "articles", "carrying")
    mention = line.starting.get(first)
    if mention is None and any(line.page.marks.within("offices", first, first + 1)):
        found = noun_after(line, first)
        mention = found.mention if found is not None else None
    if mention is None or mention.attributive or mention.sort not in _ACTORS:
        return None
    return Subject(Link.OWN, first, mention.end, first, mention)
