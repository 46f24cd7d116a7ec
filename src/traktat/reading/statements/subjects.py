"""Who stands as the subject of a verb of saying: the words, not yet the person."""

from __future__ import annotations

from dataclasses import replace

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.cases import NOUNS
from traktat.reading.statements.citations import subject_of_participle
from traktat.reading.statements.cues import Cue, Side, after_subject
from traktat.reading.statements.lines import Line, skip_left
from traktat.reading.statements.nouns import Link, Subject, noun_after
from traktat.reading.statements.phrases import (
    head_end,
    is_subject,
    person_beside,
    phrase_start,
    preposition_of,
)
from traktat.reading.statements.segments import (
    before_verb,
    in_segment,
    is_adverbial,
    is_name_only,
    leading,
    segments_of,
    subject_of,
)

_ASIDE = 30  # tokens between two dashes
_PHRASE = 12  # tokens that may describe a noun: "of the forces in the north"
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
        leans = cue.side is Side.ATTACHED and last is not None  # "…”, painting it as"
        return Subject(Link.SHARED if leans else Link.TRACED, end, end, end, breaks=leans)
    joined = _joined(line, cue, end, floor)
    if joined is None and last is not None and _ends_in_date(line, cue, end):
        joined = Subject(Link.SHARED, cue.first, cue.first, cue.first - 1, breaks=True)
    if joined is not None:
        return joined
    cleft = line.is_in(line.begin, "it") and line.is_in(line.begin + 1, "be")
    if cleft and line.is_in(end - 1, "that"):
        return _antecedent(line, end - 1, line.begin + 2)  # "It was Veland that first said"
    tied = _issued(line, end - 1, floor) or _tied(line, end, floor, last)
    if tied is not None:
        return tied
    apart = any(line.lower[at] in _PAUSES for at in range(end - 1, cue.first))
    start = end = _before_aside(line, end, floor)
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
    leans = cue.side is Side.ATTACHED and not line.is_comma(cue.first - 1)
    means = at < end and line.is_in(at, "carrying")  # "by questioning"
    own = subject_of_participle(line, at) if leans and not means else None
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
            found = in_segment(line, at + 1, end, end)
            acts = found is not None and line.words(found.end, end) > 0
            return replace(found, clause=end, breaks=True) if found and acts else None
    return None


def main_subject(line: Line, first: int) -> Subject | None:
    """Find the subject of a clause that begins at a token: a name, or a noun for who can speak."""
    stop = min(line.stop, first + _PHRASE)
    found = leading(line, first, stop)
    if found is not None or not line.is_in(first, "articles"):
        return found
    cut = before_verb(line, first, head_end(line, first, stop))
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


def _tied(line: Line, end: int, floor: int, last: Cue | None) -> Subject | None:
    """Find who speaks in a relative clause: "the envoy, who said"."""
    if not line.is_in(end - 1, "relatives"):
        return None
    again = last is not None and end - 2 >= floor and line.is_in(end - 2, "joining")
    before = _issuer(line, end - 1, floor) or _antecedent(line, end - 1, floor)
    return replace(before, link=Link.SHARED, clause=end - 2, breaks=True) if again else before


def _issued(line: Line, that: int, floor: int) -> Subject | None:
    """Find who speaks in a paper that says something: "the firm released a report that said"."""
    if not line.is_in(that, "that") or line.is_in(that, "relatives"):
        return None
    if that - 1 < floor or not line.is_in(that - 1, "media"):
        return None
    paper = phrase_start(line, that - 1, floor)
    governed = line.is_in(paper - 1, "prepositions", "breaks", "coordinators")
    issuer = None if governed or paper - 1 <= floor else subject_of(line, floor, paper - 1)
    if issuer is None:
        return Subject(Link.RELATIVE, paper, that, that)
    return replace(issuer, link=Link.RELATIVE, clause=that)


