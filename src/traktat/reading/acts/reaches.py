"""The words that govern an act, and how far they say it has come."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed, past_parties
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import Trigger, looks_like, verb_group

UNSURE = "unsure"  # the rule of a phase that only a date of its own makes credible

TAKES_EFFECT = "takes effect"  # the step that says an exit or change does

UNDER_WAY = "under way"  # the rule of a phase of what is being made

AHEAD = ("future", "wish", "obligation", "possibility", "awaiting", "ahead", "decided")
"""Words that put an act in the future, or in somebody's wishes."""

GOVERNOR_REACH = 14  # words between a verb of wishing and what is wished
NEGATION_REACH = 5  # words between a negation and the verb it denies
CAUSED = 4  # words between "get" and what is to be "signed"
ASIDE = 12  # words of ", yang ditandatangani di Norland pada 1996,"
OWN_VERB = 3  # words between "yang" or "untuk" and the verb of its clause
JOINED = 3  # words that join a verb to the one before it


@dataclass(frozen=True, slots=True)
class Phase:
    """The status of an act, the rule that gave it, and the act if the rule changes it."""

    status: Status
    rule: str
    kind: ActKind | None = None
    opener: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """The words that govern a trigger: tokens [first, at), and what opens their clause.

    Tokens of `aside` govern nothing: they tell of the subject, "a deal that would cut tariffs".
    """

    first: int
    at: int
    opener: str | None
    opener_at: int
    aside: range = range(0)


def reach_of(line: Outline, trigger: Trigger, link: Link, *, passive: bool) -> Reach:
    """Find the clause to the left of a trigger, up to what opens it."""
    aside = _description(line, trigger, link)
    told = link.mention is not None and aside.stop > link.mention.end
    token, steps = trigger.first, 0
    while token > line.first and steps < GOVERNOR_REACH:
        token = aside.start if told and token == aside.stop else token
        before = _before(line, token)
        token, steps = _before_aside(line, before), steps + 1
        if token < before:
            aside = range(token + 1, before + 1)  # "Norland, which plans to vote, signed"
        if line.stops(token) or (line.words[token] == "," and not _goes_on(line, token, trigger)):
            return Reach(token + 1, trigger.first, None, token, aside)
        opener = line.opener(token)
        if opener == "relative" and not passive and _tells_of_doer(line, token, trigger):
            aside, opener = range(token, verb_group(line, trigger.first)), None
        if opener is not None:
            return Reach(token + 1, trigger.first, opener, token, aside)
        if line.has(token, "since") and _opens_deed(line, token, trigger):
            return Reach(token + 1, trigger.first, None, token, aside)
        hangs = passive or link.rule == "antecedent"
        if hangs and _is_antecedent(line, token, trigger, link):
            return Reach(token + 1, trigger.first, "relative" if passive else None, token)
    return Reach(token, trigger.first, None, token, aside)


def _description(line: Outline, trigger: Trigger, link: Link) -> range:
    """Give the tokens of a subject that tell what it is for: "a deal that would end the war".

    What describes it has a verb of its own before that of the act, and no tense reaches from
    the one to the other.
    """
    mention = link.mention
    start = verb_group(line, trigger.first)
    if link.rule != "subject" or mention is None:
        return range(0)
    if not line.first <= mention.first < mention.end <= start:
        return range(0)
    at = min(past_parties(line, mention.end), start)
    while at > mention.end and line.has(at - 1, "relative", "that"):
        at -= 1
    if line.has(at, "preposition") and line.has(at + 1, "relative"):
        at += 1  # "a pact under which Norland will …"
    own = not line.joins(at - 1) and _has_own_verb(line, at, start)
    own = own and not (is_tensed(line) and start == trigger.first)
    return range(mention.first, start if own else mention.end)


def _tells_of_doer(line: Outline, relative: int, trigger: Trigger) -> bool:
    """Tell whether a clause tells of who does it: "Norland yang ingin berdamai meneken pakta"."""
    end = verb_group(line, trigger.first)
    inside = range(relative + 1, end)
    if is_tensed(line) or relative - 1 not in line.names or line.joins(end - 1):
        return False
    if any(t in line.saying or line.has(t, "that") or line.words[t] == "," for t in inside):
        return False
    near = range(relative + 1, min(relative + 1 + OWN_VERB, end - 1))
    verb = next((t for t in near if looks_like(line, t, ("active",))), end)
    return verb + 1 < end and not line.has(end - 1, "purpose")


