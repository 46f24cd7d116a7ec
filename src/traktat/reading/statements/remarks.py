"""Words somebody is said to say without a verb of saying: headlines with a colon."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line

_SPEAKING = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.STATE)
_LEAST, _MOST = 3, 25  # words after the colon of a headline
_REACH = 16  # tokens before the colon: "Talks nearly done, Prabowo: …"


def headline_of(line: Line) -> tuple[NameMention, int, int] | None:
    """Read a headline such as "Prabowo: Tak Ada Perbedaan"; give who speaks, and the words.

    A headline ends without a full stop.
    """
    if line.lower[line.end - 1] in (".", ":") or line.long:
        return None
    for at in range(line.begin + 1, min(line.stop - 1, line.begin + _REACH)):
        if line.lower[at] != ":":
            continue
        speaker = line.ending.get(at)
        words = line.words(at + 1, line.stop)
        if speaker is None or not _LEAST <= words <= _MOST:
            return None
        speaks = speaker.sort in _SPEAKING and not (speaker.attributive or speaker.pronoun)
        return (speaker, at + 1, line.stop) if speaks else None
    return None
