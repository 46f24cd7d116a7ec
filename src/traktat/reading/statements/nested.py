"""Speech told within a quotation: "“The president has said he is open to talks,” Moran said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from traktat.model.kinds import Form, NameKind
from traktat.reading.mentions import Utterance
from traktat.reading.statements.bodies import is_supposed
from traktat.reading.statements.circumstances import Circumstances
from traktat.reading.statements.complements import complement_of
from traktat.reading.statements.cues import Cue, quoted_cues
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link
from traktat.reading.statements.sayings import Saying
from traktat.reading.statements.speakers import speaker_of
from traktat.reading.statements.subjects import subject_before
from traktat.reading.statements.told import TRACED, Told, utterance_of
from traktat.reading.statements.trace import Trace

_RULES = ("that", "clause")
_OTHERS = (NameKind.PERSON, NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION)
_LEAST = 3  # words of a clause told so


def nested_in(line: Line, trace: Trace) -> Iterator[Utterance]:
    """Give what somebody is said to have said within the quotations of a line."""
    for cue in quoted_cues(line) if line.long else ():
        quote = line.quote_around(cue.first)
        if quote is None or cue.progressive or cue.follows:
            continue  # "Norland is saying …" tells where it stands
        item = _told(line, cue, trace, (max(quote.first, line.begin), min(quote.end, line.stop)))
        if item is not None and item.saying is not None:
            words = item.saying.first, item.saying.end
            yield utterance_of(line.page, item, Form.INDIRECT, words)


def _told(line: Line, cue: Cue, trace: Trace, words: tuple[int, int]) -> Told | None:
    subject = subject_before(line, cue, words[0], None)
    own = range(subject.first, subject.end)
    thought = line.is_in(subject.first - 2, "selves")  # "I think Norland has said"
    if subject.link is not Link.OWN or (subject.embedded and not thought):
        return None
    if is_supposed(line, subject):
        return None
    if any(line.is_in(at, "selves") for at in own):
        return None
    found = complement_of(line, cue, words[1])
    if found is None or found.rule not in _RULES or line.words(found.first, words[1]) < _LEAST:
        return None
    speaker = speaker_of(line, subject, trace)
    if speaker is None or speaker.sort not in _OTHERS:
        return None
    saying = Saying(cue, subject, found.first, words[1], found.rule)
    return Told(saying, speaker, Circumstances(), TRACED)


def passed_on(nested: list[Utterance], told: Iterable[Utterance]) -> Iterator[Utterance]:
    """Give words told within a quotation, by the one quoted; nobody cites himself."""
    quoted = [item for item in told if item.finding.form is Form.DIRECT] if nested else []
    for inner in nested:
        for outer in quoted:
            if outer.first <= inner.first and inner.end <= outer.end:
                if outer.finding.speaker != inner.finding.speaker:
                    finding = replace(inner.finding, via=outer.finding.speaker)
                    yield replace(inner, finding=finding)
                break
