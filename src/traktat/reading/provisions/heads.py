"""Heads: whether a verb behind an agreement is said of the agreement or of somebody else."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.reading.frames import Desk
from traktat.reading.mentions import AgreementMention
from traktat.reading.provisions.doubts import is_made
from traktat.reading.provisions.duties import is_held

HEAD_GAP = 2  # words between an agreement and the "that" of a clause about it, names aside
SUBJECT = 5  # tokens of "on extradition" behind an agreement, before a comma
PLACE = 14  # tokens that say where and when an agreement was made
JOINS = ("with", "between", "and", "definite", "article", "both")


def is_done_by_another(
    desk: Desk, sentence: Sentence, mention: AgreementMention, cue: Mark
) -> bool:
    """Tell whether an agreement stands in a phrase before the subject: "To save it, Peru …"."""
    page = desk.page
    stop = min(cue.first, mention.end + SUBJECT)
    comma = next((at for at in range(mention.end, stop) if page.tokens.words[at] == ","), None)
    if comma is None:
        return False
    opens = page.marks.within("grammar", sentence.first, sentence.first + 1)
    if not any(mark.key in ("purpose", "preposition", "after", "while") for mark in opens):
        return False
    return any(not name.attributive for name in desk.names.within(comma + 1, comma + 2))


def has_own_subject(desk: Desk, end: int, cue: Mark) -> bool:
    """Tell whether a clause behind an agreement is about a party: "… that Peru was curbing"."""
    marks = desk.page.marks
    for link in marks.keyed("grammar", "relative", end, cue.first):
        for name in desk.names.within(link.end, link.end + 1):
            helping = marks.within("grammar", name.end, cue.first)
            passed = {at for mark in helping for at in range(mark.first, mark.end)}
            if not name.attributive and cue.first - name.end <= len(passed) + 1:
                return True
    return False


def has_other_head(desk: Desk, end: int, cue: Mark) -> bool:
    """Tell whether a relative clause is about something else than the agreement before it.

    "The pact came after a law that bans …": what bans is the law.
    """
    marks = desk.page.marks
    near = [
        mark
        for mark in marks.keyed("grammar", "relative", cue.first - 3, cue.first)
        if mark.end <= cue.first
    ]
    if not near or others(desk, end, near[-1].first) <= HEAD_GAP:
        return False
    if near[-1].first - end <= PLACE and is_made(desk.page, end, near[-1].first):
        return False  # "an accord in Lima on Monday that bans …"
    return not is_held(desk, end, near[-1].first)


def others(desk: Desk, first: int, end: int) -> int:
    """Count the words between two tokens that neither name somebody nor join words."""
    page = desk.page
    marks = page.marks.within("grammar", first, end)
    places = [(mark.first, mark.end) for mark in marks if mark.key in JOINS]
    places += [(name.first, name.end) for name in desk.names.within(first, end)]
    passed = {token for place in places for token in range(*place)}
    words = page.tokens.words
    return sum(at not in passed and words[at].isalpha() for at in range(first, end))
