"""The words of a clause that can be its subject, cut at commas and before its verb."""

from __future__ import annotations

from itertools import pairwise

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention
from traktat.reading.statements.lines import Line, skip_right
from traktat.reading.statements.nouns import Link, Subject, named_subject
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
    speaks,
)

_SENTENCE = 120  # tokens looked at for the subject of a sentence
_ROLE = 2  # words of "juru bicara" or "penasihat"
_FULL = 2  # words of a name with its first name
_PHRASE = 12  # tokens that may describe a noun: "of the forces in the north"


def subject_of(line: Line, first: int, end: int) -> Subject | None:
    """Find the subject of the words before token `end`: the first noun that can be one."""
    for opening, whole in segments_of(line, max(first, end - _SENTENCE), end):
        start = min(skip_right(line, opening), whole)  # "In the early 1980s Malaysia …"
        stop = before_verb(line, start, whole)
        found = leading(line, start, stop) or in_segment(line, start, stop, end)
        if found is not None:
            return found
    return None


def before_verb(line: Line, start: int, stop: int) -> int:
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


def leading(line: Line, first: int, stop: int) -> Subject | None:
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


def is_name_only(line: Line, first: int, stop: int) -> bool:
    """Tell whether words are a person's name and no more: "Pandu (28), seorang warga, …"."""
    mention = line.starting.get(first)
    if mention is not None and mention.end >= stop:
        return mention.sort is NameKind.PERSON and not mention.pronoun
    return named_between_commas(line, first - 1, stop) is not None


def segments_of(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Cut words at commas; adverbials and whole clauses at the front are left out."""
    cuts = [start, *(at + 1 for at in _commas(line, start, end)), end + 1]
    parts = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    subordinate = len(parts) > 1 and start > line.begin and not is_name_only(line, *parts[0])
    if subordinate and _opens_adverbial(line, start - 1, parts[1][0]):
        parts.pop(0)
    while len(parts) > 1 and is_adverbial(line, *parts[0]):
        parts.pop(0)
    return parts


def _commas(line: Line, start: int, end: int) -> list[int]:
    """List the commas of a stretch, not one within a name: "Jurubicara junta, Lena Moran"."""
    found = []
    for at in range(start, end):
        if line.is_comma(at) and not (line.speech.head_first and _follows_office(line, at, start)):
            found.append(at)
    return found


def _follows_office(line: Line, comma: int, start: int) -> bool:
    """Tell whether an office and its holder stand on both sides of a comma."""
    over = [m for m in line.layers.names.over(comma) if m.sort is NameKind.PERSON]
    text_at = line.page.tokens.starts[comma]
    return any(m.first >= start and text_at < m.bare.start for m in over)


def _opens_adverbial(line: Line, token: int, following: int) -> bool:
    """Tell whether a word such as "after" makes all up to the next comma an adverbial."""
    if line.is_in(following, "relatives"):
        return False
    if line.is_in(token, "prepositions") and line.is_in(token, "breaks"):
        return True
    if token != line.begin or not line.is_in(token, "fronting"):
        return False
    acted = range(token + 2, following - 1)
    return any(line.speech.shaped("pasts", line.lower[at]) for at in acted)


def is_adverbial(line: Line, first: int, end: int) -> bool:
    """Tell whether words between commas only say when, where or how."""
    if first in line.starting and not line.has_predicate(line.starting[first].end, end):
        return False
    if end - first > 1 and line.is_in(end - 1, "be") and not line.is_in(first, "breaks"):
        return False  # "The union is, in some ways, …"
    return (
        first in line.dates_from
        or line.is_comment(first)
        or line.is_in(first, "prepositions", "adverbs", "breaks", "relatives")
        or line.speech.shaped("deeds", line.lower[first])
        or line.has_predicate(first, end)
    )


def in_segment(line: Line, first: int, stop: int, end: int) -> Subject | None:
    """Find a speaker in a noun phrase; a person named between commas after it is the speaker."""
    while first < stop and line.is_in(first, "coordinators", "joining"):
        first += 1
    cut = head_end(line, first, stop)
    chief = chief_mention(line, first, cut)
    if chief is None and stop - first > 1 and is_explained(line, stop):
        own = _unheard_of(line, first, stop)
        if own is not None:
            return own  # "Salim Wanuri, an adviser to President Lisa Moran, said"
    apposed = _apposed(line, (first, stop), end, chief)
    if apposed is not None:
        return apposed
    if chief is not None and named_behind(line, first, chief, cut):
        return named_subject(line, first, (chief.end, cut))
    if chief is not None:
        wide = chief.sort is NameKind.GROUP and is_envoy(line, first, cut)
        return Subject(Link.OWN, first, stop if wide else max(chief.end, cut), first, chief)
    if cut + 1 < stop and line.is_in(cut, "of") and is_share(line, first, cut):
        inner = in_segment(line, cut + 1, stop, end)
        end_of = inner.end if inner is not None else head_end(line, cut + 1, stop)
        return Subject(Link.OWN, first, end_of, first)
    if speaks(line, first, cut):
        described = cut < stop and line.is_in(cut, "prepositions")
        return Subject(Link.OWN, first, _described(line, cut, stop) if described else cut, first)
    return _unheard_of(line, first, stop)


def _apposed(
    line: Line, words: tuple[int, int], end: int, chief: NameMention | None
) -> Subject | None:
    """Find who is named between commas behind what he is: "Kenya's envoy, Lisa Moran, said"."""
    first, stop = words
    if chief is None or chief.sort is not NameKind.PERSON:
        sorts = BEARERS if chief is None or chief.sort is NameKind.GROUP else (NameKind.PERSON,)
        named = named_between_commas(line, stop, end, sorts)
        if named is None:
            return None
        said = chief is None and is_said(line, words, named, end)
        return named_subject(line, named[0] if said else first, named)
    serves, led = _serves(line, first, chief), _is_led(line, chief)
    named = named_between_commas(line, stop, end) if serves or led else None
    if named is None or (not serves and named[1] - named[0] < _FULL):
        return None
    return named_subject(line, first, named)


def _is_led(line: Line, chief: NameMention) -> bool:
    """Tell whether one word behind an office is what is led: "Pemimpin Ataka, Lisa Moran, …"."""
    if not line.speech.head_first or chief.pronoun or chief.span.start == chief.bare.start:
        return False
    return chief.end - chief.first > 1 and " " not in chief.name


def _serves(line: Line, first: int, chief: NameMention) -> bool:
    """Tell whether two offices stand before a person, so that the first is another's."""
    if not line.speech.head_first or chief.sort is not NameKind.PERSON or chief.pronoun:
        return False
    offices = line.page.marks.within("offices", first, chief.end)
    own = {mark.first for mark in offices if line.page.tokens.ends[mark.end - 1] < chief.bare.start}
    return len(own) > 1 and any(line.is_in(at, "voices") for at in range(first, first + _ROLE))


def _described(line: Line, first: int, stop: int) -> int:
    """Give where the words end that describe a noun: "of the forces in the north | took"."""
    stop = min(stop, first + _PHRASE)
    for at in range(first + 1, stop):
        if at in line.starting:
            continue
        if line.is_predicate(at) or line.is_in(at, "relatives", "breaks") or line.is_dash(at):
            return at
    return stop


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
    *("articles", "definite", "counted", "relatives", "predicates", "unsaid", "selves", "counting"),
)
