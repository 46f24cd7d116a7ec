"""Acts that somebody denies: "denied that it had signed", "membantah telah meneken"."""

from __future__ import annotations

from dataclasses import replace

from traktat.model.kinds import Status
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline

REACH = 6  # tokens between a denial and the verb it denies: "that the two states planned to"


def refuted(line: Outline, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts with those that a verb of denying governs told as denied."""
    marks = line.sources.page.marks
    sentence = line.sentence
    cues = [
        mark.end
        for mark in marks.keyed("claims", "denies", sentence.first, sentence.end)
        if mark.field != "withheld"  # "denied visas"
        and not line.has(mark.first, "refusal")  # who refuses to ratify denies no ratification
        and not any(marks.keyed("grammar", "negation", mark.first - 2, mark.first))
    ]
    return [_told(line, draft, cues) for draft in drafts] if cues else drafts


def _told(line: Outline, draft: Draft, cues: list[int]) -> Draft:
    at = draft.trigger.first
    governed = any(0 <= at - cue <= REACH and not _described(line, cue, at) for cue in cues)
    if not governed or draft.status is Status.DENIED:
        return draft
    denied = replace(draft, phase=replace(draft.phase, status=Status.DENIED))
    return denied.noting("denied")


def _described(line: Outline, first: int, end: int) -> bool:
    """Tell whether an agreement stands between, so that the verb may only describe it."""
    return bool(line.sources.agreements.mentions.within(first, end))
