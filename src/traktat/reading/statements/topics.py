"""Whom a sentence without speech is about: the likely speaker of what follows."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.cases import speaker_named
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import noun_after
from traktat.reading.statements.phrases import is_subject, phrase_start
from traktat.reading.statements.speakers import speaker_of
from traktat.reading.statements.trace import Speaker, Trace

_TOPICS = (NameKind.PERSON, NameKind.STATE, NameKind.ORGAN, NameKind.ORGANISATION)
_OFFICE = 9  # tokens of a second person with an office: "and former prime minister Lisa Moran"
_MARKS = 60  # pack words of a sentence among which a source is sought


def topic_of(line: Line, trace: Trace) -> Speaker | None:
    """Give whom a sentence is about: its source or its subject; a body only as the subject."""
    found = source_of(line, trace) or passive_agent(line, trace)
    if found is None or found.sort is not NameKind.PERSON:
        subject = _subject(line)
        mute = subject is None or subject.sort is not NameKind.PERSON
        found = (_doer(line) if mute else None) or subject
    return found if found is not None and found.sort in _TOPICS else None


def _doer(line: Line) -> Speaker | None:
    """Give the person a passive names as its doer: "Langkah itu disambut oleh Menlu …"."""
    for mention in line.layers.names.within(line.begin, line.stop):
        if mention.sort is not NameKind.PERSON or mention.pronoun:
            continue
        at = phrase_start(line, mention.first, line.begin) - 1
        if at > line.begin and line.is_in(at, "carrying") and line.is_predicate(at - 1):
            return speaker_named(mention)
    return None


def is_of_paper(line: Line, trace: Trace) -> bool:
    """Tell whether a sentence is about a treaty or law, or tells what one says."""
    at = line.begin
    while at < line.stop and line.is_in(at, "articles"):
        at += 1
    if line.is_in(at, "documents"):
        return True
    source = source_of(line, trace)
    return source is not None and source.sort is NameKind.DOCUMENT


def source_of(line: Line, trace: Trace) -> Speaker | None:
    """Give whom "according to" names."""
    return _after_mark(line, trace, "attribution")


def passive_agent(line: Line, trace: Trace) -> Speaker | None:
    """Give whom a passive verb of saying names: "Hal itu disampaikan Menlu …"."""
    return _after_mark(line, trace, "passive")


def _after_mark(line: Line, trace: Trace, key: str) -> Speaker | None:
    for mark in line.marks[:_MARKS]:
        if mark.entry.key != key or line.quote_around(mark.first) is not None:
            continue
        subject = noun_after(line, mark.end)
        if subject is not None and subject.end <= line.end:
            return speaker_of(line, subject, trace)
    return None


def _subject(line: Line) -> Speaker | None:
    mention = _first_subject(line)
    leads = mention is not None and not line.has_predicate(line.begin, mention.first)
    return speaker_named(mention) if mention is not None and leads else None


def pair_of(line: Line) -> Speaker | None:
    """Give two persons whom a sentence is about: "Lisa Moran and envoy Bima Sakti met"."""
    one = _first_subject(line)
    if one is None or one.sort is not NameKind.PERSON or not line.is_in(one.end, "joining"):
        return None
    near = line.layers.names.within(one.end + 1, one.end + 1 + _OFFICE)
    other = next((m for m in near if m.sort is NameKind.PERSON and not m.pronoun), None)
    if other is None or phrase_start(line, other.first, one.end + 1) > one.end + 1:
        return None
    name = f"{speaker_named(one).name}, {speaker_named(other).name}"
    return Speaker(name, NameKind.PERSON, many=True)


def _first_subject(line: Line) -> NameMention | None:
    for mention in line.layers.names.within(line.begin, line.stop):
        if line.quote_around(mention.first) is not None:
            return None
        if is_subject(line, mention):
            return mention
    return None
