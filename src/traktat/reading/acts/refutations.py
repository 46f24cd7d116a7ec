"""Acts that somebody denies: "denied that it had signed", "membantah telah meneken"."""

from __future__ import annotations

from dataclasses import replace

from traktat.lang import Mark
from traktat.model.kinds import Status
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import looks_like

BEHIND = 16  # tokens of what is denied behind its verb: "the treaty was denied"
_PASSIVE = ("passive", "participle")
OWN, SHARED = 2, 5  # tokens from a negation to a verb, and to the second of two that share it
NOUN = 2  # tokens of "the border" before a noun
HEAD = 4  # tokens of "kabar yang beredar"
REACH = 6  # tokens between a denial and the verb it denies: "that the two states planned to"


def refuted(line: Outline, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with those that a verb of denying governs told as denied."""
    marks = line.sources.page.marks
    sentence = line.sentence
    denials = marks.keyed("claims", "denies", sentence.first, sentence.end)
    untrue = [mark.end for mark in denials if mark.field == "slights"]  # "is false"
    cues = [
        mark.end
        for mark in denials
        if mark.field not in ("withheld", "slights")  # "denied visas"
        and not _is_noun(line, mark)
        and not line.has(mark.first, "refusal")  # who refuses to ratify denies no ratification
        and not _is_negated(line, mark.first)
    ]
    behind = [cue for cue in cues if looks_like(line, cue - 1, _PASSIVE)] + untrue
    found = [_told(line, draft, cues) for draft in drafts] if cues else drafts
    return [_told_before(line, draft, behind) for draft in found] if behind else found


def _is_negated(line: Outline, at: int) -> bool:
    """Tell whether nobody denies: "did not deny", "tidak mengukuhkan ataupun membantah"."""
    reach = SHARED if at > line.first and line.joins(at - 1) else OWN
    return any(line.sources.page.marks.keyed("grammar", "negation", at - reach, at))


def _is_noun(line: Outline, mark: Mark) -> bool:
    """Tell whether a verb's plain form is a noun: "the border dispute led to", "disputes"."""
    if line.has(mark.end, "that"):
        return False
    if mark.field == "noun_verbs" and "present" in mark.forms:
        before = mark.first - 1
        return before not in line.names and not line.has(before, "he", "they", "it", "we", "i")
    if "bare" not in mark.forms:
        return False
    return line.any_tag(max(line.first, mark.first - NOUN), mark.first, "article")


def _told_before(line: Outline, draft: Draft, cues: list[int]) -> Draft:
    """Deny what a report told that is denied in its turn: "kabar bahwa … dibantah"."""
    at = draft.trigger.end
    opens = next((t for t in range(line.first, at) if line.opener(t) and line.has(t, "that")), None)
    if draft.status is Status.DENIED or opens is None or not _opens_clause(line, opens):
        return draft
    if not any(0 < cue - at <= BEHIND and not _parted(line, at, cue) for cue in cues):
        return draft
    return replace(draft, phase=replace(draft.phase, status=Status.DENIED)).noting("denied")


def _opens_clause(line: Outline, that: int) -> bool:
    """Tell whether a word or two stand before "that" in its clause: "reports that"."""
    near = range(max(line.first, that - HEAD), that)
    said = line.sources.page.marks.within("statements", near.start, that)
    opens = that - line.first <= HEAD or any(line.stops(token) for token in near)
    return opens or any("past" in mark.forms for mark in said)  # "said reports that"


def _parted(line: Outline, first: int, end: int) -> bool:
    return any(line.stops(token) or line.opener(token) is not None for token in range(first, end))


def _told(line: Outline, draft: Draft, cues: list[int]) -> Draft:
    at = draft.trigger.first
    cues = [*cues, *(past for cue in cues if (past := _past_report(line, cue)) > cue)]
    governed = any(0 <= at - cue <= REACH and not _parted_from(line, cue, at) for cue in cues)
    if not governed or draft.status is Status.DENIED:
        return draft
    denied = replace(draft, phase=replace(draft.phase, status=Status.DENIED))
    return denied.noting("denied")


def _past_report(line: Outline, cue: int) -> int:
    """Step over whose word it is: "denied a report in a Sarvian paper that it had signed"."""
    for token in range(cue, min(cue + SHARED + HEAD, line.end)):
        if line.stops(token) or token in line.agreements:
            return cue
        if line.has(token, "that"):
            return token + 1
    return cue


def _parted_from(line: Outline, cue: int, at: int) -> bool:
    """Tell whether "and" leads to another deed: "denied the charge and signed the pact"."""
    if _described(line, cue, at):
        return True
    joint = next((t for t in range(cue + 1, at) if line.joins(t)), None)
    if joint is None or any(line.opener(t) for t in range(cue, joint)):
        return False
    return line.has(cue, "article")


def _described(line: Outline, first: int, end: int) -> bool:
    """Tell whether an agreement stands between, so that the verb may only describe it."""
    return bool(line.sources.agreements.mentions.within(first, end))