def _issuer(line: Line, relative: int, floor: int) -> Subject | None:
    """Find who gives out a paper that says something: "Menlu Moran merilis pernyataan yang …"."""
    paper = relative - 1
    if not line.speech.head_first or not line.is_in(paper, "media"):
        return None
    if paper - 1 <= floor or not line.is_in(paper - 1, "issuing"):
        return None
    found = subject_of(line, floor, paper - 1)
    named = found is not None and found.mention is not None
    return replace(found, link=Link.RELATIVE, clause=relative) if found and named else None


def _antecedent(line: Line, relative: int, floor: int) -> Subject:
    """Find the noun a relative clause hangs on."""
    end = relative
    if end > floor and line.lower[end - 1] in _PAUSES:
        end -= 1
    if end in line.dates_to or line.is_day(end - 1):
        end = skip_left(line, end, floor + 1)  # "the report, published on Monday, which said"
    person = _apposed_to(line, end, floor)
    if person is not None:
        return Subject(Link.RELATIVE, person.first, end, relative, person)
    mention = line.ending.get(end)
    state = next((m for m in line.page.marks.within("states", floor, end) if m.end == end), None)
    if mention is None and state is not None:
        return Subject(Link.RELATIVE, state.first, end, relative)
    if mention is not None and line.is_in(mention.first - 1, "hearsay"):
        return Subject(Link.RELATIVE, mention.first, end, relative, mention)  # "klaim Peru yang"
    if mention is None or not is_subject(line, mention):
        cuts = [at + 1 for at in range(floor, end) if line.is_comma(at)]
        found = in_segment(line, cuts[-1] if cuts else floor, end, end)
        named = found is not None and found.mention is not None
        other = mention is None or (named and found is not None and found.mention is not mention)
        if found is not None and other and not _is_object(line, found, mention, end):
            return replace(found, link=Link.RELATIVE, clause=relative)
    first = mention.first if mention else phrase_start(line, end, floor)
    if any(mark.first == first and mark.key in line.speech.frames for mark in line.marks):
        first += end - first > 1  # "…," | said Moran, who added
    return Subject(Link.RELATIVE, first, end, relative, mention)


def _apposed_to(line: Line, end: int, floor: int) -> NameMention | None:
    """Give the person that "a hawk" before a relative is said of: "Lisa Moran, a hawk who"."""
    first = phrase_start(line, end, floor)
    if first - 1 <= floor or not line.is_in(first, "indefinite") or not line.is_comma(first - 1):
        return None
    held = line.ending.get(first - 1)
    if held is None or held.sort is not NameKind.PERSON or held.pronoun:
        return None
    return held if is_subject(line, held) else None


def _is_object(line: Line, subject: Subject, mention: NameMention | None, end: int) -> bool:
    """Tell whether the noun before "who" is no part of the subject: "X met the envoys who"."""
    if mention is not None:
        first = mention.first
    else:
        first = phrase_start(line, end, subject.first)
        persons = any(line.is_in(at, "speakers", "envoys") for at in range(first, end))
        if not persons and not line.is_in(first, "indefinite"):
            return False
    if subject.first < first and before_verb(line, subject.first, first) < first:
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
        if line.lower[at - 1] in ":;–—":
            return at, True
        if line.is_in(at - 1, "breaks") and not line.is_in(at - 2, "such"):
            if line.is_in(at - 1, "that") and _opens_line(line, at - 1):
                return at - 1, True  # "That official said"
            return at, not line.is_in(at - 1, "that")
        if _new_clause(line, at - 1, edge) if edge > floor else _ends_clause(line, at - 1, edge):
            return at, True
        at -= 1
    return at, False


def _opens_line(line: Line, token: int) -> bool:
    """Tell whether a token opens the sentence, a conjunction at most before it."""
    first = line.begin + line.is_in(line.begin, "coordinators")
    return token <= first


def _before_aside(line: Line, end: int, floor: int) -> int:
    """Go left over what stands between two dashes: "the president | — a Democrat — said"."""
    opened = _dash_before(line, end - 1, floor) if line.is_dash(end - 1) else None
    return end if opened is None else opened


