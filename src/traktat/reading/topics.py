"""Whom a sentence without speech is about: the likely speaker of what follows."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.lines import Line
from traktat.reading.mentions import NameMention
from traktat.reading.phrases import is_subject
from traktat.reading.speakers import DOCUMENT, speaker_named
from traktat.reading.subjects import noun_after
from traktat.reading.trace import Speaker

_SOURCE_REACH = 10  # tokens after "according to" for its name


def topic_of(line: Line) -> Speaker | None:
    """Give the person a sentence is about: its source or its subject, if that is a person."""
    found = source_of(line) or _passive_agent(line) or _subject(line)
    return found if found is not None and found.sort is NameKind.PERSON else None


def source_of(line: Line) -> Speaker | None:
    """Give whom "according to" names."""
    for mark in line.marks:
        if mark.entry.key != "attribution" or line.quote_around(mark.first) is not None:
            continue
        for at in range(mark.end, min(line.end, mark.end + _SOURCE_REACH)):
            held = line.starting.get(at)
            if held is not None and not held.attributive:
                return speaker_named(held)
            if line.is_in(at, "documents"):
                return Speaker(DOCUMENT, NameKind.DOCUMENT)
            if line.is_comma(at):
                break
    return None


def _passive_agent(line: Line) -> Speaker | None:
    """Give whom a passive verb of saying names: "Hal itu disampaikan Menlu …"."""
    for mark in line.marks:
        subject = noun_after(line, mark.end) if mark.entry.key == "passive" else None
        if subject is not None and subject.name is not None:
            return Speaker(line.page.words(*subject.name), NameKind.PERSON)
        if subject is not None and subject.mention is not None:
            return speaker_named(subject.mention)
    return None


def _subject(line: Line) -> Speaker | None:
    mention = _first_subject(line)
    leads = mention is not None and not line.has_predicate(line.begin, mention.first)
    return speaker_named(mention) if mention is not None and leads else None


def _first_subject(line: Line) -> NameMention | None:
    for mention in line.layers.names.within(line.begin, line.stop):
        if line.quote_around(mention.first) is not None:
            return None
        if is_subject(line, mention):
            return mention
    return None
