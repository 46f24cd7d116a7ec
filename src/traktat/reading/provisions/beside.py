"""Beside: whether an agreement itself does what a verb right behind it says."""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import Form
from traktat.reading.frames import Desk, agreement_nouns

DEEDS = "deed_verbs"
BESIDE = 4  # tokens between an agreement and its verb: "which will also"
STIRRED = 5  # tokens behind a verb in which what it stirs is named
PASSED = ("also", "relative", "perfect", "future", "have", "manner")
"""Words of grammar between an agreement and its verb."""


def is_its_deed(desk: Desk, sentence: Sentence, cue: Mark) -> bool:
    """Tell whether an agreement does something to a thing: "the pact retains the panel".

    What it only stirs, hope or pressure, is no rule.
    """
    if _is_quoted(desk, cue) or _stirs(desk, sentence, cue):
        return False
    return _is_beside(desk, sentence, cue)


def _is_quoted(desk: Desk, cue: Mark) -> bool:
    """Tell whether somebody is quoted: who praises or blames an agreement rules nothing."""
    spoken = (item.finding for item in desk.utterances.over(cue.first))
    return any(one.form is Form.DIRECT and one.speaker != "DOC" for one in spoken)


def _stirs(desk: Desk, sentence: Sentence, cue: Mark) -> bool:
    stop = min(sentence.end, cue.end + STIRRED)
    return any(desk.page.marks.keyed("clauses", "stirs", cue.end, stop))


def _is_beside(desk: Desk, sentence: Sentence, cue: Mark) -> bool:
    """Tell whether nothing but helping words and an aside stand before a verb of an agreement."""
    end = max(_subjects(desk, sentence, cue), default=-1)
    if "gerund" in cue.forms:
        return end == cue.first
    return end >= 0 and _is_passed(desk, end, cue.first)


def _subjects(desk: Desk, sentence: Sentence, cue: Mark) -> Iterator[int]:
    """Give where those end that may be the subject: the agreement, "it", "the clause"."""
    for mention in desk.agreements.mentions.within(sentence.first, cue.first):
        if mention.end <= cue.first:
            yield desk.past_parties(mention.end, cue.first)
    for mark in agreement_nouns(desk.page, sentence.first, cue.first):
        yield mark.end
    past = "past" in cue.forms and "present" not in cue.forms
    for mark in desk.page.marks.keyed("grammar", "it", sentence.first, cue.first):
        if not past:  # "it returned two hostages" is a state
            yield mark.end
    for mark in desk.page.marks.keyed("clauses", "article", sentence.first, cue.first):
        yield mark.end


def _is_passed(desk: Desk, first: int, end: int) -> bool:
    words = desk.page.tokens.words
    if first == end:
        return True
    if words[first] == "," and words[end - 1] == ",":
        return True
    passed = {
        at
        for file in ("grammar", "clauses")
        for mark in desk.page.marks.within(file, first, end)
        if mark.key in PASSED or desk.group(mark) == "force"
        for at in range(mark.first, mark.end)
    }
    left = [at for at in range(first, end) if at not in passed and words[at] not in ","]
    return len(left) <= 1 and end - first <= BESIDE and all(words[at].endswith("ly") for at in left)
