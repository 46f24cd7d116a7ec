"""Subjects of verbs of saying as noun phrases, and those that follow a word such as "kata"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line
from traktat.reading.statements.phrases import (
    BEARERS,
    is_envoy,
    mentions_in,
    named_between_commas,
    owns,
    preposition_of,
)

POST_REACH = 24  # tokens looked at after "said" or "kata" for the name of the speaker


_LEAST, _MOST = 2, 4  # words of a name that no layer knows


class Link(StrEnum):
    """How a verb of saying comes by its speaker."""

    OWN = "own"  # a noun phrase of its own
    SHARED = "shared"  # that of the verb before it
    RELATIVE = "relative"  # the noun before "who" or "yang"
    TRACED = "traced"  # whoever spoke last
    NOBODY = "nobody"  # what stands there cannot speak


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject on tokens [first, end).

    `mention` is the name in it, if there is one; `name` are the tokens of a name that no layer
    knows. `clause` is the token its clause begins with, the conjunction included; `breaks` tells
    that this conjunction ends the clause before it, `embedded` that it stands in a clause that
    only describes a noun ("a charge the Kremlin has denied").
    """

    link: Link
    first: int
    end: int
    clause: int
    mention: NameMention | None = None
    breaks: bool = False
    embedded: bool = False
    name: tuple[int, int] | None = None

    def in_clause(self, clause: int, *, breaks: bool, embedded: bool = False) -> Subject:
        """Give the subject with the clause it stands in."""
        return Subject(
            self.link, self.first, self.end, clause, self.mention, breaks, embedded, self.name
        )


def named_subject(line: Line, first: int, name: tuple[int, int]) -> Subject:
    """Make a subject of a noun and the name that follows it between commas."""
    mention = line.starting.get(name[0])
    unknown = name if mention is None else None
    return Subject(Link.OWN, first, name[1], first, mention, name=unknown)


def noun_after(line: Line, start: int) -> Subject | None:
    """Find the noun phrase that begins at a token, with the name in or behind it."""
    limit = min(line.stop, start + POST_REACH)
    if start + 2 < limit and line.lower[start + 1] == "-" and line.is_in(start, "adverbs"):
        start += 2  # "wrote then-minister Odembe"
    end = start
    while end < limit:
        if _ends_speaker(line, end, start):
            past = _past_bracket(line, end, start)
            if past == end:
                break
            end = past
        held = line.starting.get(end)
        end = held.end if held is not None and not held.pronoun else end + 1
    end = min(end, limit)
    if end == start or line.is_in(start, "prepositions"):
        return None
    mention = _among(line, start, end)
    if mention is None or mention.sort is not NameKind.PERSON:
        found = _name_behind(line, start, end, limit, mention)
        if found is not None:
            return found
    if mention is not None:
        return Subject(Link.OWN, start, max(end, mention.end), start, mention)
    if is_envoy(line, start, end):
        end = _phrase_end(line, end, limit)
    return Subject(Link.OWN, start, end, start)


def _past_bracket(line: Line, token: int, start: int) -> int:
    """Go over a bracket within a firm's name: "Odembe (Securities) Ltd analyst Lisa Moran"."""
    close = token + 2
    if token <= start or line.lower[token] != "(" or close + 1 >= line.stop:
        return token
    goes_on = line.is_closed(close) and line.page.tokens.words[close + 1][0].isupper()
    return close + 1 if goes_on else token


def _name_behind(
    line: Line, start: int, end: int, limit: int, mention: NameMention | None
) -> Subject | None:
    """Find a name behind a role: between commas, or an unknown one at the end of the phrase."""
    if mention is None:
        unheard = _unheard_of(line, start, end)
        if unheard is not None:
            return unheard
    bearing = mention is None or mention.sort is NameKind.GROUP
    sorts = BEARERS if bearing else (NameKind.PERSON,)
    parted = end < limit and line.is_comma(end)
    named = named_between_commas(line, end, limit, sorts) if parted else None
    if named is not None:
        return named_subject(line, start, named)
    if mention is None or bearing:
        return None
    words = line.page.tokens.words
    tail = max(m.end for m in mentions_in(line, start, end))
    unknown = tail < end and all(
        words[at][0].isupper() and words[at].isalpha() for at in range(tail, end)
    )
    known = line.is_in(start, "speakers") or line.page.marks.within("offices", start, mention.first)
    return named_subject(line, start, (tail, end)) if unknown and known else None


def _unheard_of(line: Line, start: int, end: int) -> Subject | None:
    """Find a name no layer knows behind a noun for a person: "jurubicara istana Runo Tagara"."""
    words = line.page.tokens.words
    first = end
    while first > start and words[first - 1][0].isupper() and words[first - 1].isalpha():
        first -= 1
    if first == start or not _LEAST <= end - first <= _MOST or not words[first - 1][0].islower():
        return None
    role = any(line.is_in(at, "persons") for at in range(start, first))
    body = any(line.page.marks.keyed("names", "institution", first, end))
    return named_subject(line, start, (first, end)) if role and not body else None


def _ends_speaker(line: Line, token: int, start: int) -> bool:
    if line.cites(token):
        return True
    if token in line.dates_from or line.is_day(token):
        return True
    if not line.lower[token][0].isalnum():
        return line.lower[token] not in "/-."
    if token <= start:
        return False
    if _is_of_name(line, token):
        return False
    verb = line.page.tokens.words[token].islower() and line.is_in(token, "be", "unsaid")
    return verb or line.is_in(token, "prepositions", "relatives", "breaks")


def _is_of_name(line: Line, token: int) -> bool:
    """Tell whether "of" or "for" stands within a name: "Club for Growth president"."""
    if not line.is_in(token, "of", "on_behalf") or token in line.ending or token + 1 >= line.stop:
        return False
    words = line.page.tokens.words
    return words[token - 1][0].isupper() and words[token + 1][0].isupper()


def _among(line: Line, start: int, end: int) -> NameMention | None:
    inside = [m for m in mentions_in(line, start, end) if _heads(line, m, start)]
    persons = [m for m in inside if m.sort is NameKind.PERSON]
    if not persons:
        return inside[0] if inside else None
    last = persons[-1]
    titled = not line.speech.head_first and last.end == end and line.is_in(last.first, "persons")
    return last if titled else persons[0]  # "said Odembe Brothers analyst Lisa Moran"


def _heads(line: Line, mention: NameMention, start: int) -> bool:
    """Tell whether a mention can be who a phrase means; a preposition before the phrase is none."""
    if mention.attributive or owns(line, mention):
        return False
    under = preposition_of(line, mention)
    return under is None or under < start


def _phrase_end(line: Line, end: int, limit: int) -> int:
    """Go right over "of the ministry", "untuk PBB" after an envoy."""
    if end < limit and line.is_in(end, "prepositions"):
        at = end + 1
        while at < limit and line.is_in(at, "articles"):
            at += 1
        held = line.starting.get(at)
        if held is not None:
            return held.end
    return end