def _dash_before(line: Line, token: int, edge: int) -> int | None:
    """Give the dash that opens what the dash at a token closes."""
    before = token - 1
    while before > edge and line.is_dash(before):
        before -= 1  # two hyphens stand for one dash
    for at in range(before, max(edge, token - _ASIDE), -1):
        if line.is_dash(at):
            return at - (line.is_dash(at - 1) and at - 1 > edge)
    return None


def _new_clause(line: Line, token: int, edge: int) -> bool:
    """Tell whether "and" after a reported clause begins a clause and joins no nouns."""
    if not line.is_in(token, "joining", "breaks"):
        return False
    if line.is_comma(token - 1) or line.has_predicate(edge, token):
        return True
    return line.is_in(token, "joining") and _parts_thing_from_person(line, token)


def _parts_thing_from_person(line: Line, token: int) -> bool:
    """Tell whether "and" joins no speakers: "a ruse after the raid | and his aide said"."""
    before = token - 1
    noun = line.lower[before][0].isalpha() and line.is_small(before)
    if not noun or token in line.ending or line.is_one(before, NOUNS):
        return False
    owned = line.is_in(token + 1, "articles") and not line.is_in(token + 1, "that")
    return owned and line.is_in(token + 2, "persons", "envoys")


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
        passed = apart and (_is_agent(line, near, start) or _is_example(line, near, start))
        if is_subject(line, near) and not passed:
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
    segments = segments_of(line, start, end)
    if not apart and len(segments) > 1 and not _is_named_first(line, segments):
        segments.insert(0, segments[-1])  # nothing parts the last words from the verb
    for first, stop in segments:
        found = in_segment(line, first, stop, end)
        if found is not None:
            return _with_list(line, found, start)
    return None


def _with_list(line: Line, subject: Subject, floor: int) -> Subject:
    """Take in the names before a comma: "Kenya, Fiji and Samoa in a joint statement said"."""
    first, mention = subject.first, subject.mention
    if mention is None or not any(line.is_in(at, "joining") for at in range(first, subject.end)):
        return subject
    while first - 1 > floor and line.is_comma(first - 1):
        held = line.ending.get(first - 1)
        if held is None or held.sort is not mention.sort or not is_subject(line, held):
            break
        first = held.first
    return subject if first == subject.first else replace(subject, first=first)


def _is_example(line: Line, mention: NameMention, floor: int) -> bool:
    """Tell whether a name only ends examples: "smaller parties, such as the Greens, said"."""
    for at in range(mention.first - 1, max(floor, mention.first - _ASIDE), -1):
        if line.is_comma(at):
            like = line.is_in(at + 1, "such") and line.is_in(at + 2, "as")
            return like or line.is_in(at + 1, "examples")
    return False


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
    if not is_name_only(line, *segments[0]):
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


def _any_noun(line: Line, start: int, stop: int, *, apart: bool) -> Subject | None:
    """Take the words before a plain verb of saying for its subject, whatever they mean."""
    near = range(start, min(stop, start + _SHARE_REACH))
    share = next((at for at in near if line.is_in(at, "shares")), None)
    if share is not None:
        return Subject(Link.OWN, share, share + 1, start)  # "about 70 percent of the farmers"
    segments = segments_of(line, start, stop)
    first, stop = segments[0 if apart else -1] if segments else (stop, stop)
    while first < stop and line.is_in(first, "coordinators", "joining"):
        first += 1
    if any(line.is_in(at, "selves") for at in range(first, stop)):
        return None
    end = head_end(line, first, stop)
    if end <= first or not line.lower[first][0].isalpha() or is_adverbial(line, first, stop):
        return None
    return Subject(Link.OWN, first, end, first)


def subject_after(line: Line, cue: Cue) -> Subject:
    """Find the subject right of a verb: "kata X", "said X"."""
    found = None if cue.pronoun else noun_after(line, cue.end)
    if found is None:
        return Subject(Link.TRACED, cue.end, cue.end, cue.first)
    return replace(found, clause=cue.first)
