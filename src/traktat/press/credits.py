"""Credits: the words with which a report credits a medium that is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from traktat.facts.tables import table
from traktat.lang import Mark, Pack
from traktat.lang.sentences import Sentence
from traktat.press.media import EMPHASIS, is_calendar_word
from traktat.press.sheets import Sheet

LEADING = ("before", "citing", "medium-before", "reporting")
"""Roles of words that stand before the source."""

CREDITING = frozenset((*LEADING, "end", "contributed", "after", "anaphor", "telling"))
"""Roles of which a sentence needs one to credit anybody; the others only help to read it."""

BESIDE = ("medium", "between", "anaphor")
"""Roles of words between a credit and its source; "the newspaper" may stand before a name."""

APPOSED = 16  # tokens between a medium and the name behind its description
BETWEEN = 8  # tokens that may stand between a credit and the source it names
BEHIND = 5  # tokens between a medium and its verb: "an AFP correspondent at the scene saw"
APART = 6  # tokens between telling and hearer: "an interview earlier this month with"
STAFF = 4  # words of a writer's name before "of the Norland Courier"

_TELLING = frozenset(("telling", "after", "medium-before"))
_OPENING = frozenset(",\"“'‘(-*_[")
_CLOSING = frozenset('*_"”’)]')


@dataclass(frozen=True, slots=True)
class Credit:
    """A press word in the role of a credit, or a medium that could be credited."""

    mark: Mark
    role: str


def credit_of(
    sheet: Sheet, name: Mark, roles: list[Credit], sentence: Sentence
) -> tuple[int, int] | None:
    """Give the tokens of the credit a known medium stands in, or None where it is only named."""
    start = skipped_back(sheet, name.first, sentence.first, roles)
    return (
        _led(sheet, name, start, roles)
        or _followed(sheet, name, start, roles)
        or _hearing(sheet, name, start, roles)
        or _of_staff(sheet, name, start, roles)
    )


def is_chained(sheet: Sheet, end: int, start: int) -> bool:
    """Tell whether a source stands behind another, joined to it: "dikutip X dari Y"."""
    words, at = sheet.tokens.words, end
    while at < start - 1 and words[at] in _CLOSING:
        at += 1
    return at == start - 1 and sheet.tokens.lower[at] in sheet.pack.words("press", "credit-chain")


def skipped_back(sheet: Sheet, at: int, first: int, roles: list[Credit]) -> int:
    """Go back over media words, adjectives and small marks that stand before a name."""
    marks = [credit.mark for credit in roles if credit.role in BESIDE]
    marks += [mark for mark in sheet.within(first, at) if mark.file == "states"]
    passable = {token for mark in marks for token in range(mark.first, mark.end)}
    words, low = sheet.tokens.words, max(first, at - BETWEEN)
    small = sheet.pack.words("press", "medium-article")
    while at > low and (
        at - 1 in passable or words[at - 1] in _OPENING or sheet.tokens.lower[at - 1] in small
    ):
        at -= 1
    return at


def past_media(sheet: Sheet, at: int, stop: int) -> tuple[int, tuple[int, int] | None]:
    """Go past the words for media and what may stand beside them."""
    medium = None
    while at < stop:
        step = next(
            (
                mark
                for mark in sheet.within(at, at + 1)
                if mark.file == "press" and sheet.setting(mark, "at") in ("medium", "between")
            ),
            None,
        )
        if step is None and (
            sheet.tokens.lower[at] in _beside(sheet.pack) or sheet.tokens.words[at] in EMPHASIS
        ):
            at += 1  # "the daily newspaper X": "the daily" alone would speak of one named before
            continue
        if step is None:
            break
        if sheet.setting(step, "at") == "medium":
            medium = (medium[0] if medium else step.first, step.end)
        at = step.end
    return at, medium


@lru_cache(maxsize=16)  # packs in use
def _beside(pack: Pack) -> frozenset[str]:
    """Give the words that may stand beside a word for media."""
    adjectives = pack.words("press", "medium-adjective")
    return frozenset((*adjectives, *pack.words("press", "medium-article")))


def _led(sheet: Sheet, name: Mark, start: int, roles: list[Credit]) -> tuple[int, int] | None:
    """A credit that ends where the name, or its description, begins: "according to AFP"."""
    for credit in roles:
        if credit.role not in LEADING:
            continue
        end = credit.mark.end
        if start <= end <= name.first or _is_apposed(sheet, end, name):
            return credit.mark.first, name.end
    return None


def _is_apposed(sheet: Sheet, first: int, name: Mark) -> bool:
    """Tell whether a name follows a medium and its description: "the station in Dubai, Al X"."""
    words = sheet.tokens.words
    if name.first - first > APPOSED or words[name.first - 1] != ",":
        return False
    at, medium = past_media(sheet, first, name.first)
    told = words[at : name.first - 1]
    return medium is not None and not any(word in '.!?;:"“”' for word in told)


def _followed(sheet: Sheet, name: Mark, start: int, roles: list[Credit]) -> tuple[int, int] | None:
    """A verb of reporting behind a name: "AFP on Monday quoted"."""
    for credit in roles:
        near = name.end <= credit.mark.first <= name.end + BEHIND
        if credit.role == "after" and near and _follows(sheet, name.end, credit.mark.first):
            return start, credit.mark.end
    return None


def _follows(sheet: Sheet, first: int, end: int) -> bool:
    """Tell whether only a time, an adverb or a bracket stands between a name and its verb."""
    words = sheet.tokens.words[first:end]
    if words and words[0][0].isupper() and not is_calendar_word(sheet, first):
        return False  # "Dow Jones Industrial Average": of another name
    return not any(word in '.!?"“”;:' for word in words) and (
        len(words) <= 1 or words[0] in ",(" or not words[0][0].islower() or len(words) <= 4
    )


def _hearing(sheet: Sheet, name: Mark, start: int, roles: list[Credit]) -> tuple[int, int] | None:
    """A medium somebody spoke to, or was on: "explained to AFP", "said on Monday on CNN"."""
    at = start - 1
    telling = [credit.mark for credit in roles if credit.role in _TELLING]
    if at < 0 or not telling:
        return None
    before = sheet.tokens.lower[at]
    if before in sheet.pack.words("press", "credit-airing") and _broadcasts(name):
        return at, name.end
    if before not in sheet.pack.words("press", "credit-hearer"):
        return None
    for mark in telling:
        if mark.end <= at <= mark.end + APART and _is_unbroken(sheet, mark.end, at):
            return mark.first, name.end
    return None


def _is_unbroken(sheet: Sheet, first: int, end: int) -> bool:
    return not any(word in '.,!?"“”;:' for word in sheet.tokens.words[first:end])


def _broadcasts(name: Mark) -> bool:
    return name.file == "agencies" and table("agencies")[name.key].get("sort") == "broadcaster"


def _of_staff(sheet: Sheet, name: Mark, start: int, roles: list[Credit]) -> tuple[int, int] | None:
    """A writer of a medium that reports: "writes Lena Moss of the Norland Courier"."""
    words, at = sheet.tokens.words, start - 1
    if at < 1 or sheet.tokens.lower[at] not in sheet.pack.words("press", "credit-staff"):
        return None
    person = at
    while person > max(0, at - STAFF) and words[person - 1][0].isupper():
        person -= 1
    for credit in roles:
        mark = credit.mark
        tells = credit.role in ("telling", "after") and person < at
        if tells and (mark.end == person or name.end <= mark.first <= name.end + 1):
            return min(person, mark.first), max(name.end, mark.end)
    return None
