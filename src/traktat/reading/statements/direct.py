"""Quotations as statements: which verb of saying, or which noun, owns each."""

from __future__ import annotations

from bisect import bisect_left

from traktat.model.kinds import NameKind
from traktat.reading.mentions import NameMention, Quotation
from traktat.reading.quotations import SINGLE
from traktat.reading.statements.bodies import nothing_follows, past_quote
from traktat.reading.statements.cases import DOCUMENT, speaker_named
from traktat.reading.statements.lines import Line, opening
from traktat.reading.statements.nouns import Link, noun_after
from traktat.reading.statements.phrases import is_subject
from traktat.reading.statements.sayings import Saying, sayings_of
from traktat.reading.statements.speakers import speaker_of
from traktat.reading.statements.topics import passive_agent, source_of
from traktat.reading.statements.trace import Speaker, Trace

_DASHES = frozenset("-–—―")
_NEAR = 260  # tokens between a verb of saying and a quotation it can own
_DAY = 4  # words of "on Friday, and"
_TITLE = 0.7  # share of capitalized words from which a quotation is a title
_CLAIMED = 6  # words from which a fragment behind a noun for a paper tells what that says
_SHORT = 3  # letters up to which a word of a title may be small: "of", "dan"


def owner_of(line: Line, quote: Quotation, sayings: list[Saying]) -> int | None:
    """Give the index of the saying that a quotation belongs to."""
    after = past_quote(line, quote)
    near = _near(quote, sayings)
    for at in near:
        saying = sayings[at]
        start = saying.subject.first if saying.subject.link is Link.OWN else saying.cue.first
        start -= after == start - 1 and line.is_in(after, "as")  # "…," as the envoy said
        if after in (start, saying.cue.first) or (saying.follows and saying.end == quote.end):
            return at
    holding = [
        at for at in near if sayings[at].holds(quote.first) or sayings[at].first == opening(quote)
    ]
    if not holding and line.lower[opening(quote) - 1] == ":":
        return _before_pause(quote, sayings, near)
    if not holding and line.is_in(opening(quote) - 1, "joining"):
        return _before_joined(line, quote, sayings, near)
    return max(holding, key=lambda at: sayings[at].first, default=None)


def _before_pause(quote: Quotation, sayings: list[Saying], near: range) -> int | None:
    """Give the last saying without words of its own before a colon: "told AFP in May: “…”"."""
    open_ones = [
        at for at in near if not sayings[at].has_body and sayings[at].cue.end <= opening(quote)
    ]
    return open_ones[-1] if open_ones else None


def _before_joined(line: Line, quote: Quotation, sayings: list[Saying], near: range) -> int | None:
    """Give the saying that goes on behind a day: "“…,” she said Friday, and “…”"."""
    for at in reversed(near):
        saying = sayings[at]
        told = max(saying.cue.end, saying.subject.end)
        if saying.follows and told <= opening(quote):
            return at if line.words(told, opening(quote)) <= _DAY else None
    return None


def _near(quote: Quotation, sayings: list[Saying]) -> range:
    """Give the indexes of the sayings whose verb stands near enough to own a quotation."""
    first = bisect_left(sayings, quote.first - _NEAR, key=lambda saying: saying.cue.first)
    end = bisect_left(sayings, quote.end + _NEAR, key=lambda saying: saying.cue.first)
    return range(first, end)


def claimed_after(following: Line | None, trace: Trace) -> Speaker | None:
    """Give who speaks where the verb of saying has become a sentence: "… done.” Kim told AP."."""
    if following is None:
        return None
    agent = passive_agent(following, trace) or _signing(following, following.first)
    if agent is not None:
        return agent
    sayings = sayings_of(following)
    if not sayings or sayings[0].has_body or sayings[0].subject.link is not Link.OWN:
        return None
    first = sayings[0]
    opens = first.subject.first == following.begin
    if not opens or not nothing_follows(following, first.cue):
        return None
    return speaker_of(following, first.subject, trace)


def is_name(line: Line, quote: Quotation) -> bool:
    """Tell whether words in quotation marks name a text: "Perjanjian Kemitraan …"."""
    words = line.page.tokens.words
    capitals = all(words[at][0].isupper() for at in (quote.first, quote.first + 1))
    written = line.is_in(quote.first, "documents", "titles")
    return written and capitals and not is_whole(line, quote)


