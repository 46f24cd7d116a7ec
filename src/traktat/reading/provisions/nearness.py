"""How a sentence and its modal verb stand to the agreement named before."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import NameKind
from traktat.reading.frames import NEGATIONS, NOT_REACH, Desk
from traktat.reading.mentions import NameMention

GUESSED = 3  # sentences behind an agreement in which "may" tells what it permits
SUBJECT_LOOSE = 3  # tokens between a subject and its modal verb ("also", "sendiri")
HANGING = ("preposition", "between")


def is_near(desk: Desk, sentence: Sentence) -> bool:
    """Tell whether the agreement was named right before, and nobody speaks."""
    return not is_spoken(desk, sentence) and desk.lately(sentence, 1) is not None


def is_close(desk: Desk, sentence: Sentence) -> bool:
    """Tell whether the agreement was named shortly before, and nobody speaks."""
    return not is_spoken(desk, sentence) and desk.lately(sentence, GUESSED) is not None


def is_spoken(desk: Desk, sentence: Sentence) -> bool:
    """Tell whether somebody speaks in a sentence or over it."""
    spoken = desk.utterances.within(sentence.first, sentence.end)
    return bool(spoken) or bool(desk.utterances.over(sentence.first))


def is_barred(desk: Desk, sentence: Sentence, cue: Mark) -> bool:
    """Tell whether nobody may do something: "neither side may …", "tidak boleh"."""
    marks = desk.page.marks
    first = max(sentence.first, cue.first - SUBJECT_LOOSE - 1)
    found = (marks.keyed("grammar", key, first, cue.end + 1) for key in ("negation", "none"))
    return any(mark for group in found for mark in group)


def is_lifted(desk: Desk, cue: Mark) -> bool:
    """Tell whether a negation right before a duty takes it away: "does not have to"."""
    marks = desk.page.marks.within("grammar", max(0, cue.first - NOT_REACH), cue.first)
    return any(mark.end == cue.first and mark.key in NEGATIONS for mark in marks)


def is_possible(desk: Desk, cue: Mark) -> bool:
    """Tell whether something only might come about: "could", "mungkin"."""
    return any(desk.page.marks.keyed("clauses", "possible", cue.first, cue.end))


def is_thought(desk: Desk, cue: Mark) -> bool:
    """Tell whether a modal verb tells what somebody thinks: "could", "dapat saja"."""
    opinions = desk.page.marks.keyed("clauses", "opinion", cue.first, cue.first + 1)
    return any(mark.end == cue.end for mark in opinions)


def clause_start(desk: Desk, first: int, cue: Mark) -> int:
    """Give where the clause of a verb begins: behind the last ", and" or semicolon."""
    words = desk.page.tokens.words
    joins = {m.end for m in desk.page.marks.keyed("grammar", "and", first, cue.first)}
    breaks = [
        at
        for at in range(first + 1, cue.first)
        if words[at - 1] == ";" or (at in joins and words[at - 2] == ",")
    ]
    return breaks[-1] if breaks else first


def is_subject(desk: Desk, name: NameMention, cue: Mark) -> bool:
    """Tell whether a name right before a verb is its subject, not the end of a phrase."""
    if name.attributive or name.sort is NameKind.PERSON or not _reaches(desk, name, cue):
        return False
    return not hangs(desk, name)


def _reaches(desk: Desk, name: NameMention, cue: Mark) -> bool:
    """Tell whether a verb follows a name closely, or behind an aside between commas."""
    words = desk.page.tokens.words
    if cue.first - name.end > SUBJECT_LOOSE:
        return words[name.end] == "," and words[cue.first - 1] == ","
    relative = desk.page.marks.keyed("grammar", "relative", name.end, cue.first)
    return not any(relative)


def hangs(desk: Desk, item: Mark | NameMention) -> bool:
    """Tell whether words hang on a preposition: they are no subject."""
    near = desk.page.marks.within("grammar", max(0, item.first - 3), item.first)
    return any(one.end == item.first and one.key in HANGING for one in near)
