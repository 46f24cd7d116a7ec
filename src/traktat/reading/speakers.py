"""Who a subject stands for, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.model.kinds import NameKind
from traktat.reading.lines import Line
from traktat.reading.mentions import NameMention
from traktat.reading.subjects import Link, Subject, is_subject

DOCUMENT = "DOC"
"""The speaker of laws, treaties and joint statements."""

_NAMED = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.AGENCY, NameKind.STATE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: `name` as findings print it; `heads` are the nouns it was called."""

    name: str
    sort: NameKind
    office: str | None = None
    state: str | None = None
    heads: frozenset[str] = frozenset()


@dataclass(slots=True)
class Trace:
    """Who spoke, in text order; `topic` is the last person a sentence was about."""

    last: Speaker | None = None
    topic: Speaker | None = None
    earlier: dict[str, Speaker] = field(default_factory=dict)

    def spoke(self, speaker: Speaker) -> None:
        """Note that somebody spoke."""
        self.last = self.topic = speaker
        for head in sorted(speaker.heads):
            self.earlier[head] = speaker

    def about(self, speaker: Speaker) -> None:
        """Note that a sentence was about somebody."""
        self.topic = speaker

    def current(self) -> Speaker | None:
        """Give whoever a pronoun or a quotation without a name belongs to."""
        return self.topic or self.last


def speaker_named(mention: NameMention) -> Speaker:
    """Turn a mention into a speaker."""
    if mention.sort is NameKind.DOCUMENT:
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    name = mention.name
    if mention.sort is NameKind.STATE and mention.state:
        name = mention.state
    return Speaker(name, mention.sort, mention.office, mention.state)


def speaker_of(line: Line, subject: Subject, trace: Trace) -> Speaker | None:
    """Tell who a subject stands for; None where nobody can be told."""
    if subject.link is Link.TRACED or subject.end <= subject.first:
        return trace.current()
    heads = _heads(line, subject)
    owner = _owner(line, subject)
    if subject.mention is not None:
        return _with_others(line, subject, _named(subject.mention, heads, trace))
    if heads & line.speech.of("documents") or _is_joint(line, subject, heads):
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    if heads & line.speech.of("media"):
        return _named(owner, heads, trace) if owner else _last_body(trace)
    if heads & line.speech.of("envoys") and owner is not None:
        return _named(owner, heads, trace)
    if _is_definite(line, subject):
        return _called_again(heads, trace) or trace.current()
    if heads <= line.speech.of("pronouns"):
        return trace.current()
    words = line.page.words(subject.first, subject.end)
    return Speaker(words, NameKind.GROUP, heads=heads)


def _named(mention: NameMention, heads: frozenset[str], trace: Trace) -> Speaker:
    speaker = speaker_named(mention)
    return Speaker(speaker.name, speaker.sort, speaker.office, speaker.state, heads)


def _with_others(line: Line, subject: Subject, speaker: Speaker) -> Speaker:
    """Join speakers named side by side: "IDN, FRA"."""
    names = [speaker.name]
    for mention in line.layers.names.within(subject.first, subject.end):
        if mention is subject.mention or not is_subject(line, mention) or mention.pronoun:
            continue
        between = mention.first - 1
        if between <= subject.first or not line.is_in(between, "joining"):
            continue
        names.append(speaker_named(mention).name)
    if len(names) == 1:
        return speaker
    joined = ", ".join(dict.fromkeys(names))
    return Speaker(joined, speaker.sort, speaker.office, speaker.state, speaker.heads)


def _heads(line: Line, subject: Subject) -> frozenset[str]:
    """Give the nouns by which a subject may be called again."""
    speech = line.speech
    known = speech.of("speakers") | speech.of("documents") | speech.of("media")
    known |= speech.of("envoys") | speech.of("pronouns")
    found = []
    for at in range(subject.first, subject.end):
        held = line.starting.get(at)
        if line.lower[at] in known and (held is None or held.end - held.first == 1):
            found.append(line.lower[at])
            if speech.head_first:
                break
        if line.is_in(at, "prepositions", "relatives"):
            break
    return frozenset(found[:1] if speech.head_first else found[-1:])


def _owner(line: Line, subject: Subject) -> NameMention | None:
    """Give the state or body in whose name somebody speaks."""
    inside = line.layers.names.within(subject.first, subject.end)
    named = [m for m in inside if m.sort in _NAMED and not m.pronoun]
    organ = next((m for m in named if m.sort is not NameKind.STATE), None)
    return organ or (named[0] if named else None)


def _is_joint(line: Line, subject: Subject, heads: frozenset[str]) -> bool:
    return bool(heads & line.speech.of("media")) and any(
        line.is_in(at, "joint") for at in range(subject.first, subject.end)
    )


def _is_definite(line: Line, subject: Subject) -> bool:
    return any(
        line.is_in(at, "definite")
        for at in range(subject.first, min(subject.end, subject.first + 6))
    )


def _called_again(heads: frozenset[str], trace: Trace) -> Speaker | None:
    """Give the last speaker who was called by one of these nouns."""
    if trace.last is not None and heads & trace.last.heads:
        return trace.last
    return next((trace.earlier[head] for head in sorted(heads) if head in trace.earlier), None)


def _last_body(trace: Trace) -> Speaker | None:
    return trace.last or trace.topic


def topic_of(line: Line) -> Speaker | None:
    """Give the person a sentence is about: its first subject, if that is a person."""
    for mention in line.layers.names.within(line.first, line.end):
        if not is_subject(line, mention):
            continue
        return speaker_named(mention) if mention.sort is NameKind.PERSON else None
    return None
