"""Speakers whom a report names only after their first words, as leads do.

"A foreign ministry spokesman said …" opens many reports; the next sentence gives the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from traktat.facts.tables import table
from traktat.model.kinds import Form, NameKind
from traktat.reading.mentions import Utterance
from traktat.reading.statements.lines import Line
from traktat.reading.statements.told import Told
from traktat.reading.statements.trace import Speaker

_NEAR = 4  # sentences in which the name of an unnamed speaker follows
_ROWS = 16  # statements among which it is sought
_BARE = 3  # words of a noun and its article, with one more
_NEXT = 2  # the same, where nothing but the place tells that it is his
_HIGHEST = 8  # rank from which offices head a state or a government
_HEARERS = 4  # tokens behind a verb in which reporters or a press conference are named
_ROLE = 4  # tokens of an office without an article: "deputy trade envoy"
_LEAD = 3  # sentences of a report that leave names out


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with what is known of its speaker and the sentence it ends in."""

    utterance: Utterance
    told: Told
    line: Line

    @property
    def at(self) -> int:
        """Give the number of the sentence."""
        return self.line.sentence.index

    @property
    def speaker(self) -> Speaker:
        """Give the speaker."""
        return self.told.speaker


def with_later_names(rows: list[Spoken]) -> Iterator[Utterance]:
    """Give all statements; those of somebody named soon after bear that name."""
    renamed: dict[Speaker, Speaker] = {}
    met: dict[Speaker, Speaker] = {}  # unnamed ones whose names have been told
    for at, row in enumerate(rows):
        if row.speaker.sort is not NameKind.PERSON and row.speaker not in renamed:
            later = islice(rows, at + 1, at + 1 + _ROWS)
            named = _named_after(row, later) if _is_somebody(row) else None
            if named is not None:
                renamed[row.speaker] = named
        who = renamed.get(row.speaker) or (met.get(row.speaker) if _is_pointed(row) else None)
        yield row.utterance if who is None else _by(row.utterance, who)
        if renamed and row.speaker in renamed.values():
            met, renamed = renamed, {}  # once named, an unnamed one is another


def _is_pointed(row: Spoken) -> bool:
    """Tell whether words point back to somebody: "the Sarvian official", after "an official"."""
    saying, line = row.told.saying, row.line
    if saying is None or not row.speaker.heads & line.speech.of("anyone"):
        return False
    reach = min(saying.subject.end + 1, line.stop)
    return any(line.is_in(at, "definite") for at in range(saying.subject.first, reach))


def _by(utterance: Utterance, who: Speaker) -> Utterance:
    finding = utterance.finding
    office, state = finding.office or who.office, who.state or finding.state
    found = replace(finding, speaker=who.name, office=office, state=state)
    return replace(utterance, finding=found)


def _is_somebody(row: Spoken) -> bool:
    """Tell whether one unnamed person is the subject: "a spokesman", "seorang pejabat"."""
    saying, line = row.told.saying, row.line
    if saying is None or not (row.speaker.heads & line.speech.of("persons") or _is_of_state(row)):
        return False
    first, end = saying.subject.first, saying.subject.end
    if any(line.is_in(at, "definite") for at in range(first, end)):
        return row.at < _LEAD and _is_described(row)
    bare = line.speech.head_first and line.is_in(first, "persons")
    return bare or line.is_in(first, "someone", "possessed") or _is_of_state(row)


def _is_of_state(row: Spoken) -> bool:
    """Tell whether a lead calls somebody by state and office alone: "Norland's minister"."""
    saying, line = row.told.saying, row.line
    if saying is None or row.at >= _LEAD or row.speaker.sort is not NameKind.STATE:
        return False
    words = range(saying.subject.first, saying.subject.end)
    owned = any(line.speech.shaped("owners", line.lower[at]) for at in words)
    one = owned or line.is_in(saying.subject.first, "someone", "possessed")
    return one and any(line.is_in(at, "persons") for at in words)


def _is_described(row: Spoken) -> bool:
    """Tell whether a lead says whose officer speaks: "the chief of the Armed Forces (AF)"."""
    saying = row.told.saying
    long = saying is not None and saying.subject.end - saying.subject.first > _BARE
    return long and row.speaker.sort is NameKind.GROUP


