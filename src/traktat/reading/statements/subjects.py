"""Who stands as the subject of a verb of saying: the words, not yet the person."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.citations import subject_of_participle
from traktat.reading.statements.cues import Cue, Side, after_subject
from traktat.reading.statements.lines import Line, skip_right
from traktat.reading.statements.nouns import Link, Subject, named_subject, noun_after
from traktat.reading.statements.phrases import (
    BEARERS,
    chief_mention,
    head_end,
    is_envoy,
    is_explained,
    is_said,
    is_share,
    is_subject,
    named_behind,
    named_between_commas,
    person_beside,
    phrase_start,
    preposition_of,
    speaks,
)

_ASIDE = 30  # tokens between two dashes
_PHRASE = 12  # tokens that may describe a noun: "of the forces in the north"
_SENTENCE = 120  # tokens looked at for the subject of a sentence
_CLAUSES = 8  # clauses gone back over for a subject
_THAT_REACH = 12  # tokens between a verb of saying and its own "that"
_CLOSE = 4  # tokens from "and" back to the verb of the clause it ends
_SHARE_REACH = 6  # tokens of "lebih dari 70 persen"
_NAMES = 5  # words of a name and its title
_PAUSES = frozenset(",:;–—-")


def subject_before(
    line: Line, cue: Cue, floor: int, last: Cue | None, *, sure: bool = False
) -> Subject:
    """Find the subject left of a verb, not further than `floor`; `last` is the cue before it.

    Any noun can be the subject of a plain verb of saying, or of one that `sure` reports a clause.
    """
    end = after_subject(line, cue, floor)
    if end <= floor:
        return Subject(Link.TRACED, end, end, end)
    joined = _joined(line, cue, end, floor)
    if joined is None and last is not None and _ends_in_date(line, cue, end):
        joined = Subject(Link.SHARED, cue.first, cue.first, cue.first - 1, breaks=True)
    if joined is not None:
        return joined
    cleft = line.is_in(line.begin, "it") and line.is_in(line.begin + 1, "be")
    if cleft and line.is_in(end - 1, "that"):
        return _antecedent(line, end - 1, line.begin + 2)  # "It was Veland that first said"
    if line.is_in(end - 1, "relatives"):
        again = last is not None and end - 2 >= floor and line.is_in(end - 2, "joining")
        before = _antecedent(line, end - 1, floor)
        shared = replace(before, link=Link.SHARED, clause=end - 2, breaks=True)
        return shared if again else before
    apart = any(line.lower[at] in _PAUSES for at in range(end - 1, cue.first))
    start = end
    for _ in range(_CLAUSES):
        start, breaks = _clause_start(line, start, floor, last)
        own = last is not None and start - last.end <= 1  # the "that" of the verb before
        if apart and start > floor and not own and _inside(line, start - 1, floor):
            start -= 1
            continue  # a relative clause between the subject and its verb
        found = _pick(line, start, end, apart=apart)
        if found is not None:
            inner = _is_embedded(line, found.first, floor, last)
            return found.in_clause(start, breaks=breaks and not inner, embedded=inner)
        whatever = _any_noun(line, start, end, apart=apart) if cue.bare or sure else None
        if start <= floor or (breaks and (last is not None or (whatever and not apart))):
            empty = not any(line.lower[at][0].isalnum() for at in range(start, end))
            nothing = Subject(Link.TRACED if empty else Link.NOBODY, end, end, start)
            return (whatever or nothing).in_clause(start, breaks=breaks)
        start -= 1
    return Subject(Link.NOBODY, end, end, start)


def _ends_in_date(line: Line, cue: Cue, end: int) -> bool:
    """Tell whether a clause, its date and a comma stand before a verb that goes on from it."""
    comma = cue.first - 1
    if not line.is_comma(comma) or end >= comma or line.lower[end - 1] in _PAUSES:
        return False
    return line.lower[end] not in _PAUSES and _after_reported(line, cue, comma)


def _inside(line: Line, token: int, floor: int) -> bool:
    """Tell whether a conjunction stands in an aside: "who will serve as", "speaking as"."""
    for at in range(token - 1, max(floor, token - _PHRASE), -1):
        if line.is_comma(at):
            acting = line.speech.shaped("deeds", line.lower[at + 1])
            return acting or line.is_in(at + 1, "relatives")
    return False


def _joined(line: Line, cue: Cue, end: int, floor: int) -> Subject | None:
    """Recognize a verb that shares its subject: "and added", ", adding", ", menambahkan"."""
    at = end
    while at > floor and line.is_in(at - 1, "coordinators"):
        at -= 1
    own = subject_of_participle(line, at) if cue.side is Side.ATTACHED else None
    if own is not None:
        return own
    bare = at == end and line.is_comma(at - 1) and _after_reported(line, cue, at)
    if at == end and cue.side is not Side.ATTACHED and not bare:
        return None
    if at > floor and line.is_comma(at - 1):
        at -= 1
    shared = Subject(Link.SHARED, end, end, at, breaks=True)
    if cue.side is Side.ATTACHED:
        return shared
    return _subject_of_aside(line, at, floor, joined=not bare) or shared


def _subject_of_aside(line: Line, end: int, floor: int, *, joined: bool) -> Subject | None:
    """Find the subject of a clause such as "although the council … but urged him to sign".

    Where "and" joins the verb, "after the delegates left and said …" is such a clause too.
    """
    vague = ("that", "coordinators") if joined else ("that", "coordinators", "prepositions")
    for at in range(end - 1, max(floor, end - _ASIDE) - 1, -1):
        if line.is_comma(at):
            return None
        if line.is_in(at, "breaks") and not line.is_in(at, *vague):
            found = _in_segment(line, at + 1, end, end)
            acts = found is not None and line.words(found.end, end) > 0
            return replace(found, clause=end, breaks=True) if found and acts else None
    return None


def subject_of(line: Line, first: int, end: int) -> Subject | None:
    """Find the subject of the words before token `end`: the first noun that can be one."""
    for opening, whole in _segments(line, max(first, end - _SENTENCE), end):
        start = min(skip_right(line, opening), whole)  # "In the early 1980s Malaysia …"
        stop = _before_verb(line, start, whole)
        found = _leading(line, start, stop) or _in_segment(line, start, stop, end)
        if found is not None:
            return found
    return None


def _before_verb(line: Line, start: int, stop: int) -> int:
    """Cut words at a verb of saying that can be no noun: "May | praised the pact"."""
    for mark in line.marks:
        forms = frozenset(mark.forms)
        if start < mark.first < stop and forms & line.speech.of("reduced"):
            return stop if forms & line.speech.of("doubtful") else mark.first
    for at in range(start + 1, stop):
        if line.is_in(at, "prepositions") or line.speech.head_first or at in line.starting:
            break
        ended = line.is_in(at - 1, "persons") and not line.is_in(at, "speakers", "joining")
        if ended and line.lower[at].isalpha() and line.page.tokens.words[at].islower():
            return at  # "the diplomat | sounded tired"
    return stop


def _leading(line: Line, first: int, stop: int) -> Subject | None:
    """Take a name that opens a clause for its subject, whatever verb follows."""
    words = line.page.tokens.words
    opened = first
    while first < stop:
        held = line.starting.get(first)
        titled = first > opened and words[first][0].isupper()
        if held is not None and not held.attributive:
            break
        if held is not None:
            first = held.end
        elif titled or line.is_in(first, "articles", "coordinators"):
            first += 1
        else:
            break
    mention = line.starting.get(first)
    if mention is None or mention.end >= stop or not is_subject(line, mention):
        return None
    return (
        Subject(Link.OWN, first, mention.end, first, mention)
        if words[mention.end][0].islower()
        else None
    )


def main_subject(line: Line, first: int) -> Subject | None:
    """Find the subject of a clause that begins at a token: a name, or a noun for who can speak."""
    stop = min(line.stop, first + _PHRASE)
    found = _leading(line, first, stop)
    if found is not None or not line.is_in(first, "articles"):
        return found
    cut = _before_verb(line, first, head_end(line, first, stop))
    if not any(line.is_in(at, "persons", "envoys") for at in range(first, cut)):
        return None
    return Subject(Link.OWN, first, cut, first)


def _is_embedded(line: Line, first: int, floor: int, last: Cue | None) -> bool:
    """Tell whether a subject follows a noun or a relative, so that its clause describes them."""
    at = first - 1
    if at < floor or not line.speech.of("articles"):
        return False
    if line.is_in(at, "relatives"):
        return True
    if line.is_in(at, "that"):
        return not _is_cleft(line, at) and (last is None or last.end < at - _THAT_REACH)
    plain = line.lower[at][0].isalpha() and line.page.tokens.words[at].islower()
    known = ("prepositions", "breaks", "coordinators", "adverbs", "days", "joining", "articles")
    if not plain or line.is_day(at) or at + 1 in line.dates_to or line.is_in(at, *known):
        return False
    return last is None or last.end <= at


def _is_cleft(line: Line, that: int) -> bool:
    """Tell whether "that" only points to a time: "it was not until recently that NATO said"."""
    timed = line.is_adverb(that - 1) or that in line.dates_to or line.is_day(that - 1)
    near = range(max(line.begin, that - _PHRASE), that - 1)
    return timed and any(line.is_in(at, "it") and line.is_predicate(at + 1) for at in near)


def _after_reported(line: Line, cue: Cue, at: int) -> bool:
    """Tell whether a verb right after a comma goes on from a clause, as in Indonesian."""
    return line.speech.comma_opens and line.has_predicate(line.begin, at - 1)


def _antecedent(line: Line, relative: int, floor: int) -> Subject:
    """Find the noun a relative clause hangs on."""
    end = relative
    if end > floor and line.lower[end - 1] in _PAUSES:
        end -= 1
    mention = line.ending.get(end)
    state = next((m for m in line.page.marks.within("states", floor, end) if m.end == end), None)
    if mention is None and state is not None:
        return Subject(Link.RELATIVE, state.first, end, relative)
    if mention is None or not is_subject(line, mention):
        cuts = [at + 1 for at in range(floor, end) if line.is_comma(at)]
        found = _in_segment(line, cuts[-1] if cuts else floor, end, end)
        named = found is not None and found.mention is not None
        other = mention is None or (named and found is not None and found.mention is not mention)
        if found is not None and other and not _is_object(line, found, mention, end):
            return replace(found, link=Link.RELATIVE, clause=relative)
    first = mention.first if mention else phrase_start(line, end, floor)
    if any(mark.first == first and mark.key in line.speech.frames for mark in line.marks):
        first += end - first > 1  # "…," | said Moran, who added
    return Subject(Link.RELATIVE, first, end, relative, mention)


def _is_object(line: Line, subject: Subject, mention: NameMention | None, end: int) -> bool:
    """Tell whether the noun before "who" is no part of the subject: "X met the envoys who"."""
    if mention is not None:
        first = mention.first
    else:
        first = phrase_start(line, end, subject.first)
        persons = any(line.is_in(at, "speakers", "envoys") for at in range(first, end))
        if not persons and not line.is_in(first, "indefinite"):
            return False
    if subject.first < first and _before_verb(line, subject.first, first) < first:
        return True
    return subject.end < first and line.has_predicate(subject.end, first)


def _clause_start(line: Line, end: int, floor: int, last: Cue | None) -> tuple[int, bool]:
    """Go left to where a clause begins; tell whether a conjunction that parts clauses is there."""
    edge = max(floor, last.end if last is not None and last.first >= floor else floor)
    at = end
    while at > edge:
        held = line.ending.get(at)
        if held is not None and held.first >= edge:
            at = held.first
            continue
        if at == end and line.is_dash(at - 1):
            opened = _dash_before(line, at - 1, edge)
            if opened is not None:
                at = opened  # "the president — a Democrat — said"
                continue
        if line.lower[at - 1] in ":;–—":
            return at, True
        if line.is_in(at - 1, "breaks"):
            return at, not line.is_in(at - 1, "that")
        if _new_clause(line, at - 1, edge) if edge > floor else _ends_clause(line, at - 1, edge):
            return at, True
        at -= 1
    return at, False


def _dash_before(line: Line, token: int, edge: int) -> int | None:
    """Give the dash that opens what the dash at a token closes."""
    for at in range(token - 1, max(edge, token - _ASIDE), -1):
        if line.is_dash(at):
            return at
    return None


def _new_clause(line: Line, token: int, edge: int) -> bool:
    """Tell whether "and" after a reported clause begins a clause and joins no nouns."""
    if not line.is_in(token, "joining", "breaks"):
        return False
    return line.is_comma(token - 1) or line.has_predicate(edge, token)


def _ends_clause(line: Line, token: int, floor: int) -> bool:
    """Tell whether "and" stands right behind a clause: "the camps are full and migrants say"."""
    if not line.is_in(token, "joining") or line.is_in(token + 1, "articles"):
        return False
    for at in range(token - 1, max(floor, token - _CLOSE), -1):
        if line.is_comma(at) or line.is_in(at, "prepositions", "relatives", "that"):
            return False
        if line.is_predicate(at):
            return not line.is_in(at - 1, "relatives", "that") and line.has_predicate(floor, at + 1)
    return False


def _pick(line: Line, start: int, end: int, *, apart: bool) -> Subject | None:
    """Choose the subject among the words of a clause that precede its verb."""
    near = line.ending.get(end) or _named_up_to(line, start, end - 1)
    if near is not None and near.first >= start:
        under = preposition_of(line, near)
        if is_subject(line, near) and not (apart and _is_agent(line, near, start)):
            first = phrase_start(line, near.first, start)
            first = _with_role(line, first, start)
            return Subject(Link.OWN, first, end, start, person_beside(line, near) or near)
        if under is not None and under > start and not _is_proper(line, under, near):
            if line.is_in(under - 1, "media") and line.is_in(under, "carrying"):
                first = phrase_start(line, under - 1, start)  # "a statement from the ministry"
                return Subject(Link.OWN, first, end, start)
            end = under
    while end > start and line.lower[end - 1] in _PAUSES:
        end -= 1
    segments = _segments(line, start, end)
    if not apart and len(segments) > 1 and not _is_named_first(line, segments):
        segments.insert(0, segments[-1])  # nothing parts the last words from the verb
    for first, stop in segments:
        found = _in_segment(line, first, stop, end)
        if found is not None:
            return found
    return None


def _with_role(line: Line, first: int, floor: int) -> int:
    """Take in the office before a name: "officer in charge Lisa Moran", from its comma on."""
    if not line.is_in(first - 1, "prepositions") or line.speech.head_first:
        return first
    for at in range(first - 1, max(floor, first - _PHRASE) - 1, -1):
        if line.is_comma(at):
            return at + 1
        if line.is_predicate(at) or line.is_in(at, "relatives", "breaks", "coordinators"):
            break
    return first


def _named_up_to(line: Line, start: int, comma: int) -> NameMention | None:
    """Give a name that fills a clause up to a comma: "Odembe, Menlu Veland, mengatakan"."""
    if comma <= start or not line.is_comma(comma):
        return None
    held = line.ending.get(comma)
    return held if held is not None and held.first == start else None


def _is_named_first(line: Line, segments: list[tuple[int, int]]) -> bool:
    """Tell whether a clause opens with a person and goes on to the verb with what he is.

    "Pandu (28), seorang warga, …", but not "The envoy, head of …, was to arrive, Odembe said".
    """
    if not _is_name(line, *segments[0]):
        return False
    whole = any(line.has_predicate(*one) for one in segments[1:-1])
    return not (whole and _is_capital(line, *segments[-1]))


def _is_capital(line: Line, first: int, stop: int) -> bool:
    words = line.page.tokens.words[first:stop]
    return 0 < len(words) <= _NAMES and all(word[0].isupper() for word in words)


def _is_proper(line: Line, under: int, mention: NameMention) -> bool:
    """Tell whether a preposition stands within a name: "National Association of Manufacturers"."""
    words = line.page.tokens.words
    capitals = words[under - 1][0].isupper() and words[mention.first][0].isupper()
    return capitals and line.is_in(under, "of") and line.ending.get(under) is None


def _is_agent(line: Line, mention: NameMention, floor: int) -> bool:
    """Tell whether a name belongs to a verb before it: "keterangan yang diterima Kompas, …"."""
    at = mention.first - 1
    return at > floor and line.is_predicate(at) and line.is_in(at - 1, "relatives")


def _is_name(line: Line, first: int, stop: int) -> bool:
    """Tell whether words are a person's name and no more: "Pandu (28), seorang warga, …"."""
    mention = line.starting.get(first)
    if mention is not None and mention.end >= stop:
        return mention.sort is NameKind.PERSON and not mention.pronoun
    return named_between_commas(line, first - 1, stop) is not None


