"""What a stance is taken on: nouns and verbs that are objects of another stance are none."""

from __future__ import annotations

from collections.abc import Sequence

from traktat.lang import Mark
from traktat.reading.scan import Scan

CONFESSED = 14  # tokens behind "admitted" in which nobody is said to know
OBJECT_REACH = 2  # words between a verb and what it denies
NOUN_REACH = 6  # tokens between a verb and the noun for what it denies: "rejected as a lie the"
NOUN_LISTS = ("noun_words", "nouns")
TAKEN = ("neither", "denies", "decline")
"""Stances on what others say: a noun for that is their object."""

CLAUSES = ("and", "contrast", "relative", "that")
"""Words behind which another clause goes on."""


def without_objects(page: Scan, cues: Sequence[Mark]) -> list[Mark]:
    """Leave out what a stance is taken on: "neither confirmed nor denied the deployment"."""
    kept: list[Mark] = []
    for cue in cues:
        if kept and _confessed(kept[-1], cue):
            kept.pop()  # "admitted that it could not confirm …"
        if not (kept and _is_object(page, kept[-1], cue)):
            kept.append(cue)
    return kept


def _confessed(before: Mark, cue: Mark) -> bool:
    near = cue.first - before.end <= CONFESSED
    return near and before.key == "confirm" and cue.key in ("neither", "decline")


def _is_object(page: Scan, before: Mark, cue: Mark) -> bool:
    """Tell whether a cue is what the stance before it is taken on: "denied reports that …"."""
    if before.key not in TAKEN:
        return False
    gap = cue.first - before.end
    if cue.field == "slights":
        return gap < NOUN_REACH  # "dismissed as baseless"
    if cue.key == "presuppose":
        return gap <= OBJECT_REACH and before.key != "decline"
    return gap <= NOUN_REACH and _is_noun(page, cue) and _in_one_clause(page, before, cue)


def _is_noun(page: Scan, cue: Mark) -> bool:
    """Tell whether a cue is a noun for what others say: "reports of", "its claim that"."""
    if cue.field in NOUN_LISTS or cue.key == "report" or (cue.key, cue.field) == ("fear", "words"):
        return True
    named = page.marks.within("topics", cue.first, cue.first + 1)
    anaphor = any(page.pack.entry("topics", one.key).get("group") == "anaphor" for one in named)
    return anaphor and cue.key in ("accuse", "asserts") and "participle" not in cue.forms


def _in_one_clause(page: Scan, before: Mark, cue: Mark) -> bool:
    """Tell whether no other clause begins between two cues."""
    words = page.tokens.words
    if any(words[at] in ",;:" for at in range(before.end, cue.first)):
        return False
    between = page.marks.within("grammar", before.end, cue.first)
    return all(one.key not in CLAUSES for one in between)