def _named_after(row: Spoken, later: Iterable[Spoken]) -> Speaker | None:
    """Give the person who speaks soon after, called by the same noun or just by a new name."""
    for other in later:
        if other.at > row.at + _NEAR:
            return None
        who = other.speaker
        if who.sort is not NameKind.PERSON or other.at == row.at:
            continue
        if None not in (who.state, row.speaker.state) and who.state != row.speaker.state:
            return None
        same = who.heads & row.speaker.heads
        voice = same & row.line.speech.of("envoys") or (same and row.at < _LEAD)
        meant = voice or _is_new(row, other) or _is_anyone(row, other)
        return who if meant or _holds_office(row, other) else None
    return None


def _holds_office(row: Spoken, other: Spoken) -> bool:
    """Tell whether a lead's officer of a state and a new name behind it have one office."""
    office = row.speaker.office
    near = row.at < _LEAD and other.at <= row.at + _NEXT
    return near and office is not None and office == other.speaker.office and not _is_known(other)


def _is_anyone(row: Spoken, other: Spoken) -> bool:
    """Tell whether a lead's "senior politician" is an officer of state named right behind it.

    He gives the words to reporters; who just says something may be another, and nobody calls a
    head of state or of government so.
    """
    who = other.speaker
    rank = table("offices").get(who.office or "", {}).get("rank", 0)
    if row.at > 1 or other.at > row.at + _NEXT or rank >= _HIGHEST:
        return False
    vague = row.speaker.heads & row.line.speech.of("anyone") or _is_of_state(row)
    if not vague or " " not in who.name or _is_known(other):
        return False
    return (who.office is not None and _is_told(other)) or _is_quoted_on(row, other)


def _is_quoted_on(row: Spoken, other: Spoken) -> bool:
    """Tell whether the first quotation behind a lead names its officer: "…," said Lisa Moran."""
    state = row.speaker.state
    if row.at != 0 or other.at != 1 or state is None:
        return False
    same = state == other.speaker.state
    return (same and _is_direct(other)) or _is_apposed(other, state)


def _is_apposed(row: Spoken, state: str) -> bool:
    """Tell whether a name is explained behind it: "Lisa Moran, an assistant envoy of Veland, said".

    The state must be named there, or be known to be the speaker's.
    """
    saying, line = row.told.saying, row.line
    mention = saying.subject.mention if saying is not None else None
    if saying is None or mention is None or mention.end + 1 >= line.stop:
        return False
    if mention.span.start == mention.bare.start and mention.span.end > mention.bare.end:
        return state == mention.state  # the office behind the name is part of the mention
    at = mention.end + 1
    role = any(line.is_in(near, "persons", "envoys") for near in range(at, at + _ROLE))
    if not line.is_comma(at - 1) or not (line.is_in(at, "someone") or (role and line.is_small(at))):
        return False
    beside = line.layers.names.within(mention.end, saying.cue.first)
    return state == row.speaker.state or any(name.state == state for name in beside)


def _is_direct(row: Spoken) -> bool:
    return row.utterance.finding.form is Form.DIRECT


def _is_told(other: Spoken) -> bool:
    """Tell whether somebody speaks to the press: "told a news conference", "kepada wartawan"."""
    saying, line = other.told.saying, other.line
    if saying is None:
        return False
    behind = range(saying.cue.end, min(line.stop, saying.cue.end + _HEARERS))
    return any(line.is_noun(at, "hearers", "occasions") for at in behind)


def _is_known(other: Spoken) -> bool:
    """Tell whether somebody has been named before he speaks."""
    saying = other.told.saying
    mention = saying.subject.mention if saying is not None else None
    if mention is None or mention.pronoun:
        return True
    known = other.line.layers.names.before(mention.first)
    return any(name.key == mention.key for name in known)


def _is_new(row: Spoken, other: Spoken) -> bool:
    """Tell whether a full name comes without a word on who bears it, right behind a lead."""
    saying, who = other.told.saying, other.speaker
    if row.at >= _LEAD or other.at > row.at + _NEXT or who.office is not None or saying is None:
        return False
    mention = saying.subject.mention
    if mention is None or mention.pronoun or " " not in who.name:
        return False
    bare = saying.subject.first == mention.first and mention.span == mention.bare
    return bare and not _is_known(other)