def _any_noun(line: Line, start: int, stop: int, *, apart: bool) -> Subject | None:
    """Take the words before a plain verb of saying for its subject, whatever they mean."""
    near = range(start, min(stop, start + _SHARE_REACH))
    share = next((at for at in near if line.is_in(at, "shares")), None)
    if share is not None:
        return Subject(Link.OWN, share, share + 1, start)  # "about 70 percent of the farmers"
    segments = _segments(line, start, stop)
    first, stop = segments[0 if apart else -1] if segments else (stop, stop)
    while first < stop and line.is_in(first, "coordinators", "joining"):
        first += 1
    if any(line.is_in(at, "selves") for at in range(first, stop)):
        return None
    end = head_end(line, first, stop)
    if end <= first or not line.lower[first][0].isalpha() or _is_adverbial(line, first, stop):
        return None
    return Subject(Link.OWN, first, end, first)


def _segments(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Cut words at commas; adverbials and whole clauses at the front are left out."""
    cuts = [start, *(at + 1 for at in range(start, end) if line.is_comma(at)), end + 1]
    parts = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    subordinate = len(parts) > 1 and start > line.begin and not _is_name(line, *parts[0])
    if subordinate and _opens_adverbial(line, start - 1, parts[1][0]):
        parts.pop(0)
    while len(parts) > 1 and _is_adverbial(line, *parts[0]):
        parts.pop(0)
    return parts


def _opens_adverbial(line: Line, token: int, following: int) -> bool:
    """Tell whether a word such as "after" makes all up to the next comma an adverbial."""
    both = line.is_in(token, "prepositions") and line.is_in(token, "breaks")
    return both and not line.is_in(following, "relatives")


def _is_adverbial(line: Line, first: int, end: int) -> bool:
    if first in line.starting and not line.has_predicate(line.starting[first].end, end):
        return False
    return (
        first in line.dates_from
        or line.is_comment(first)
        or line.is_in(first, "prepositions", "adverbs", "breaks", "relatives")
        or line.speech.shaped("deeds", line.lower[first])
        or line.has_predicate(first, end)
    )


def _in_segment(line: Line, first: int, stop: int, end: int) -> Subject | None:
    """Find a speaker in a noun phrase; a person named between commas after it is the speaker."""
    while first < stop and line.is_in(first, "coordinators", "joining"):
        first += 1
    cut = head_end(line, first, stop)
    chief = chief_mention(line, first, cut)
    if chief is None and stop - first > 1 and is_explained(line, stop):
        own = _unheard_of(line, first, stop)
        if own is not None:
            return own  # "Salim Wanuri, an adviser to President Lisa Moran, said"
    if chief is None or chief.sort is not NameKind.PERSON:
        sorts = BEARERS if chief is None or chief.sort is NameKind.GROUP else (NameKind.PERSON,)
        named = named_between_commas(line, stop, end, sorts)
        if named is not None:
            said = chief is None and is_said(line, (first, stop), named, end)
            return named_subject(line, named[0] if said else first, named)
    if chief is not None and named_behind(line, first, chief, cut):
        return named_subject(line, first, (chief.end, cut))
    if chief is not None:
        wide = chief.sort is NameKind.GROUP and is_envoy(line, first, cut)
        return Subject(Link.OWN, first, stop if wide else max(chief.end, cut), first, chief)
    if cut + 1 < stop and line.is_in(cut, "of") and is_share(line, first, cut):
        inner = _in_segment(line, cut + 1, stop, end)
        end_of = inner.end if inner is not None else head_end(line, cut + 1, stop)
        return Subject(Link.OWN, first, end_of, first)
    if speaks(line, first, cut):
        described = cut < stop and line.is_in(cut, "prepositions")
        return Subject(Link.OWN, first, min(stop, cut + _PHRASE) if described else cut, first)
    return _unheard_of(line, first, stop)


def _unheard_of(line: Line, first: int, stop: int) -> Subject | None:
    """Take capitalized words that no list knows for a name: "Helen (67) menambahkan"."""
    if any(line.is_in(at, *_FUNCTION) for at in range(first, stop)):
        return None
    if line.speech.shaped("adverbs", line.lower[first]):
        return None
    name = named_between_commas(line, first - 1, stop)
    return None if name is None else named_subject(line, first, name)


_FUNCTION = (
    *("adverbs", "prepositions", "breaks", "coordinators", "pronouns", "days", "weekdays"),
    *("articles", "definite", "relatives", "predicates", "unsaid", "selves", "counting"),
)


def subject_after(line: Line, cue: Cue) -> Subject:
    """Find the subject right of a verb: "kata X", "said X"."""
    found = None if cue.pronoun else noun_after(line, cue.end)
    if found is None:
        return Subject(Link.TRACED, cue.end, cue.end, cue.first)
    return replace(found, clause=cue.first)
