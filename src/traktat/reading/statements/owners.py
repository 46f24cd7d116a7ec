"""In whose name an unnamed official, spokesman or paper speaks."""

from __future__ import annotations

from collections import Counter

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.cases import NOUNS, Case, speaker_named
from traktat.reading.statements.lines import Line
from traktat.reading.statements.trace import Speaker

_RULED_BACK = 200  # names looked back on for whose government is meant
_RECENT = 2  # sentences back to who spoke last
_OFFICERS = (NameKind.PERSON, NameKind.ORGAN)
_BODY = 2  # words of "the department"
_BODIES_BACK = 60  # names looked back on for a body named by its noun again
_OWNER = 2  # words of "the country's"
_LEAD = 2  # sentences that tell whose officers a report is about
_TOLD = 40  # places of a noun that are looked at
_NAMES_BACK = 12  # names looked back on for the state a country is
_NAMED = (NameKind.PERSON, NameKind.ORGAN, NameKind.ORGANISATION, NameKind.AGENCY, NameKind.STATE)


def _behalf_end(case: Case) -> int:
    """Give where the words end that tell in whose name somebody speaks."""
    line, subject = case.line, case.subject
    for mark in line.marks:
        if mark.key == "stationed" and subject.first <= mark.first and mark.end <= subject.end:
            return mark.end  # "a diplomat in Porta" is none of that state
    for at in range(subject.first + 1, subject.end):
        behind = line.is_in(at - 1, *NOUNS) or at in line.ending
        if line.is_in(at, "prepositions") and not behind and not line.is_in(at, "carrying"):
            return at  # "a leader privy to talks with Veland"
    return subject.end


def owner_of_voice(case: Case) -> NameMention | None:
    """Give the state or body in whose name somebody speaks."""
    inside = case.line.layers.names.within(case.subject.first, _behalf_end(case))
    named = [m for m in inside if m.sort in _NAMED and not m.pronoun]
    organ = next((m for m in named if m.sort is not NameKind.STATE), None)
    movement = next((m for m in inside if m.pronoun or m.key.startswith("NSA:")), None)
    return organ or (named[0] if named else movement)


def body_again(case: Case) -> Speaker | None:
    """Give the body named before by its noun: "the department", "kementerian itu"."""
    line, subject = case.line, case.subject
    words = range(subject.first, min(subject.end + 1, line.stop))
    pointed = any(line.is_in(at, "definite") for at in words)
    own = range(subject.first, subject.end)
    nouns = [line.lower[at] for at in own if not line.is_in(at, "definite", "articles")]
    if not pointed or len(nouns) != 1 or subject.end - subject.first > _BODY or case.is_described:
        return None
    place = 0 if line.speech.head_first else -1
    for named in reversed(line.layers.names.before(subject.first)[-_BODIES_BACK:]):
        named_so = named.sort is NameKind.ORGAN and not named.pronoun
        if named_so and named.name.lower().split()[place] == nouns[0]:
            return speaker_named(named, case.heads)
    return None


def seat_of(case: Case) -> Speaker | None:
    """Give the state whose capital or name tells where officers sit: "pejabat di Washington"."""
    line, subject = case.line, case.subject
    offices = line.page.marks.within("offices", subject.first, subject.end)
    if not any(mark.entry.key == "official" for mark in offices):
        return None
    for mark in line.page.marks.within("states", subject.first, subject.end):
        if line.is_in(mark.first - 1, "seated"):
            return Speaker(mark.key, NameKind.STATE, state=mark.key, heads=case.heads, many=True)
    return None


def officers_again(case: Case) -> Speaker | None:
    """Give the state whose officers were told of before by the same bare noun: "officials said"."""
    line, subject = case.line, case.subject
    bare = all(
        line.lower[at] in case.heads or line.is_in(at, "articles", "several")
        for at in range(subject.first, subject.end)
    )
    if not bare or case.is_described or not case.called("envoys"):
        return None
    sentences = line.page.sentences
    lead = sentences[min(_LEAD, len(sentences)) - 1].end
    found = {
        _state_beside(line, at)
        for head in sorted(case.heads)
        for at in line.page.places.get(head, ())[:_TOLD]
        if at < min(lead, subject.first)
    } - {None}
    state = found.pop() if len(found) == 1 else None
    if state is None:
        return None  # of none, or of one of several
    return Speaker(state, NameKind.STATE, state=state, heads=case.heads, many=True)


def _state_beside(line: Line, noun: int) -> str | None:
    """Give the state right before or behind a noun: "Kenyan officials", "officials in Kenya"."""
    seated = noun + 1 + line.is_in(noun + 1, "seated", "of")
    for mark in line.page.marks.within("states", noun - 1, noun + 3):
        if mark.end == noun or mark.first == seated:
            return mark.key
    return None


def institute_of(case: Case, mention: NameMention) -> Speaker | None:
    """Give the body that a state only ends the name of: "juru bicara Federasi Tekstil Taiwan"."""
    line = case.line
    if mention.sort is not NameKind.STATE or mention.pronoun or not line.speech.head_first:
        return None
    words = line.page.tokens.words
    for mark in line.page.marks.keyed("names", "institution", mention.first, mention.end):
        named = words[mark.first][0].isupper() and mark.first > mention.first
        if named and words[mark.end][0].isupper():
            name = " ".join(line.page.words(mark.first, mention.end).split())
            return Speaker(name, NameKind.ORGANISATION, None, mention.state, case.heads)
    return None


def state_told(case: Case) -> str | None:
    """Give the state that words for somebody point to: "the country's military", "Fiji farmers"."""
    line, subject = case.line, case.subject
    for mark in line.page.marks.within("states", subject.first, subject.end):
        return mark.key
    near = range(subject.first, min(subject.end, subject.first + _OWNER))
    if not any(line.is_in(at, "lands") for at in near):
        return None
    for named in reversed(line.layers.names.before(subject.first)[-_NAMES_BACK:]):
        if named.sort is NameKind.STATE and named.state:
            return named.state
    return None


def ruling_of(case: Case) -> Speaker | None:
    """Give the state whose government officers speak for, by what the report tells of."""
    state = _ruled(case)
    if state is None:
        return None
    many = any(case.line.speech.shaped("plurals", head) for head in case.heads)
    return Speaker(state, NameKind.STATE, state=state, heads=case.heads, many=many)


def _ruled(case: Case) -> str | None:
    """Give the state whose officers and organs the report has told most of, else the first told."""
    line = case.line
    told = line.layers.names.before(case.subject.first)[-_RULED_BACK:]
    acting = [m.state for m in told if m.state and m.sort in _OFFICERS]
    states = Counter(acting or [m.state for m in told if m.state])
    return max(states, key=lambda code: states[code]) if states else None


def held_office(case: Case) -> Speaker | None:
    """Give who spoke last under an office the noun names: "the minister" of a deputy minister."""
    last = case.trace.last
    if last is None or last.sort is not NameKind.PERSON or last.many or not last.office:
        return None
    recent = case.trace.spoke_at >= case.line.sentence.index - _RECENT
    pointed = case.line.is_in(case.subject.first, "definite")
    held = bool(case.heads & frozenset(last.office.lower().split("-")))
    return last if recent and pointed and held else None
