"""Each verb of saying of a sentence with its subject and the words it reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from traktat.model.kinds import NameKind
from traktat.reading.statements.adverbials import past_adverbials, past_moment
from traktat.reading.statements.bodies import (
    BODY_WORDS,
    before_relative,
    body_before,
    follows_main,
    goes_on,
    is_free,
    is_fronted,
    is_hearsay,
    is_inverted,
    is_split,
    is_supposed,
    joins_verb,
    may_follow,
    next_pause,
    past_quote,
    reports_before,
    takes_up,
    trimmed,
)
from traktat.reading.statements.complements import (
    DEED,
    GAPPED,
    REMARK,
    URGE,
    Complement,
    complement_of,
)
from traktat.reading.statements.cues import Cue, Side, after_subject, cues_of
from traktat.reading.statements.lines import Line
from traktat.reading.statements.nouns import Link, Subject
from traktat.reading.statements.subjects import main_subject, subject_after, subject_before

_LEFT_REACH = 80  # tokens looked at before a verb of saying for its subject
_QUOTED_REACH = 12  # tokens from "quoted" to the name of the one quoted
_GAPPED = 3  # words of a clause that lacks what its relative stands for
_FRONTED_REACH = 60  # tokens of what a participle that opens a sentence reports
_SURE = frozenset({"that", DEED})
_FRONTING = frozenset({"that", "label", "call", "accuse", "urge"})
_NAMING = frozenset({"label"})
_NAMED = frozenset({"label", "call"})
_BODY_REACH = 240  # tokens a reported clause may hold


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


@dataclass(frozen=True, slots=True)
class _Heard:
    """A verb of saying with its subject and what may be its reported clause.

    `opener` is the reported clause of the verb before it.
    """

    line: Line
    cue: Cue
    subject: Subject
    complement: Complement | None
    opener: Complement | None = None


def sayings_of(line: Line) -> tuple[Saying, ...]:
    """Read the verbs of saying of a sentence, in order."""
    heard = _heard(line)
    found: list[Saying] = []
    edge = line.stop
    for at in range(len(heard) - 1, -1, -1):
        item = heard[at]
        complement = item.complement
        if complement is not None and complement.first >= edge > item.cue.end:
            complement = None  # "that" belongs to a later verb
        opener = heard[at - 1].complement if at else None
        saying = _read(_Heard(line, item.cue, item.subject, complement, opener))
        if saying is not None:
            found.append(saying)
        if item.subject.breaks:
            edge = item.subject.clause
    return _with_parents(line, _without_credits(_once(_with_ends(line, found[::-1]))))


def _without_credits(sayings: list[Saying]) -> list[Saying]:
    """Leave out a medium that only passes on what somebody says: "…, he said, AFP reported"."""
    return [
        saying
        for saying in sayings
        if not (
            saying.follows
            and _is_of_medium(saying.subject)
            and any(one.has_body and saying.holds(one.cue.first) for one in sayings)
        )
    ]


def _is_of_medium(subject: Subject) -> bool:
    return subject.mention is not None and subject.mention.sort is NameKind.AGENCY


def _once(sayings: list[Saying]) -> list[Saying]:
    """Leave out a verb that would report once more what another before it reports."""
    told: set[tuple[int, int]] = set()
    out = []
    for saying in sayings:
        words = (saying.first, saying.end)
        if not (saying.follows and words in told):
            out.append(saying)
        if saying.follows:
            told.add(words)
    return out


def _heard(line: Line) -> list[_Heard]:
    """Find subject and complement of each verb; only one that reports words parts clauses."""
    out: list[_Heard] = []
    last: Cue | None = None
    for cue in cues_of(line):
        complement = None
        if not cue.follows:
            complement = complement_of(line, cue, line.stop)
            sure = complement is not None and complement.rule in _SURE and not cue.doubtful
            subject = _behind_relative(line, cue, out) or subject_before(
                line, cue, _floor(line, cue), last, sure=sure
            )
        elif may_follow(line, cue):
            subject = subject_after(line, cue)
        else:
            continue
        if last is not None and _is_told_of(last, cue, subject):
            continue
        if is_hearsay(line, cue):
            continue
        if complement is not None:
            last = cue
        out.append(_Heard(line, cue, subject, complement))
    return out


def _behind_relative(line: Line, cue: Cue, heard: list[_Heard]) -> Subject | None:
    """Find the subject of a verb behind a relative clause: "Odembe, who urged …, added that"."""
    if not heard or cue.side is not Side.VERB or not line.is_comma(cue.first - 1):
        return None
    before = heard[-1].subject
    opened = before.link is Link.RELATIVE and line.is_comma(before.clause - 1)
    if not opened or any(line.is_comma(at) for at in range(before.clause, cue.first - 1)):
        return None
    return Subject(Link.SHARED, cue.first, cue.first, cue.first - 1, breaks=True)


def _is_told_of(last: Cue, cue: Cue, subject: Subject) -> bool:
    """Tell whether a joined verb belongs to the words told: "said it is fair and calls for"."""
    if subject.link is not Link.SHARED or cue.side is not Side.VERB:
        return False
    return last.past and cue.present


def _floor(line: Line, cue: Cue) -> int:
    """Give the first token that can belong to the subject of a verb."""
    quote = line.quote_before(cue.first)
    floor = max(line.begin, cue.first - _LEFT_REACH)
    return floor if quote is None else max(floor, min(past_quote(line, quote), cue.first))


def _read(heard: _Heard) -> Saying | None:
    for rule in FOLLOWING if heard.cue.follows else LEADING:
        saying = rule(heard)
        if saying is not None:
            return saying
    return None


def _in_front(heard: _Heard) -> Saying | None:
    """Read "Kata Putin, …"."""
    line, cue, at = heard.line, heard.cue, heard.subject.end
    if cue.first == line.begin and at < line.stop and line.lower[at] in ",:":
        return Saying(cue, heard.subject, at + 1, line.stop, "pause")
    return None


def _behind(heard: _Heard) -> Saying | None:
    """Read "…, kata Putin"."""
    if heard.cue.first == heard.line.begin:
        return None
    return _reporting_up_to(heard, heard.subject, heard.cue.first)


def _reporting_up_to(heard: _Heard, subject: Subject, at: int) -> Saying | None:
    """Read reported words that end before token `at`, where the verb follows them."""
    line, cue = heard.line, heard.cue
    before = body_before(line, replace(subject, first=at, link=Link.OWN), proven=False, least=1)
    if before is None:
        return None
    if cue.follows and goes_on(line, subject, before):
        return Saying(cue, subject, line.begin, line.stop, "around", follows=True)
    if cue.follows and is_split(line, subject, before):
        return Saying(cue, subject, line.begin, line.stop, "around", follows=True)
    named = subject.mention is not None and line.has_predicate(*before)
    short = line.words(*before) < BODY_WORDS and not named
    if short and line.quote_around(before[0]) is None:
        return None
    return Saying(cue, subject, *before, "after", follows=True)


def _inverted(heard: _Heard) -> Saying | None:
    """Read "…, said the minister"."""
    line, cue = heard.line, heard.cue
    if not is_inverted(line, cue, heard.subject, heard.complement):
        return None
    return _reporting_up_to(
        heard, subject_after(line, cue), after_subject(line, cue, line.first)
    ) or _nothing(heard)


def _cited(heard: _Heard) -> Saying | None:
    """Read "…, the agency quoted Kim as saying": the words come before the one who quotes."""
    line, cue, subject = heard.line, heard.cue, heard.subject
    if heard.complement or cue.side is not Side.ATTACHED:
        return None
    if (
        subject.link is Link.SHARED
        and line.is_in(cue.first - 1, "as")
        and line.cites(cue.first - 2)
    ):
        verb = replace(cue, first=cue.first - 2, end=cue.first - 1, side=Side.VERB)
        spoke = subject_before(line, verb, line.begin, None)
        before = body_before(line, spoke, proven=False)
        return None if before is None else Saying(cue, spoke, *before, "after", follows=True)
    if subject.link is not Link.OWN:
        return None
    near = range(subject.first - 1, max(line.first, subject.first - _QUOTED_REACH) - 1, -1)
    citing = next((at for at in near if line.cites(at)), None)
    if citing is None:
        return None
    verb = replace(cue, first=citing, end=citing + 1, side=Side.VERB)
    quoter = subject_before(line, verb, line.begin, None)
    before = body_before(line, quoter, proven=False)
    return None if before is None else Saying(cue, subject, *before, "after", follows=True)


def _around(heard: _Heard) -> Saying | None:
    """Read "The deal, he said, would bring peace": the words run on after the verb."""
    line, cue, subject = heard.line, heard.cue, heard.subject
    if heard.complement is not None and heard.complement.sure:
        return None
    at = subject.first
    if subject.link is not Link.OWN or at <= line.begin + 1 or not line.is_comma(at - 1):
        return None
    end = past_moment(line, past_adverbials(line, cue, line.stop)[0])
    if end >= line.stop or not line.is_comma(end):
        return None
    whole = line.has_predicate(line.begin, at - 1) and not is_fronted(line, at - 1)
    if whole and not joins_verb(line, end + 1):
        return None
    if not line.has_predicate(end, line.stop):
        return None
    return Saying(cue, subject, line.begin, line.stop, "around", follows=True)


def _before(heard: _Heard) -> Saying | None:
    """Read "…, the minister said"."""
    line, cue, subject, found = heard.line, heard.cue, heard.subject, heard.complement
    before = body_before(line, subject, proven=found is not None)
    if before is None or (subject.embedded and line.is_in(subject.first - 1, "relatives")):
        return None
    if takes_up(line, subject):
        return None  # "…, a charge Norland denies": the charge is somebody else's
    if heard.opener is not None and heard.opener.first == before[1] + 1:
        return None  # the comma belongs to the verb before: "mengatakan, menteri itu …"
    if reports_before(line, cue, subject, before, found):
        return Saying(cue, subject, *before, "after", follows=True)
    return None


def _after(heard: _Heard) -> Saying | None:
    """Read "the minister said …"; an adverbial participle ("Menjawab …") reports nothing."""
    line, cue, subject, found = heard.line, heard.cue, heard.subject, heard.complement
    if found is None or (subject.link is Link.TRACED and cue.first == line.begin):
        return None
    if subject.embedded and found.rule in GAPPED and not _has_own_subject(heard, found):
        return None
    if subject.link is Link.OWN and is_supposed(line, subject):
        return None
    if subject.embedded and cue.frames & _NAMED and is_free(line, subject.first - 1):
        return None  # "what she called smears" is a thing she speaks of
    end = min(line.stop, found.first + _BODY_REACH)
    if subject.embedded and line.is_in(subject.first - 1, "relatives"):
        pause = next_pause(line, found.first, line.lower[subject.first - 2])
        if pause + 1 < end and line.is_predicate(pause + 1):
            end = pause  # "the tariffs, which he said he would impose, were …"
    return Saying(cue, subject, found.first, max(end, found.first), found.rule)


def _gapped(heard: _Heard) -> Saying | None:
    """Read ", which officials said broke the pact", ", which he described as a fraction"."""
    line, cue, subject = heard.line, heard.cue, heard.subject
    before = subject.first - 1
    if not subject.embedded or not line.is_in(before, "relatives") or line.is_in(before, "selves"):
        return None
    if before - 1 <= line.begin or line.lower[before - 1][0].isalnum():
        return None
    at = cue.end
    if heard.complement is None:
        if not cue.frames & _NAMING or not line.is_in(at, "as"):
            return None
        at += 1
    elif heard.complement.rule != "clause" or not cue.bare or heard.complement.first != at:
        return None
    end = next_pause(line, at, line.lower[before - 1])
    return Saying(cue, subject, at, end, "gapped") if line.words(at, end) >= _GAPPED else None


def _fronted(heard: _Heard) -> Saying | None:
    """Read "Describing the pact as a milestone, the minister left": who speaks comes after."""
    line, cue, found = heard.line, heard.cue, heard.complement
    if found is None or cue.first != line.begin or found.rule not in _FRONTING:
        return None
    if heard.subject.link not in (Link.TRACED, Link.SHARED):
        return None
    for at in range(found.first + 1, min(line.stop - 1, found.first + _FRONTED_REACH)):
        if line.is_comma(at) and line.quote_around(at) is None:
            subject = main_subject(line, at + 1)
            if subject is not None:
                return Saying(cue, subject, found.first, at, found.rule)
    return None


def _has_own_subject(heard: _Heard, found: Complement) -> bool:
    """Tell whether only an object is missing: "the pact, which Veland says Aruna has broken"."""
    line, subject = heard.line, heard.subject
    told = subject.mention is not None and line.is_in(subject.first - 1, "relatives")
    if told and line.is_in(subject.first - 2, "prepositions"):
        return True  # "an interview in which he said the talks would go on"
    named = found.first in line.starting or line.is_in(found.first, "articles", "pronouns")
    return told and named and line.is_comma(subject.first - 2)


def _nothing(heard: _Heard) -> Saying | None:
    """Keep a verb that reports nothing, since a later one may share its subject."""
    if heard.cue.doubtful and heard.subject.mention is None:
        return None  # a noun after all: "the moratorium request"
    return Saying(heard.cue, heard.subject, heard.cue.end, heard.cue.end, "none")


FOLLOWING: tuple[Callable[[_Heard], Saying | None], ...] = (_in_front, _behind)
LEADING: tuple[Callable[[_Heard], Saying | None], ...] = (
    _inverted,
    _cited,
    _around,
    _before,
    _after,
    _gapped,
    _fronted,
    _nothing,
)
"""How verbs that follow their words, and all others, are read; the first that fits decides."""


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
            end = min(end, _cut(line, saying, later, is_next=later is sayings[at + 1]))
        end = max(saying.first, trimmed(line, end, saying.first))
        out.append(saying if end == saying.end else replace(saying, end=end))
    return out


def _cut(line: Line, saying: Saying, later: Saying, *, is_next: bool) -> int:
    """Give where a later verb of saying ends the clause of an earlier one."""
    if later.follows and later.first <= saying.first:
        return later.end
    subject = later.subject
    if subject.embedded and subject.first - 2 > saying.first and saying.rule not in _CALLING:
        told = line.is_in(subject.first - 1, "relatives") and line.is_comma(subject.first - 2)
        return subject.first - 2 if told else saying.end  # ", which Veland said was …"
    if subject.clause < saying.first:
        return saying.end
    timed = line.is_in(subject.clause - 1, "breaks") and line.is_in(
        subject.clause - 1, "prepositions"
    )
    if timed and not later.has_body:
        return saying.end  # "it takes effect after both have notified the other"
    attached = later.cue.side is Side.ATTACHED
    if attached and not later.has_body and not line.is_comma(subject.clause):
        return saying.end  # "by promising help"
    if subject.link is Link.SHARED and (is_next or not attached):
        return subject.clause
    parts = subject.link is Link.OWN and subject.breaks and subject.clause - 1 > saying.first
    if parts and line.is_in(subject.end - 1, "it") and line.is_in(subject.first - 1, "fronting"):
        return saying.end  # "said Veland caused a row when it said …"
    return subject.clause - 1 if parts else saying.end


def _comment(line: Line, saying: Saying) -> int:
    for at in range(saying.first, saying.end - 1):
        if line.is_comma(at) and line.is_comment(at + 1):
            return at
    if saying.rule in _CALLING:
        return _called(line, saying)
    if saying.rule == URGE:
        return before_relative(line, saying.first, saying.end)
    near = saying.subject.first - line.begin <= _FRONT
    fronted = near and line.is_in(line.begin, "fronting")
    return _before_main(line, saying) if fronted else saying.end


def _before_main(line: Line, saying: Saying) -> int:
    """End words told in a clause before the main one: "While he said it was, the envoy left"."""
    for at in range(saying.first + 1, saying.end - 1):
        if line.is_comma(at) and line.quote_around(at) is None:
            done = line.has_predicate(saying.first, at)
            if done and line.has_predicate(at + 1, saying.end):
                return at
    return saying.end


_FRONT = 1  # tokens before the subject of a clause that stands before the main one
_CALLING = ("call", "label", REMARK)


def _called(line: Line, saying: Saying) -> int:
    """End what something is called with its quotation where a new clause is joined to it."""
    for quote in line.quotes.values():
        after = quote.end + 1
        while after < saying.end and line.is_comma(after):
            after += 1
        inside = saying.holds(quote.first) and after < saying.end
        parted = after > quote.end + 1 or line.lower[quote.end - 1] == ","
        wants = after + 1 < saying.end and line.is_in(after, "joining")
        verb = wants and line.lower[after + 1][0].isalpha()
        goes_on = verb and not line.is_in(after + 1, "articles", "indefinite")
        goes_on |= after < saying.end and (after in line.dates_from or line.is_day(after))
        parted = parted or goes_on  # "“mad” and left"
        new = line.is_in(after, "joining", "breaks") or after in line.dates_from
        if inside and parted and (new or line.is_day(after)):
            return quote.end + 1
    return saying.end


def _with_parents(line: Line, sayings: list[Saying]) -> tuple[Saying, ...]:
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
            if follows_main(line, sayings[at - 1].end, saying.cue):
                parent = None
        out.append(saying if parent is None else replace(saying, parent=parent))
        if saying.cue.first >= reach:
            outer = at
        if not saying.follows:
            reach = max(reach, saying.end)
    return tuple(out)
