"""Words of acts that tell no act: they are said of something else than the agreement's life."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.attempts import is_tried
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.objects import past_parties, talks_within
from traktat.reading.acts.triggers import Voice, verb_group

PAPERS_BEHIND = 6  # words of "the exchange of their instruments"
VERB_BEFORE = 4  # words of "reach a lasting" before an agreement
_CHANGED = frozenset({ActKind.TERMINATION, ActKind.AMENDMENT, ActKind.SUSPENSION})


def is_effect(draft: Draft) -> bool:
    """What some event does not do to an agreement is no denial: "this does not end the pact"."""
    denied = draft.status is Status.DENIED and draft.phase.rule == "negation"
    if not denied or draft.kind not in _CHANGED or draft.voice is not Voice.ACTIVE:
        return False
    if draft.actors.mentions or draft.when is not None:
        return False
    line, group = draft.line, verb_group(draft.line, draft.trigger.first)
    if line.any_tag(group, draft.trigger.first, "perfect", "have"):
        return False  # "the talks have not ended the truce"
    return not line.any_tag(max(line.first, group - 1), group, "he", "they", "we", "i", "it")


def is_owed_notice(draft: Draft) -> bool:
    """What an agreement obliges its parties to give is a rule: "requires them to give notice"."""
    if draft.kind is not ActKind.NOTIFICATION or draft.status is not Status.PLANNED:
        return False
    marks = draft.line.sources.page.marks
    return any(marks.keyed("clauses", "obliges", draft.line.first, draft.trigger.first))


def is_other_exchange(draft: Draft) -> bool:
    """Parties exchange more than instruments: "for the exchange of information"."""
    if draft.kind is not ActKind.EXCHANGE or draft.voice is not Voice.NOUN:
        return False
    line, end = draft.line, draft.trigger.end
    if end >= line.end or not line.has(end, "of"):
        return False
    behind = line.sources.page.marks.within("acts", end, min(line.end, end + PAPERS_BEHIND))
    return not any(mark.field == "objects" for mark in behind)


def is_finding(draft: Draft) -> bool:
    """Who concludes that "it is" so judges: "I have concluded it is in our interest"."""
    if draft.kind is not ActKind.TEXT_AGREED or draft.voice is not Voice.ACTIVE:
        return False
    line, at = draft.line, draft.trigger.end
    at = line.dates[at].end if at in line.dates else at  # "announced Monday it would"
    if draft.link.rule != "pronoun" or at + 1 >= line.end or not line.has(at, "it"):
        return False
    return line.has(at + 1, "be", "was", "have", "future", "possibility", "obligation")


def is_opinion(draft: Draft) -> bool:
    """Who agrees that an agreement "should be" so judges: "she agrees any pact should be"."""
    behind = _behind_object(draft)
    return behind > 0 and draft.line.has(behind, "obligation")


def _behind_object(draft: Draft) -> int:
    """Give the token behind what is agreed or announced, and its parties; 0 where there is none."""
    mention, line = draft.link.mention, draft.line
    if draft.kind is not ActKind.TEXT_AGREED or draft.voice is not Voice.ACTIVE:
        return 0
    if mention is None or mention.first < draft.trigger.end:
        return 0
    behind = past_parties(line, mention.end)
    return behind if behind < line.end else 0


def is_end_of_attempt(draft: Draft) -> bool:
    """What collapses may be the attempt at an agreement: "efforts to reach a truce collapsed"."""
    mention, line = draft.link.mention, draft.line
    if draft.kind is not ActKind.TERMINATION or draft.voice is not Voice.SUBJECT:
        return False
    if mention is None or not line.has(draft.trigger.first, "failing"):
        return False
    if talks_within(line, mention.end, draft.trigger.first):
        return True  # "before the pact took effect, the talks broke down"
    marks = line.sources.page.marks
    verbs = marks.within("acts", max(line.first, mention.first - VERB_BEFORE), mention.first)
    return any(mark.forms and is_tried(line, mark.first) for mark in verbs)


def is_starting_point(draft: Draft) -> bool:
    """A gerund behind an article describes a noun: "is the necessary starting point"."""
    if draft.voice is not Voice.SUBJECT or "gerund" not in draft.sense.forms:
        return False
    line, behind, before = draft.line, draft.trigger.end, draft.trigger.first - 1
    if behind >= line.end or line.tags.get(behind) or not line.words[behind][0].islower():
        return False
    return line.has(before, "article") or line.has(before - 1, "article")


def is_part_of_name(draft: Draft) -> bool:
    """A joining that names a paper is told by what befalls that: "the accession protocol"."""
    if draft.kind is not ActKind.ACCESSION or draft.voice is not Voice.NOUN:
        return False
    mention, line, end = draft.link.mention, draft.line, draft.trigger.end
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    if mention is None or after or line.has(end, "of", "in", "preposition"):
        return False  # "its accession to the EU"
    return mention.first <= draft.trigger.first and end < mention.end


def is_weighed(draft: Draft) -> bool:
    """What is only weighed is not done: "warned of the consequences of leaving the pact"."""
    if draft.voice is Voice.NOUN or draft.when is not None:
        return False
    line = draft.line
    at = verb_group(line, draft.trigger.first) - 1
    at -= at > line.first and line.has(at, "of", "preposition")
    return line.lower[at] in line.sources.page.pack.settings.get("outcomes", ())


def is_standing(draft: Draft) -> bool:
    """A membership that ends or goes on is no joining: "extending its membership of the bloc"."""
    if draft.kind is not ActKind.ACCESSION or draft.voice is not Voice.NOUN:
        return False
    line, trigger = draft.line, draft.trigger
    marks = line.sources.page.marks.of("acts", line.sentence)
    there = any(m.first == trigger.first and m.key == ActKind.WITHDRAWAL for m in marks)
    return there and any(mark.key in _ENDING and mark.forms for mark in marks)


_ENDING = (ActKind.TERMINATION, ActKind.EXTENSION, ActKind.SUSPENSION, ActKind.WITHDRAWAL)


def is_of_clause(draft: Draft) -> bool:
    """What is announced may be what befalls an agreement: "announced the pact had lapsed"."""
    mention, line, behind = draft.link.mention, draft.line, _behind_object(draft)
    if mention is None or not behind or not line.has(draft.trigger.first, "announced"):
        return False
    if any(line.opener(token) for token in range(mention.end, behind + 1)):
        return False  # "announced a pact that will …"
    return line.has(behind, *_OF_VERBS)


_OF_VERBS = ("be", "was", "have", "perfect", "future", "possibility", "negation", "not_yet")
"""Grammar entries of words that open a predicate."""


def is_powerless(draft: Draft) -> bool:
    """What no agreement can do says nothing of one: "there is no pact that can fix the roads"."""
    mention, line = draft.link.mention, draft.line
    if draft.phase.rule != "there is none" or mention is None:
        return False
    behind = past_parties(line, mention.end)
    behind -= line.has(behind - 1, "relative")  # "that" may be an article too
    if behind + 1 >= line.end or not line.has(behind, "relative"):
        return False
    return line.has(behind + 1, "possibility")


def is_foreseen(draft: Draft) -> bool:
    """What ends an agreement one day is not done: "until replaced by one ratified by both"."""
    if draft.status is not Status.OCCURRED or draft.voice is not Voice.PASSIVE or draft.when:
        return False
    if draft.phase.opener != "relative":
        return False
    line, at = draft.line, draft.trigger.first
    until = next((t for t in range(at - 1, line.first, -1) if line.has(t, "until")), None)
    if until is None or any(line.words[t] == "," for t in range(until, at)):
        return False
    acts = line.sources.page.marks.within("acts", until, at)
    return any(mark.key in _REPLACED for mark in acts)


_REPLACED = (ActKind.REPLACEMENT, ActKind.TERMINATION)


def is_way_of_deciding(draft: Draft) -> bool:
    """A vote by which an agreement lets its parties decide is a rule: "under the pact, … vote"."""
    mention, line = draft.link.mention, draft.line
    if not draft.sense.ballot or draft.voice is not Voice.NOUN or mention is None or draft.when:
        return False
    if not line.first <= mention.first < draft.trigger.first:
        return False
    marks = line.sources.page.marks
    return any(marks.keyed("clauses", "under", max(0, mention.first - _FRAME), mention.first))


_FRAME = 2  # words of "under the" before an agreement

MISTAKEN = (
    is_powerless,
    is_foreseen,
    is_way_of_deciding,
    is_standing,
    is_of_clause,
    is_weighed,
    is_part_of_name,
    is_effect,
    is_owed_notice,
    is_other_exchange,
    is_finding,
    is_opinion,
    is_end_of_attempt,
    is_starting_point,
)
