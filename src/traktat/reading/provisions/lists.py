"""Lists: the lines behind "the terms of the pact are:" all tell what that agreement holds.

So do the sentences below the heading "What is in the pact?", up to the next heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from traktat.lang.sentences import Sentence, is_enumerator
from traktat.model.findings import AgreementFinding
from traktat.reading.frames import Desk
from traktat.reading.scan import Scan

BULLETS = frozenset("-–—•▪*·●")
STAR = "*"
EMPHASIS = frozenset("*#_ \t\u00a0")
BLANK = "\n\n"
MARKUP = frozenset("*#_")
LINE = "\n"
STOPS = frozenset(".,;!\"”'’»")
TITLE = 2  # sentences at the start of a report, which may be its title
HEADING = 14  # tokens of a heading
NEXT_TITLE = 8  # sentences from one title of a point to the next
POINTS = 4  # tokens of "several points" at the end of a sentence
MOST_TOLD = 12  # sentences below a heading that tell what an agreement holds
FAR = 40  # sentences from the agreement to the heading
NO_TITLE = BULLETS - {STAR} | {"("}
FORCES = ("shall", "may", "will", "intends")
NUMBERED = frozenset(".)")
OPENERS = ("article", "pledges", "contents", "points")
"""Words that make of what follows the rules of the agreement spoken of."""

HEADS = ("article", "contents", "points")
"""Words of a line right before a list that say what it is a list of."""

HOLDS = ("contains", "obliges", "pledges")
"""Verbs before "several points" that say that an agreement holds them."""

DOUBTS = ("opinion", "wanted", "hoped")
"""Groups of words that make of a list what somebody wants."""


def listed_rules(desk: Desk) -> dict[int, AgreementFinding]:
    """Give the agreement whose rules a list tells, by the index of each sentence of the list."""
    out: dict[int, AgreementFinding] = {}
    open_for: AgreementFinding | None = None
    begun = False
    for sentence in desk.page.sentences:
        goes_on = begun and _goes_on(desk.page, sentence)
        if is_item(desk.page, sentence):
            begun = True
        elif _opens_list(desk.page, sentence):
            within = open_for if goes_on else None
            open_for, begun = _agreement(desk, sentence) or within, False
        elif _counts_points(desk, sentence):
            open_for, begun = _agreement(desk, sentence), True
            continue  # the rest of its paragraph tells the points
        elif not goes_on and not _says_nothing(desk.page, sentence):
            if begun and _is_beside(desk.page, sentence):
                continue  # a line of its own among the items
            open_for = None
        if open_for is not None and begun and not is_title(desk.page, sentence):
            out[sentence.index] = open_for
    if any(desk.page.marks.keyed("clauses", "contents", 0, len(desk.page.tokens))):
        out.update(_explained(desk, out))
    return out


def _explained(desk: Desk, listed: dict[int, AgreementFinding]) -> dict[int, AgreementFinding]:
    """Give the agreement of the sentences below "What is in the pact?", where nobody speaks."""
    out: dict[int, AgreementFinding] = {}
    agreement: AgreementFinding | None = None
    left = 0
    for sentence in desk.page.sentences:
        if _is_heading(desk.page, sentence):
            agreement, left = _contents(desk, sentence), MOST_TOLD
        elif agreement is not None and left and sentence.index not in listed:
            left -= 1
            if not desk.utterances.within(sentence.first, sentence.end):
                out[sentence.index] = agreement
    return out


def _is_heading(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence is a heading: a short line of its own without a full stop."""
    if sentence.index < TITLE or sentence.end - sentence.first > HEADING or is_item(page, sentence):
        return False
    text, (start, end) = page.text, (sentence.span.start, sentence.span.end)
    alone = (not start or text[start - 1] == LINE) and text[end : end + 1] in ("", LINE)
    return alone and page.tokens.words[sentence.end - 1][-1] not in STOPS


def _contents(desk: Desk, heading: Sentence) -> AgreementFinding | None:
    """Give the agreement of which a heading says that its contents follow."""
    told = desk.page.marks.keyed("clauses", "contents", heading.first, heading.end)
    return desk.lately(heading, FAR) if any(told) else None


