"""Each verb of saying of a sentence with its subject and the words it reports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from traktat.reading.complements import Complement, complement_of
from traktat.reading.cues import Cue, Side, after_subject, cues_of
from traktat.reading.lines import Line
from traktat.reading.mentions import Quotation
from traktat.reading.subjects import Link, Subject, subject_after, subject_before

_LEFT_REACH = 80  # tokens looked at before a verb of saying for its subject
_BODY_REACH = 240  # tokens a reported clause may hold
_BODY_WORDS = 3  # words before ", he said" that make a reported clause


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying, its subject, and the reported words on tokens [first, end).

    `first == end` where the verb reports nothing by itself. `follows` tells that the reported
    words come first; `parent` is the index of the saying whose subject this one shares.
    """

    cue: Cue
    subject: Subject
    first: int
    end: int
    rule: str
    follows: bool = False
    parent: int | None = None

    @property
    def has_body(self) -> bool:
        """Tell whether it reports any words."""
        return self.first < self.end

    def holds(self, token: int) -> bool:
        """Tell whether a token is among the reported words."""
        return self.first <= token < self.end


def sayings_of(line: Line) -> tuple[Saying, ...]:
    """Read the verbs of saying of a sentence, in order."""
    found: list[Saying] = []
    edge = line.stop
    heard = _subjects(line, cues_of(line))
    for at in range(len(heard) - 1, -1, -1):
        cue, subject = heard[at]
        before = heard[at - 1][0] if at else None
        saying = _read(line, cue, subject, max(edge, cue.end), before)
        if saying is not None:
            found.append(saying)
        if subject.breaks:
            edge = subject.clause
    return _with_parents(_with_ends(line, found[::-1]))


def _subjects(line: Line, cues: tuple[Cue, ...]) -> list[tuple[Cue, Subject]]:
    out: list[tuple[Cue, Subject]] = []
    for cue in cues:
        if not cue.follows:
            last = out[-1][0] if out else None
            out.append((cue, subject_before(line, cue, _floor(line, cue), last)))
        elif _may_follow(line, cue):
            out.append((cue, subject_after(line, cue)))
    return out


def past_quote(line: Line, quote: Quotation) -> int:
    """Give the first token after a quotation, its closing mark and a comma."""
    at = quote.end
    words = line.page.tokens.words
    while at < line.end and not words[at][0].isalnum():
        at += 1
    return at


def _floor(line: Line, cue: Cue) -> int:
    """Give the first token that can belong to the subject of a verb."""
    quote = line.quote_before(cue.first)
    floor = max(line.begin, cue.first - _LEFT_REACH)
    return floor if quote is None else max(floor, min(past_quote(line, quote), cue.first))


def _may_follow(line: Line, cue: Cue) -> bool:
    """Tell whether a root such as "kata" stands where it means that something was said."""
    quote = line.quote_before(cue.first)
    if quote is not None and past_quote(line, quote) == cue.first:
        return True
    if cue.first == line.begin:
        return cue.side is Side.TAG
    if not line.lower[cue.first - 1][0].isalnum():
        return cue.side is Side.TAG or cue.pronoun
    return False


def _read(line: Line, cue: Cue, subject: Subject, edge: int, last: Cue | None) -> Saying | None:
    if cue.follows and cue.first == line.begin:
        return _in_front(line, cue, subject)
    if cue.follows:
        return _behind(line, cue, subject, cue.first)
    found = complement_of(line, cue, edge)
    if _is_inverted(line, cue, subject, found):
        return _behind(line, cue, subject_after(line, cue), after_subject(line, cue, line.first))
    before = _body_before(line, subject, proven=found is not None or not cue.bare)
    if before is not None and last is not None and last.end == before[1]:
        before = None  # the comma belongs to the verb before: "mengatakan, menteri itu …"
    alone = before is not None and not subject.breaks and _stands_alone(line, before)
    if before is not None and (found is None or (alone and not found.sure)):
        return Saying(cue, subject, *before, "after", follows=True)
    if subject.link is Link.TRACED and cue.first == line.begin:
        return Saying(cue, subject, cue.end, cue.end, "participle")
    if found is not None:
        end = min(line.stop, found.first + _BODY_REACH)
        return Saying(cue, subject, found.first, max(end, found.first), found.rule)
    return _around(line, cue, subject) or Saying(cue, subject, cue.end, cue.end, "none")


def _in_front(line: Line, cue: Cue, subject: Subject) -> Saying | None:
    """Read "Kata Putin, …"."""
    at = subject.end
    if at < line.stop and line.lower[at] in ",:":
        return Saying(cue, subject, at + 1, line.stop, "pause")
    return None


def _behind(line: Line, cue: Cue, subject: Subject, at: int) -> Saying | None:
    """Read reported words that end before token `at`, where the verb follows them."""
    before = _body_before(line, replace(subject, first=at, link=Link.OWN), proven=False)
    if before is None:
        return None
    return Saying(cue, subject, *before, "after", follows=True)