def is_title(line: Line, quote: Quotation) -> bool:
    """Tell whether words in quotation marks are the name of a work or program, or a heading."""
    before = opening(quote) - 1
    if before >= line.first and line.is_in(before, "titles"):
        return True
    if _is_heading(line, quote) or "://" in line.page.quote(quote.span):
        return True
    words = [w for w in line.page.tokens.words[quote.first : quote.end] if w[0].isalpha()]
    if line.page.text[quote.span.end - 1] in ".,!?…":
        return False
    long = [word for word in words if len(word) > _SHORT]
    capitals = sum(word[0].isupper() for word in long)
    return bool(long) and capitals >= _TITLE * len(long) and len(long) > 1


def _is_heading(line: Line, quote: Quotation) -> bool:
    """Tell whether a single-quoted line stands alone where speech is in double marks."""
    if not line.layers.has_doubles or line.page.text[quote.span.start - 1] not in SINGLE:
        return False
    return opening(quote) <= line.begin and past_quote(line, quote) >= line.stop


def is_whole(line: Line, quote: Quotation) -> bool:
    """Tell whether a quotation begins its sentence and is no fragment of one."""
    return opening(quote) <= line.first or quote.first <= line.first


def unclaimed_speaker(line: Line, quote: Quotation, trace: Trace) -> Speaker | None:
    """Tell who says what no verb of saying claims."""
    source = source_of(line, trace)
    if source is not None:
        return source
    signed = _signed(line, quote)
    if signed is not None:
        return signed
    before = opening(quote) - 1
    if before >= line.first and line.lower[before] == ":":
        return _before_colon(line, before) or trace.current()
    if is_whole(line, quote):
        return trace.current(named_in(line, quote.first, quote.end))
    if quote.words < _CLAIMED and _names_paper(line, quote):
        return None
    return _by_topic(line, quote, trace)


def _names_paper(line: Line, quote: Quotation) -> bool:
    """Tell whether a term in quotation marks belongs to a noun: 'perjanjian "… yang aman"'."""
    before = opening(quote) - 1
    return line.is_in(before, "documents") and not line.has_predicate(quote.first, quote.end)


def named_in(line: Line, first: int, end: int) -> frozenset[str]:
    """Give the persons named within reported words."""
    inside = line.layers.names.within(first, end)
    return frozenset(m.name for m in inside if m.sort is NameKind.PERSON and not m.pronoun)


def _signed(line: Line, quote: Quotation) -> Speaker | None:
    """Give whom a dash behind a quotation names: "…" - President Rouhani."""
    return _signing(line, past_quote(line, quote) - 1)


def _signing(line: Line, dash: int) -> Speaker | None:
    """Give whom a dash names, if nothing is said of him."""
    if dash + 1 >= line.end or line.lower[dash] not in _DASHES:
        return None
    found = noun_after(line, dash + 1)
    if found is None or found.mention is None or line.has_predicate(found.end, line.stop):
        return None
    return speaker_named(found.mention)


def _before_colon(line: Line, colon: int) -> Speaker | None:
    if _mentions_text(line, colon):
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    named = _subjects(line, colon)
    return speaker_named(named[0]) if named else None


def _mentions_text(line: Line, end: int) -> bool:
    """Tell whether the words before a token speak of a treaty, a law, an article."""
    near = range(max(line.first, end - _NEAR), end)
    return any(line.is_in(at, "documents") for at in near)


def _subjects(line: Line, end: int) -> list[NameMention]:
    inside = line.layers.names.within(max(line.first, end - _NEAR), end)
    return [m for m in inside if is_subject(line, m) and m.sort is not NameKind.AGENCY]


def _by_topic(line: Line, quote: Quotation, trace: Trace) -> Speaker | None:
    """Tell who owns a fragment in a sentence without a verb of saying: its subject, or a text."""
    named = _subjects(line, quote.first)
    person = next((m for m in named if m.sort is NameKind.PERSON), None)
    if person is not None:
        return speaker_named(person)
    written = _mentions_text(line, quote.first) or trace.paper == line.sentence.paragraph
    if written or (trace.last is not None and trace.last.name == DOCUMENT):
        return Speaker(DOCUMENT, NameKind.DOCUMENT)
    return speaker_named(named[0]) if named else trace.current()
