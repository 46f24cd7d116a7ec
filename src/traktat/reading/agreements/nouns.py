"""Noun phrases that may stand for agreements: head, description, names in it, determiner.

What a phrase stands for is decided later; here only its words are read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from traktat.facts.tables import table
from traktat.lang import Mark, Pack
from traktat.lang.packs import Table
from traktat.lang.places import first_from
from traktat.reading.agreements.armed import ARMED
from traktat.reading.mentions import Dates, NameMention, Names, Row
from traktat.reading.scan import Scan
from traktat.reading.sentences import Sentence
from traktat.reading.wordplaces import WordPlaces

QUOTES = frozenset("\"“”'‘’«»*")

_NAME = 12  # tokens of the name before its short one in brackets
TRUCES = frozenset({"ceasefire", "armistice"})  # forms of agreements to stop fighting


@dataclass(slots=True)
class Phrase:
    """One noun phrase headed by a noun for agreements; tokens [first, end), head [head, head_end).

    `named` are the names inside it, `owner` the name that possesses it. `determiner` is
    "definite", "indefinite", "possessive", "any" or "". `flags` are the keys of pack words
    that tell it from others (new, fresh, older, several, multilateral, bilateral), or "bill"
    where a bill is on it. `described`
    says that words tell what it is about, `title` that it is written as a proper name,
    `bracketed` that brackets give it a short name. `alias` counts the words ("also known as")
    that make it another name of the one before, `aside` says that a comma or bracket sets it
    off. `year` is the year or day it is named by, `proper` its proper name ("Tripoli"), `core` the
    words of its title that tell it from others, `goods` the raw material it is about.
    """

    first: int
    end: int
    head: int
    head_end: int
    sentence: Sentence
    key: str
    form: str
    topics: list[str] = field(default_factory=list)
    known: str | None = None
    acronym: str | None = None
    bracketed: bool = False
    title: bool = False
    described: bool = False
    determiner: str = ""
    flags: set[str] = field(default_factory=set)
    year: str | None = None
    alias: int = 0
    aside: bool = False
    proper: str = ""
    core: frozenset[str] = frozenset()
    goods: str = ""
    named: list[NameMention] = field(default_factory=list)
    owner: NameMention | None = None

    @property
    def bare(self) -> bool:
        """Tell whether the phrase names nothing by itself: "the pact", "perjanjian itu"."""
        return not (self.described or self.known or self.acronym or self.named)


class Words:
    """The words of a report that noun phrases are made of, by place."""

    def __init__(self, page: Scan, names: Names, dates: Dates) -> None:
        self.page = page
        self.date_at = {item.first: item for item in dates.items}
        self.date_until = {item.end: item for item in dates.items}
        self.roles = WordPlaces(page)
        self.forms, self.topics = _forms(page.pack), _topics(page.pack)
        self.name_at: dict[int, NameMention] = {}
        self.name_until: dict[int, NameMention] = {}
        for item in names.items:
            if not item.pronoun and item.sort != "document":
                self.name_at.setdefault(item.first, item)
                self.name_until[item.end] = item
        others = _inside(page, ("organisations", "outlets", "bodies", "agencies"))
        named = [m for m in page.marks.of("treaties") if not _too_early(m.key, page)]
        lent = _of_others(page, named, frozenset(self.forms))
        named = [m for m in named if lent.isdisjoint(page.tokens.words[m.first : m.end])]
        self.treaties = [
            mark
            for mark in named
            if mark.first not in others and not table("treaties")[mark.key].get("background")
        ]
        bands = {t for i in names.items if i.key.startswith(ARMED) for t in range(i.first, i.end)}
        self.covered = others.union(bands, *(range(mark.first, mark.end) for mark in named))
        self.treaty_at = {mark.first: mark for mark in self.treaties}
        self._treaty_starts = [mark.first for mark in self.treaties]
        self.treaty_until = {mark.end: mark for mark in self.treaties}

    def parties(self, names: Names) -> Names:
        """Give the names that are no part of an agreement's own: "Paris" in "Paris Agreement"."""
        inside = {token for mark in self.treaties for token in range(mark.first, mark.end)}
        return Row(tuple(item for item in names.items if item.first not in inside))

    def treaties_within(self, first: int, end: int) -> list[Mark]:
        """List the known agreements whose names begin within tokens [first, end)."""
        starts = self._treaty_starts
        if not starts or starts[-1] < first:
            return []
        return self.treaties[first_from(starts, first) : first_from(starts, end)]

    def before(self, key: str) -> bool:
        """Tell whether what describes a noun stands before it."""
        entry = self.forms.get(key)
        return entry is None or entry.get("side") == "before"


def _of_others(page: Scan, named: list[Mark], forms: frozenset[str]) -> frozenset[str]:
    """List the short names that brackets give to what is no agreement: "Azawad Movements (CMA)"."""
    words = page.tokens.words
    found = set()
    for mark in named:
        before = mark.first - 2
        bracketed = before >= 0 and words[mark.first - 1] == "(" and words[mark.end] == ")"
        if not bracketed or mark.end - mark.first > 1 or not words[before][0].isupper():
            continue
        near = page.marks.within("agreements", max(0, before - _NAME), mark.first)
        initials = {word[0] for word in words[max(0, before - _NAME) : before + 1]}
        spelled = initials.issuperset(words[mark.first])
        if not spelled and not any(one.key in forms for one in near):
            found.add(words[mark.first])
    return frozenset(found)


@lru_cache(maxsize=16)  # packs in use
def _forms(pack: Pack) -> dict[str, Table]:
    """Give the nouns for agreements by their keys."""
    entries = pack.entries.get("agreements", {})
    return {key: entry for key, entry in entries.items() if "form" in entry}


@lru_cache(maxsize=16)
def _topics(pack: Pack) -> dict[str, str]:
    """Give the topics of agreements by the keys of their words."""
    entries = pack.entries.get("agreements", {})
    return {key: str(entry["topic"]) for key, entry in entries.items() if "topic" in entry}


def _too_early(known: str, page: Scan) -> bool:
    """Tell whether a report is older than the agreement a name means today."""
    printed = page.report.published
    since: int = table("treaties")[known].get("since", 0)
    return printed is not None and printed.last.year < since


def _inside(page: Scan, files: tuple[str, ...]) -> frozenset[int]:
    """List the tokens that belong to a longer proper name: an organization, a known treaty."""
    return frozenset(
        token
        for file in files
        for mark in page.marks.of(file)
        if mark.end - mark.first > 1
        for token in range(mark.first, mark.end)
    )