def _is_inverted(line: Line, cue: Cue, subject: Subject, found: Complement | None) -> bool:
    """Tell whether the speaker follows the verb: "…," said the minister."""
    if not cue.inverts or (found is not None and found.sure) or cue.side is not Side.VERB:
        return False
    at = after_subject(line, cue, line.first)
    if at <= line.first or line.lower[at - 1][0].isalnum():
        return False
    behind = subject_after(line, cue)
    if behind.link is not Link.OWN:
        return False
    quote = line.quote_before(at)
    if quote is not None and past_quote(line, quote) == at:
        return True
    alone = subject.link is Link.TRACED or line.has_predicate(line.begin, at - 1)
    return alone and not line.has_predicate(behind.end, _pause(line, behind.end))


def _pause(line: Line, at: int) -> int:
    while at < line.stop and line.lower[at] != ",":
        at += 1
    return at


def _body_before(line: Line, subject: Subject, *, proven: bool) -> tuple[int, int] | None:
    """Give the reported words before ", X said": they end at a comma or a quotation mark.

    Where `proven` is asked for, they must show a predicate.
    """
    at = subject.first
    if subject.link not in (Link.OWN, Link.TRACED) or at <= line.begin:
        return None
    quote = line.quote_before(at)
    if quote is not None and past_quote(line, quote) == at:
        first = line.begin if quote.first - 1 > line.begin else quote.first
        return min(first, quote.first), quote.end
    first, end = line.begin, at
    while end > first and not line.lower[end - 1][0].isalnum():
        end -= 1
    if end == at:
        return None
    if line.words(first, end) < _BODY_WORDS or (proven and not line.has_predicate(first, end)):
        return None
    return first, end


def _stands_alone(line: Line, body: tuple[int, int]) -> bool:
    """Tell whether words before a subject are a clause and no adverbial in front of it."""
    first, end = body
    if line.quote_around(first) is not None:
        return True
    if first in line.dates_from or line.is_in(first, "prepositions", "breaks", "adverbs"):
        return False
    return line.has_predicate(first, end)


def _around(line: Line, cue: Cue, subject: Subject) -> Saying | None:
    """Read "The deal, he said, would bring peace": the words run on after the verb."""
    at = subject.first
    if subject.link is not Link.OWN or at <= line.begin + 1 or line.lower[at - 1] != ",":
        return None
    if cue.end >= line.stop or line.lower[cue.end] != ",":
        return None
    if line.has_predicate(line.begin, at - 1) or not line.has_predicate(cue.end, line.stop):
        return None
    return Saying(cue, subject, line.begin, line.stop, "around", follows=True)


def _with_ends(line: Line, sayings: list[Saying]) -> list[Saying]:
    """End each reported clause where the next one, or the report's own comment, begins."""
    out = []
    for at, saying in enumerate(sayings):
        if saying.follows or not saying.has_body:
            out.append(saying)
            continue
        end = _comment(line, saying)
        for later in islice(sayings, at + 1, None):
            if later.cue.first > end:
                break
            end = min(end, _cut(saying, later, is_next=later is sayings[at + 1]))
        out.append(replace(saying, end=max(saying.first, _trimmed(line, end, saying.first))))
    return out


def _cut(saying: Saying, later: Saying, *, is_next: bool) -> int:
    """Give where a later verb of saying ends the clause of an earlier one."""
    if later.follows and later.first <= saying.first:
        return later.end
    subject = later.subject
    if subject.clause < saying.first:
        return saying.end
    if subject.link is Link.SHARED and (is_next or later.cue.side is not Side.ATTACHED):
        return subject.clause
    return subject.clause - 1 if subject.link is Link.OWN and subject.breaks else saying.end


def _comment(line: Line, saying: Saying) -> int:
    for at in range(saying.first, saying.end - 1):
        if line.lower[at] == "," and at + 1 in line.comments:
            return at
    return saying.end


def _trimmed(line: Line, end: int, first: int) -> int:
    while end > first and line.lower[end - 1] in ",;:–—-":
        end -= 1
    return end


def _with_parents(sayings: list[Saying]) -> tuple[Saying, ...]:
    """Tell for each saying without a subject of its own whose it shares.

    A participle leans on the verb before it, a joined verb on the last one that is not itself
    part of a reported clause.
    """
    out: list[Saying] = []
    outer: int | None = None
    reach = 0
    for at, saying in enumerate(sayings):
        parent: int | None = None
        if saying.subject.link is Link.SHARED and at:
            parent = at - 1 if saying.cue.side is Side.ATTACHED else outer
        out.append(replace(saying, parent=parent))
        if saying.cue.first >= reach:
            outer = at
        if not saying.follows:
            reach = max(reach, saying.end)
    return tuple(out)