def is_item(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list: a bullet or number opens it."""
    return item_start(page, sentence) > sentence.first


def item_start(page: Scan, sentence: Sentence) -> int:
    """Give the token behind the bullet or number of an item; the first where none opens it.

    A mark of emphasis is no bullet, a number in the middle of a line counts no item.
    """
    tokens, first = page.tokens, sentence.first
    if first + 1 >= sentence.end:
        return first
    if tokens.words[first] in BULLETS:
        apart = tokens.starts[first + 1] > tokens.ends[first]
        if apart or tokens.words[first] != STAR:
            return first + 1
    start = tokens.starts[first]
    while start and page.text[start - 1] in EMPHASIS:
        start -= 1
    if start and page.text[start - 1] != LINE:
        return first
    number = first
    while number + 2 < sentence.end and tokens.words[number] in MARKUP:
        number += 1
    number += tokens.words[number] == "("
    if number + 2 >= sentence.end or tokens.words[number + 1] not in NUMBERED:
        return first
    return number + 2 if is_enumerator(tokens.words[number]) else first


def intro_of(page: Scan, sentence: Sentence, most: int) -> Sentence | None:
    """Give the sentence that opens the list an item belongs to."""
    before = page.sentences[max(0, sentence.index - most) : sentence.index]
    return next((one for one in reversed(before) if not is_item(page, one)), None)


def headed_by(page: Scan, sentence: Sentence) -> Sentence | None:
    """Give the sentence that opens the titled points among which a sentence stands."""
    for at in range(sentence.index - 1, max(-1, sentence.index - FAR), -1):
        if _opens_list(page, page.sentences[at]):
            return page.sentences[at]
    return None


def is_wished(page: Scan, intro: Sentence) -> bool:
    """Tell whether a list is opened by what somebody wants an agreement to hold."""
    return any(mark.key in DOUBTS for mark in page.marks.of("clauses", intro))


def _agreement(desk: Desk, intro: Sentence) -> AgreementFinding | None:
    """Give the agreement that the words before a list speak of, unless they only wish."""
    if is_wished(desk.page, intro):
        return None
    named = next(_mentioned(desk, intro), None)
    if named is not None:
        return named
    told = any(mark.key in OPENERS for mark in desk.page.marks.of("clauses", intro))
    return desk.lately(intro) if told else None


def _mentioned(desk: Desk, sentence: Sentence) -> Iterator[AgreementFinding]:
    for _, agreement in desk.mentioned(sentence):
        yield agreement


def _opens_list(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a list follows: a colon ends the sentence, or it names terms right before."""
    if page.tokens.words[sentence.end - 1] == ":":
        return True
    after = sentence.index + 1
    if after >= len(page.sentences) or not is_item(page, page.sentences[after]):
        return False
    return any(mark.key in HEADS for mark in page.marks.of("clauses", sentence))


def _counts_points(desk: Desk, sentence: Sentence) -> bool:
    """Tell whether a sentence only says that points follow: "The pact holds several points"."""
    page = desk.page
    last = sentence.end - 1
    points = page.marks.keyed("clauses", "points", max(sentence.first, last - POINTS), last)
    if not any(mark.end == last for mark in points) or page.tokens.words[last] != ".":
        return False
    return any(mark.key in HOLDS for mark in page.marks.of("clauses", sentence))


def _says_nothing(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a line holds no sentence: a rule of dashes, a comment of the markup."""
    words = page.tokens.words
    return not words[sentence.first][0].isalpha() and words[sentence.first] not in BULLETS


def _goes_on(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with an item: in its paragraph, or right below its title."""
    before = page.sentences[sentence.index - 1]
    if before.paragraph == sentence.paragraph or is_below_title(page, sentence):
        return True
    later = page.sentences[sentence.index + 1 : sentence.index + NEXT_TITLE]
    return any(is_title(page, one) for one in later)


def _is_beside(page: Scan, sentence: Sentence) -> bool:
    """Tell whether no empty line sets a sentence off from the one before it."""
    before = page.sentences[sentence.index - 1]
    return BLANK not in page.text[before.span.end : sentence.span.start]


def is_below_title(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence stands right below the title of a point: "2. Bases"."""
    return sentence.index > 0 and is_title(page, page.sentences[sentence.index - 1])


def is_title(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a numbered item only heads what stands below it: "2. Military bases".

    One that follows an item right away is the next of a plain list.
    """
    at, words = sentence.index, page.tokens.words
    if sentence.end - sentence.first > HEADING or words[sentence.first] in NO_TITLE:
        return False
    if not is_item(page, sentence) or (at and is_item(page, page.sentences[at - 1])):
        return False
    if at + 1 >= len(page.sentences) or is_item(page, page.sentences[at + 1]):
        return False
    last = sentence.end - 1
    while last > sentence.first and words[last] in MARKUP:
        last -= 1
    if words[last][-1] in STOPS or any(page.marks.within("grammar", last, last + 1)):
        return False
    forces = page.marks.within("clauses", sentence.first, sentence.end)
    return not any(mark.key in FORCES for mark in forces)
