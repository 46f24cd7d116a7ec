"""What may stand between a verb of saying and its clause: adverbs, dates, occasions, hearers."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.reading.statements.cues import Cue
from traktat.reading.statements.lines import Line, skip_right

_MOMENT = 3  # words of "a few moments later"
_TITLE = 6  # words of a programme's name
_SHORT = 3  # letters up to which a word of a name may be small
_REACH = 9  # tokens of a prepositional phrase or a hearer: "at a news conference"


@dataclass(frozen=True, slots=True)
class After:
    """What follows a verb: `at` is the first token that is not an adverbial or a hearer.

    `edge` is where the words that may belong to its clause end; `moved` tells that a
    prepositional phrase was passed.
    """

    line: Line
    cue: Cue
    at: int
    edge: int
    moved: bool

    def is_in(self, *keys: str) -> bool:
        """Tell whether the first word after the adverbials is one of these."""
        return self.at < self.edge and self.line.is_one(self.at, keys)


def past_adverbials(line: Line, cue: Cue, edge: int) -> tuple[int, bool]:
    """Go right over adverbs, dates, hearers and occasions."""
    at, moved = cue.end, False
    while at < edge:
        step = skip_right(line, at)
        opens = cue.bare and line.is_in(at, "openers")
        phrase = line.is_in(at, "prepositions") and not opens and not counts(line, at)
        if step == at and phrase and not opens_act(line, at):
            step = _past_phrase(line, at, edge)
            moved = moved or step > at
        if step == at:
            break
        at = step
    return at, moved


def past_moment(line: Line, at: int) -> int:
    """Go over a word or two before "later" and a comma: "he said moments later, is"."""
    for here in range(at, min(line.stop - 1, at + _MOMENT)):
        if line.is_adverb(here) and line.is_comma(here + 1):
            return here + 1
        if not line.lower[here][0].isalnum() or line.is_predicate(here):
            break
    return at


def counts(line: Line, at: int) -> bool:
    """Tell whether a preposition only stands before a number of things: "over 1,000 troops"."""
    number = at + 1 < line.stop and line.lower[at + 1][0].isdigit()
    vague = at + 2 < line.stop and line.is_in(at + 1, "vague") and line.lower[at + 2][0].isdigit()
    return (
        (number or vague)
        and at + 1 + vague not in line.dates_from
        and bool(line.speech.of("articles"))
    )


def opens_act(line: Line, at: int) -> bool:
    """Tell whether "to" or "untuk" begins what somebody does and no phrase."""
    if not line.is_in(at, "in_order") or at + 1 >= line.stop:
        return False
    return at + 1 not in line.starting and not line.is_in(at + 1, "hearers", "articles")


def _past_phrase(line: Line, at: int, edge: int) -> int:
    """Go right over a prepositional phrase that ends in a name, a date or an occasion."""
    for here in range(at + 1, min(edge, at + _REACH)):
        held = line.starting.get(here)
        if held is not None:
            if line.is_in(held.end, "occasions") and not line.speech.head_first:
                return _past_compound(line, held.end + 1, edge)  # "in a BBC interview"
            starred = held.end < len(line.lower) and line.lower[held.end] == "*"
            owned = line.speech.shaped("owners", line.lower[held.end - 1])
            return _past_title(line, held.end) if owned else held.end + starred  # "kepada *AFP*"
        date = line.dates_from.get(here)
        if date is not None:
            return date.end
        if line.page.tokens.words[here][0].isupper() and here == at + 1:
            return _past_place(line, here, edge) or at
        if line.is_in(here, "occasions", "hearers"):
            return _past_compound(line, here + 1, edge)
        if line.is_comma(here) or line.is_in(here, "that"):
            return at
    return at


def _past_place(line: Line, at: int, edge: int) -> int:
    """Go over a place no list knows, if a noun phrase begins behind it: "in Amsterdam the text"."""
    words = line.page.tokens.words
    while at < edge and words[at][0].isupper():
        at += 1
    opens = at < edge and (line.is_comma(at) or line.is_in(at, "articles", "pronouns", "that"))
    return at if opens else 0


def _past_compound(line: Line, at: int, edge: int) -> int:
    """Go on over a second noun of the same phrase: "press conference", "rapat kerja"."""
    while at < edge and line.is_in(at, "occasions", "hearers", "adverbs"):
        at += 1
    return at


def _past_title(line: Line, at: int) -> int:
    """Go over the name of a programme in quotation marks: "told NBC's “The Hour”"."""
    quote = line.opens_quote(at)
    if quote is None or not quote.closed or quote.words > _TITLE:
        return at
    words = line.page.tokens.words[quote.first : quote.end]
    named = all(word[0].isupper() for word in words if word[0].isalpha() and len(word) > _SHORT)
    return quote.end + 1 if named and words[-1][0].isalnum() else at


def _past_program(line: Line, at: int) -> int:
    """Go over the name of what a medium airs: "told the BBC's | Newsnight"."""
    words, end = line.page.tokens.words, at
    owned = line.speech.shaped("owners", line.lower[at - 1])
    while owned and end < line.stop and words[end][0].isupper() and not line.is_day(end):
        if end in line.starting or end in line.dates_from:
            return 0
        end += 1
    return end if end > at else 0


def past_hearer(line: Line, at: int, edge: int) -> int:
    """Go right over the hearer, if one stands here."""
    here = at
    while here < edge and here - at < _REACH:
        held = line.starting.get(here)
        if held is not None and held.pronoun and not line.is_in(here, "hearers"):
            return at
        if held is not None and not held.attributive:
            return _past_program(line, held.end) or _past_title(line, held.end)
        if line.is_in(here, "hearers"):
            return _past_compound(line, here + 1, edge)
        if not line.lower[here][0].isalnum() or line.is_in(here, "prepositions", "predicates"):
            return at
        here += 1
    return at
