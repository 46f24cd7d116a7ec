"""Several agreements told one by one: "three pacts: a tax treaty, a fishing accord and …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.scan import Scan

_REACH = 16  # tokens of "MoU tentang penempatan pekerja migran," before the next of a list
_LEAD = 12  # tokens between "three agreements" and their list
_OPENING = 5  # tokens of "ketiga dokumen itu antara lain" before a list
_LEAST = 2
_MARKS = frozenset(",;")

Told = tuple[Phrase, Evidence]


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What speaks of several agreements at once, and the phrases that name them one by one."""

    lead: Told
    items: tuple[Told, ...]


def enumerations(page: Scan, told: Sequence[Told]) -> list[Enumeration]:
    """Find the lists of agreements in a report; each item has the parties of what leads to it."""
    out: list[Enumeration] = []
    at = 0
    while at + _LEAST < len(told):
        items = _items(page, told, at + 1) if _leads(page, told[at], told[at + 1]) else ()
        if len(items) >= _LEAST:
            for _, evidence in items:
                _share(told[at][1], evidence)
            out.append(Enumeration(told[at], items))
        at += len(items) + 1
    return out


def _leads(page: Scan, lead: Told, first: Told) -> bool:
    """Tell whether one phrase speaks of several, and leads to a list that the next begins."""
    (phrase, evidence), (item, _) = lead, first
    general = phrase.bare or "several" in phrase.flags
    if phrase.known or not general or len(evidence.closed) < _LEAST or evidence.each:
        return False
    opener = _before(page, item)
    named = any(mark.end == opener + 1 for mark in _openers(page, item, opener))
    if phrase.sentence is not item.sentence:
        next_one = item.sentence.index == phrase.sentence.index + 1
        return named and next_one and "several" in phrase.flags
    if item.first - phrase.end > _LEAD:
        return False
    return named or ("several" in phrase.flags and page.tokens.words[opener] == ":")


def _openers(page: Scan, item: Phrase, opener: int) -> list[Mark]:
    low = max(item.sentence.first, opener - _OPENING)
    marks = page.marks
    return [
        *marks.keyed("agreements", "including", low, opener + 1),
        *marks.keyed("agreements", "comprising", low, opener + 1),
    ]


def _items(page: Scan, told: Sequence[Told], at: int) -> tuple[Told, ...]:
    """List the phrases of a list that begins with the n-th."""
    out = [told[at]]
    for item in told[at + 1 :]:
        phrase, last = item[0], out[-1][0]
        if phrase.sentence is not last.sentence or phrase.first - last.end > _REACH:
            break
        if (
            phrase.determiner not in ("", "indefinite")
            or phrase.alias
            or not _joins(page, last, phrase)
        ):
            break
        out.append(item)
    return tuple(out)


def _before(page: Scan, phrase: Phrase) -> int:
    """Give the token before a phrase and its article."""
    at = phrase.first - 1
    while at > phrase.sentence.first and any(page.marks.keyed("grammar", "article", at, at + 1)):
        at -= 1
    return at


def _joins(page: Scan, last: Phrase, phrase: Phrase) -> bool:
    """Tell whether a comma or "and" stands between two phrases, and what describes them."""
    at = _before(page, phrase)
    first = last.end if page.pack.settings.get("modifiers") == "before" else at
    words = page.tokens.words[first : at + 1]
    return not _MARKS.isdisjoint(words) or any(page.marks.keyed("grammar", "and", first, at + 1))


def _share(lead: Evidence, item: Evidence) -> None:
    """Give an item of a list the parties of all of them."""
    if not set(item.closed) - set(lead.closed):
        item.closed, item.weight, item.some = lead.closed, max(lead.weight, item.weight), []
        item.dealt = item.dealt or lead.dealt
