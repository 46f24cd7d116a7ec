"""Who a subject stands for, and who spoke last."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.lines import Line
from traktat.reading.mentions import NameMention
from traktat.reading.phrases import is_subject
from traktat.reading.subjects import Link, Subject, noun_after
from traktat.reading.trace import Speaker, Trace

DOCUMENT = "DOC"
"""The speaker of laws, treaties and joint statements."""

_ROLE_REACH = 4  # tokens that may stand between a name in a role and "itu"
_NAMED = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.AGENCY, NameKind.STATE)


def speaker_named(mention: NameMention) -> Speaker:
    """Turn a mention into a speaker."""
    if mention.sort is NameKind.DOCUMENT:
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    name = mention.name
    if mention.sort is NameKind.STATE and mention.state:
        name = mention.state
    return Speaker(name, mention.sort, mention.office, mention.state)


def speaker_of(
    line: Line, subject: Subject, trace: Trace, spoken_of: frozenset[str] = frozenset()
) -> Speaker | None:
    """Tell who a subject stands for; None where nobody can be told.

    `spoken_of` are the persons the reported words name: nobody speaks of himself by name.
    """
    if subject.link is Link.TRACED or subject.end <= subject.first:
        return trace.singular(spoken_of)
    heads = _heads(line, subject)
    mention = subject.mention
    if subject.name is not None:
        return _in_words(line, subject, heads)
    pronoun = mention is not None and mention.name.lower() in line.speech.of("pronouns")
    if mention is not None and _points_back(line, subject, heads):
        return trace.called(heads) or trace.singular(spoken_of)
    if mention is not None and mention.pronoun and mention.name in spoken_of:
        return trace.singular(spoken_of)
    if mention is not None and mention.sort is not NameKind.GROUP and not pronoun:
        return _with_others(line, subject, _named(mention, heads))
    if mention is not None and mention.pronoun:
        if pronoun:
            return trace.singular(spoken_of)
        heads = frozenset(mention.name.lower().split())
        return trace.called(heads) or _named(mention, heads)
    speaker = _by_noun(line, subject, heads, trace)
    if speaker is None and heads and heads <= line.speech.of("pronouns"):
        return None
    return _with_others(line, subject, speaker or _in_words(line, subject, heads))


def _points_back(line: Line, subject: Subject, heads: frozenset[str]) -> bool:
    """Tell whether "itu" ends a role with a name in it: "mantan konsul Jepang itu"."""
    mention, speech = subject.mention, line.speech
    if not speech.head_first or mention is None or mention.sort is NameKind.PERSON:
        return False
    if not heads & speech.of("speakers") or mention.first == subject.first:
        return False
    limit = min(line.stop, subject.end + _ROLE_REACH)
    at = subject.end
    while at < limit and line.lower[at][0].isalnum() and not line.is_in(at, "definite"):
        at += 1
    ends = at < limit and line.is_in(at, "definite")
    return ends or line.is_in(subject.end - 1, "definite")


def _by_noun(line: Line, subject: Subject, heads: frozenset[str], trace: Trace) -> Speaker | None:
    """Tell who is meant by a noun: a text, the owner of one, an envoy, somebody named before."""
    speech = line.speech
    owner = _owner(line, subject)
    if heads & speech.of("documents") or _is_joint(line, subject, heads):
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    if heads & (speech.of("media") | speech.of("it")):
        return _carrier(owner, heads, trace)
    if heads & speech.of("envoys") and owner is not None:
        return _behalf(owner, heads)
    if heads & speech.of("rest") and trace.last and trace.last.sort is NameKind.GROUP:
        return trace.last
    described = subject.end < line.stop and line.is_in(subject.end, "prepositions")
    if not described and _is_plain(line, subject, heads):
        again = trace.called(heads)
        single = _is_definite(line, subject) and heads & speech.of("persons")
        return again or (trace.singular() if single else None)
    if heads & speech.of("pronouns") or (not described and _is_office(line, subject, heads)):
        return trace.singular()
    return _state_in(line, subject)


def _is_office(line: Line, subject: Subject, heads: frozenset[str]) -> bool:
    """Tell whether a subject is an office and no more: "Kepala Negara"."""
    if subject.mention is not None or not heads or line.is_in(subject.first, "counting"):
        return False
    office = line.page.marks.within("offices", subject.first, subject.end)
    if not office or office[0].end < subject.end - 1 or heads & line.speech.of("envoys"):
        return False
    return all(
        line.is_in(at, "definite", "articles") for at in range(subject.first, office[0].first)
    )


def _state_in(line: Line, subject: Subject) -> Speaker | None:
    """Give the state whose name or capital is the whole of a subject."""
    for mark in line.page.marks.within("states", subject.first, subject.end):
        if mark.first == subject.first and mark.end == subject.end:
            return Speaker(mark.key, NameKind.STATE, state=mark.key)
    return None


def _in_words(line: Line, subject: Subject, heads: frozenset[str]) -> Speaker:
    """Keep the report's own words for somebody who has no name."""
    if subject.mention is not None:
        return _named(subject.mention, heads)
    if subject.name is not None:
        return Speaker(line.page.words(*subject.name), NameKind.PERSON, heads=heads)
    first = subject.first
    while first < subject.end - 1 and line.is_in(first, "articles"):
        first += 1
    return Speaker(line.page.words(first, subject.end), NameKind.GROUP, heads=heads)


