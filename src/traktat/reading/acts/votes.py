"""How an assembly voted: unanimously, or by so many votes to so many."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.chambers import assemblies
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline

UNANIMOUS = "unanimous"
VOTED = frozenset({ActKind.APPROVAL, ActKind.REJECTION, ActKind.RATIFICATION})
"""Acts that are voted on."""

BESIDE = 8  # tokens between a word for votes and their count
COUNTED = 3  # tokens between a number and whom or what it counts ("71 senators in favor")
NEAR = 14  # tokens between an act and the word that says all were for it
MOST = 4  # digits of the number of votes in the largest assembly
DASHES = frozenset("-–—")


def vote_of(draft: Draft) -> str | None:
    """Give the vote beside an act that was voted on, as "71-26" or "unanimous"."""
    if draft.kind not in VOTED or draft.status is not Status.OCCURRED:
        return None
    line, trigger = draft.line, draft.trigger
    low, high = _bounds(draft)
    for first, end in ((trigger.first, high), (low, trigger.first)):
        count = _count(line, first, end) or _bare_count(draft, first, end)
        if count is not None:
            return count
    near = max(low, trigger.first - NEAR), min(high, trigger.end + NEAR)
    marks = line.sources.page.marks.keyed("quantities", "unanimous", *near)
    return UNANIMOUS if any(not _negated(line, mark) for mark in marks) else None


def _bare_count(draft: Draft, first: int, end: int) -> str | None:
    """Give the count right in the clause of an assembly: "the Senate ratified it 71-26"."""
    line = draft.line
    if first < draft.trigger.first or not assemblies(line, draft.actors.mentions):
        return None
    openers = (token for token in range(draft.trigger.end, end) if line.opener(token) is not None)
    return _pair(line, first, next(openers, end), bare=True)


def _bounds(draft: Draft) -> tuple[int, int]:
    """Give the stretch around an act up to the other acts of its sentence that are voted on."""
    line, trigger = draft.line, draft.trigger
    others = [
        mark
        for mark in line.sources.page.marks.within("acts", line.first, line.end)
        if mark.key in VOTED and mark.forms and "noun" not in mark.forms
        if not _counts(line, mark)
    ]
    low = max((one.end for one in others if one.end <= trigger.first), default=line.first)
    high = min((one.first for one in others if one.first >= trigger.end), default=line.end)
    return low, high


def _counts(line: Outline, verb: Mark) -> bool:
    """Tell whether a verb only counts votes: "71 votes", "26 opposed it"."""
    for mark in line.sources.page.marks.within("quantities", verb.first - 1, verb.end):
        if mark.end <= verb.first:
            continue
        if mark.key == "ballot" or _number_before(line, mark, line.first) is not None:
            return True
    return False


def _negated(line: Outline, mark: Mark) -> bool:
    return line.any_tag(max(line.first, mark.first - 2), mark.first, "negation", "not_yet")


def _count(line: Outline, first: int, end: int) -> str | None:
    """Give the count that a stretch puts beside a word for votes, or for and against."""
    marks = line.sources.page.marks
    for ballot in marks.keyed("quantities", "ballot", first, end):
        near = max(first, ballot.first - BESIDE), min(end, ballot.end + BESIDE)
        found = _pair(line, *near)
        if found is not None:
            return found
    for favor in marks.keyed("quantities", "in-favor", first, end):
        against = next(iter(marks.keyed("quantities", "opposed", favor.end, end)), None)
        ayes = _number_before(line, favor, first)
        noes = _number_before(line, against, favor.end) if against else None
        if ayes is not None and noes is not None:
            return f"{ayes}-{noes}"
    return None


def _pair(line: Outline, first: int, end: int, *, bare: bool = False) -> str | None:
    """Give two numbers joined as votes are: "71-26", "71 votes to 26"; with `bare` by a dash."""
    words, tally = line.words, line.sources.page.pack.words("quantities", "tally")
    for token in range(first, end - 2):
        if not _is_number(line, token):
            continue
        joint = token + 1 if bare else _past_ballot(line, token + 1)
        joins = words[joint] in DASHES or (not bare and line.lower[joint] in tally)
        if joint + 1 < end and joins and _is_number(line, joint + 1):
            return f"{words[token]}-{words[joint + 1]}"
    return None


def _past_ballot(line: Outline, token: int) -> int:
    marks = line.sources.page.marks.keyed("quantities", "ballot", token, token + 1)
    return next((mark.end for mark in marks), token)


def _is_number(line: Outline, token: int) -> bool:
    word = line.words[token]
    return word.isdigit() and len(word) <= MOST and token not in line.dates


def _number_before(line: Outline, mark: Mark, low: int) -> str | None:
    """Give the number of those who are for or against, a word or two before it."""
    for token in range(mark.first - 1, max(low, mark.first - COUNTED) - 1, -1):
        if _is_number(line, token):
            return line.words[token]
    return None
