"""What somebody is said to think: "Kim said Veland believed the pact was dead"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from traktat.lang import Mark
from traktat.model.kinds import NameKind
from traktat.reading.statements.cases import speaker_named
from traktat.reading.statements.circumstances import Circumstances
from traktat.reading.statements.complements import REMARK, complement_of
from traktat.reading.statements.cues import Cue, Side
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link
from traktat.reading.statements.sayings import Saying
from traktat.reading.statements.subjects import subject_before
from traktat.reading.statements.told import TRACED, Told

THINK = "think"
"""The entry of verbs of thinking: no verbs of saying, but another may tell what they govern."""

_FRAMES = frozenset({"clause", "label"})
_MINDS = (NameKind.PERSON, NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION)


def thoughts_of(line: Line, told: list[Told | None]) -> Iterator[Told]:
    """Give what speakers of a line say that others think; the outer speaker passes it on."""
    marks = [mark for mark in line.marks if mark.key == THINK and _is_finite(line, mark)]
    for mark in marks:
        outer = next((item for item in reversed(told) if _reports(item, mark)), None)
        found = None if outer is None else _thought(line, mark, outer)
        if found is not None:
            yield found


def _is_finite(line: Line, mark: Mark) -> bool:
    return mark.field != "verbs" or bool(frozenset(mark.forms) & line.speech.of("finite"))


def _reports(item: Told | None, mark: Mark) -> bool:
    saying = None if item is None else item.saying
    return saying is not None and not saying.follows and saying.holds(mark.first)


def _thought(line: Line, mark: Mark, outer: Told) -> Told | None:
    assert outer.saying is not None
    cue = Cue(mark.first, mark.end, Side.VERB, _FRAMES, (mark.entry.name,))
    subject = subject_before(line, cue, outer.saying.first, None)
    mention = subject.mention
    if subject.link is not Link.OWN or mention is None or mention.sort not in _MINDS:
        return None
    found = complement_of(line, cue, outer.saying.end)
    if found is None or mention.pronoun or mention.name == outer.speaker.name:
        return None
    saying = Saying(cue, subject, found.first, outer.saying.end, REMARK)
    about = replace(Circumstances(), uttered=outer.about.uttered, via=outer.speaker.name)
    return Told(saying, speaker_named(mention), about, TRACED)