def _named(mention: NameMention, heads: frozenset[str]) -> Speaker:
    speaker = speaker_named(mention)
    return Speaker(speaker.name, speaker.sort, speaker.office, speaker.state, heads)


def _carrier(owner: NameMention | None, heads: frozenset[str], trace: Trace) -> Speaker | None:
    """Name who speaks through a report or statement: its owner, or the body that spoke last."""
    body = trace.body
    if owner is None:
        return body or trace.current()
    if body is not None and any(word in body.name for word in owner.name.split()):
        return body  # "Karzai's statement" after "Karzai's office said"
    return _named(owner, heads)


def _behalf(owner: NameMention, heads: frozenset[str]) -> Speaker | None:
    """Name whom an envoy speaks for; of a person's staff, the state."""
    if owner.sort is not NameKind.PERSON:
        return _named(owner, heads)
    if owner.state:
        return Speaker(owner.state, NameKind.STATE, state=owner.state, heads=heads)
    return None


def _is_plain(line: Line, subject: Subject, heads: frozenset[str]) -> bool:
    """Tell whether a noun phrase says no more than its noun: "one official", "sumber itu"."""
    for at in range(subject.first, subject.end):
        if line.lower[at] in heads or line.is_in(at, "definite", "articles", "counting"):
            continue
        return False
    return bool(heads)


def _with_others(line: Line, subject: Subject, speaker: Speaker) -> Speaker:
    """Join speakers named side by side: "IDN, FRA"."""
    names: list[str] = []
    first = speaker
    for mention in line.layers.names.within(subject.first, subject.end):
        if not is_subject(line, mention) or mention.pronoun:
            continue
        if mention.end != subject.end and not _is_joined(line, mention):
            continue
        names.append(speaker_named(mention).name)
        first = speaker_named(mention) if len(names) == 1 else first
    if speaker.name not in names or len(names) == 1:
        return speaker
    joined = ", ".join(dict.fromkeys(names))
    return Speaker(joined, first.sort, first.office, first.state, speaker.heads)


def _is_joined(line: Line, mention: NameMention) -> bool:
    """Tell whether a name stands beside another one with "and" or a comma between."""
    sides = [at for at in (mention.first - 1, mention.end) if line.first <= at < line.end]
    return any(line.is_in(at, "joining") or line.lower[at] == "," for at in sides)


def _heads(line: Line, subject: Subject) -> frozenset[str]:
    """Give the nouns by which a subject may be called again."""
    speech = line.speech
    known = speech.of("speakers") | speech.of("documents") | speech.of("media")
    known |= speech.of("envoys") | speech.of("pronouns") | speech.of("it") | speech.of("rest")
    found = []
    for at in range(subject.first, subject.end):
        doubled = "-" in line.lower[max(subject.first, at - 1) : min(subject.end, at + 2)]
        if line.lower[at] in known and not doubled and _describes(line, at):
            found.append(line.lower[at])
            if speech.head_first:
                break
        if at > subject.first and line.is_in(at, "prepositions", "relatives"):
            break
    return frozenset(found[:1] if speech.head_first else found[-1:])


def _describes(line: Line, token: int) -> bool:
    """Tell whether a noun belongs to no proper name: it may stand before one."""
    if line.is_in(token, "envoys"):
        return True
    for mention in line.layers.names.within(line.first, token + 1):
        if mention.end > token and mention.sort is not NameKind.GROUP and not mention.pronoun:
            return line.page.tokens.starts[token] < mention.bare.start
    return True


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


def topic_of(line: Line) -> Speaker | None:
    """Give the person a sentence is about: its subject, if that is a person.

    A passive verb of saying names the person after it ("Hal itu disampaikan Menlu …").
    """
    for mark in line.page.marks.keyed("statements", "passive", line.begin, line.stop):
        subject = noun_after(line, mark.end)
        if subject is not None and subject.name is not None:
            return Speaker(line.page.words(*subject.name), NameKind.PERSON)
        if subject is not None and subject.mention is not None:
            return _if_person(subject.mention)
    for mention in line.layers.names.within(line.begin, line.stop):
        if line.quote_around(mention.first) is not None:
            return None
        if is_subject(line, mention):
            leads = not line.has_predicate(line.begin, mention.first)
            return _if_person(mention) if leads else None
    return None


def _if_person(mention: NameMention) -> Speaker | None:
    return speaker_named(mention) if mention.sort is NameKind.PERSON else None
