"""Media: which words of a text name one, under which name, and whose organ it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.lang.calendar import calendar_of
from traktat.press.sheets import Sheet

MEDIA = ("agencies", "outlets")
LONGEST = 6  # words of an unknown source's name
EMPHASIS = frozenset("*_[\"“'‘")
"""Marks that pages put around the names of media."""

_DOMAIN = re.compile(r"(?:\.[a-z]{2,4}){1,2}$")


def media_in(sheet: Sheet, marks: tuple[Mark, ...]) -> Iterator[Mark]:
    """Give the media among press words, each place once.

    News agencies go first ("The Associated Press" is AP, whatever its site is called), then the
    longest name ("The Times of India" is not "The Times").
    """
    taken: set[int] = set()
    chosen = []
    for mark in sorted(
        (mark for mark in marks if mark.file in MEDIA),
        key=lambda mark: (not _is_agency(mark), mark.first - mark.end, MEDIA.index(mark.file)),
    ):
        place = range(mark.first, mark.end)
        if taken.isdisjoint(place) and _is_spelled_as_name(sheet, mark):
            taken.update(place)
            chosen.append(mark)
    yield from sorted(chosen, key=lambda mark: mark.first)


def _is_agency(mark: Mark) -> bool:
    return mark.file == "agencies" and table("agencies")[mark.key].get("sort") == "agency"


def _is_spelled_as_name(sheet: Sheet, mark: Mark) -> bool:
    """Tell a medium from common words: "the national" is none, nor is "The Times Higher"."""
    words = sheet.tokens.words
    inside = words[mark.first : _before_common(sheet, mark)]
    if mark.entry.cased == tuple(inside):
        return True  # "dpa" writes itself so
    if not (inside[-1][0].isupper() or (inside[-1].isdigit() and inside[0][0].isupper())):
        return False
    goes_on = (
        sheet.tokens.lower[mark.first] == "the"
        and mark.end < len(words)
        and words[mark.end][0].isupper()
    )
    return not goes_on


def _before_common(sheet: Sheet, mark: Mark) -> int:
    """Give where a name ends before common words for what it is: "Tasnim news agency"."""
    words = sheet.tokens.words
    end = mark.end
    while end > mark.first + 1 and words[end - 1][0].islower():
        end -= 1
    if end == mark.end:
        return end
    kinds = (one for one in sheet.within(end, mark.end) if sheet.setting(one, "at") == "medium")
    return end if any(one.end >= mark.end for one in kinds) else mark.end


def name_end(sheet: Sheet, at: int, stop: int) -> int:
    """Give the end of the capitalized name that begins here, or `at` where there is none."""
    words, end = sheet.tokens.words, at
    while end < min(stop, at + LONGEST) and (
        words[end][0].isupper()
        or (
            end > at
            and words[end] in ".-&"
            and end + 1 < stop
            and sheet.tokens.starts[end] == sheet.tokens.ends[end - 1]
        )
        or (end > at and words[end - 1] == "." and words[end].islower())
        or (end > at and words[end - 1] == "-" and words[end].isdigit())
    ):
        end += 1
    while end > at and not words[end - 1][0].isalnum():
        end -= 1
    return at if is_calendar_word(sheet, at) else end


def emphasized_end(sheet: Sheet, at: int, stop: int) -> int:
    """Give the end of a name a page sets off by emphasis ("*City and State*"), or 0."""
    words, end = sheet.tokens.words, at
    if at < 1 or words[at - 1] not in "*_" or not words[at : at + 1] or not words[at][0].isupper():
        return 0
    while end < min(stop, at + LONGEST) and words[end][0].isalnum():
        end += 1
    return end if end < stop and words[end] in "*_" and not is_calendar_word(sheet, at) else 0


def name_start(sheet: Sheet, end: int, least: int) -> int:
    """Give the start of the capitalized name that ends here; `end` where there is none.

    An owner or a place is no part of it: "Aruna's Nari Courier", "Porta-based Nari Courier".
    """
    words, at = sheet.tokens.words, end
    while at > max(least, end - LONGEST) and words[at - 1][0].isupper():
        at -= 1
    for mark in sheet.within(max(least, at - 1), end):
        if mark.file == "states" and mark.first <= at < mark.end:
            at = mark.end  # "North Korean | Nari Courier"
    return min(at, end) if at > least or end - at > 1 else end


def is_calendar_word(sheet: Sheet, at: int) -> bool:
    """Tell whether a day or month stands where a source was looked for ("dikutip Kamis")."""
    lower = sheet.tokens.lower
    article = lower[at : at + 1] and lower[at] in sheet.pack.words("press", "outlet-word")
    at += 1 if article else 0  # "The Norland Courier"; calendars know "the" too
    return at < len(lower) and lower[at] in calendar_of(sheet.pack).words


def host_of(address: str) -> str | None:
    """Give the internet host of an address."""
    if "://" not in address:
        return None
    host = address.split("://", 1)[1].split("/", 1)[0].lower()
    return host.removeprefix("www.").replace(" ", "") or None


def outlet_of_host(host: str) -> str | None:
    """Give the outlet of an internet host, by the longest known domain it ends in."""
    best: tuple[int, str] | None = None
    for entry in table("outlets").values():
        for domain in entry.get("domains", ()):
            if host == domain or host.endswith("." + domain):
                name = next(iter((*entry.get("names", ()), *entry.get("exact", ()))))
                best = max(best or (0, ""), (len(domain), str(name)))
    return best[1] if best else None


def canonical(mark: Mark) -> str:
    """Give the name under which a medium is known: a source's key, an outlet as printed."""
    if mark.file == "agencies":
        return mark.key
    entry: Mapping[str, Any] = table(mark.file)[mark.key]
    printed = str(next(iter((*entry.get("names", ()), *entry.get("exact", ())))))
    short = printed.partition(" ")[2]  # "The Norland Courier" as a source is its key there
    return short if short in table("agencies") else printed


def organ_of(name: str) -> str | None:
    """Give the state whose organ a source is, by the table of agencies; None if of none."""
    return _organs().get(name)


@cache
def _organs() -> Mapping[str, str]:
    return {
        name: str(entry["organ_of"])
        for key, entry in table("agencies").items()
        if entry.get("organ_of")
        for name in (key, *entry.get("names", ()), *entry.get("exact", ()))
    }


def is_own(sheet: Sheet, name: str, own: str | None) -> bool:
    """Tell whether a name is that of the outlet itself."""
    if not own:
        return False
    house = _houses().get(squashed(own))
    return _essence(sheet, name) in (_essence(sheet, own), house and _essence(sheet, house))


@cache
def _houses() -> Mapping[str, str]:
    """Give the house of each outlet that is an edition of another: BBC of BBC Indonesia."""
    return {
        squashed(name): str(entry["house"])
        for entry in table("outlets").values()
        if entry.get("house")
        for name in entry["exact"]
    }


def _essence(sheet: Sheet, name: str) -> frozenset[str]:
    """Give the words that tell an outlet from others: "BBC News" is "BBC"."""
    bare = _DOMAIN.sub("", name.lower())
    words = frozenset(bare.replace("(", " ").replace(")", " ").replace("-", " ").split())
    return words.difference(sheet.pack.words("press", "outlet-word")) or words


def squashed(name: str) -> str:
    """Give a name without case, spaces, article and domain: "Dan Tri" is "dantri"."""
    bare = _DOMAIN.sub("", name.lower()).removeprefix("the ")
    return "".join(char for char in bare if char.isalnum())
