"""Movements that only the truce they make shows: no list has "QLF", nor "Gerakan Saba".

"A ceasefire between Norland and the QLF", "Norlandia dan QLF menyepakati gencatan senjata":
who makes a truce with a state is no office, no town and no paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from traktat.lang import Mark, Pack
from traktat.reading.names.units import Unit, Units
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence

INITIALS = range(3, 7)  # letters
NEAR = 6  # tokens between a truce and who makes it: "signed with the government of"
OPENED = 3  # tokens of "dengan pemerintah" between a truce and the state it is with
HOLDER = 4  # words of "a small splinter faction" before "of the Lake Front"
WORDS = 3  # capitalized words of "Gerakan Saba Merdeka"
_OF_STATES = frozenset({"state", "people", "capital"})
_TRUCES = frozenset({"ceasefire", "armistice"})


def movements_of(page: Scan, units: Units, plain: frozenset[str]) -> dict[int, int]:
    """Give the tokens at which such movements are named, each with its end."""
    truces = list(_truces(page))
    if not truces:
        return {}
    found: dict[int, int] = {}
    for sentence in page.sentences:
        here = [mark for mark in truces if sentence.first <= mark.first < sentence.end]
        for first, end in _unknown(page, units, plain, sentence):
            if _is_short(page, first, end) or any(
                _makes(page, units, truce, first, end) for truce in here
            ):
                found[first] = end
    for first, end in list(found.items()):
        if end - first == 1:  # wherever the report names it
            found |= {at: at + 1 for at in page.capitals.get(page.tokens.lower[first], ())}
    return found


def _truces(page: Scan) -> Iterator[Mark]:
    """Give the words for truces, and those for agreements right beside a word for peace."""
    truce, other, peace = _nouns(page.pack)
    found = page.marks.of("agreements")
    sought = [mark for mark in found if mark.key in peace]
    beside = {mark.first for mark in sought} | {-mark.end for mark in sought}
    for mark in found:
        if mark.key in truce or (mark.key in other and {mark.end, -mark.first} & beside):
            yield mark


@lru_cache(maxsize=16)  # packs in use
def _nouns(pack: Pack) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the entries of nouns for truces, of those for other agreements, of words for peace."""
    entries = pack.entries.get("agreements", {})
    truce = {key for key, entry in entries.items() if entry.get("form") in _TRUCES}
    other = {key for key, entry in entries.items() if "form" in entry} - truce
    peace = {key for key, entry in entries.items() if entry.get("topic") == "peace"}
    return frozenset(truce), frozenset(other), frozenset(peace)


def _unknown(
    page: Scan, units: Units, plain: frozenset[str], sentence: Sentence
) -> Iterator[tuple[int, int]]:
    """Give initials that no unit covers, and what a word for movements opens or closes."""
    words = page.tokens.words
    opening, closing = (
        units.small.get("movement_opening", {}),
        units.small.get("movement_closing", {}),
    )
    for at in range(sentence.first, sentence.end):
        word = words[at]
        if not word[:1].isupper() or at in units.covering:
            continue
        end = at + 1
        if word.isupper() and word.isalpha() and len(word) in INITIALS:
            if page.tokens.lower[at] not in plain:
                yield at, end
            continue
        end = _past_capitals(units, words, end, min(sentence.end, at + 1 + WORDS))
        if end - 1 in closing:
            far = _past_cause(page, units, end, sentence.end)
            if far > end:
                yield at + _tags(page, at, "article", "definite"), far
                continue
        if end - at > 1 and (at in opening or end - 1 in closing):
            yield at, end


def _past_capitals(units: Units, words: list[str], first: int, stop: int) -> int:
    at = first
    while at < stop and _is_capital(units, words, at):
        at += 1
    return at


def _past_cause(page: Scan, units: Units, end: int, stop: int) -> int:
    """Give where the cause ends that a movement is named for: "Movement for National Renewal"."""
    if end >= stop or not _tags(page, end, "of", "toward"):
        return end
    first = end + 1 + _tags(page, end + 1, "article", "definite")
    behind = _past_capitals(units, page.tokens.words, first, min(stop, first + WORDS))
    return _past_cause(page, units, behind, stop) if behind > first else end


def _is_short(page: Scan, first: int, end: int) -> bool:
    """Tell whether initials in brackets follow a name: "the Lake Movement (LM)"."""
    bracket = page.tokens.words[end : end + 3]
    return end - first > 1 and bracket[::2] == ["(", ")"] and bracket[1].isupper()


def _is_capital(units: Units, words: list[str], at: int) -> bool:
    return words[at][:1].isupper() and at not in units.covering


def _makes(page: Scan, units: Units, truce: Mark, first: int, end: int) -> bool:
    """Tell whether those named at a place make a truce with a state."""
    led = first - _tags(page, first - 1, "article", "definite")
    if _tags(page, led - 1, "of"):
        led = _past_holder(page, led - 1)
    behind = led - truce.end
    if 0 < behind <= NEAR and _tags(page, led - 1, "with"):
        return _state_within(units, truce.first - NEAR, led)
    with_state = (_tags(page, led - 1, "and") and _state_before(units, led - 1)) or _state_behind(
        page, units, end
    )
    if with_state and 0 < behind <= NEAR:
        return True  # "antara Norlandia dan QLF", "yang diumumkan Norlandia dan QLF"
    if with_state and 0 < truce.first - end <= NEAR:
        return _deals(page, end, truce.first)
    opens = page.tokens.words[first - 1] == "," or _opens(page, led)
    joined = any(_tags(page, at, "with") for at in range(truce.end, truce.end + OPENED))
    return (
        opens
        and end <= truce.first
        and joined
        and _state_within(units, truce.end, truce.end + NEAR)
    )


def _past_holder(page: Scan, of: int) -> int:
    """Step over who is of a movement: "with Ali Tam of", "with a splinter faction of"."""
    at = of
    while at > of - HOLDER and page.tokens.words[at - 1].isalpha():
        if _tags(page, at - 1, "with"):
            return at
        at -= 1
    return of


def _tags(page: Scan, token: int, *keys: str) -> bool:
    return any(page.marks.keyed("grammar", key, token, token + 1) for key in keys)


def _opens(page: Scan, token: int) -> bool:
    return any(sentence.first == token for sentence in page.sentences)


def _deals(page: Scan, first: int, end: int) -> bool:
    """Tell whether a verb by which parties deal with an agreement stands there."""
    return any(page.marks.keyed("agreements", "dealing", first, end))


def _state_before(units: Units, joint: int) -> bool:
    """Tell whether a joint has a state before it: "Norland and"."""
    return _is_state(units.over(joint - 1))


def _state_behind(page: Scan, units: Units, joint: int) -> bool:
    """Tell whether a joint with a state behind it stands at a token: "and the government of X"."""
    if not _tags(page, joint, "and"):
        return False
    return _state_within(units, joint + 1, joint + 1 + OPENED)


def _state_within(units: Units, first: int, end: int) -> bool:
    return any(_is_state(units.over(at)) for at in range(first, end))


def _is_state(unit: Unit | None) -> bool:
    return unit is not None and unit.sort in _OF_STATES
