"""Whether what is sent goes to an assembly, which is to decide on it."""

from __future__ import annotations

from traktat.model.kinds import ActKind
from traktat.reading.acts.chambers import assemblies, is_house
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Trigger, Voice, has_object

HOUSE_BEHIND = 14  # words between what is sent and the parliament it is sent to


def is_sent_to_house(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an assembly stands behind what is sent, or what it is to do: "for approval"."""
    behind = trigger.end, min(line.end, trigger.end + HOUSE_BEHIND)
    names = [line.names[token] for token in range(*behind) if token in line.names]
    marks = line.sources.page.marks
    if assemblies(line, names) or any(is_house(mark) for mark in marks.within("bodies", *behind)):
        return True  # "to the Speaker of the House"
    told = marks.within("acts", *behind)
    return any(mark.key == ActKind.SUBMISSION and mark.field == "ends" for mark in told)


def is_what_house_got(line: Outline, trigger: Trigger, voice: Voice) -> bool:
    """Tell whether it is what an assembly deals with: "has not passed the pact he sent in May"."""
    if voice is Voice.NOUN or (voice is Voice.ACTIVE and has_object(line, trigger.end)):
        return False
    sources = line.sources  # a passive tells of what the sentence before was about
    back = line.sentence.index - (voice is Voice.PASSIVE)
    first = sources.page.sentences[max(0, back)].first
    named = assemblies(line, sources.names.within(first, trigger.first))
    return bool(named) and not _goes_elsewhere(line, trigger.end)


def _goes_elsewhere(line: Outline, at: int) -> bool:
    """Tell whether somebody else is named to whom it goes: "handed to the UN"."""
    for token in range(at, min(line.end - 1, at + HOUSE_BEHIND)):
        if line.stops(token) or line.words[token] == ",":
            return False
        if line.has(token, "preposition", "purpose") and token + 1 in line.names:
            return True
    return False
