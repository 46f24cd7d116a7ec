"""Noun phrases around verbs of saying: where they begin and end, and which name heads them."""

from __future__ import annotations

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line

_TITLE = 5  # words of the longest title without a noun for who bears it
_NAME_REACH = 9  # tokens of a noun phrase before a name: "the powerful head of the ruling party"
_CHAIN = 5  # names joined to one another that are looked at: "A, B, C, D and E"
BEARERS = (NameKind.PERSON, NameKind.AGENCY, NameKind.ORGAN, NameKind.ORGANISATION)
"""What a noun before a comma may be the name of: "the state news agency, KCNA,"."""

_UNKNOWN = 5  # words of a person's name that no layer knows


def is_subject(line: Line, mention: NameMention) -> bool:
    """Tell whether a mention can be a subject: it owns, describes and follows nothing."""
    if mention.attributive or owns(line, mention):
        return False
    return preposition_of(line, mention) is None


def preposition_of(line: Line, mention: NameMention) -> int | None:
    """Give the token of the preposition that a mention, or the list it ends, stands under."""
    before = _joined_to(line, mention, last=True)
    for _ in range(_CHAIN):
        if before is None:
            break
        mention, before = before, _joined_to(line, before, last=False)
    return line.preposition_before(mention)


def owns(line: Line, mention: NameMention) -> bool:
    """Tell whether a mention only owns what follows: "Karzai's office"."""
    last = line.page.tokens.words[mention.end - 1]
    ended = last.islower() or not last.isalpha()  # "Odembe's", "kantornya", not "Kenya"
    return ended and line.speech.shaped("owners", line.lower[mention.end - 1])


def _joined_to(line: Line, mention: NameMention, *, last: bool) -> NameMention | None:
    """Give the name a mention is joined to: the first in "Britain and Poland".

    The last name of a list needs its "and"; a comma alone joins only those before it.
    """
    at = mention.first - 1
    while at > line.first and line.is_in(at, "articles"):
        at -= 1
    joins = at > line.first and (line.is_in(at, "joining") or (not last and line.is_comma(at)))
    if not joins:
        return None
    if line.is_comma(at - 1) and line.is_in(at, "joining"):
        at -= 1
    return line.ending.get(at)


def person_beside(line: Line, mention: NameMention) -> NameMention | None:
    """Give the person a group is named together with: "President Odembe and aides"."""
    if mention.sort is not NameKind.GROUP or mention.pronoun:
        return None
    joined = _joined_to(line, mention, last=True)
    named = joined is not None and joined.sort is NameKind.PERSON and not joined.pronoun
    return joined if named and joined is not None and is_subject(line, joined) else None


def mentions_in(line: Line, first: int, end: int) -> list[NameMention]:
    """List the mentions that lie wholly within tokens [first, end)."""
    return [m for m in line.layers.names.within(first, end) if m.end <= end]


def phrase_start(line: Line, token: int, floor: int) -> int:
    """Go left from a name over the nouns, titles and joined names before it."""
    at, listed = token, False
    while at > floor and token - at < _NAME_REACH:
        word = line.lower[at - 1]
        joined = _joined_before(line, at - 1, listed=listed)
        if joined is not None and joined.first >= floor:
            at, listed = joined.first, True
            continue
        if not word[0].isalnum() or line.is_in(
            at - 1, "prepositions", "breaks", "relatives", "coordinators"
        ):
            break
        at -= 1
        parted = not line.is_in(at - 1, "joining")  # "Kenya and | the United States"
        if line.is_in(at, "articles") and line.is_small(at) and parted:
            break  # "daily The Norland Courier": a capital article is of the name
    return at


def _joined_before(line: Line, token: int, *, listed: bool) -> NameMention | None:
    """Give the name before "and" at a token, or before a comma in a list: "Kenya, Fiji and"."""
    if line.is_in(token, "joining"):
        if line.ending.get(token) is not None:
            return line.ending[token]
        held = line.ending.get(token - 1) if line.is_comma(token - 1) else None
        before = None if held is None else line.lower[held.first - 1]
        return held if before == "," else None  # "…, Lisa Moran, and", "Kenya, Fiji, and"
    held = line.ending.get(token) if listed and line.is_comma(token) else None
    return held if held is not None and preposition_of(line, held) is None else None


def head_end(line: Line, first: int, stop: int) -> int:
    """Give where a noun phrase ends: before its first preposition, relative or predicate."""
    at = first
    while at < stop:
        held = line.starting.get(at)
        if held is not None and not held.pronoun:
            at = held.end
            continue
        ends = at > first and line.is_in(at, "prepositions", "relatives", "predicates", "unsaid")
        if ends and (line.titled or line.is_small(at)):
            return at
        at += 1
    return stop


def chief_mention(line: Line, first: int, end: int) -> NameMention | None:
    """Give the name that heads a phrase: a person, else the one at the place of the noun."""
    inside = [m for m in mentions_in(line, first, end) if is_subject(line, m)]
    if not line.speech.head_first:
        inside = [m for m in inside if m.end == end or _is_titled(line, m, end)]
    person = next((m for m in inside if m.sort is NameKind.PERSON), None)
    return person or (inside[0] if inside else None)