def _has_own_verb(line: Outline, at: int, end: int) -> bool:
    """Tell whether a clause with a verb of its own describes a subject: "that would end the war".

    A verb of a language without tenses shows itself by its shape alone.
    """
    if not (line.has(at, "relative", "that", "purpose") or looks_like(line, at, _DESCRIBING)):
        return False
    inside = range(at + 1, end)
    if any(line.opener(t) in _PARTING or line.words[t] == "," for t in inside):
        return False
    if line.has(end - 1, "purpose", "relative"):
        return False
    if is_tensed(line):
        verb = next((t for t in range(at, end) if _is_plain(line, t)), end)
        return verb + 1 < end
    near = range(at + 1, min(at + 1 + OWN_VERB, end))
    return any(looks_like(line, token, ("active",)) for token in near)


_PARTING = ("condition", "after", "cause", "contrast", "while")
"""Openers of clauses of their own between a subject and a verb."""

_DESCRIBING = ("participle", "gerund")
"""Forms of verbs that describe the noun before them: "a deal aimed at", "a treaty banning"."""


def _is_plain(line: Outline, token: int) -> bool:
    known = token in line.names or token in line.agreements or line.tags.get(token)
    return line.words[token].islower() and not known


def _before_aside(line: Outline, token: int) -> int:
    """Step over a relative clause between commas: "pakta itu, yang diteken pada 1996, …"."""
    if line.words[token] != "," or token <= line.first:
        return token
    low = max(line.first, token - ASIDE)
    opening = next((t for t in range(token - 1, low, -1) if line.words[t] == ","), None)
    if opening is None or not line.has(opening + 1, "relative"):
        return token
    return opening - 1 if opening - 1 in line.agreements or opening - 1 in line.names else token


def _opens_deed(line: Outline, since: int, trigger: Trigger) -> bool:
    """Tell whether a verb follows "since" at once: "has not been discussed since it was signed"."""
    behind = range(since + 1, trigger.first)
    return since not in line.dates and all(
        line.has(t, "it", "be", "have", "was", "perfect") or t in line.names for t in behind
    )


def _before(line: Outline, token: int) -> int:
    """Step one word to the left, or over a whole name, agreement or date: "Rabu (8/3)"."""
    at = token - 1
    mention = line.agreements.get(at) or line.names.get(at) or line.dates.get(at)
    if mention is None or mention.end > token:
        return token - 1
    return max(line.first, mention.first)


def _goes_on(line: Outline, comma: int, trigger: Trigger) -> bool:
    """A comma does not part a verb joined to the one before: ", then finally signed"."""
    between = range(comma + 1, trigger.first)
    return 0 < len(between) <= JOINED and all(line.has(t, "and", "then") for t in between)


def _is_antecedent(line: Outline, token: int, trigger: Trigger, link: Link) -> bool:
    """Tell whether a participle hangs right on its agreement ("the pact signed in May")."""
    mention = link.mention
    if mention is None:
        return False
    if link.rule == "antecedent":  # "will keep the deals it reached"
        behind = range(mention.end, trigger.first)
        parted = any(line.joins(at) or line.has(at, "purpose", "preposition") for at in behind)
        return mention.first <= token < mention.end and not parted
    if not any("participle" in sense.forms for sense in trigger.senses):
        return False
    parties = past_parties(line, mention.end) >= trigger.first  # "a deal with Norland reached"
    if not mention.first <= token < mention.end or not (
        parties or trigger.first - mention.end <= 1
    ):
        return False
    if line.any_tag(max(line.first, mention.first - CAUSED), mention.first, "causative"):
        return False
    return not line.any_tag(mention.end, trigger.first, "be", "have")


def main_start(line: Outline, at: int) -> int:
    """Give where the main clause begins that holds a token."""
    for token in range(at - 1, line.first - 1, -1):
        if line.words[token] in ";:" or (line.has(token, "that") and token not in line.agreements):
            return token
    return line.first


def last_of(line: Outline, reach: Reach, *keys: str) -> int | None:
    """Give the last token of a reach with one of these grammar entries."""
    tokens = range(reach.at - 1, reach.first - 1, -1)
    return next((t for t in tokens if t not in reach.aside and line.has_one(t, keys)), None)
