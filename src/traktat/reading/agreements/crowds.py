"""Many states that are not named: "57 countries", "six world powers"."""

from __future__ import annotations

from traktat.reading.scan import Scan
from traktat.reading.wordplaces import WordPlaces

REACH = 9  # tokens between "57 countries" and the verb they do
_DESCRIBED = 5  # tokens of "the two resource-rich" before "countries"
_DIGITS = 4  # "2017" counts no states
_COUNTED = 8  # tokens of "negara-negara anggota" and of the region behind it
_BODY = 5  # tokens of "Alliance of Sahel" before "States"
_OPENERS = frozenset({":", "(", "-", "–", "—"})
_FEW = 2  # a number up to this names no crowd


def crowd(page: Scan, roles: WordPlaces, first: int, end: int) -> bool:
    """Tell whether tokens [first, end) speak of many states that are not named."""
    for at in range(max(first, 1), end):
        if roles.end(at, "multilateral") > at + 1 or roles.end(at, "rounds"):
            return True
        if is_counted(page, roles, at) or _is_pointed_at(page, roles, at):
            return True
        if not roles.end(at, "nations", "third") or _of_a_body(page, at):
            continue
        start = roles.start(at, "region")
        before = page.tokens.words[(at if start < 0 else start) - 1]
        if before.isdecimal() and int(before) > _FEW:
            return True
        end = roles.end(at, "nations")
        if not end or any(page.marks.within("states", end, end + 1)):
            continue  # "other countries" are anybody, "the members Norland and Aruna" are named
        if _of_region(page, roles, at):
            return True
        if roles.start(at, "several") >= 0 and not _is_pair(roles, at):
            return True
    return False


def naming(page: Scan, roles: WordPlaces, at: int) -> int:
    """Give the noun that a list of names at a token spells out, or -1.

    "With four neighboring states, namely A and B", "dengan tiga negara tetangga: A dan B".
    """
    words, end = page.tokens.words, at - 1
    told, of = roles.start(at, "naming"), roles.start(at, "of")
    if told >= 0:
        end = told - (words[told - 1] == ",")
    elif of >= 0:
        end = of
    elif at < 1 or words[end] not in _OPENERS:
        return -1
    for noun in range(max(0, end - _COUNTED), end):
        if roles.end(noun, "nations", "bound", "third") and _is_described(page, roles, noun, end):
            region = roles.start(noun, "region")
            return noun if region < 0 and of < 0 else region
    return -1


def _is_described(page: Scan, roles: WordPlaces, noun: int, end: int) -> bool:
    """Tell whether what stands between a noun and its list only tells whose they are."""
    at = roles.end(noun, "nations", "bound", "third")
    while at < end:
        step = roles.end(at, "region", "nations", "bound", "definite", "of", "article")
        named = any(mark.first == at for mark in page.marks.within("organisations", at, at + 1))
        if not step and not named:
            return False
        at = step or at + 1
    return True


def is_counted(page: Scan, roles: WordPlaces, at: int) -> bool:
    """Tell whether a state is counted among those before it: "the 40th country to ratify"."""
    end = roles.end(at, "nation")
    if not end:
        return False
    words = page.tokens.words
    numbers = [words[at - 1]]
    if words[end + 1 : end + 2] == ["-"]:
        numbers += words[end + 2 : end + 3]  # "negara ke-60"
    digits = ("".join(c for c in number if c.isdecimal()) for number in numbers)
    return any(0 < len(number) < _DIGITS and int(number) > _FEW for number in digits)


def _is_pointed_at(page: Scan, roles: WordPlaces, at: int) -> bool:
    """Tell whether so many states are pointed at: "yang diteken 15 negara itu"."""
    if roles.end(at, "it") <= at + 1:
        return False
    number = page.tokens.words[at - 1]
    return number.isdecimal() and len(number) < _DIGITS and int(number) > _FEW


def _of_a_body(page: Scan, at: int) -> bool:
    """Tell whether a word is part of the name of an organization: "Organization of States"."""
    marks = page.marks.within("organisations", at - _BODY, at + 1)
    return any(mark.first <= at < mark.end for mark in marks)


def _of_region(page: Scan, roles: WordPlaces, at: int) -> bool:
    """Tell whether states are those of a region: "Gulf states", "negara-negara Afrika"."""
    start, end = roles.start(at, "region"), roles.end(at, "nations")
    if any(m.first == end for m in page.marks.within("organisations", end, end + 1)):
        return not _is_pair(roles, at)  # "negara-negara EFTA"
    if start < 0:
        behind = roles.end(end, "region") or roles.end(end + 1, "region")  # "negara inti Afrika"
        if page.tokens.words[behind : behind + 1] == [","]:
            behind += 1
        if behind and any(
            mark.first == behind for mark in page.marks.within("states", behind, behind + 1)
        ):
            return False  # "negara tetangga, Norland"
        return bool(end and behind) and not _is_pair(roles, at)
    number = page.tokens.words[start - 1] if start else ""
    return not number.isdigit() and not _is_pair(roles, start)


def _is_pair(roles: WordPlaces, at: int) -> bool:
    """Tell whether "both" or "the two" stands before a word; "the two leaders" is one."""
    if any(roles.end(back, "both") > at for back in range(max(0, at - _DESCRIBED), at)):
        return True  # "the two nuclear-armed states"
    start = roles.start(at, "several")
    one = max(roles.end(start, "both"), roles.end(start - 1, "both"))
    return one > 0 or roles.start(at, "both") >= 0


def is_many(word: str) -> bool:
    """Tell whether a word is a number of more than two, and no year."""
    return word.isdecimal() and len(word) < _DIGITS and int(word) > _FEW