def _is_titled(line: Line, mention: NameMention, end: int) -> bool:
    """Tell whether a name stands before its noun or its initials: "the KCNA news agency"."""
    if line.lower[mention.end] == "(":
        return True
    return mention.sort in (NameKind.AGENCY, NameKind.ORGAN, NameKind.ORGANISATION) and all(
        line.is_in(at, "speakers", "media") for at in range(mention.end, end)
    )


def named_between_commas(
    line: Line, comma: int, end: int, sorts: tuple[NameKind, ...] = (NameKind.PERSON,)
) -> tuple[int, int] | None:
    """Give the tokens of a name that stands alone between two commas, known or not."""
    first = comma + 1
    if first >= end or line.is_day(first) or first in line.dates_from:
        return None  # "kata menteri itu, Rabu"
    if line.is_in(first, "articles") and first + 1 in line.starting:
        first += 1  # "the Rev. Odembe"
    first = _past_ranks(line, first, end)
    mention = line.starting.get(first)
    if mention is not None:
        known = mention.sort in sorts and not mention.pronoun
        return (first, mention.end) if known and _closes(line, mention.end, end) else None
    at = _past_name(line, first, end)
    words = line.page.tokens.words
    spelled = any(words[here][1:].isalpha() for here in range(first, at))  # "D.C." is no name
    alone = _closes(line, at, end) and first < at <= first + _UNKNOWN
    return (first, at) if alone and spelled else None


def _past_name(line: Line, first: int, end: int) -> int:
    """Go over the capitals, initials and small words of a name: "Mara R. al-Odembe"."""
    words, small = line.page.tokens.words, line.page.pack.words("names", "particle")
    at = first
    while at < end and words[at][0].isalpha():
        particle = at > first and line.lower[at] in small and at + 1 < end
        if not (words[at][0].isupper() or particle):
            break
        at += 1
        if at < end and words[at] in ".-":
            at += 1
    return at


def _closes(line: Line, at: int, end: int) -> bool:
    """Tell whether a name ends at a comma or bracket, his state at most before it: "of Kenya,"."""
    if at >= end or line.lower[at] in ",(":
        return True
    if not line.is_in(at, "homes"):
        return False
    held = line.starting.get(at + 1 + line.is_in(at + 1, "articles"))
    if held is None or held.sort is not NameKind.STATE or held.attributive:
        return False
    return held.end >= end or line.lower[held.end] in ",("


def _past_ranks(line: Line, first: int, end: int) -> int:
    """Go over shortened ranks before a known name: "Lt. Col. | Odembe"."""
    at = first
    words = line.page.tokens.words
    while (
        at + 2 < end and words[at][0].isupper() and words[at + 1] == "." and at - first < _UNKNOWN
    ):
        at += 2
    return at if at in line.starting else first


def speaks(line: Line, first: int, end: int) -> bool:
    """Tell whether a noun phrase without a name means somebody, or something written."""
    if first >= end:
        return False
    states = line.page.marks.within("states", first, end)
    if any(mark.first == first and mark.end == end for mark in states):
        return True
    keys = ("speakers", "documents", "media", "envoys", "pronouns", "leagues", "bands")
    return any(line.is_one(at, keys) for at in range(first, end)) or _unknown(line, first, end)


def _unknown(line: Line, first: int, end: int) -> bool:
    """Tell whether a noun phrase ends in a capitalized word that no layer knows."""
    if end in line.ending:
        return False
    word = line.page.tokens.words[end - 1]
    return word[0].isupper() and (end - first > 1 or first > line.begin) and word.isalpha()


def is_envoy(line: Line, first: int, end: int) -> bool:
    """Tell whether a noun phrase means people or papers that speak for others."""
    return any(line.is_in(at, "envoys", "media") for at in range(first, end))


def named_behind(line: Line, first: int, mention: NameMention, end: int) -> bool:
    """Tell whether an unknown name ends a role in a movement: "juru runding FLT Tom Orell"."""
    words = line.page.tokens.words[mention.end : end]
    if mention.sort is not NameKind.GROUP or mention.pronoun or not line.speech.head_first:
        return False
    role = first < mention.first and line.is_in(first, "persons", "envoys", "speakers")
    known = line.page.tokens.words[mention.first][0].isupper()
    named = 1 < len(words) <= _UNKNOWN and all(w[0].isupper() and w.isalpha() for w in words)
    return role and known and named


def is_share(line: Line, first: int, cut: int) -> bool:
    """Tell whether words before "of" only count: "one", "many", "two senior members" do not."""
    return cut == first + 1 and line.is_in(first, "counting", "plurals")


def is_said(line: Line, words: tuple[int, int], named: tuple[int, int], end: int) -> bool:
    """Tell whether words before a name are no title of its bearer but what he says.

    What he is follows the name then: "…, Lisa Moran, deputy envoy of Veland, said".
    """
    first, stop = words
    mention = line.starting.get(named[0])
    role = mention is not None and mention.span.start == mention.bare.start
    told = role and mention is not None and mention.span.end > mention.bare.end
    explained = told or (line.is_comma(named[1]) and named[1] + 1 < end)
    if line.words(first, stop) <= _TITLE or line.speech.head_first or not explained:
        return False
    return not any(line.is_in(at, "persons", "envoys", "speakers") for at in range(first, stop))


def is_explained(line: Line, comma: int) -> bool:
    """Tell whether small letters go on behind a comma: what somebody is, not his name."""
    if comma + 1 >= line.stop or not line.is_comma(comma):
        return False
    return line.page.tokens.words[comma + 1][0].islower()
